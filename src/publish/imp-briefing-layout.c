/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The main column of a briefing. */
#include "config.h"

#include "publish/imp-briefing-layout.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-briefing-words.h"
#include "publish/imp-rich.h"
#include "publish/imp-row-flow.h"
#include "publish/imp-words.h"

#define MAIN_COLUMNS 8
#define SIDE_LEFT    4.0  /* between the columns, beside the gap */
#define HEAD_DEPTH   21.0 /* from a section's rule to its heading's baseline */
#define HEAD_TO_NOTE 13.5
#define HEAD_TO_ROWS 6.7
#define NUMBER_WIDTH 18.0
#define TEXT_X       26.0
#define LABEL_X      14.4
#define LABEL_GAP    10.0
#define SQUARE_UP    7.8  /* from a baseline to the upper edge of a square on it */
#define AXIS_X       0.69 /* of the main column: where the axis begins, */
#define AXIS_WIDTH   0.30 /* and how long it is */
#define NOTES_LINE   22.0
#define MIN_NOTES    3
#define LINE         0.5
#define MAX_HEADING  2
#define MAX_LINES    3
#define MAX_QUESTION 4
#define MAX_REMINDER 16

static double
measure_labels (const ImpBriefingLayout *self)
{
  double widest = 0;

  for (guint i = 0; i < MIN (self->briefing->promised->len, IMP_BRIEFING_MAX_PROMISED); i++)
    {
      const ImpPromised *promised = self->briefing->promised->pdata[i];

      widest = MAX (widest, imp_type_measure (self->frame->type, IMP_STYLE_RUNNING,
                                              imp_promised_state_get_label (promised->state)));
    }
  return MIN (widest, self->width / 3) + LABEL_GAP;
}

static void
init_axis (ImpBriefingLayout *self)
{
  self->axis.x = self->x + AXIS_X * self->width;
  self->axis.width = AXIS_WIDTH * self->width;
  for (guint i = 0; i < MIN (self->briefing->irritants->len, IMP_BRIEFING_MAX_IRRITANTS); i++)
    {
      const ImpBriefingIrritant *irritant = self->briefing->irritants->pdata[i];
      const ImpEstimate hours = imp_impact_get_hours (&irritant->impact);

      if (irritant->rank > 0 && hours.value > 0)
        imp_log_axis_include (&self->axis.axis, &hours);
    }
}

ImpBriefingLayout
imp_briefing_layout_begin (const ImpBriefing *briefing, ImpRoundFrame *frame)
{
  const ImpGrid *grid = &frame->grid;
  const double main = MAIN_COLUMNS * imp_grid_get_step (&frame->grid);
  ImpBriefingLayout self = { briefing, frame, grid->x, main - IMP_GAP };

  self.side_x = grid->x + main + SIDE_LEFT;
  self.side_width = grid->x + grid->text_width - self.side_x;
  self.label_width = measure_labels (&self);
  init_axis (&self);
  frame->sum_width = self.width;
  frame->sum_style = IMP_STYLE_LEAD;
  return self;
}

/* Sections and rows */

GPtrArray *
imp_briefing_layout_create_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) imp_block_free);
}

static ImpBlock *
create_heading (const ImpBriefingLayout *self,
                double x,
                double width,
                const char *heading,
                const char *note)
{
  ImpSlot slot = { IMP_STYLE_HEADING,  "H2",       x, width, IMP_ALIGN_START,
                   IMP_WRAP_PARAGRAPH, MAX_HEADING };
  ImpBlock *block = imp_block_new ();

  imp_block_add_rule (block, x, width, 0, IMP_ROUND_RULE);
  block->height = imp_slot_write (&slot, self->frame->type, block, heading, HEAD_DEPTH);
  slot.style = IMP_STYLE_NOTE;
  slot.tag = "P";
  if (*note != '\0')
    block->height =
        imp_slot_write (&slot, self->frame->type, block, note, block->height + HEAD_TO_NOTE);
  return block;
}

void
imp_briefing_layout_add_section (const ImpBriefingLayout *self,
                                 GPtrArray *flows,
                                 double x,
                                 double width,
                                 const char *heading,
                                 const char *note,
                                 GPtrArray *rows,
                                 const char *tag)
{
  g_autofree char *continued = imp_words_continued (heading);
  ImpRowSection section = { create_heading (self, x, width, heading, note),
                            create_heading (self, x, width, continued, "") };

  section.rows_y = section.head->height + HEAD_TO_ROWS;
  section.again_y = section.again->height + HEAD_TO_ROWS;
  section.rows = rows;
  section.tag = tag;
  g_ptr_array_add (flows, imp_row_flow_new (&section));
}

double
imp_briefing_layout_write (const ImpBriefingLayout *self,
                           ImpBlock *block,
                           const ImpSlot *slot,
                           const char *text,
                           double y)
{
  g_autofree char *clean = imp_rich_clean (text);
  g_autofree char *blank = g_strconcat (clean, slot->align == IMP_ALIGN_END ? "" : " ", NULL);

  return imp_slot_write (slot, self->frame->type, block, blank, y);
}

ImpBlock *
imp_briefing_layout_create_note (const ImpBriefingLayout *self,
                                 double x,
                                 double width,
                                 const char *text)
{
  const ImpSlot slot = { IMP_STYLE_NOTE,     "P",      x, width, IMP_ALIGN_START,
                         IMP_WRAP_PARAGRAPH, MAX_LINES };
  ImpBlock *block = imp_block_new ();

  block->height =
      imp_briefing_layout_write (self, block, &slot, text, IMP_BRIEFING_BASE) + IMP_BRIEFING_DEPTH;
  return block;
}

void
imp_briefing_layout_add_rest (const ImpBriefingLayout *self,
                              GPtrArray *rows,
                              double x,
                              double width,
                              guint n_all,
                              guint n_shown)
{
  const guint rest = n_all > n_shown ? n_all - n_shown : 0;
  /* Translators: below a list that is cut off. */
  g_autofree char *text = g_strdup_printf (ngettext ("and %'u more", "and %'u more", rest), rest);

  if (rest > 0)
    g_ptr_array_add (rows, imp_briefing_layout_create_note (self, x, width, text));
}

/* What was promised */

static ImpShape
get_shape (ImpPromisedState state)
{
  static const ImpShape shapes[] = {
    [IMP_PROMISED_KEPT] = IMP_SHAPE_FILLED,     [IMP_PROMISED_KEPT_LATE] = IMP_SHAPE_FILLED,
    [IMP_PROMISED_MISSED] = IMP_SHAPE_STRUCK,   [IMP_PROMISED_UNDER_WAY] = IMP_SHAPE_HALF,
    [IMP_PROMISED_REFUSED] = IMP_SHAPE_CROSSED,
  };

  return shapes[state];
}

/* What was promised, and below it what else is to be said. Returns the last baseline. */
static double
write_promised (const ImpBriefingLayout *self,
                ImpBlock *block,
                const ImpPromised *promised,
                double end)
{
  const double x = self->x + LABEL_X + self->label_width;
  const ImpSlot slot = { IMP_STYLE_BODY,     NULL,     x, end - x, IMP_ALIGN_START,
                         IMP_WRAP_PARAGRAPH, MAX_LINES };
  g_autofree char *rest = imp_promised_say_rest (promised);
  const double y =
      imp_briefing_layout_write (self, block, &slot, promised->what, IMP_BRIEFING_BASE);

  return *rest == '\0'
             ? y
             : imp_briefing_layout_write (self, block, &slot, rest, y + IMP_BRIEFING_LINE);
}

static ImpBlock *
create_promised (const ImpBriefingLayout *self, const ImpPromised *promised)
{
  g_autofree char *day = imp_date_to_words (promised->first);
  const double width = imp_type_measure (self->frame->type, IMP_STYLE_COLUMN, day) + 1;
  const double end = self->x + self->width - width;
  ImpBlock *block = imp_block_new ();
  ImpSlot slot = { IMP_STYLE_RUNNING, "Lbl",           self->x + LABEL_X,
                   self->label_width, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };
  double y;

  imp_block_begin (block, "LI");
  imp_block_add_shape (block, get_shape (promised->state), self->x, IMP_BRIEFING_BASE - SQUARE_UP,
                       IMP_BRIEFING_SQUARE);
  imp_briefing_layout_write (self, block, &slot, imp_promised_state_get_label (promised->state),
                             IMP_BRIEFING_BASE);
  imp_block_begin (block, "LBody");
  y = write_promised (self, block, promised, end - LABEL_GAP);
  slot = (ImpSlot) { IMP_STYLE_COLUMN, NULL, end, width, IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  imp_briefing_layout_write (self, block, &slot, day, IMP_BRIEFING_BASE);
  imp_block_end (block, "LBody");
  imp_block_end (block, "LI");
  block->height = y + IMP_BRIEFING_DEPTH;
  return block;
}

static void
add_promised (const ImpBriefingLayout *self, GPtrArray *flows)
{
  const GPtrArray *promised = self->briefing->promised;
  const guint n = MIN (promised->len, IMP_BRIEFING_MAX_PROMISED);
  GPtrArray *rows = imp_briefing_layout_create_rows ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, create_promised (self, promised->pdata[i]));
  if (n == 0)
    g_ptr_array_add (rows, imp_briefing_layout_create_note (self, self->x, self->width,
                                                            _ ("Nothing was promised here yet.")));
  imp_briefing_layout_add_rest (self, rows, self->x, self->width, promised->len, n);
  imp_briefing_layout_add_section (self, flows, self->x, self->width,
                                   imp_briefing_get_promised_title (self->briefing), "", rows,
                                   n > 0 ? "L" : NULL);
}

/* What is open, and what to ask */

static void
add_irritants (const ImpBriefingLayout *self, GPtrArray *flows)
{
  const gboolean any = self->briefing->irritants->len > 0;
  GPtrArray *rows;

  if (any)
    rows = imp_briefing_layout_create_irritants (self);
  else
    {
      rows = imp_briefing_layout_create_rows ();
      g_ptr_array_add (rows, imp_briefing_layout_create_note (self, self->x, self->width,
                                                              _ ("Nothing is open here.")));
    }
  imp_briefing_layout_add_section (
      self, flows, self->x, self->width, _ ("Open here, by impact"),
      any ? _ ("Hours lost a month; the line is where the true number lies eight times in ten.")
          : "",
      rows, any ? "Table" : NULL);
}

static ImpBlock *
create_question (const ImpBriefingLayout *self, guint number, const char *question)
{
  g_autofree char *figure = g_strdup_printf ("%u ", number);
  ImpSlot slot = { IMP_STYLE_TABLE_RANK, "Lbl",         self->x,
                   NUMBER_WIDTH,         IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  ImpBlock *block = imp_block_new ();
  double y;

  imp_block_begin (block, "LI");
  imp_slot_write (&slot, self->frame->type, block, figure, IMP_BRIEFING_BASE);
  slot = (ImpSlot) { IMP_STYLE_BODY,       "LBody",         self->x + TEXT_X,
                     self->width - TEXT_X, IMP_ALIGN_START, IMP_WRAP_PARAGRAPH,
                     MAX_QUESTION };
  y = imp_briefing_layout_write (self, block, &slot, question, IMP_BRIEFING_BASE);
  imp_block_end (block, "LI");
  block->height = y + IMP_BRIEFING_DEPTH;
  return block;
}

static void
add_questions (const ImpBriefingLayout *self, GPtrArray *flows)
{
  GPtrArray *rows = imp_briefing_layout_create_rows ();
  char **questions = self->briefing->questions;

  for (guint i = 0; questions != NULL && questions[i] != NULL; i++)
    g_ptr_array_add (rows, create_question (self, i + 1, questions[i]));
  if (rows->len > 0)
    imp_briefing_layout_add_section (self, flows, self->x, self->width, _ ("Ask in this order"), "",
                                     rows, "L");
  else
    g_ptr_array_unref (rows);
}

static void
add_reminder (const ImpBriefingLayout *self, GPtrArray *flows)
{
  const ImpSlot slot = { IMP_STYLE_BODY,     "P",         self->x, self->width, IMP_ALIGN_START,
                         IMP_WRAP_PARAGRAPH, MAX_REMINDER };
  GPtrArray *rows;
  ImpBlock *block;

  if (imp_text_is_empty (self->briefing->note))
    return;
  rows = imp_briefing_layout_create_rows ();
  block = imp_block_new ();
  block->height =
      imp_briefing_layout_write (self, block, &slot, self->briefing->note, IMP_BRIEFING_BASE)
      + IMP_BRIEFING_DEPTH;
  g_ptr_array_add (rows, block);
  imp_briefing_layout_add_section (self, flows, self->x, self->width, _ ("To remember"), "", rows,
                                   NULL);
}

GPtrArray *
imp_briefing_layout_create_main (const ImpBriefingLayout *self)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_flow_free);

  add_promised (self, flows);
  add_irritants (self, flows);
  add_questions (self, flows);
  add_reminder (self, flows);
  return flows;
}

double
imp_briefing_layout_measure_notes (const ImpBriefingLayout *self)
{
  return HEAD_DEPTH + MIN_NOTES * NOTES_LINE + 1;
}

ImpBlock *
imp_briefing_layout_create_notes (const ImpBriefingLayout *self, double height)
{
  ImpBlock *block = create_heading (self, self->x, self->width, _ ("Notes"), "");

  for (double y = block->height + NOTES_LINE; y < height; y += NOTES_LINE)
    imp_block_add_line (block, IMP_INK_GREY, self->x, self->width, y, LINE);
  block->height = height;
  return block;
}
