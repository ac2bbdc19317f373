/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve restore: puts a backup, or what is left of a damaged file, in the place of the backlog. */
#include "config.h"

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-salvage.h"
#include "cli/imp-cli-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "from-damaged", 0, 0, G_OPTION_ARG_NONE, &options->from_damaged,
      N_ ("FILE is a damaged backlog: rescue what is left of it"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
works_closed (const ImpCliOptions *options)
{
  return TRUE;
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  g_autofree char *damage = NULL;
  GError *error = NULL;

  if (!imp_backlog_restore_backup_closed_finish (result, NULL, &damage, &error))
    {
      g_string_truncate (job->out, 0);
      imp_cli_job_fail (job, error);
      return;
    }
  if (damage != NULL)
    imp_cli_job_complain (job, _ ("The backup is restored, but it is damaged: %s"), damage);
  imp_cli_job_finish (job, damage != NULL ? IMP_CLI_PARTLY : IMP_CLI_DONE);
}

static void
salvaged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autoptr (ImpSalvage) salvage = imp_backlog_salvage_finish (result, &error);
  g_autofree char *summary = NULL, *details = NULL;

  if (salvage == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  summary = imp_salvage_dup_summary (salvage);
  details = imp_salvage_dup_details (salvage);
  g_string_append_printf (job->out, "%s\n", summary);
  if (details != NULL)
    g_string_append_printf (job->out, "%s\n", details);
  imp_cli_job_finish (job, salvage->n_missing > 0 ? IMP_CLI_PARTLY : IMP_CLI_DONE);
}

static void
salvage (ImpCliJob *job, const char *damaged)
{
  const ImpClock clock = imp_clock_system ();

  imp_backlog_salvage_async (job->path, g_get_real_name (), &clock, damaged, job->cancellable,
                             salvaged_cb, job);
}

static void
restore (ImpCliJob *job, const char *backup)
{
  const ImpClock clock = imp_clock_system ();
  g_autofree char *shown = g_filename_display_name (backup);

  g_string_append_printf (job->out, "%s\n", shown);
  imp_backlog_restore_backup_closed_async (job->path, g_get_real_name (), &clock, backup,
                                           restored_cb, job);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autoptr (ImpBackup) backup = imp_backlog_find_backup_finish (result, &error);

  if (error != NULL)
    imp_cli_job_fail (job, error);
  else if (backup != NULL)
    restore (job, backup->path);
  else
    {
      imp_cli_job_complain (job, _ ("Cannot restore the latest backup: there is none beside the "
                                    "backlog. Name the file of one"));
      imp_cli_job_finish (job, IMP_CLI_FAILED);
    }
}

static void
restore_latest (ImpCliJob *job)
{
  const ImpClock clock = imp_clock_system ();

  imp_backlog_find_backup_async (job->path, &clock, job->cancellable, found_cb, job);
}

/* As it stands, or by the name that “improve backup --list” prints. */
static char *
dup_path (ImpCliJob *job, const char *file)
{
  g_autofree char *path = imp_cli_job_dup_path (job, file);
  g_autofree char *folder = imp_backlog_dup_backup_folder (job->path);
  g_autofree char *listed = g_build_filename (folder, file, NULL);

  if (strchr (file, G_DIR_SEPARATOR) != NULL || g_file_test (path, G_FILE_TEST_EXISTS)
      || !g_file_test (listed, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  return g_steal_pointer (&listed);
}

static void
run (ImpCliJob *job)
{
  g_autofree char *path = dup_path (job, job->options->files[0]);

  if (job->backlog != NULL)
    {
      imp_cli_job_complain (job, _ ("Cannot restore while the window has the backlog open. Close "
                                    "it and repeat, or choose “Backups” in its main menu"));
      imp_cli_job_finish (job, IMP_CLI_FAILED);
    }
  else if (job->options->from_damaged)
    salvage (job, path);
  else if (g_str_equal (job->options->files[0], "latest"))
    restore_latest (job);
  else
    restore (job, path);
}

const ImpCliCommand imp_cli_restore = {
  .name = "restore",
  .usage = "[--from-damaged] FILE|latest",
  .summary = N_ ("Put a backup in the place of the backlog"),
  .details = N_ ("What is there now is backed up first, so that it can be restored the same way; "
                 "a damaged backlog is kept under another name. “improve backup --list” names the "
                 "backups; “latest” is the newest of them that is not damaged."),
  .n_files = 1,
  .add_options = add_options,
  .works_closed = works_closed,
  .run = run,
};
