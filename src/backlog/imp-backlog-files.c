/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A file out, and the check of the backlog itself. */
#include "config.h"

#include "backlog/imp-backlog-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "base/imp-file.h"
#include "exchange/imp-json-export.h"
#include "store/imp-blob.h"
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

static gboolean
export_bytes (const char *sha256, gconstpointer piece, gsize size, gpointer data, GError **error)
{
  ExportWalk *walk = data;

  return imp_json_export_add_bytes (walk->export, sha256, piece, size, walk->cancellable, error);
}

typedef struct
{
  char *path;            /* NULL: into bytes */
  ImpProgress *progress; /* may be NULL */
  GBytes *bytes;         /* once they are there */
} ExportArgs;

static void
export_args_free (gpointer data)
{
  ExportArgs *args = data;

  g_free (args->path);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_clear_pointer (&args->bytes, g_bytes_unref);
  g_free (args);
}

static gboolean
write_items (ImpStore *store, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (ImpJsonExport) export = imp_json_export_new (stream, imp_store_get_today (store));
  ExportWalk walk = { export, cancellable };

  return imp_store_for_each_item (store, export_item, &walk, error)
         && imp_store_for_each_blob (store, export_bytes, &walk, error)
         && imp_json_export_end (export, cancellable, error);
}

static gboolean
write_file (ImpStore *store, ExportArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (ImpFileReplace) file = imp_file_replace_begin (args->path, error);

  if (file == NULL)
    return FALSE;
  if (write_items (store, imp_file_replace_get_stream (file), cancellable, error))
    return imp_file_replace_commit (file, error);
  imp_file_explain (error, args->path);
  return FALSE;
}

static gboolean
write_bytes (ImpStore *store, ExportArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!write_items (store, stream, cancellable, error)
      || !g_output_stream_close (stream, NULL, error))
    return FALSE;
  args->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  return TRUE;
}

static void
export_in_db (GTask *task, ImpStore *store)
{
  ExportArgs *args = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gboolean done;

  imp_store_watch (store, cancellable, args->progress);
  done = (args->path != NULL ? write_file : write_bytes) (store, args, cancellable, &error);
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

void
imp_backlog_export_bytes_async (ImpBacklog *self,
                                ImpProgress *progress,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  imp_backlog_export_async (self, NULL, progress, cancellable, callback, data);
}

GBytes *
imp_backlog_export_bytes_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  ExportArgs *args = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? g_bytes_ref (args->bytes) : NULL;
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
  if (!imp_store_count_attachments (store, &check->n_attachments, &check->n_missing, error)
      || !imp_store_measure (store, &check->schema, &check->n_items, &check->n_journal_rows, error))
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
    {
      if (error->domain == IMP_ERROR)
        imp_error_prefix (&error, _ ("Cannot check the backlog “%s”"), check->path);
      g_task_return_error (task, error);
    }
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
