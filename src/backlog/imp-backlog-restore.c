/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Putting a backup in the place of the backlog, open or not. */
#include "config.h"

#include "backlog/imp-backlog-backups.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "store/imp-backup.h"
#include "store/imp-restore.h"

typedef struct
{
  char *path;
  char *backup;
  gint64 now_ms;
  ImpRestore *restore; /* copied and looked over, but not in its place */
  char *before;        /* the backup of what was there; NULL: none was made */
  char *damage;        /* what the backup holds is not what was written; NULL: it is */
  GError *refusal;     /* why it did not come there */
} RestoreArgs;

static void
restore_args_free (gpointer data)
{
  RestoreArgs *args = data;

  g_free (args->path);
  g_free (args->backup);
  g_free (args->before);
  g_free (args->damage);
  g_clear_pointer (&args->restore, imp_restore_free);
  g_clear_error (&args->refusal);
  g_free (args);
}

static gboolean
is_lost (const GError *error)
{
  return g_error_matches (error, IMP_ERROR, IMP_ERROR_CORRUPT)
         || g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_OURS);
}

/* What opens but cannot be copied is damaged: it is kept instead. */
static gboolean
secure_in_db (ImpStore *store, RestoreArgs *args, gboolean *keep, GError **error)
{
  g_autofree char *folder = imp_backup_dup_folder (args->path);
  g_autoptr (GError) refusal = NULL;

  imp_backup_write (imp_store_get_connection (store), folder, args->now_ms,
                    IMP_BACKUP_BEFORE_RESTORE, &args->before, &refusal);
  *keep = is_lost (refusal);
  if (refusal == NULL || *keep)
    return TRUE;
  imp_error_prefix (&refusal, "%s", _ ("Cannot restore"));
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

/* One job, under the one lock: what is backed up first is what is replaced. */
static void
replace_in_db (GTask *task, ImpStore *store)
{
  RestoreArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpRestore) restore = g_steal_pointer (&args->restore);
  GError *error = NULL;
  gboolean keep;

  if (secure_in_db (store, args, &keep, &error)
      && imp_restore_replace (restore, store, args->now_ms, keep, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
replaced_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  RestoreArgs *args = g_task_get_task_data (G_TASK (data));

  g_task_propagate_boolean (G_TASK (result), &args->refusal);
}

/* After replaced_cb(): the database answers in the order of asking. */
static void
closed_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  RestoreArgs *args = g_task_get_task_data (task);

  imp_backlog_close_finish (IMP_BACKLOG (backlog), result, NULL);
  if (args->refusal != NULL)
    g_task_return_error (task, g_steal_pointer (&args->refusal));
  else
    g_task_return_boolean (task, TRUE);
}

static void
begin_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RestoreArgs *args = data;
  GError *error = NULL;

  args->restore = imp_restore_begin (args->path, args->backup, NULL, &error);
  if (args->restore != NULL)
    args->damage = g_strdup (imp_restore_get_damage (args->restore));
  if (args->restore != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
begun_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  ImpBacklog *self = IMP_BACKLOG (backlog);
  RestoreArgs *args = g_task_get_task_data (task);

  if (g_task_propagate_boolean (G_TASK (result), &args->refusal))
    imp_backlog_push (
        self, imp_backlog_new_task (self, replace_in_db, args, NULL, NULL, replaced_cb, task),
        replace_in_db);
  imp_backlog_close_async (self, closed_cb, task);
}

static RestoreArgs *
restore_args_new (const char *path, const char *backup, gint64 now_ms)
{
  RestoreArgs *args = g_new0 (RestoreArgs, 1);

  args->path = g_canonicalize_filename (path, NULL);
  args->backup = g_strdup (backup);
  args->now_ms = now_ms;
  return args;
}

void
imp_backlog_restore_backup_async (ImpBacklog *self,
                                  const char *backup,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  RestoreArgs *args = restore_args_new (self->path, backup, imp_clock_now_ms (&self->clock));
  GTask *task = imp_backlog_new_task (self, imp_backlog_restore_backup_async, args,
                                      restore_args_free, NULL, callback, data);
  g_autoptr (GTask) beginning = g_task_new (self, NULL, begun_cb, task);

  g_task_set_task_data (beginning, args, NULL); /* `task` lives longer */
  g_task_run_in_thread (beginning, begin_in_thread);
}

static gboolean
finish (GAsyncResult *result, char **before, char **damage, GError **error)
{
  RestoreArgs *args = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&args->before);
  if (damage != NULL)
    *damage = g_steal_pointer (&args->damage);
  return TRUE;
}

gboolean
imp_backlog_restore_backup_finish (ImpBacklog *self,
                                   GAsyncResult *result,
                                   char **before,
                                   char **damage,
                                   GError **error)
{
  return finish (result, before, damage, error);
}

/* A damaged file, or none of ours: there is nothing to back up. */
static void
keep_and_restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RestoreArgs *args = data;
  GError *error = NULL;

  if (imp_restore_backup (args->path, args->backup, args->now_ms, !imp_store_is_gone (args->path),
                          &args->damage, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  RestoreArgs *args = g_task_get_task_data (task);
  GError *error = NULL;

  if (imp_backlog_restore_backup_finish (IMP_BACKLOG (backlog), result, &args->before,
                                         &args->damage, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  RestoreArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (ImpBacklog) backlog = imp_backlog_open_finish (result, &error);

  if (backlog != NULL)
    imp_backlog_restore_backup_async (backlog, args->backup, restored_cb, g_steal_pointer (&task));
  else if (is_lost (error))
    g_task_run_in_thread (task, keep_and_restore_in_thread);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  g_clear_error (&error);
}

void
imp_backlog_restore_backup_closed_async (const char *path,
                                         const char *actor,
                                         const ImpClock *clock,
                                         const char *backup,
                                         GAsyncReadyCallback callback,
                                         gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);

  g_task_set_source_tag (task, imp_backlog_restore_backup_closed_async);
  g_task_set_task_data (task, restore_args_new (path, backup, imp_clock_now_ms (clock)),
                        restore_args_free);
  imp_backlog_open_async (path, actor, clock, NULL, looked_cb, task);
}

gboolean
imp_backlog_restore_backup_closed_finish (GAsyncResult *result,
                                          char **before,
                                          char **damage,
                                          GError **error)
{
  return finish (result, before, damage, error);
}
