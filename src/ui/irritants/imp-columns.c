/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The columns at the end of a row of the ranked list. */
#include "config.h"

#include "ui/irritants/imp-columns.h"

#include "base/imp-text.h"

#include <glib/gi18n.h>

#define MOST 4 /* beside the hours or the score: else there is no room for the title */

static const struct
{
  const char *nick, *label, *heading;
} columns_of[IMP_N_COLUMNS] = {
  [IMP_COLUMN_HOURS] = { "hours", N_ ("Hours with Range"), N_ ("Hours a month") },
  [IMP_COLUMN_SCORE] = { "score", N_ ("Score Ordered By"), NULL },
  [IMP_COLUMN_PAYBACK] = { "payback", N_ ("Payback"), N_ ("Pays back in") },
  [IMP_COLUMN_STATE] = { "state", N_ ("State"), N_ ("State") },
  [IMP_COLUMN_VOICES] = { "voices", N_ ("Voices"), N_ ("Voices") },
  [IMP_COLUMN_TREND] = { "trend", N_ ("Trend"), N_ ("Trend") },
  [IMP_COLUMN_CARE] = { "care", N_ ("Care"), N_ ("Care") },
  [IMP_COLUMN_RECORDED] = { "recorded", N_ ("Recorded"), N_ ("Recorded") },
};

const char *
imp_column_get_nick (ImpColumn column)
{
  g_return_val_if_fail (column < IMP_N_COLUMNS, NULL);
  return columns_of[column].nick;
}

const char *
imp_column_get_label (ImpColumn column)
{
  g_return_val_if_fail (column < IMP_N_COLUMNS, "");
  return _ (columns_of[column].label);
}

const char *
imp_column_get_heading (ImpColumn column, ImpMeasure measure)
{
  g_return_val_if_fail (column < IMP_N_COLUMNS, "");
  return column == IMP_COLUMN_SCORE ? imp_measure_get_label (measure)
                                    : _ (columns_of[column].heading);
}

gboolean
imp_columns_have_score (guint columns, ImpMeasure measure)
{
  if ((columns & 1u << IMP_COLUMN_SCORE) == 0)
    return FALSE;
  switch (measure)
    {
    case IMP_MEASURE_HOURS:
      return (columns & 1u << IMP_COLUMN_HOURS) == 0;
    case IMP_MEASURE_VOICES:
      return (columns & 1u << IMP_COLUMN_VOICES) == 0;
    case IMP_MEASURE_RICE:
    case IMP_MEASURE_ICE:
    case IMP_MEASURE_COST_OF_DELAY:
    case IMP_MEASURE_WSJF:
      return TRUE;
    case IMP_MEASURE_IMPACT:
    case IMP_MEASURE_PAYBACK:
    case IMP_N_MEASURES:
    default:
      return FALSE;
    }
}

static gboolean
has (guint columns, ImpColumn column)
{
  return (columns & 1u << column) != 0;
}

/* The range stands under the hours, or the score. */
static guint
arrange_first (guint columns, gboolean scored, ImpColumnPair *pair)
{
  if (has (columns, IMP_COLUMN_HOURS))
    *pair = (ImpColumnPair) { IMP_COLUMN_HOURS, scored ? IMP_COLUMN_SCORE : IMP_N_COLUMNS };
  else if (scored)
    *pair = (ImpColumnPair) { IMP_COLUMN_SCORE, IMP_N_COLUMNS };
  else
    return 0;
  return 1;
}

guint
imp_columns_arrange (guint columns, ImpMeasure measure, ImpColumnPair pairs[IMP_N_COLUMNS])
{
  const guint first = arrange_first (columns, imp_columns_have_score (columns, measure), pairs);
  guint n = first;

  for (ImpColumn column = IMP_COLUMN_PAYBACK; column < IMP_N_COLUMNS; column++)
    {
      if (!has (columns, column))
        continue;
      if (n > first && pairs[n - 1].bottom == IMP_N_COLUMNS)
        pairs[n - 1].bottom = column;
      else
        pairs[n++] = (ImpColumnPair) { column, IMP_N_COLUMNS };
    }
  return n;
}

gboolean
imp_columns_have_room (guint columns, ImpColumn column)
{
  const gboolean apart = has (columns, IMP_COLUMN_HOURS) || has (columns, IMP_COLUMN_SCORE);
  guint n = 0;

  for (ImpColumn i = IMP_COLUMN_PAYBACK; i < IMP_N_COLUMNS; i++)
    n += has (columns, i);
  if (column < IMP_COLUMN_PAYBACK)
    return apart || n <= MOST;
  return n < (apart ? MOST : IMP_N_COLUMNS);
}

static gboolean
has_value (ImpIrritantRow *row, ImpMeasure measure)
{
  return measure == IMP_MEASURE_VOICES || imp_facts_are_asked (imp_irritant_row_get_facts (row));
}

static char *
say_value (ImpIrritantRow *row, ImpMeasure measure)
{
  const ImpFacts *facts = imp_irritant_row_get_facts (row);

  if (measure == IMP_MEASURE_VOICES)
    return g_strdup_printf ("%u", imp_irritant_row_get_voices (row));
  return imp_number_to_words (
      imp_measure_reckon (measure, facts, imp_irritant_row_get_impact (row)).value);
}

char *
imp_columns_dup_score (ImpIrritantRow *row, ImpMeasure measure)
{
  g_autofree char *score = say_value (row, measure);

  if (!has_value (row, measure))
    return g_strdup ("");
  /* Translators: a value and its measure, where there is little room: "120 RICE" */
  return g_strdup_printf (_ ("%1$s\u00a0%2$s"), score, imp_measure_get_label (measure));
}

char *
imp_columns_say_score (ImpIrritantRow *row, ImpMeasure measure)
{
  g_autofree char *score = say_value (row, measure);

  if (!has_value (row, measure))
    return g_strdup ("");
  /* Translators: a measure and its value: "RICE 120" */
  return g_strdup_printf (_ ("%1$s\u00a0%2$s"), imp_measure_get_label (measure), score);
}

/* Takes over `words`. */
static void
append (GString *text, char *words)
{
  g_autofree char *owned = words;

  if (*owned != '\0')
    g_string_append_printf (text, ". %s", owned);
}

static char *
say_recorded (ImpIrritantRow *row)
{
  g_autofree char *date = imp_date_to_words_year (imp_irritant_row_get_recorded (row));

  return g_strdup_printf (_ ("recorded %s"), date);
}

char *
imp_columns_say (guint columns, ImpMeasure measure, ImpIrritantRow *row)
{
  GString *text = g_string_new (NULL);

  if (imp_columns_have_score (columns, measure))
    append (text, imp_columns_say_score (row, measure));
  if (has (columns, IMP_COLUMN_TREND))
    append (text, g_strdup (imp_trend_get_words (imp_irritant_row_get_trend (row))));
  if (has (columns, IMP_COLUMN_CARE))
    append (text, g_strdup_printf (_ ("Care %.3g"), imp_irritant_row_get_impact (row)->care));
  if (has (columns, IMP_COLUMN_RECORDED))
    append (text, say_recorded (row));
  return g_string_free_and_steal (text);
}
