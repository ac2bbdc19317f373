/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve export: writes the whole backlog, or one round, as a JSON file. */
#include "config.h"

#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-pass.h"
#include "cli/imp-cli-command.h"
#include "cli/imp-cli-text.h"

#include <glib/gi18n-lib.h>

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  if (imp_backlog_export_finish (IMP_BACKLOG (source), result, &error))
    imp_cli_job_finish (data, IMP_CLI_DONE);
  else
    imp_cli_job_fail (data, error);
}

static void
exported_bytes_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = imp_backlog_export_bytes_finish (IMP_BACKLOG (source), result, &error);

  if (bytes == NULL)
    {
      imp_cli_job_fail (data, error);
      return;
    }
  imp_cli_job_print_bytes (data, bytes);
  imp_cli_job_finish (data, IMP_CLI_DONE);
}

/* Whoever sends it looks at them first. */
static void
say_names (const ImpPassOutcome *outcome, ImpCliJob *job)
{
  guint n = outcome->naming->len;

  if (n == 0)
    return;
  imp_cli_job_complain (job,
                        ngettext ("People are left out, but %'u sentence still names somebody:",
                                  "People are left out, but %'u sentences still name somebody:", n),
                        n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = imp_cli_text_clip (outcome->naming->pdata[i], 300);

      g_string_append_printf (job->err, "  %s\n", sentence);
    }
}

static void
passed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (ImpPassOutcome) outcome =
      imp_backlog_pass_round_finish (IMP_BACKLOG (source), result, &error);

  if (outcome == NULL)
    {
      imp_cli_job_fail (data, error);
      return;
    }
  if (outcome->bytes != NULL)
    imp_cli_job_print_bytes (data, outcome->bytes);
  say_names (outcome, data);
  imp_cli_job_finish (data, IMP_CLI_DONE);
}

static void
pass_round (ImpCliJob *job, const char *path)
{
  const ImpPassRequest request = {
    .named = job->options->round,
    .path = imp_cli_is_stdout (job->options->files[0]) ? NULL : path,
    .with_people = job->options->with_people,
    .progress = job->progress,
  };

  imp_backlog_pass_round_async (job->backlog, &request, job->cancellable, passed_cb, job);
}

static void
run (ImpCliJob *job)
{
  const char *file = job->options->files[0];
  g_autofree char *path = imp_cli_job_dup_path (job, file);

  if (job->options->round != NULL)
    {
      pass_round (job, path);
      return;
    }
  if (imp_cli_is_stdout (file))
    imp_backlog_export_bytes_async (job->backlog, job->progress, job->cancellable,
                                    exported_bytes_cb, job);
  else
    imp_backlog_export_async (job->backlog, path, job->progress, job->cancellable, exported_cb,
                              job);
}

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_STRING, &options->round,
      N_ ("Only this round, for a colleague: its site and day, such as \"Leeds 2026-11-20\", or "
          "its "
          "identifier"),
      N_ ("ROUND") },
    { "with-people", 0, 0, G_OPTION_ARG_NONE, &options->with_people,
      N_ ("With --round: who said what, and who was met, too"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check (const ImpCliOptions *options, GError **error)
{
  if (!imp_cli_is_stdout (options->files[0]) && !g_str_has_suffix (options->files[0], ".json"))
    return imp_cli_refuse (error, _ ("The name of the file does not end in .json"));
  if (options->with_people && options->round == NULL)
    return imp_cli_refuse (error, _ ("--with-people is for --round only"));
  return TRUE;
}

const ImpCliCommand imp_cli_export = {
  .name = "export",
  .usage = "[--round ROUND [--with-people]] FILE.json|-",
  .summary = N_ ("Write the whole backlog, or a round, into a file"),
  .details =
      N_ ("A file of that name is replaced once the new one is complete; with “-” it goes to "
          "the standard output. “improve import” takes it in again."),
  .n_files = 1,
  .add_options = add_options,
  .check = check,
  .run = run,
};
