/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of the page about a rank. */
#include "config.h"

#include "publish/imp-reason-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/imp-text.h"
#include "model/imp-explanation-words.h"
#include "model/imp-sentence.h"
#include "publish/imp-rich.h"

#define RULE         0.75
#define FIRST_LINE   22.0 /* from a section's rule to its first baseline */
#define DEPTH        16.0 /* from its last baseline to the next one's rule */
#define UNIT_LINE    13.0
#define NOTE_LINE    12.25
#define ROW_HEIGHT   19.0
#define ROW_LINE     13.0 /* from a row's top to its baseline */
#define ROW_MIDDLE   9.5
#define LIGHT        0.4
#define FACTOR_SHARE 0.235 /* of the main column */
#define HEAVY        1.5
#define AXIS_HEIGHT  12.0
#define STEP_HEIGHT  42.0
#define STEP_LINE    1.2
#define RANK_WIDTH   26.0
#define TITLE_SHARE  0.46
#define SCORE_WIDTH  40.0
#define GAP          10.0
#define MAX_LINES    30

/* With its heading in the rail, on the baseline of its first line. */
static ImpBlock *
begin_section (const ImpReasonLayout *self, const char *heading)
{
  const ImpGrid *grid = &self->grid;
  const ImpSlot slot = { IMP_STYLE_HEADING, "H2", grid->x, grid->rail_width };
  ImpBlock *block = imp_block_new ();

  imp_block_add_rule (block, grid->x, grid->text_width, 0, RULE);
  block->height = imp_slot_write (&slot, self->type, block, heading, FIRST_LINE);
  return block;
}

/* y: its last baseline. */
static ImpBlock *
end_section (ImpBlock *block, double y)
{
  block->height = MAX (block->height, y) + DEPTH;
  return block;
}

static double
write_paragraph (const ImpReasonLayout *self,
                 ImpBlock *block,
                 ImpStyle style,
                 const char *text,
                 double y)
{
  const ImpGrid *grid = &self->grid;
  const ImpSlot slot = {
    style, "P", grid->main_x, grid->main_width, IMP_ALIGN_START, IMP_WRAP_PARAGRAPH, MAX_LINES
  };
  g_autofree char *clean = imp_rich_clean (text);

  return imp_slot_write (&slot, self->type, block, clean, y);
}

/* Takes the text. */
static ImpBlock *
create_words (const ImpReasonLayout *self, const char *heading, char *text)
{
  g_autofree char *owned = text;
  ImpBlock *block = begin_section (self, heading);

  return end_section (block, write_paragraph (self, block, IMP_STYLE_BODY, owned, FIRST_LINE));
}

/* A factor, large over small: its sign and figure, the unit, where it comes from. Returns its last
 * baseline. */
static double
write_factor (const ImpReasonLayout *self,
              ImpBlock *block,
              guint column,
              const char *figure,
              const char *unit,
              const char *source)
{
  const double width = FACTOR_SHARE * self->grid.main_width;
  const double x = self->grid.main_x + column * width;
  const double end = column < 3 ? x + width : self->grid.main_x + self->grid.main_width;
  ImpSlot slot = { IMP_STYLE_LIST_TITLE, NULL, x, end - x - GAP };
  g_autofree char *unit_blank = g_strconcat (unit, " ", NULL);
  double y;

  imp_block_begin (block, "P");
  y = imp_slot_write (&slot, self->type, block, figure, FIRST_LINE);
  slot.style = IMP_STYLE_NOTE;
  y = imp_slot_write (&slot, self->type, block, unit_blank, y + UNIT_LINE);
  y = imp_slot_write (&slot, self->type, block, source, y + NOTE_LINE);
  imp_block_end (block, "P");
  return y;
}

static double
write_factors (const ImpReasonLayout *self, ImpBlock *block)
{
  const ImpStanding *own = imp_explanation_get_own (self->explanation);
  g_autofree char *hours = imp_impact_to_hours_words (own->impact.hours);
  g_autofree char *sum = g_strdup_printf ("÷\u00a060 =\u00a0%s ", hours);
  g_autofree char *range = imp_impact_to_range (&own->impact);
  double deepest = 0, y;

  for (ImpQuestion q = IMP_QUESTION_PEOPLE; q <= IMP_QUESTION_MINUTES; q++)
    {
      g_autofree char *figure = imp_standing_say_figure (own, q);
      g_autofree char *signed_figure =
          g_strdup_printf (q == IMP_QUESTION_PEOPLE ? "%s " : "×\u00a0%s ", figure);

      y = write_factor (self, block, (guint) q, signed_figure, imp_standing_get_unit (own, q),
                        imp_standing_get_source (own, q));
      deepest = MAX (deepest, y);
    }
  y = write_factor (self, block, 3, sum, _ ("lost a month"), range);
  return MAX (deepest, y);
}

static ImpBlock *
create_reckoning (const ImpReasonLayout *self)
{
  ImpBlock *block = begin_section (self, _ ("How the Number Comes About"));
  g_autofree char *care = imp_explanation_say_care (self->explanation);
  double y = write_factors (self, block);

  return end_section (block, write_paragraph (self, block, IMP_STYLE_BODY, care, y + ROW_HEIGHT));
}

static void
write_cell (const ImpReasonLayout *self,
            ImpBlock *block,
            ImpStyle style,
            double x,
            double width,
            ImpAlign align,
            const char *text,
            double y)
{
  const ImpSlot slot = { style, "TD", x, width, align, IMP_WRAP_ONE_LINE };
  g_autofree char *clean = imp_rich_clean (text);

  imp_slot_write (&slot, self->type, block, clean, y);
}

/* A neighbour from y on: rank, title, range, impact. The own one is strong. */
static void
write_standing (const ImpReasonLayout *self,
                ImpBlock *block,
                const ImpStanding *standing,
                gboolean own,
                double y)
{
  const ImpGrid *grid = &self->grid;
  const ImpStyle style = own ? IMP_STYLE_LIST_STRONG : IMP_STYLE_LIST;
  const ImpEstimate impact = imp_impact_get_impact (&standing->impact);
  g_autofree char *rank = g_strdup_printf ("%'u", standing->rank);
  g_autofree char *value = imp_number_to_words (impact.value);
  const double line = y + ROW_LINE;

  imp_block_begin (block, "TR");
  write_cell (self, block, own ? IMP_STYLE_TABLE_RANK : IMP_STYLE_COLUMN, grid->main_x, RANK_WIDTH,
              IMP_ALIGN_END, rank, line);
  write_cell (self, block, style, grid->main_x + RANK_WIDTH + GAP, TITLE_SHARE * grid->main_width,
              IMP_ALIGN_START, standing->title, line);
  imp_range_axis_draw (&self->axis, block, &impact, y + ROW_MIDDLE);
  write_cell (self, block, own ? IMP_STYLE_TABLE_RANK : IMP_STYLE_COLUMN,
              grid->main_x + grid->main_width - SCORE_WIDTH, SCORE_WIDTH, IMP_ALIGN_END, value,
              line);
  imp_block_end (block, "TR");
}

static double
write_standings (const ImpReasonLayout *self, ImpBlock *block, double y)
{
  const ImpExplanation *explanation = self->explanation;
  const ImpGrid *grid = &self->grid;

  imp_block_begin (block, "Table");
  for (guint i = 0; i < explanation->standings->len; i++, y += ROW_HEIGHT)
    {
      const ImpStanding *standing = explanation->standings->pdata[i];
      const gboolean heavy = i > 0 && standing->leads;

      if (i > 0)
        imp_block_add_line (block, heavy ? IMP_INK_TEXT : IMP_INK_LIGHT, grid->main_x,
                            grid->main_width, y, heavy ? HEAVY : LIGHT);
      write_standing (self, block, standing, i == explanation->own, y);
    }
  imp_block_end (block, "Table");
  imp_block_add_rule (block, grid->main_x, grid->main_width, y, RULE);
  return y;
}

static ImpBlock *
create_neighbours (const ImpReasonLayout *self)
{
  ImpBlock *block = begin_section (self, _ ("Where It Stands"));
  g_autoptr (ImpBlock) figures = imp_block_new ();
  double y = write_paragraph (self, block, IMP_STYLE_NOTE,
                              _ ("Impact is hours a month times care, with the range that holds "
                                 "four chances in five. Below a heavy line: less than the "
                                 "first of the group above, with at least three chances in four."),
                              FIRST_LINE);

  y = write_standings (self, block, y + RULE + DEPTH / 2);
  imp_range_axis_write_figures (&self->axis, self->type, figures, "%s",
                                self->grid.main_x + self->grid.main_width);
  figures->decoration = TRUE;
  imp_block_append (block, figures, y);
  return end_section (block, y + AXIS_HEIGHT);
}

/* The higher it stands, the higher the line: by the logarithm, for from 2 to 1 is as far as from 20
 * to 10. */
static double
place_rank (guint rank, guint best, guint worst)
{
  return best < worst ? log ((double) rank / best) / log ((double) worst / best) * STEP_HEIGHT
                      : STEP_HEIGHT / 2;
}

static double
place_day (const ImpReasonLayout *self, ImpDate day)
{
  const GArray *past = self->explanation->past;
  const double first = g_array_index (past, ImpPastRank, 0).day;
  const double last = g_array_index (past, ImpPastRank, past->len - 1).day;

  return self->grid.main_x + (day - first) / MAX (last - first, 1) * self->grid.main_width;
}

/* A step for each day on which it was noted, the dot now. */
static void
draw_steps (const ImpReasonLayout *self, ImpBlock *block, double top)
{
  const GArray *past = self->explanation->past;
  guint best, worst;

  imp_rank_history_get_ends (past, &best, &worst);
  for (guint i = 0; i + 1 < past->len; i++)
    {
      const ImpPastRank *from = &g_array_index (past, ImpPastRank, i), *to = from + 1;
      const double x = place_day (self, from->day), end = place_day (self, to->day);
      const double y = top + place_rank (from->rank, best, worst);
      const double next = top + place_rank (to->rank, best, worst);

      imp_block_add_line (block, IMP_INK_TEXT, x, end - x, y, STEP_LINE);
      imp_block_add_line (block, IMP_INK_TEXT, end - STEP_LINE / 2, STEP_LINE, (y + next) / 2,
                          fabs (next - y) + STEP_LINE);
      if (i + 2 == past->len)
        imp_block_add_dot (block, end - 2.5, next, 5);
    }
}

static ImpBlock *
create_history (const ImpReasonLayout *self)
{
  ImpBlock *block = begin_section (self, _ ("Its Rank So Far"));
  g_autofree char *words = imp_rank_history_say (self->explanation->past);
  double y = write_paragraph (self, block, IMP_STYLE_BODY, words, FIRST_LINE);

  if (self->explanation->past->len > 1)
    {
      draw_steps (self, block, y + DEPTH);
      y += DEPTH + STEP_HEIGHT;
    }
  return end_section (block, y);
}

GPtrArray *
imp_reason_layout_create_sections (const ImpReasonLayout *self)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_block_free);

  if (imp_explanation_is_ranked (self->explanation))
    {
      g_ptr_array_add (sections, create_reckoning (self));
      g_ptr_array_add (sections, create_neighbours (self));
    }
  g_ptr_array_add (sections, create_words (self, _ ("In Words"),
                                           imp_explanation_say_comparison (self->explanation)));
  g_ptr_array_add (sections, create_words (self, _ ("What Would Make Us Surer"),
                                           imp_explanation_say_change (self->explanation)));
  if (self->explanation->past->len > 0)
    g_ptr_array_add (sections, create_history (self));
  return sections;
}
