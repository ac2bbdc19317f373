/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve rounds: says which rounds are under way, late, due and planned. */
#include "config.h"

#include "backlog/imp-backlog-rounds.h"
#include "cli/imp-cli-command.h"
#include "cli/imp-cli-table.h"
#include "exchange/imp-round-json.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 4
#define MAX_LINES 3

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Say it as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static const char *
get_state (const ImpRoundLine *line, ImpDate today)
{
  if (imp_round_line_get_state (line) == IMP_ROUND_UNDER_WAY)
    return _ ("Under way");
  if (line->item == 0)
    return line->planned <= today ? _ ("Due, not planned") : _ ("To be planned by then");
  return imp_round_line_is_late (line, today) ? _ ("Late") : _ ("Planned");
}

static char *
dup_time (const ImpRoundLine *line)
{
  return line->time == IMP_ROUND_ANY_TIME ? g_strdup ("") : imp_time_of_day_to_words (line->time);
}

static char **
dup_cells (const ImpRoundLine *line, ImpDate today)
{
  char **cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = imp_date_to_words_year (line->planned);
  cells[1] = dup_time (line);
  cells[2] = g_strdup (get_state (line, today));
  cells[3] = g_strdup (line->site_name);
  return cells;
}

static void
print_lines (const GPtrArray *lines, ImpDate today, ImpCliJob *job)
{
  const ImpCliColumn columns[N_COLUMNS] = {
    { _ ("Day"), FALSE }, { _ ("Time"), FALSE }, { _ ("State"), FALSE }, { _ ("Site"), FALSE }
  };
  g_autoptr (ImpCliTable) table = imp_cli_table_new (columns, N_COLUMNS, MAX_LINES);

  for (guint i = 0; i < lines->len; i++)
    imp_cli_table_take_row (table, dup_cells (lines->pdata[i], today));
  imp_cli_table_print (table, job->width, job->out);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  const ImpDate today = imp_backlog_get_today (IMP_BACKLOG (source));
  GError *error = NULL;
  g_autoptr (GPtrArray) lines = imp_backlog_rounds_finish (IMP_BACKLOG (source), result, &error);
  g_autofree char *json = NULL;

  if (lines == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  if (job->options->json)
    g_string_append (job->out, json = imp_rounds_to_json (lines, today));
  else if (lines->len > 0)
    print_lines (lines, today, job);
  else
    g_string_append_printf (job->out, "%s\n", _ ("No round is planned, and none is due."));
  imp_cli_job_finish (job, IMP_CLI_DONE);
}

static void
run (ImpCliJob *job)
{
  imp_backlog_rounds_ahead_async (job->backlog, job->cancellable, read_cb, job);
}

const ImpCliCommand imp_cli_rounds = {
  .name = "rounds",
  .usage = "[--json] [--backlog FILE]",
  .summary = N_ ("Say which rounds are under way, late, due and planned"),
  .add_options = add_options,
  .run = run,
};
