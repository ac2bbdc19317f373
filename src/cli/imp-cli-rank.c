/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve rank: lists what hurts the business most. */
#include "config.h"

#include "backlog/imp-backlog-table.h"
#include "cli/imp-cli-command.h"
#include "cli/imp-cli-list.h"
#include "cli/imp-cli-ranking.h"

#include <glib/gi18n-lib.h>

#define MOST_WORDS    1000
#define LIMIT_TO_READ 20 /* without --limit, on a terminal or paper; other programs get all */

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
      N_ ("Only the first N; 0 for all (without it 20, or all as csv and json)"), N_ ("N") },
    { "top", 0, 0, G_OPTION_ARG_INT, &options->limit, N_ ("The same as --limit"), N_ ("N") },
    { "order", 0, 0, G_OPTION_ARG_FILENAME, &options->order,
      /* Translators: the words are typed as they are. */
      N_ ("Order by impact (as without it), payback, hours, voices, rice, ice, cost-of-delay, wsjf "
          "or age"),
      N_ ("ORDER") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options->all,
      N_ ("Also what is fixed, confirmed or declined"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write to FILE: .pdf, .csv, .json or .txt (without it, or as “-”, here)"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->format,
      N_ ("Write it as pdf, csv, json or text, whatever the name of the file (without both, text)"),
      N_ ("FORMAT") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &options->paper,
      N_ ("The paper of the PDF: a4 or letter (without it, as offices here use)"), N_ ("PAPER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("The same as --format json"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static const char *
get_order_name (ImpOrder order)
{
  const ImpMeasure measure = imp_order_get_measure (order);

  return measure != 0 ? imp_measure_get_nick (measure) : "age";
}

/* The first of a name: the best match is by impact, where nothing is searched for. */
static gboolean
find_order (const char *name, ImpOrder *order)
{
  for (*order = IMP_ORDER_IMPACT; *order < IMP_N_ORDERS; (*order)++)
    if (g_str_equal (get_order_name (*order), name != NULL ? name : "impact"))
      return TRUE;
  return FALSE;
}

/* What is asked for, in any number of arguments. */
static ImpQuery *
create_query (const ImpCliOptions *options)
{
  g_autofree char *text = options->files != NULL ? g_strjoinv (" ", options->files) : g_strdup ("");
  g_autoptr (ImpQuery) query = imp_query_parse (text);

  return options->all ? imp_query_with (query, IMP_QUERY_STATE, FALSE, FALSE, "any")
                      : g_steal_pointer (&query);
}

static gboolean
check_query (const ImpCliOptions *options, GError **error)
{
  g_autoptr (ImpQuery) query = create_query (options);
  g_autofree char *problem = imp_query_dup_problem (query);

  return problem == NULL || imp_cli_refuse (error, "%s", problem);
}

static gboolean
check (const ImpCliOptions *options, GError **error)
{
  ImpOrder order;

  if (!find_order (options->order, &order))
    return imp_cli_refuse (error, _ ("There is no order “%s”"), options->order);
  if (options->limit < -1)
    return imp_cli_refuse (error, _ ("The limit is below 0"));
  return imp_cli_list_check (options, error) && check_query (options, error);
}

static guint
get_limit (const ImpCliOptions *options)
{
  if (options->limit > 0)
    return options->limit;
  return options->limit < 0 && imp_cli_list_is_for_people (options) ? LIMIT_TO_READ : G_MAXUINT;
}

/* A table that is written, up to what stands under it. */
typedef struct
{
  ImpCliJob *job;
  guint n_found;
} Table;

static Table *
table_new (ImpCliJob *job, guint n_found)
{
  Table *self = g_new (Table, 1);

  *self = (Table) { job, n_found };
  return self;
}

static void
surveyed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Table *table = data;
  ImpCliJob *job = table->job;
  g_autoptr (ImpQuery) query = create_query (job->options);
  GError *error = NULL;
  ImpOverview overview;

  if (!imp_backlog_overview_finish (IMP_BACKLOG (source), result, &overview, &error))
    {
      imp_cli_job_fail (job, error);
      return;
    }
  imp_cli_ranking_print_footer (&overview, query, table->n_found, get_limit (job->options), job);
  imp_cli_list_finish_text (job);
}

static void
print_rows (ImpCliJob *job, GPtrArray *rows)
{
  g_autoptr (ImpQuery) query = create_query (job->options);
  ImpOrder order = IMP_ORDER_IMPACT;
  ImpMeasure measure;

  find_order (job->options->order, &order);
  measure = imp_order_get_measure (order);
  imp_cli_ranking_print_table (
      rows, measure, imp_measure_has_range (measure) && imp_query_get_search (query) == NULL,
      job->width, job->out);
}

static void
ranked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  ImpBacklog *backlog = IMP_BACKLOG (source);
  GError *error = NULL;
  guint n_found;
  g_autoptr (GPtrArray) rows = imp_backlog_rank_finish (backlog, result, &n_found, &error);

  if (rows == NULL)
    imp_cli_job_fail (job, error);
  else
    {
      print_rows (job, rows);
      imp_backlog_overview_async (backlog, surveyed_cb, table_new (job, n_found));
    }
}

static void
tabulated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (ImpRankedTable) table =
      imp_backlog_tabulate_finish (IMP_BACKLOG (source), result, &error);

  if (table != NULL)
    imp_cli_list_write (data, table);
  else
    imp_cli_job_fail (data, error);
}

static void
run (ImpCliJob *job)
{
  const ImpCliOptions *options = job->options;
  g_autoptr (ImpQuery) query = create_query (options);
  ImpOrder order = IMP_ORDER_IMPACT;

  find_order (options->order, &order);
  if (imp_cli_list_is_text (options))
    imp_backlog_rank_async (job->backlog, query, order, get_limit (options), job->cancellable,
                            ranked_cb, job);
  else
    imp_backlog_tabulate_async (job->backlog, query, order, get_limit (options), NULL,
                                job->cancellable, tabulated_cb, job);
}

const ImpCliCommand imp_cli_rank = {
  .name = "rank",
  .usage = "[--limit N] [--order ORDER] [--all] [-o FILE] [--format FORMAT] [QUERY…]",
  .summary = N_ ("List what hurts the business most"),
  .details = N_ ("Impact is the hours lost a month times care: how much it irritates (1, 1.25, 1.5 "
                 "or 2), half as much again where customers see it.\n\n"
                 "QUERY asks for some of them, as the search of the window does: words, and "
                 "filters as in “site:Lyon state:open”."),
  .n_more_files = MOST_WORDS,
  .add_options = add_options,
  .check = check,
  .run = run,
};
