/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backups of the backlog: making and listing them. */
#include "config.h"

#include "backlog/imp-backlog-backups.h"

#include "backlog/imp-backlog-private.h"
#include "store/imp-backup.h"

char *
imp_backlog_dup_backup_folder (const char *path)
{
  return imp_backup_dup_folder (path);
}

/* Making: copied a few pages at a time on the database thread, then checked, and copied to the
 * second folder, on a thread of its own. */

#define PAGES_AT_ONCE 100

typedef struct
{
  ImpBackupReason reason;
  gboolean if_due;
  char *database;
  char *second; /* may be NULL */
  gint64 now_ms;
  ImpBackupWriting *writing; /* NULL where none is under way */
  char *written;             /* what was written */
} BackUpArgs;

static void
back_up_args_free (gpointer data)
{
  BackUpArgs *args = data;

  g_clear_pointer (&args->writing, imp_backup_writing_free);
  g_free (args->database);
  g_free (args->second);
  g_free (args->written);
  g_free (args);
}

/* *more: there is more to copy. Not due is nothing to copy. */
static gboolean
advance_in_db (ImpStore *store, BackUpArgs *args, gboolean *more, GError **error)
{
  ImpConnection *connection = imp_store_get_connection (store);
  g_autofree char *folder = imp_backup_dup_folder (imp_connection_get_path (connection));

  *more = FALSE;
  if (args->writing == NULL && args->if_due && !imp_backup_is_due (store, folder))
    return TRUE;
  if (args->writing == NULL)
    args->writing = imp_backup_begin (connection, folder, args->now_ms, args->reason, error);
  return args->writing != NULL && imp_backup_advance (args->writing, PAGES_AT_ONCE, more, error);
}

static gboolean
back_up_in_db (GTask *task, ImpStore *store)
{
  BackUpArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean more = FALSE;

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error)
      && advance_in_db (store, args, &more, &error) && more)
    return TRUE;
  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return FALSE;
    }
  g_clear_pointer (&args->writing, imp_backup_writing_free);
  g_task_return_error (task, error);
  return FALSE;
}

static void
finish_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BackUpArgs *args = data;
  GError *error = NULL;

  args->written = imp_backup_finish (args->writing, &error);
  if (args->written != NULL
      && (args->second == NULL
          || imp_backup_copy (args->written, args->database, args->second, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  BackUpArgs *args = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (args->writing != NULL)
    g_task_run_in_thread (task, finish_in_thread);
  else
    g_task_return_boolean (task, TRUE);
}

static void
completed_cb (GTask *task)
{
  const BackUpArgs *args = g_task_get_task_data (task);

  if (args->written != NULL)
    imp_backlog_emit_backed_up (g_task_get_source_object (task));
}

static void
back_up (ImpBacklog *self,
         BackUpArgs *args,
         GCancellable *cancellable,
         GAsyncReadyCallback callback,
         gpointer data)
{
  g_autoptr (GCancellable) own =
      cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  GTask *task = imp_backlog_new_task (self, back_up, args, back_up_args_free, own, callback, data);

  args->database = g_strdup (self->path);
  args->now_ms = imp_clock_now_ms (&self->clock);
  g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), NULL);
  if (!args->if_due) /* nobody asked for the day's */
    imp_backlog_hold (self, task);
  imp_backlog_push_slices (
      self, imp_backlog_new_task (self, back_up, args, NULL, own, copied_cb, task), back_up_in_db);
}

void
imp_backlog_back_up_async (ImpBacklog *self,
                           ImpBackupReason reason,
                           const char *second,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  BackUpArgs *args = g_new0 (BackUpArgs, 1);

  args->reason = reason;
  args->second = g_strdup (second);
  back_up (self, args, cancellable, callback, data);
}

void
imp_backlog_back_up_if_due_async (ImpBacklog *self,
                                  const char *second,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  BackUpArgs *args = g_new0 (BackUpArgs, 1);

  args->reason = IMP_BACKUP_DAILY;
  args->if_due = TRUE;
  args->second = g_strdup (second);
  back_up (self, args, NULL, callback, data);
}

char *
imp_backlog_back_up_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  BackUpArgs *args = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? g_strdup (args->written) : NULL;
}

/* Listing */

typedef struct
{
  char *path;
  char *folder; /* NULL: the one beside it */
} ListArgs;

static void
list_args_free (gpointer data)
{
  ListArgs *args = data;

  g_free (args->path);
  g_free (args->folder);
  g_free (args);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const ListArgs *args = data;
  g_autofree char *beside = imp_backup_dup_folder (args->path);
  const char *folder = args->folder != NULL ? args->folder : beside;

  g_task_return_pointer (task, imp_backup_list (folder, args->path, NULL),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
imp_backlog_list_backups_async (const char *path,
                                const char *folder,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  ListArgs *args = g_new (ListArgs, 1);

  *args = (ListArgs) { g_strdup (path), g_strdup (folder) };
  g_task_set_source_tag (task, imp_backlog_list_backups_async);
  g_task_set_task_data (task, args, list_args_free);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
imp_backlog_list_backups_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
