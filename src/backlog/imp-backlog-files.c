/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A file out, and the check of the backlog itself. */
#include "config.h"

#include "backlog/imp-backlog-files.h"

#include <glib/gstdio.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-file.h"
#include "exchange/imp-json-export.h"
#include "store/imp-overview-table.h"
#include "store/imp-walk.h"

/* Export */

typedef struct
{
  ImpJsonExport *export;
  GCancellable *cancellable;
} ExportWalk;

static gboolean
export_item (ImpKind kind,
             const ImpUuid *uuid,
             const ImpNamedValue *values,
             gpointer data,
             GError **error)
{
  ExportWalk *walk = data;

  return imp_json_export_add_item (walk->export, kind, uuid, values, walk->cancellable, error);
}

typedef struct
{
  char *path;
  ImpProgress *progress; /* may be NULL */
} ExportArgs;

static void
export_args_free (gpointer data)
{
  ExportArgs *args = data;

  g_free (args->path);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_free (args);
}

static gboolean
write_export (ImpStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (ImpFileReplace) file = imp_file_replace_begin (path, error);
  g_autoptr (ImpJsonExport) export = NULL;
  ExportWalk walk;

  if (file == NULL)
    return FALSE;
  export = imp_json_export_new (imp_file_replace_get_stream (file), imp_store_get_today (store));
  walk = (ExportWalk) { export, cancellable };
  if (imp_store_for_each_item (store, export_item, &walk, error)
      && imp_json_export_end (export, cancellable, error))
    return imp_file_replace_commit (file, error);
  imp_file_explain (error, path);
  return FALSE;
}

static void
export_in_db (GTask *task, ImpStore *store)
{
  ExportArgs *args = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gboolean done;

  imp_store_watch (store, cancellable, args->progress);
  done = write_export (store, args->path, cancellable, &error);
  imp_store_watch (store, NULL, NULL);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
imp_backlog_export_async (ImpBacklog *self,
                          const char *path,
                          ImpProgress *progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  ExportArgs *args = g_new0 (ExportArgs, 1);

  args->path = g_strdup (path);
  args->progress = progress != NULL ? imp_progress_ref (progress) : NULL;
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_export_async, args, export_args_free,
                                          cancellable, callback, data),
                    export_in_db);
}

gboolean
imp_backlog_export_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Check */

void
imp_check_free (ImpCheck *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static gboolean
fill_check (ImpStore *store,
            ImpCheck *check,
            gboolean deep,
            GCancellable *cancellable,
            GError **error)
{
  GStatBuf info;

  check->path = g_strdup (imp_connection_get_path (imp_store_get_connection (store)));
  check->problems = g_ptr_array_new_with_free_func (g_free);
  if (g_stat (check->path, &info) == 0)
    check->bytes = (guint64) info.st_size;
  if (!imp_store_measure (store, &check->schema, &check->n_items, &check->n_journal_rows, error))
    return FALSE;
  return deep ? imp_store_check_deep (store, &check->n_foreign_rows, check->problems, cancellable,
                                      error)
              : imp_store_check (store, check->problems, cancellable, error);
}

static void
check_in_db (GTask *task, ImpStore *store)
{
  gboolean deep = g_task_get_source_tag (task) == imp_backlog_check_deep_async;
  g_autoptr (ImpCheck) check = g_new0 (ImpCheck, 1);
  GError *error = NULL;

  if (fill_check (store, check, deep, g_task_get_cancellable (task), &error))
    g_task_return_pointer (task, g_steal_pointer (&check), (GDestroyNotify) imp_check_free);
  else
    g_task_return_error (task, error);
}

void
imp_backlog_check_async (ImpBacklog *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  imp_backlog_push (
      self,
      imp_backlog_new_task (self, imp_backlog_check_async, NULL, NULL, cancellable, callback, data),
      check_in_db);
}

void
imp_backlog_check_deep_async (ImpBacklog *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_check_deep_async, NULL, NULL,
                                          cancellable, callback, data),
                    check_in_db);
}

ImpCheck *
imp_backlog_check_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
