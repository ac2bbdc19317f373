/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a calendar file that others read meanwhile. */
#include "config.h"

#include "backlog/imp-calendar-writing.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "base/imp-file.h"
#include "base/imp-sandbox.h"

/* Owned by its task. */
typedef struct
{
  char *path;
  GBytes *bytes;
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  g_bytes_unref (args->bytes);
  g_free (args->path);
  g_free (args);
}

static gboolean
says_the_same (const char *path, GBytes *bytes)
{
  const gsize size = g_bytes_get_size (bytes);
  g_autoptr (GInputStream) stream = imp_file_open_input (path, NULL);
  g_autofree char *there = g_malloc (size + 1);
  gsize n = 0;

  return stream != NULL && g_input_stream_read_all (stream, there, size + 1, &n, NULL, NULL)
         && n == size && memcmp (there, g_bytes_get_data (bytes, NULL), size) == 0;
}

/* What was lent goes by its name: its path says nothing to anybody. */
static void
explain_lent (GError **error, const char *path)
{
  g_autofree char *name = g_path_get_basename (path), *shown = g_filename_display_name (name);

  if (!imp_sandbox_is_lent (path)
      || (!g_error_matches (*error, IMP_ERROR, IMP_ERROR_READ_ONLY)
          && !g_error_matches (*error, IMP_ERROR, IMP_ERROR_NOT_FOUND)))
    return;
  g_clear_error (error);
  g_set_error (error, IMP_ERROR, IMP_ERROR_READ_ONLY,
               _ ("Cannot write “%s”: Improve may not write this file any more. Choose it again."),
               shown);
}

/* Through a link, so that the link stays one. When it was written, in milliseconds; 0: nobody knows;
 * -1 with an error. */
static gint64
write_bytes (const Args *args, GCancellable *cancellable, GError **error)
{
  static GMutex one_by_one; /* an older write to the same file never ends last */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&one_by_one);
  g_autofree char *path = imp_file_dup_real_path (args->path);
  GStatBuf info;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (!says_the_same (path, args->bytes) && !imp_file_replace_bytes (path, args->bytes, error))
    return -1;
  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime * 1000 : 0;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Args *args = data;
  GError *error = NULL;
  const gint64 written_ms = write_bytes (args, cancellable, &error);

  if (error == NULL)
    {
      g_task_return_int (task, written_ms);
      return;
    }
  explain_lent (&error, args->path);
  g_task_return_error (task, error);
}

/* The task has no source object: its thread could be the last to hold it. */
void
imp_calendar_write_async (const char *path,
                          GBytes *bytes,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Args *args = g_new (Args, 1);

  *args = (Args) { g_strdup (path), g_bytes_ref (bytes) };
  g_task_set_source_tag (task, imp_calendar_write_async);
  g_task_set_task_data (task, args, args_free);
  g_task_run_in_thread (task, write_in_thread);
}

const char *
imp_calendar_write_get_path (GAsyncResult *result)
{
  const Args *args = g_task_get_task_data (G_TASK (result));

  return args->path;
}

gint64
imp_calendar_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, imp_calendar_write_async), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
