/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve export: writes the whole backlog as a JSON file. */
#include "config.h"

#include "backlog/imp-backlog-files.h"
#include "cli/imp-cli-command.h"

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

static void
run (ImpCliJob *job)
{
  const char *file = job->options->files[0];
  g_autofree char *path = imp_cli_job_dup_path (job, file);

  if (imp_cli_is_stdout (file))
    imp_backlog_export_bytes_async (job->backlog, job->progress, job->cancellable,
                                    exported_bytes_cb, job);
  else
    imp_backlog_export_async (job->backlog, path, job->progress, job->cancellable, exported_cb,
                              job);
}

static gboolean
check (const ImpCliOptions *options, GError **error)
{
  if (!imp_cli_is_stdout (options->files[0]) && !g_str_has_suffix (options->files[0], ".json"))
    return imp_cli_refuse (error, _ ("The name of the file does not end in .json"));
  return TRUE;
}

const ImpCliCommand imp_cli_export = {
  .name = "export",
  .usage = "FILE.json|-",
  .summary = N_ ("Write the whole backlog into a file"),
  .details =
      N_ ("A file of that name is replaced once the new one is complete; with “-” it goes to "
          "the standard output. “improve import” takes it in again."),
  .n_files = 1,
  .check = check,
  .run = run,
};
