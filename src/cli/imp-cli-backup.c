/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve backup: backs up, and lists the backups. */
#include "config.h"

#include "backlog/imp-backlog-backups.h"
#include "base/imp-file.h"
#include "cli/imp-cli-command.h"
#include "cli/imp-cli-facts.h"

#include <glib/gi18n-lib.h>

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &options->list,
      N_ ("List the backups, in FOLDER those there, the newest first, and make none"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
works_closed (const ImpCliOptions *options)
{
  return options->list;
}

static char **
create_row (const GPtrArray *backups, guint i)
{
  const ImpBackup *backup = g_ptr_array_index (backups, i);
  char **texts = g_new0 (char *, 5);

  texts[0] = g_filename_display_basename (backup->path);
  texts[1] = imp_backup_dup_time_words (backup, backups);
  texts[2] = g_format_size (backup->size);
  texts[3] = g_strdup (imp_backup_reason_get_words (backup->reason));
  return texts;
}

/* The one that was named, or that beside the backlog. */
static char *
dup_folder (ImpCliJob *job)
{
  return job->options->files != NULL ? imp_cli_job_dup_path (job, job->options->files[0])
                                     : imp_backlog_dup_backup_folder (job->path);
}

static void
print_list (const GPtrArray *backups, ImpCliJob *job)
{
  const ImpCliColumn columns[] = {
    { _ ("Backup"), FALSE }, { _ ("When"), FALSE }, { _ ("Size"), TRUE }, { _ ("Why"), FALSE }
  };
  g_autoptr (ImpCliTable) table = imp_cli_table_new (columns, G_N_ELEMENTS (columns), 3);
  g_autofree char *folder = dup_folder (job);
  g_autofree char *shown = g_filename_display_name (folder);

  for (guint i = 0; i < backups->len; i++)
    imp_cli_table_take_row (table, create_row (backups, i));
  imp_cli_table_print (table, job->width, job->out);
  g_string_append_printf (job->out, _ ("\nThey are in %s\n"), shown);
}

static void
say_that_there_is_none (ImpCliJob *job)
{
  g_autofree char *shown = NULL;

  if (job->options->files == NULL)
    {
      imp_cli_job_complain (job, _ ("There is no backup yet: “improve backup” makes one"));
      return;
    }
  shown = g_filename_display_name (job->options->files[0]);
  imp_cli_job_complain (job,
                        _ ("There is no backup of this backlog in “%s”: choose another folder, or "
                           "back up into it without --list"),
                        shown);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) backups = imp_backlog_list_backups_finish (result, &error);

  if (backups == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  if (backups->len > 0)
    print_list (backups, job);
  else
    say_that_there_is_none (job);
  imp_cli_job_finish (job, IMP_CLI_DONE);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autofree char *path = imp_backlog_back_up_finish (IMP_BACKLOG (source), result, &error);
  g_autofree char *shown = NULL;

  if (path == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  shown = g_filename_display_name (path);
  g_string_append_printf (job->out, "%s\n", shown);
  imp_cli_job_finish (job, IMP_CLI_DONE);
}

/* Whoever names a folder is not content with less. */
static void
refuse_folder (ImpCliJob *job)
{
  g_autofree char *shown = g_filename_display_name (job->options->files[0]);

  imp_cli_job_complain (
      job,
      job->options->list ? _ ("Cannot list the backups in “%s”: there is no such folder. Check its "
                              "name")
                         : _ ("Cannot back up into “%s”: there is no such folder. Choose another "
                              "one, or make it"),
      shown);
  imp_cli_job_finish (job, IMP_CLI_FAILED);
}

static void
back_up (ImpCliJob *job, const char *second)
{
  imp_backlog_back_up_async (job->backlog, IMP_BACKUP_BY_HAND, second, job->cancellable,
                             backed_up_cb, job);
}

static void
list (ImpCliJob *job, const char *folder)
{
  imp_backlog_list_backups_async (job->path, folder, job->cancellable, listed_cb, job);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  g_task_return_boolean (task, g_file_test (folder, G_FILE_TEST_IS_DIR));
}

static void
look_at_place_in_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  GError *error = NULL;

  if (imp_file_check_place (folder, &error))
    look_in_thread (task, source, folder, cancellable);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    (job->options->list ? list : back_up) (job, g_task_get_task_data (G_TASK (result)));
  else if (error != NULL)
    imp_cli_job_fail (job, error);
  else
    refuse_folder (job);
}

/* Not on the main thread, which may be a window's: the folder may be of a computer that is away. */
static void
look_for_folder (ImpCliJob *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, job->cancellable, looked_cb, job);

  g_task_set_source_tag (task, look_for_folder);
  g_task_set_task_data (task, imp_cli_job_dup_path (job, job->options->files[0]), g_free);
  g_task_run_in_thread (task, job->options->list ? look_in_thread : look_at_place_in_thread);
}

static void
run (ImpCliJob *job)
{
  if (job->options->files != NULL)
    look_for_folder (job);
  else
    (job->options->list ? list : back_up) (job, NULL);
}

const ImpCliCommand imp_cli_backup = {
  .name = "backup",
  .usage = "[--list] [FOLDER]",
  .summary = N_ ("Back up the backlog, or list its backups"),
  .details = N_ ("The backup is checked before it counts. With FOLDER a copy of it goes there "
                 "too. In both places only the last ten, and of earlier ones one a day, a week and "
                 "a month, are kept."),
  .n_more_files = 1,
  .add_options = add_options,
  .works_closed = works_closed,
  .run = run,
};
