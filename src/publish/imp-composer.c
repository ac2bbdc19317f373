/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on each page of a newsletter outside the flow. */
#include "config.h"

#include "publish/imp-composer.h"

#include "publish/imp-words.h"
#include "publish/imp-rich.h"

#define LABEL_MAX    110.0
#define TITLE_Y      101.1
#define TITLE_TO_SUM 25.9
#define SUM_TO_RULE  18.6
#define DOT          "  ·  "
#define MORE_Y       14.9
#define MORE_HEIGHT  19.0
#define MAX_TITLE    6
#define MAX_FOOT     2

ImpSlot
imp_composer_get_label_slot (const ImpComposer *self, ImpPartKind kind)
{
  gboolean grey = kind == IMP_PART_COUNT || kind == IMP_PART_THANKS;

  return (ImpSlot) { .style = grey ? IMP_STYLE_LABEL_GREY : IMP_STYLE_LABEL,
                     .x = self->grid.main_x,
                     .width = self->label_width - 1,
                     .wrap = IMP_WRAP_ONE_LINE };
}

/* The blank keeps them apart from their text where the page is read aloud or copied. */
static void
init_labels (ImpComposer *self)
{
  for (int kind = 0; kind < IMP_N_PARTS; kind++)
    self->label_width = MAX (
        self->label_width, imp_type_measure (self->type, IMP_STYLE_LABEL, imp_words_label (kind)));
  self->label_width = MIN (self->label_width + IMP_GAP, LABEL_MAX);
  for (int kind = 0; kind < IMP_N_PARTS; kind++)
    {
      ImpSlot slot = imp_composer_get_label_slot (self, kind);
      g_autofree char *text = g_strconcat (imp_words_label (kind), " ", NULL);

      self->labels[kind] = imp_composer_set (self, &slot, text);
    }
}

void
imp_composer_init (ImpComposer *self, const ImpIssue *issue, const ImpPaper *paper)
{
  self->issue = issue;
  self->type = imp_type_new (issue->language);
  self->grid = imp_grid_create (paper, imp_type_is_rtl (self->type));
  init_labels (self);
}

void
imp_composer_clear (ImpComposer *self)
{
  for (int kind = 0; kind < IMP_N_PARTS; kind++)
    g_clear_object (&self->labels[kind]);
  g_clear_pointer (&self->type, imp_type_free);
}

PangoLayout *
imp_composer_set (const ImpComposer *self, const ImpSlot *slot, const char *rich)
{
  return imp_slot_set (slot, self->type, rich);
}

double
imp_composer_put (const ImpComposer *self,
                  ImpBlock *block,
                  const ImpSlot *slot,
                  PangoLayout *layout,
                  double y)
{
  return imp_slot_put (slot, self->type, block, layout, y);
}

double
imp_composer_write (const ImpComposer *self,
                    ImpBlock *block,
                    const ImpSlot *slot,
                    const char *rich,
                    double y)
{
  return imp_slot_write (slot, self->type, block, rich, y);
}

static double
get_end_x (const ImpGrid *grid)
{
  return grid->x + grid->text_width;
}

/* The series at the start, something in the main column, the edition at the end of one line, whole as
 * long as a quarter of it is left for the middle. */
static void
write_head_line (const ImpComposer *self,
                 ImpBlock *block,
                 const char *middle,
                 ImpStyle series_style,
                 ImpStyle style,
                 double y)
{
  const ImpGrid *grid = &self->grid;
  g_autofree char *series = imp_words_series (self->issue);
  g_autofree char *edition = imp_words_edition (self->issue, DOT);
  double series_width =
      MIN (imp_type_measure (self->type, series_style, series) + 1, grid->text_width / 2);
  double middle_width =
      MIN (imp_type_measure (self->type, style, middle) + 1, grid->text_width / 4);
  double middle_x = MAX (grid->main_x, grid->x + series_width + IMP_GAP);
  double edition_width = MIN (imp_type_measure (self->type, style, edition) + 1,
                              get_end_x (grid) - middle_x - middle_width - IMP_GAP);
  double end_x = get_end_x (grid) - edition_width;
  ImpSlot slot = { series_style, "P", grid->x, series_width, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };

  imp_composer_write (self, block, &slot, series, y);
  slot = (ImpSlot) { style,           "P",
                     middle_x,        end_x - IMP_GAP - middle_x,
                     IMP_ALIGN_START, IMP_WRAP_ONE_LINE };
  if (*middle != '\0')
    imp_composer_write (self, block, &slot, middle, y);
  slot = (ImpSlot) { style, "P", end_x, edition_width, IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  if (*edition != '\0')
    imp_composer_write (self, block, &slot, edition, y);
}

ImpBlock *
imp_composer_create_head (const ImpComposer *self)
{
  const ImpGrid *grid = &self->grid;
  ImpBlock *block = imp_block_new ();
  g_autofree char *organisation = imp_rich_clean (self->issue->organisation);
  g_autofree char *title = imp_words_title (self->issue);
  g_autofree char *sum = imp_words_sum (self->issue);
  ImpSlot slot = { IMP_STYLE_TITLE,   "H1",     grid->x, grid->text_width, IMP_ALIGN_START,
                   IMP_WRAP_BALANCED, MAX_TITLE };
  double y;

  imp_block_add_rule (block, grid->x, grid->text_width,
                      IMP_SHEET_HEAVY_Y + IMP_SHEET_HEAVY_LINE / 2, IMP_SHEET_HEAVY_LINE);
  write_head_line (self, block, organisation, IMP_STYLE_SERIES, IMP_STYLE_MASTHEAD,
                   IMP_SHEET_MASTHEAD_Y);
  y = imp_composer_write (self, block, &slot, title, TITLE_Y);
  slot = (ImpSlot) { IMP_STYLE_SUM, "P", grid->x, grid->text_width };
  y = imp_composer_write (self, block, &slot, sum, y + TITLE_TO_SUM);
  block->height = y + SUM_TO_RULE;
  return block;
}

ImpBlock *
imp_composer_create_running_head (const ImpComposer *self)
{
  ImpBlock *block = imp_block_new ();
  g_autofree char *title = imp_words_title (self->issue);

  write_head_line (self, block, title, IMP_STYLE_RUNNING, IMP_STYLE_NOTE, IMP_SHEET_RUNNING_Y);
  block->height = IMP_SHEET_NEXT_Y;
  return block;
}

static ImpSlot
get_number_slot (const ImpComposer *self, int n_pages)
{
  const ImpGrid *grid = &self->grid;
  g_autofree char *widest = imp_words_page (n_pages, n_pages);
  double width = imp_type_measure (self->type, IMP_STYLE_FOOT, widest) + 1;

  return (ImpSlot) { IMP_STYLE_FOOT, "P",           get_end_x (grid) - width,
                     width,          IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
}

/* In one line if shorter months make it one: a second line takes room from the page. */
static PangoLayout *
set_imprint (const ImpComposer *self, const ImpSlot *slot)
{
  g_autofree char *full = imp_words_imprint (self->issue, DOT, FALSE);
  g_autofree char *brief = imp_words_imprint (self->issue, DOT, TRUE);
  g_autoptr (PangoLayout) layout = imp_composer_set (self, slot, full);

  return pango_layout_get_line_count (layout) == 1 ? g_steal_pointer (&layout)
                                                   : imp_composer_set (self, slot, brief);
}

ImpBlock *
imp_composer_create_imprint (const ImpComposer *self, int n_pages)
{
  const ImpGrid *grid = &self->grid;
  ImpBlock *block = imp_block_new ();
  ImpSlot number = get_number_slot (self, n_pages);
  ImpSlot slot = { .style = IMP_STYLE_FOOT,
                   .tag = "P",
                   .x = grid->x,
                   .width = grid->text_width - number.width,
                   .max_lines = MAX_FOOT };
  g_autoptr (PangoLayout) layout = set_imprint (self, &slot);
  double above = (pango_layout_get_line_count (layout) - 1)
                 * imp_type_get_leading (self->type, IMP_STYLE_FOOT);

  imp_composer_put (self, block, &slot, layout, grid->height - IMP_SHEET_FOOT_UP - above);
  return block;
}

ImpBlock *
imp_composer_create_number (const ImpComposer *self, int page, int n_pages)
{
  ImpBlock *block = imp_block_new ();
  g_autofree char *number = imp_words_page (page, n_pages);
  ImpSlot slot = get_number_slot (self, n_pages);

  imp_composer_write (self, block, &slot, number, self->grid.height - IMP_SHEET_FOOT_UP);
  return block;
}

ImpBlock *
imp_composer_create_more (const ImpComposer *self, int n_fixes, int n_pages)
{
  const ImpGrid *grid = &self->grid;
  ImpBlock *block = imp_block_new ();
  g_autofree char *more = imp_words_more (n_fixes, n_pages);
  ImpSlot slot = { IMP_STYLE_LABEL, "P", grid->main_x, grid->main_width };

  imp_block_add_rule (block, grid->x, grid->text_width, 0, IMP_RULE);
  imp_composer_write (self, block, &slot, more, MORE_Y);
  block->height = MORE_HEIGHT;
  return block;
}
