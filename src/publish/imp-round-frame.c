/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on the pages about a round outside their sections. */
#include "config.h"

#include "publish/imp-round-frame.h"

#include "publish/imp-words.h"

#define TITLE_Y      101.1
#define TITLE_TO_SUM 25.9
#define SUM_TO_RULE  18.6
#define MAX_TITLE    4
#define MAX_SUM      5
#define MAX_FOOT     2

ImpRoundFrame *
imp_round_frame_new (const char *language, const ImpPaper *paper)
{
  ImpRoundFrame *self = g_new0 (ImpRoundFrame, 1);

  self->type = imp_type_new_apart (language);
  self->grid = imp_grid_create (paper, imp_type_is_rtl (self->type));
  self->sum_width = self->grid.text_width;
  self->sum_style = IMP_STYLE_SUM;
  return self;
}

void
imp_round_frame_free (ImpRoundFrame *self)
{
  g_clear_pointer (&self->type, imp_type_free);
  g_free (self->series);
  g_free (self->organisation);
  g_free (self->edition);
  g_free (self->title);
  g_free (self->sum);
  g_free (self->foot);
  g_free (self);
}

static double
measure (const ImpRoundFrame *self, ImpStyle style, const char *text)
{
  return imp_type_measure (self->type, style, text) + 1;
}

/* The series at the start, something in the main column, the edition at the end of one line: the
 * middle gives way first. */
static void
write_head_line (const ImpRoundFrame *self,
                 ImpBlock *block,
                 const char *middle,
                 ImpStyle series_style,
                 ImpStyle style,
                 double y)
{
  const ImpGrid *grid = &self->grid;
  const double end = grid->x + grid->text_width;
  const double series = MIN (measure (self, series_style, self->series), grid->text_width / 3);
  const double edition = MIN (measure (self, style, self->edition), grid->text_width / 2);
  const double middle_x = MAX (grid->main_x, grid->x + series + IMP_GAP);
  const double middle_width = end - edition - IMP_GAP - middle_x;
  ImpSlot slot = { series_style, "P", grid->x, series, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };

  imp_slot_write (&slot, self->type, block, self->series, y);
  slot = (ImpSlot) { style, "P", middle_x, middle_width, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };
  if (*middle != '\0' && middle_width > IMP_GAP)
    imp_slot_write (&slot, self->type, block, middle, y);
  slot = (ImpSlot) { style, "P", end - edition, edition, IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  if (*self->edition != '\0')
    imp_slot_write (&slot, self->type, block, self->edition, y);
}

ImpBlock *
imp_round_frame_create_head (const ImpRoundFrame *self)
{
  const ImpGrid *grid = &self->grid;
  ImpBlock *block = imp_block_new ();
  ImpSlot slot = { IMP_STYLE_TITLE,   "H1",     grid->x, grid->text_width, IMP_ALIGN_START,
                   IMP_WRAP_BALANCED, MAX_TITLE };
  double y;

  imp_block_add_rule (block, grid->x, grid->text_width,
                      IMP_SHEET_HEAVY_Y + IMP_SHEET_HEAVY_LINE / 2, IMP_SHEET_HEAVY_LINE);
  write_head_line (self, block, self->organisation, IMP_STYLE_SERIES, IMP_STYLE_MASTHEAD,
                   IMP_SHEET_MASTHEAD_Y);
  y = imp_slot_write (&slot, self->type, block, self->title, TITLE_Y);
  slot = (ImpSlot) { self->sum_style,    "P",    grid->x, self->sum_width, IMP_ALIGN_START,
                     IMP_WRAP_PARAGRAPH, MAX_SUM };
  if (*self->sum != '\0')
    y = imp_slot_write (&slot, self->type, block, self->sum, y + TITLE_TO_SUM);
  block->height = y + SUM_TO_RULE;
  return block;
}

ImpBlock *
imp_round_frame_create_running_head (const ImpRoundFrame *self)
{
  ImpBlock *block = imp_block_new ();

  write_head_line (self, block, self->title, IMP_STYLE_RUNNING, IMP_STYLE_NOTE,
                   IMP_SHEET_RUNNING_Y);
  block->height = IMP_SHEET_NEXT_Y;
  block->decoration = TRUE;
  return block;
}

ImpBlock *
imp_round_frame_create_foot (const ImpRoundFrame *self, int page, int n_pages)
{
  const ImpGrid *grid = &self->grid;
  ImpBlock *block = imp_block_new ();
  g_autofree char *number = imp_words_page (page, n_pages);
  const double width = measure (self, IMP_STYLE_FOOT, number);
  const double y = grid->height - IMP_SHEET_FOOT_UP;
  ImpSlot slot = { .style = IMP_STYLE_FOOT,
                   .tag = "P",
                   .x = grid->x,
                   .width = grid->text_width - width - IMP_GAP,
                   .max_lines = MAX_FOOT };
  g_autoptr (PangoLayout) note = imp_slot_set (&slot, self->type, self->foot);
  const double above =
      (pango_layout_get_line_count (note) - 1) * imp_type_get_leading (self->type, IMP_STYLE_FOOT);

  imp_slot_put (&slot, self->type, block, note, y - above);
  slot = (ImpSlot) { IMP_STYLE_FOOT, "P",           grid->x + grid->text_width - width,
                     width,          IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  imp_slot_write (&slot, self->type, block, number, y);
  block->decoration = page > 1;
  return block;
}
