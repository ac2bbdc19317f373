/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve import: takes a file into the backlog. */
#include "config.h"

#include "backlog/imp-backlog-files.h"
#include "cli/imp-cli-command.h"
#include "cli/imp-cli-outcome.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options->as,
      N_ ("What the file is: servicenow or csv (not needed for a backlog or a round, "
          "FILE.json)"),
      N_ ("FORMAT") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->map,
      N_ ("Take this column as this field; once for each column"), N_ ("COLUMN=FIELD") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_ ("Say what would be taken in, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
find_format (const ImpCliOptions *options, ImpFormat *format)
{
  if (options->as == NULL)
    *format = imp_format_from_path (options->files[0]);
  else if (g_str_equal (options->as, "servicenow"))
    *format = IMP_FORMAT_SERVICENOW;
  else if (g_str_equal (options->as, "csv"))
    *format = IMP_FORMAT_CSV;
  else
    return FALSE;
  return options->as != NULL || *format == IMP_FORMAT_BACKLOG;
}

static gboolean
check_map (char **map, ImpFormat format, GError **error)
{
  if (map != NULL && format == IMP_FORMAT_BACKLOG)
    return imp_cli_refuse (error, _ ("--map is for files with columns only"));
  for (guint i = 0; map != NULL && map[i] != NULL; i++)
    {
      const char *equals = strrchr (map[i], '=');

      if (!g_utf8_validate (map[i], -1, NULL))
        return imp_cli_refuse (error, _ ("“%s” is not in UTF-8"), map[i]);
      if (equals == NULL || equals == map[i] || equals[1] == '\0')
        return imp_cli_refuse (error, _ ("“%s” is not of the form COLUMN=FIELD"), map[i]);
    }
  return TRUE;
}

/* A backlog is worked on where it is, or goes through JSON. */
static gboolean
refuse_backlog (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  return imp_cli_refuse (
      error,
      _ ("“%s” looks like a backlog. Work on it with --backlog, or take it in by "
         "way of JSON: “improve --backlog FILE.db export FILE.json”, then "
         "“improve import FILE.json”"),
      shown);
}

static gboolean
check (const ImpCliOptions *options, GError **error)
{
  ImpFormat format;

  if (find_format (options, &format))
    return check_map (options->map, format, error);
  if (options->as != NULL)
    return imp_cli_refuse (error, _ ("There is no format “%s”"), options->as);
  if (g_str_has_suffix (options->files[0], ".db"))
    return refuse_backlog (options->files[0], error);
  return imp_cli_refuse (error, _ ("Say what the file is with --as servicenow or --as csv"));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autoptr (ImpImportOutcome) outcome =
      imp_backlog_import_finish (IMP_BACKLOG (source), result, &error);

  if (outcome == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  if (outcome->untitled)
    {
      imp_cli_outcome_print_untitled (outcome, job);
      imp_cli_job_finish (job, IMP_CLI_FAILED);
      return;
    }
  imp_cli_outcome_print (outcome, job->options->dry_run, job);
  imp_cli_job_finish (job, outcome->not_taken->len > 0 ? IMP_CLI_PARTLY : IMP_CLI_DONE);
}

static void
run (ImpCliJob *job)
{
  g_autofree char *path = imp_cli_job_dup_path (job, job->options->files[0]);
  ImpImportRequest request = {
    .path = path,
    .map = (const char *const *) job->options->map,
    .dry_run = job->options->dry_run,
    .progress = job->progress,
  };

  find_format (job->options, &request.format);
  imp_backlog_import_async (job->backlog, &request, job->cancellable, imported_cb, job);
}

const ImpCliCommand imp_cli_import = {
  .name = "import",
  .usage = "[--as FORMAT] [--map COLUMN=FIELD]… [--dry-run] FILE",
  .summary = N_ ("Take in a list of a service desk, a CSV file, a backlog or a round"),
  .details = N_ ("Importing a file again changes nothing: what is here already is left as it is."),
  .n_files = 1,
  .makes_backlog = TRUE,
  .add_options = add_options,
  .check = check,
  .run = run,
};
