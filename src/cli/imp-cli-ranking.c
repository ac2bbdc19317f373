/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The ranked list as a table. */
#include "config.h"

#include "cli/imp-cli-ranking.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "cli/imp-cli-table.h"
#include "cli/imp-cli-text.h"
#include "model/imp-query-words.h"
#include "model/imp-sentence.h"

#define MAX_LINES 3 /* of a title */

/* What the hours are multiplied by: without it the order of impact looks like no order. */
static char *
dup_care (const ImpImpact *impact)
{
  return g_strdup_printf ("×%.3g", impact->care);
}

static char *
dup_title (ImpIrritantRow *row)
{
  const char *title = imp_irritant_row_get_title (row);
  const char *reason = imp_irritant_row_get_pin_reason (row);
  g_autofree char *until = NULL;

  if (reason == NULL)
    return g_strdup (title);
  until = imp_date_to_words (imp_irritant_row_get_pin_until (row));
  /* Translators: the title of an irritant; the last day on which it is pinned, and why */
  return g_strdup_printf (_ ("%s (pinned until %s: %s)"), title, until, reason);
}

static char **
dup_cells (ImpIrritantRow *row)
{
  const ImpImpact *impact = imp_irritant_row_get_impact (row);
  const gboolean asked = imp_facts_are_asked (imp_irritant_row_get_facts (row));
  const guint rank = imp_irritant_row_get_rank (row);
  char **cells = g_new0 (char *, 8);

  cells[0] = rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("–");
  cells[1] = asked ? imp_impact_to_hours_words (impact->hours) : g_strdup ("–");
  cells[2] = dup_care (impact);
  cells[3] = asked ? imp_impact_to_payback_words (impact) : g_strdup ("–");
  cells[4] = g_strdup_printf ("%u", imp_irritant_row_get_voices (row));
  cells[5] = g_strdup (imp_state_get_label (imp_irritant_row_get_state (row)));
  cells[6] = dup_title (row);
  return cells;
}

static void
print_paragraph (const char *text, int width, GString *out)
{
  g_auto (GStrv) lines = imp_cli_text_wrap (text, width, G_MAXUINT);
  g_autofree char *paragraph = g_strjoinv ("\n", lines);

  g_string_append_printf (out, "%s\n", paragraph);
}

/* Nothing where nobody was asked: then nobody was asked about any. */
static void
print_sentence (ImpIrritantRow *row, int width, GString *out)
{
  g_autofree char *sentence = imp_impact_to_sentence (
      imp_irritant_row_get_facts (row), imp_irritant_row_get_impact (row), NULL, NULL);
  g_autofree char *text = g_strdup_printf (_ ("%u: %s"), imp_irritant_row_get_rank (row), sentence);

  if (imp_irritant_row_get_rank (row) == 0)
    return;
  g_string_append_c (out, '\n');
  print_paragraph (text, width, out);
}

/* Of those that are ranked, or of the pinned where there are no others. */
static ImpIrritantRow *
find_first (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (!imp_irritant_row_get_place (rows->pdata[i])->pinned)
      return rows->pdata[i];
  return rows->pdata[0];
}

static void
print_definition (ImpMeasure measure, int width, GString *out)
{
  g_autofree char *text = NULL;

  if (measure == 0) /* by age */
    return;
  /* Translators: what a list is ordered by, and its definition. */
  text = g_strdup_printf (_ ("%s: %s"), imp_measure_get_label (measure),
                          imp_measure_get_definition (measure));
  print_paragraph (text, width, out);
  g_string_append_c (out, '\n');
}

/* What is less for sure than those above, and what is no longer pinned, stands apart. */
static gboolean
starts_group (GPtrArray *rows, guint i, gboolean grouped)
{
  const ImpPlace *above, *place;

  if (i == 0)
    return FALSE;
  above = imp_irritant_row_get_place (rows->pdata[i - 1]);
  place = imp_irritant_row_get_place (rows->pdata[i]);
  if (above->pinned != place->pinned || above->unasked != place->unasked)
    return TRUE;
  return grouped && !place->pinned && above->group_first != place->group_first;
}

void
imp_cli_ranking_print_table (GPtrArray *rows,
                             ImpMeasure measure,
                             gboolean grouped,
                             int width,
                             GString *out)
{
  const ImpCliColumn columns[] = {
    { "", TRUE },
    { _ ("A month"), TRUE },
    { _ ("Care"), FALSE },
    { _ ("Pays back in"), FALSE },
    { _ ("Voices"), TRUE },
    { _ ("State"), FALSE },
    { _ ("Irritant"), FALSE },
  };
  g_autoptr (ImpCliTable) table = imp_cli_table_new (columns, G_N_ELEMENTS (columns), MAX_LINES);

  if (rows->len == 0)
    return;
  print_definition (measure, width, out);
  for (guint i = 0; i < rows->len; i++)
    {
      if (starts_group (rows, i, grouped))
        imp_cli_table_add_gap (table);
      imp_cli_table_take_row (table, dup_cells (g_ptr_array_index (rows, i)));
    }
  imp_cli_table_print (table, width, out);
  print_sentence (find_first (rows), width, out);
}

/* Why the list ends where it ends; nothing where it is complete. */
static void
print_limit (guint n, guint limit, int width, GString *out)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Shown: %'u of %'u; “--limit 0” lists all."), MIN (limit, n), n);

  if (n > limit)
    print_paragraph (text, width, out);
}

/* Why there is nothing, and what would be something. */
static void
print_nothing (const ImpOverview *overview, gboolean all, int width, GString *out)
{
  g_autofree char *fixed =
      g_strdup_printf (ngettext ("The only irritant is fixed or declined: “--all” lists it.",
                                 "All %'u irritants are fixed or declined: “--all” lists them.",
                                 overview->n_all_irritants),
                       overview->n_all_irritants);

  if (overview->n_all_irritants == 0)
    print_paragraph (_ ("Nothing is recorded yet: “improve import” takes a list in, “improve "
                        "sample” shows how it could look."),
                     width, out);
  else if (!all)
    print_paragraph (fixed, width, out);
}

/* Of what is not fixed. */
static char *
say_sum (const ImpOverview *overview)
{
  const guint n = overview->n_not_fixed, n_asked = overview->n_asked;
  g_autofree char *hours = imp_number_to_words (overview->hours_not_fixed);

  if (n_asked == 0)
    return g_strdup_printf (
        ngettext ("%'u irritant is not fixed yet.", "%'u irritants are not fixed yet.", n), n);
  if (n_asked == n)
    return g_strdup_printf (
        ngettext ("%'u irritant is not fixed yet: it costs about %s hours a month.",
                  "%'u irritants are not fixed yet: together they cost about %s hours a month.", n),
        n, hours);
  /* Translators: how many are not fixed, of how many we know what they cost, and the hours. */
  return g_strdup_printf (ngettext ("%1$'u irritants are not fixed yet: the %2$'u that we asked "
                                    "about costs about %3$s hours a month.",
                                    "%1$'u irritants are not fixed yet: the %2$'u that we asked "
                                    "about cost about %3$s hours a month.",
                                    n_asked),
                          n, n_asked, hours);
}

static void
print_sum (const ImpOverview *overview, int width, GString *out)
{
  g_autofree char *text = say_sum (overview);

  if (overview->n_not_fixed > 0)
    print_paragraph (text, width, out);
}

/* Of a query that asks for something. */
static void
print_match (const ImpOverview *overview, const ImpQuery *query, guint n_found, ImpCliJob *job)
{
  g_autofree char *words = imp_query_to_words (query);
  g_autofree char *text =
      n_found == 0
          /* Translators: %s is "Not yet fixed · Lyon" */
          ? g_strdup_printf (_ ("Nothing matches: %s."), words)
          : g_strdup_printf (ngettext ("%'u of %'u irritants matches: %s.",
                                       "%'u of %'u irritants match: %s.", n_found),
                             n_found, overview->n_all_irritants, words);

  print_paragraph (text, job->width, job->out);
}

void
imp_cli_ranking_print_footer (const ImpOverview *overview,
                              const ImpQuery *query,
                              guint n_found,
                              guint limit,
                              ImpCliJob *job)
{
  const gboolean asked = imp_query_is_narrow (query)
                         || (imp_query_has_key (query, IMP_QUERY_STATE) && !job->options->all);

  if (n_found > 0)
    g_string_append_c (job->out, '\n');
  print_limit (n_found, limit, job->width, job->out);
  if (asked)
    print_match (overview, query, n_found, job);
  else if (n_found == 0)
    print_nothing (overview, job->options->all, job->width, job->out);
  else
    print_sum (overview, job->width, job->out);
}
