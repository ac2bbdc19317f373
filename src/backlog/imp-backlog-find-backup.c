/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Finding the backup that helps after a damage. */
#include "config.h"

#include "backlog/imp-backlog-backups.h"
#include "base/imp-error.h"
#include "store/imp-backup.h"
#include "store/imp-restore.h"

typedef struct
{
  char *path;
  gint64 now_ms;
} FindArgs;

static void
find_args_free (gpointer data)
{
  FindArgs *args = data;

  g_free (args->path);
  g_free (args);
}

/* Not one that could not be looked over: that is no reason to go back to an earlier one. */
static gboolean
is_damaged (const FindArgs *args, const ImpBackup *backup, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpRestore) restore =
      imp_restore_begin (args->path, backup->path, cancellable, &error);

  return restore != NULL ? imp_restore_get_damage (restore) != NULL
                         : g_error_matches (error, IMP_ERROR, IMP_ERROR_CORRUPT)
                               || g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_OURS);
}

static ImpBackup *
take_latest (GPtrArray *backups, gint64 now_ms)
{
  const ImpBackup *latest = imp_backup_find_latest (backups, now_ms);
  guint position;

  return latest != NULL && g_ptr_array_find (backups, latest, &position)
             ? g_ptr_array_steal_index (backups, position)
             : NULL;
}

static ImpBackup *
find (GPtrArray *backups, const FindArgs *args, GCancellable *cancellable)
{
  g_autoptr (ImpBackup) latest = take_latest (backups, args->now_ms);

  if (latest == NULL || !is_damaged (args, latest, cancellable))
    return g_steal_pointer (&latest);
  while (backups->len > 0 && !g_cancellable_is_cancelled (cancellable))
    {
      g_autoptr (ImpBackup) earlier = take_latest (backups, args->now_ms);

      if (!is_damaged (args, earlier, cancellable))
        return g_steal_pointer (&earlier);
    }
  return g_steal_pointer (&latest);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const FindArgs *args = data;
  g_autofree char *folder = imp_backup_dup_folder (args->path);
  g_autoptr (GPtrArray) backups = imp_backup_list (folder, args->path, NULL);

  g_task_return_pointer (task, find (backups, args, cancellable), (GDestroyNotify) imp_backup_free);
}

void
imp_backlog_find_backup_async (const char *path,
                               const ImpClock *clock,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  FindArgs *args = g_new (FindArgs, 1);

  *args = (FindArgs) { g_canonicalize_filename (path, NULL), imp_clock_now_ms (clock) };
  g_task_set_source_tag (task, imp_backlog_find_backup_async);
  g_task_set_task_data (task, args, find_args_free);
  g_task_run_in_thread (task, find_in_thread);
}

ImpBackup *
imp_backlog_find_backup_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
