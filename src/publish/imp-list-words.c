/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a printed list. */
#include "config.h"

#include "publish/imp-list-words.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-sentence.h"
#include "publish/imp-rich.h"
#include "publish/imp-words.h"

/* By age where there is no measure. */
static const char *
get_by (ImpMeasure measure)
{
  static const char *const by[IMP_N_MEASURES] = {
    /* Translators: these stand in "Top 20 by impact". */
    N_ ("by age"),
    [IMP_MEASURE_IMPACT] = N_ ("by impact"),
    [IMP_MEASURE_PAYBACK] = N_ ("by payback"),
    [IMP_MEASURE_HOURS] = N_ ("by hours"),
    [IMP_MEASURE_VOICES] = N_ ("by voices"),
    [IMP_MEASURE_RICE] = N_ ("by RICE"),
    [IMP_MEASURE_ICE] = N_ ("by ICE"),
    [IMP_MEASURE_COST_OF_DELAY] = N_ ("by cost of delay"),
    [IMP_MEASURE_WSJF] = N_ ("by WSJF"),
  };

  return _ (by[measure]);
}

char *
imp_list_words_name (const ImpRankedTable *table)
{
  const char *by = get_by (table->measure);

  if (table->rows->len >= table->n_all)
    /* Translators: "All 34 by impact". */
    return g_strdup_printf (ngettext ("%1$'u irritant %2$s", "All %1$'u %2$s", table->n_all),
                            table->n_all, by);
  /* Translators: "Top 20 of 34 by impact". */
  return g_strdup_printf (_ ("Top %1$'u of %2$'u %3$s"), table->rows->len, table->n_all, by);
}

char *
imp_list_words_scope (const ImpRankedTable *table)
{
  g_autofree char *organisation = imp_rich_clean (table->organisation);
  g_autofree char *scope =
      imp_rich_clean (!imp_text_is_empty (table->scope) ? table->scope : _ ("all sites"));

  if (*organisation == '\0')
    return g_steal_pointer (&scope);
  return g_strdup_printf (_ ("%1$s, %2$s"), organisation, scope);
}

static char *
say_first_by_hours (ImpMeasure measure, const char *title, const ImpRankedRow *first)
{
  g_autofree char *hours = imp_words_hours (first->data->impact.hours, TRUE);

  if (!imp_facts_are_asked (&first->data->facts) || *hours == '\0')
    return g_strdup (_ ("What these cost is not known yet"));
  if (measure == IMP_MEASURE_IMPACT)
    return g_strdup_printf (_ ("“%1$s” hurts us most: %2$s"), title, hours);
  if (measure == IMP_MEASURE_HOURS)
    return g_strdup_printf (_ ("“%1$s” costs us most: %2$s"), title, hours);
  return g_strdup_printf (_ ("“%1$s” gives back most for the work: %2$s"), title, hours);
}

static char *
say_first (ImpMeasure measure, const char *title, const ImpRankedRow *first)
{
  g_autofree char *recorded = imp_date_to_words_year (first->data->recorded);
  const guint voices = (guint) first->data->facts.reporters;

  if (measure == 0)
    return *recorded == '\0'
               ? g_strdup_printf (_ ("“%s” has waited longest"), title)
               : g_strdup_printf (_ ("“%1$s” has waited longest: since %2$s"), title, recorded);
  if (measure == IMP_MEASURE_VOICES)
    return g_strdup_printf (ngettext ("“%1$s” has most voices: %2$'u colleague",
                                      "“%1$s” has most voices: %2$'u colleagues", voices),
                            title, voices);
  if (measure == IMP_MEASURE_RICE || measure == IMP_MEASURE_ICE || measure == IMP_MEASURE_WSJF)
    return g_strdup_printf (_ ("“%1$s” comes first %2$s"), title, get_by (measure));
  return say_first_by_hours (measure, title, first);
}

char *
imp_list_words_title (const ImpRankedTable *table)
{
  const ImpRankedRow *first = imp_ranked_table_get_first (table);
  g_autofree char *title = first != NULL ? imp_list_words_title_of (first) : NULL;

  if (first == NULL)
    return g_strdup (_ ("Nothing is in this list"));
  return say_first (table->measure, title, first);
}

/* Those are the last. */
static gboolean
has_unasked (const ImpRankedTable *table)
{
  const guint n = table->rows->len;

  return n > 0 && imp_ranked_table_get_row (table, n - 1)->rank == 0;
}

char *
imp_list_words_definition (const ImpRankedTable *table)
{
  GString *text = g_string_new (table->measure != 0 ? imp_measure_get_definition (table->measure)
                                                    : _ ("The oldest first."));

  if (table->measure != 0 && imp_measure_has_range (table->measure))
    g_string_append (text, _ (" Between two heavy lines, irritants are about the same."));
  if (has_unasked (table))
    g_string_append (text, _ (" What has no rank was not yet asked about."));
  return g_string_free_and_steal (text);
}

const char *
imp_list_words_foot (void)
{
  return _ ("Hours come from three questions: how many people, how often, how many minutes. Top "
            "ten: almost surely is a chance of 90\u00a0% or more, probably 70, could be 30.");
}

gboolean
imp_list_words_has_care (const ImpRankedTable *table)
{
  return table->measure == IMP_MEASURE_IMPACT || table->measure == IMP_MEASURE_PAYBACK
         || table->measure == IMP_MEASURE_HOURS;
}

/* Hours stand in a column of their own, whatever the order. */
static ImpMeasure
get_scored (const ImpRankedTable *table)
{
  return table->measure == IMP_MEASURE_HOURS ? IMP_MEASURE_IMPACT : table->measure;
}

const char *
imp_list_words_score_head (const ImpRankedTable *table)
{
  return table->measure != 0 ? imp_measure_get_label (get_scored (table)) : _ ("Recorded");
}

char *
imp_list_words_rank (const ImpRankedRow *row)
{
  return row->rank > 0 ? g_strdup_printf ("%'u", row->rank) : g_strdup ("–");
}

char *
imp_list_words_title_of (const ImpRankedRow *row)
{
  g_autofree char *title = imp_rich_clean (row->data->title);

  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (_ ("Without a title"));
}

static void
append_part (GString *line, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

static char *
say_pin (const ImpIrritantData *data)
{
  g_autofree char *reason = imp_rich_clean (data->pin_reason);
  g_autofree char *until = imp_date_to_short_words (data->pin_until);

  if (*reason == '\0')
    return g_steal_pointer (&reason);
  /* Translators: the last day on which an irritant is pinned, and why. */
  return g_strdup_printf (_ ("pinned until %1$s: %2$s"), until, reason);
}

char *
imp_list_words_site (const ImpRankedRow *row)
{
  GString *line = g_string_new (NULL);
  g_autofree char *sites = imp_rich_clean (row->data->sites);
  g_autofree char *pin = say_pin (row->data);

  append_part (line, sites);
  if (row->data->state != IMP_STATE_OPEN)
    append_part (line, imp_state_get_label (row->data->state));
  append_part (line, pin);
  return g_string_free_and_steal (line);
}

char *
imp_list_words_sentence (const ImpRankedRow *row)
{
  g_autofree char *sentence = imp_ranked_row_say (row);

  return imp_rich_clean (sentence);
}

char *
imp_list_words_hours (const ImpRankedRow *row)
{
  const double hours = row->data->impact.hours;

  if (!imp_facts_are_asked (&row->data->facts))
    return g_strdup ("");
  /* Translators: hours, in a column. */
  return hours > 0 && hours < 0.1 ? g_strdup (_ ("<\u00a00.1")) : imp_number_to_words (hours);
}

char *
imp_list_words_range (const ImpRankedRow *row)
{
  return imp_facts_are_asked (&row->data->facts) ? imp_impact_to_range (&row->data->impact)
                                                 : g_strdup ("");
}

char *
imp_list_words_care (const ImpRankedRow *row)
{
  return g_strdup_printf ("%.3g", row->data->impact.care);
}

char *
imp_list_words_score (const ImpRankedTable *table, const ImpRankedRow *row)
{
  ImpEstimate score;

  if (table->measure == 0)
    return imp_date_to_short_words_year (row->data->recorded);
  if (table->measure != IMP_MEASURE_VOICES && !imp_facts_are_asked (&row->data->facts))
    return g_strdup ("");
  score = imp_measure_reckon (get_scored (table), &row->data->facts, &row->data->impact);
  return table->measure == IMP_MEASURE_VOICES ? g_strdup_printf ("%'.0f", score.value)
                                              : imp_number_to_words (score.value);
}
