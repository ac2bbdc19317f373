/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Showing pictures, and writing photos and files out: read on the database thread, worked on
 * another. */
#include "config.h"

#include "backlog/imp-backlog-attachments.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "store/imp-blob.h"

typedef struct
{
  char *name, *sha256;
  int side;   /* to show */
  char *path; /* to write */
  GBytes *bytes;
} BytesArgs;

static void
bytes_args_free (gpointer data)
{
  BytesArgs *args = data;

  g_free (args->name);
  g_free (args->sha256);
  g_free (args->path);
  g_clear_pointer (&args->bytes, g_bytes_unref);
  g_free (args);
}

static BytesArgs *
bytes_args_new (const ImpAttachment *attachment)
{
  BytesArgs *args = g_new0 (BytesArgs, 1);

  args->name = g_strdup (attachment->name);
  args->sha256 = g_strdup (attachment->sha256 != NULL ? attachment->sha256 : "");
  return args;
}

/* Leaves the bytes in the arguments. */
static void
read_in_db (GTask *task, ImpStore *store)
{
  BytesArgs *args = g_task_get_task_data (task);
  GError *error = NULL;

  args->bytes = imp_store_read_blob (store, args->sha256, &error);
  if (args->bytes != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* `task` is for the thread once the bytes are there; it has taken over the arguments. */
static void
read_then (ImpBacklog *self, GTask *task, GAsyncReadyCallback then)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, read_then, g_task_get_task_data (task), NULL,
                                          g_task_get_cancellable (task), then, task),
                    read_in_db);
}

static void
return_error (GTask *task, GError *error, const char *format)
{
  const BytesArgs *args = g_task_get_task_data (task);

  imp_error_prefix (&error, format, args->name);
  g_task_return_error (task, error);
}

/* Showing */

static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const BytesArgs *args = data;
  GError *error = NULL;
  ImpPixels *pixels = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  pixels = imp_picture_decode (args->bytes, args->side, cancellable, &error);
  if (pixels != NULL)
    g_task_return_pointer (task, pixels, (GDestroyNotify) imp_pixels_free);
  else
    return_error (task, error, _ ("Cannot show “%s”"));
}

static void
read_to_show_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_run_in_thread (task, decode_in_thread);
  else
    return_error (task, error, _ ("Cannot show “%s”"));
}

void
imp_backlog_picture_async (ImpBacklog *self,
                           const ImpAttachment *picture,
                           int side,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  BytesArgs *args = bytes_args_new (picture);

  args->side = side;
  read_then (self,
             imp_backlog_new_task (self, imp_backlog_picture_async, args, bytes_args_free,
                                   cancellable, callback, data),
             read_to_show_cb);
}

ImpPixels *
imp_backlog_picture_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Writing out */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const BytesArgs *args = data;
  GError *error = NULL;

  if (imp_file_replace_bytes (args->path, args->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_to_write_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_run_in_thread (task, write_in_thread);
  else
    return_error (task, error, _ ("Cannot save a copy of “%s”"));
}

void
imp_backlog_save_attachment_async (ImpBacklog *self,
                                   const ImpAttachment *attachment,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  BytesArgs *args = bytes_args_new (attachment);
  GTask *task = imp_backlog_new_task (self, imp_backlog_save_attachment_async, args,
                                      bytes_args_free, cancellable, callback, data);

  args->path = g_strdup (path);
  imp_backlog_hold (self, task);
  read_then (self, task, read_to_write_cb);
}

gboolean
imp_backlog_save_attachment_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
