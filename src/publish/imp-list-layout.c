/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The columns of a printed list. */
#include "config.h"

#include "publish/imp-list-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "publish/imp-list-words.h"

#define MARGIN      40.0
#define GAP         10.0
#define TITLE_SHARE 0.19 /* of the text's width */
#define RANGE_SHARE 0.1
#define RANGE_GAP   14.0
#define CARE_GAP    12.0
#define SCORE_GAP   18.0
#define MAX_TITLE   4 /* lines */

typedef char *(*RowWords) (const ImpRankedTable *table, const ImpRankedRow *row);

static char *
get_hours (const ImpRankedTable *table, const ImpRankedRow *row)
{
  return imp_list_words_hours (row);
}

static char *
get_care (const ImpRankedTable *table, const ImpRankedRow *row)
{
  return imp_list_words_care (row);
}

/* As wide as its head and the widest of its entries, which is one of the longest: figures are all
 * of one width. */
static double
measure_column (const ImpListLayout *self, ImpStyle style, const char *head, RowWords get_words)
{
  double widest = imp_type_measure (self->type, IMP_STYLE_TABLE_HEAD, head);
  gsize longest = 0;

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      g_autofree char *words = get_words (self->table, imp_ranked_table_get_row (self->table, i));
      gsize length = strlen (words);

      if (length >= longest)
        widest = MAX (widest, imp_type_measure (self->type, style, words));
      longest = MAX (longest, length);
    }
  return widest + 1;
}

static char *
get_rank (const ImpRankedTable *table, const ImpRankedRow *row)
{
  return imp_list_words_rank (row);
}

static void
init_grid (ImpGrid *grid, const ImpPaper *paper, gboolean rtl)
{
  *grid = (ImpGrid) { .width = paper->height,
                      .height = paper->width,
                      .x = MARGIN,
                      .text_width = paper->height - 2 * MARGIN,
                      .rtl = rtl };
}

static ImpSlot
end_slot (ImpStyle style, double end_x, double width)
{
  return (ImpSlot) { style, "TD", end_x - width, width, IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
}

/* From the end of the lines inwards. Returns where what is left of them ends. */
static double
init_numbers (ImpListLayout *self)
{
  double end = self->grid.x + self->grid.text_width;
  const double range = RANGE_SHARE * self->grid.text_width;
  const char *score_head = imp_list_words_score_head (self->table);

  self->score =
      end_slot (IMP_STYLE_TABLE_SCORE, end,
                measure_column (self, IMP_STYLE_TABLE_SCORE, score_head, imp_list_words_score));
  end = self->score.x - SCORE_GAP;
  if (imp_list_words_has_care (self->table))
    {
      self->care = end_slot (IMP_STYLE_TABLE_NUMBER, end,
                             measure_column (self, IMP_STYLE_TABLE_NUMBER, _ ("Care"), get_care));
      end = self->care.x - CARE_GAP;
    }
  self->range = (ImpSlot) { IMP_STYLE_TABLE_UNSEEN, "TD", end - range, range, IMP_ALIGN_START,
                            IMP_WRAP_ONE_LINE };
  end = self->range.x - RANGE_GAP;
  self->hours = end_slot (IMP_STYLE_TABLE_HOURS, end,
                          measure_column (self, IMP_STYLE_TABLE_HOURS, _ ("Hours"), get_hours));
  return self->hours.x - GAP;
}

static void
init_columns (ImpListLayout *self)
{
  const double end = init_numbers (self);
  const double rank = measure_column (self, IMP_STYLE_TABLE_RANK, _ ("Rank"), get_rank);
  double x = self->grid.x;

  self->rank = end_slot (IMP_STYLE_TABLE_RANK, x + rank, rank);
  x += rank + GAP;
  self->title = (ImpSlot) {
    IMP_STYLE_TABLE_TITLE, NULL,     x, TITLE_SHARE * self->grid.text_width, IMP_ALIGN_START,
    IMP_WRAP_PARAGRAPH,    MAX_TITLE
  };
  self->site = self->title;
  self->site.style = IMP_STYLE_TABLE_SITE;
  x += self->title.width + GAP;
  self->sentence =
      (ImpSlot) { IMP_STYLE_TABLE, "TD", x, end - x, IMP_ALIGN_START, IMP_WRAP_PARAGRAPH };
}

static void
init_axis (ImpListLayout *self)
{
  self->axis.x = self->range.x;
  self->axis.width = self->range.width;
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const ImpRankedRow *row = imp_ranked_table_get_row (self->table, i);
      const ImpEstimate hours = imp_impact_get_hours (&row->data->impact);

      if (hours.value > 0 && imp_facts_are_asked (&row->data->facts))
        imp_log_axis_include (&self->axis.axis, &hours);
    }
}

void
imp_list_layout_init (ImpListLayout *self, const ImpRankedTable *table, const ImpPaper *paper)
{
  self->table = table;
  self->type = imp_type_new_apart (table->language);
  init_grid (&self->grid, paper, imp_type_is_rtl (self->type));
  init_columns (self);
  init_axis (self);
}

void
imp_list_layout_clear (ImpListLayout *self)
{
  g_clear_pointer (&self->type, imp_type_free);
}
