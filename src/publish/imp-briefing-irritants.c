/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is open at the site of a briefing: rank, title, hours and their range. */
#include "config.h"

#include "publish/imp-briefing-layout.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-briefing-words.h"
#include "model/imp-sentence.h"
#include "publish/imp-rich.h"

#define RANK_WIDTH  18.0
#define TITLE_X     26.0
#define HOURS_GAP   7.0 /* from the hours to the axis */
#define TITLE_GAP   8.0
#define RANGE_UP    3.6 /* from a baseline to the range on it */
#define REMARK_LINE 12.25
#define REMARK_GAP  4.0
#define ROW_DEPTH   6.7
#define AXIS_DEPTH  6.0
#define AXIS_HEIGHT 16.0
#define AXIS_LINE   0.5
#define MAX_TITLE   2

static char *
say_hours (const ImpBriefingIrritant *irritant)
{
  return irritant->rank > 0 ? imp_impact_to_hours_words (irritant->impact.hours)
                            : g_strdup (_ ("not asked yet"));
}

static double
measure_hours (const ImpBriefingLayout *self, guint n)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *hours = say_hours (self->briefing->irritants->pdata[i]);

      widest = MAX (widest, imp_type_measure (self->frame->type, IMP_STYLE_TABLE_HOURS, hours) + 1);
    }
  return widest;
}

static void
write_rank (const ImpBriefingLayout *self, ImpBlock *block, guint rank)
{
  const ImpSlot slot = { IMP_STYLE_TABLE_RANK, "TD",          self->x,
                         RANK_WIDTH,           IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  g_autofree char *figure = rank > 0 ? g_strdup_printf ("%'u", rank) : g_strdup ("–");

  imp_slot_write (&slot, self->frame->type, block, figure, IMP_BRIEFING_BASE);
}

/* One remark, and how many have reported it: whole, whatever the remark is. */
static void
write_remark (const ImpBriefingLayout *self,
              ImpBlock *block,
              const ImpBriefingIrritant *irritant,
              double y)
{
  const double end = self->x + self->width;
  g_autofree char *reports = imp_briefing_irritant_say_reports (irritant);
  g_autofree char *words = imp_rich_clean (irritant->words);
  g_autofree char *quote = g_strdup_printf (_ ("“%s”"), words);
  const double reports_width = imp_type_measure (self->frame->type, IMP_STYLE_NOTE, reports) + 1;
  ImpSlot slot = { IMP_STYLE_NOTE, NULL, self->x + TITLE_X, 0, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };

  if (*words != '\0')
    {
      slot.width = MIN (imp_type_measure (self->frame->type, IMP_STYLE_NOTE, quote) + 1,
                        end - slot.x - reports_width - REMARK_GAP);
      imp_slot_write (&slot, self->frame->type, block, quote, y);
      slot.x += slot.width + REMARK_GAP;
    }
  slot.width = end - slot.x;
  imp_slot_write (&slot, self->frame->type, block, reports, y);
}

/* Title, remark and reports; returns the last baseline. */
static double
write_title (const ImpBriefingLayout *self,
             ImpBlock *block,
             const ImpBriefingIrritant *irritant,
             double hours_width)
{
  const double x = self->x + TITLE_X;
  const ImpSlot slot = { IMP_STYLE_BODY_STRONG,
                         NULL,
                         x,
                         self->axis.x - HOURS_GAP - hours_width - TITLE_GAP - x,
                         IMP_ALIGN_START,
                         IMP_WRAP_PARAGRAPH,
                         MAX_TITLE };
  double y;

  imp_block_begin (block, "TD");
  y = imp_briefing_layout_write (self, block, &slot, irritant->title, IMP_BRIEFING_BASE)
      + REMARK_LINE;
  write_remark (self, block, irritant, y);
  imp_block_end (block, "TD");
  return y;
}

/* The range is drawn, and told to who reads with the ears. */
static void
write_hours (const ImpBriefingLayout *self,
             ImpBlock *block,
             const ImpBriefingIrritant *irritant,
             double width)
{
  const ImpEstimate estimate = imp_impact_get_hours (&irritant->impact);
  g_autofree char *hours = say_hours (irritant);
  g_autofree char *range = imp_impact_to_range (&irritant->impact);
  ImpSlot slot = {
    IMP_STYLE_TABLE_HOURS, "TD", self->axis.x - HOURS_GAP - width, width, IMP_ALIGN_END,
    IMP_WRAP_ONE_LINE
  };

  imp_slot_write (&slot, self->frame->type, block, hours, IMP_BRIEFING_BASE);
  if (irritant->rank == 0 || estimate.value <= 0)
    return;
  imp_range_axis_draw (&self->axis, block, &estimate, IMP_BRIEFING_BASE - RANGE_UP);
  slot = (ImpSlot) { IMP_STYLE_TABLE_UNSEEN, "TD", self->axis.x, self->axis.width, IMP_ALIGN_START,
                     IMP_WRAP_ONE_LINE };
  imp_slot_write (&slot, self->frame->type, block, range, IMP_BRIEFING_BASE + RANGE_UP);
}

static ImpBlock *
create_row (const ImpBriefingLayout *self, const ImpBriefingIrritant *irritant, double hours_width)
{
  ImpBlock *block = imp_block_new ();

  imp_block_begin (block, "TR");
  write_rank (self, block, irritant->rank);
  block->height = write_title (self, block, irritant, hours_width) + ROW_DEPTH;
  write_hours (self, block, irritant, hours_width);
  imp_block_end (block, "TR");
  return block;
}

/* The axis with its figures, and beside them what the ranks are. */
static ImpBlock *
create_axis (const ImpBriefingLayout *self)
{
  const ImpSlot slot = { IMP_STYLE_NOTE,    NULL,
                         self->x + TITLE_X, self->axis.x - HOURS_GAP - self->x - TITLE_X,
                         IMP_ALIGN_START,   IMP_WRAP_PARAGRAPH,
                         MAX_TITLE };
  ImpBlock *block = imp_block_new ();
  g_autoptr (ImpBlock) figures = imp_block_new ();
  double y;

  imp_block_begin (block, "TR");
  imp_block_begin (block, "TD");
  y = imp_slot_write (&slot, self->frame->type, block,
                      _ ("The rank in the whole list stands before the title."), IMP_BRIEFING_BASE);
  imp_block_end (block, "TD");
  imp_block_end (block, "TR");
  imp_block_add_line (block, IMP_INK_GREY, self->axis.x, self->axis.width, AXIS_DEPTH, AXIS_LINE);
  /* Translators: hours, at the end of an axis. */
  imp_range_axis_write_figures (&self->axis, self->frame->type, figures, _ ("%s\u00a0h"),
                                self->x + self->width);
  imp_block_append (block, figures, AXIS_DEPTH);
  block->height = MAX (y + IMP_BRIEFING_DEPTH, AXIS_DEPTH + AXIS_HEIGHT);
  return block;
}

GPtrArray *
imp_briefing_layout_create_irritants (const ImpBriefingLayout *self)
{
  const GPtrArray *irritants = self->briefing->irritants;
  const guint n = MIN (irritants->len, IMP_BRIEFING_MAX_IRRITANTS);
  const double hours_width = measure_hours (self, n);
  GPtrArray *rows = imp_briefing_layout_create_rows ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, create_row (self, irritants->pdata[i], hours_width));
  if (self->axis.axis.high > 0)
    g_ptr_array_add (rows, create_axis (self));
  imp_briefing_layout_add_rest (self, rows, self->x + TITLE_X, self->width - TITLE_X,
                                self->briefing->n_irritants, n);
  return rows;
}
