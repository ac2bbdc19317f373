/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A calendar file that follows the rounds of a backlog. */
#include "config.h"

#include "backlog/imp-calendar-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "backlog/imp-round-calendar.h"
#include "base/imp-error.h"
#include "base/imp-file.h"
#include "base/imp-sandbox.h"

#define AFTER_MS     500 /* several changes are written together */
#define LOOK_SECONDS (5 * 60)

/* What an event says comes from these. */
#define KINDS_WRITTEN (1u << IMP_KIND_ROUND | 1u << IMP_KIND_SITE)

struct _ImpCalendarFile
{
  GObject parent_instance;

  ImpBacklog *backlog; /* NULL once disposed of */
  char *path;          /* NULL: none */
  char *failure;
  gint64 written_ms;
  ImpDate day;               /* on which it was read last */
  guint timer;               /* until it is written; 0: nothing has changed */
  guint watch;               /* for a new day, and after a failure */
  gboolean busy;             /* it is being read or written */
  gboolean again;            /* something has changed meanwhile */
  gboolean hurried;          /* that is not to wait for more */
  GCancellable *cancellable; /* what has not begun to be written is not, once disposed of */
};

G_DEFINE_FINAL_TYPE (ImpCalendarFile, imp_calendar_file, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Writing */

/* Owned by its task. */
typedef struct
{
  char *path;
  GBytes *bytes;
  gint64 written_ms;
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

/* Through a link, so that the link stays one. */
static gboolean
write_bytes (Args *args, GCancellable *cancellable, GError **error)
{
  static GMutex one_by_one; /* an older write to the same file never ends last */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&one_by_one);
  g_autofree char *path = imp_file_dup_real_path (args->path);
  GStatBuf info;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!says_the_same (path, args->bytes) && !imp_file_replace_bytes (path, args->bytes, error))
    return FALSE;
  if (g_stat (path, &info) == 0)
    args->written_ms = (gint64) info.st_mtime * 1000;
  return TRUE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Args *args = data;
  GError *error = NULL;

  if (!write_bytes (args, cancellable, &error))
    {
      explain_lent (&error, args->path);
      g_task_return_error (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
}

static void
schedule (ImpCalendarFile *self)
{
  if (self->path == NULL || self->timer != 0)
    return;
  if (self->busy)
    self->again = TRUE;
  else
    self->timer = g_timeout_add_once (AFTER_MS, (GSourceOnceFunc) imp_calendar_file_hurry, self);
}

/* error: taken over; NULL: it is right now. */
static void
end_writing (ImpCalendarFile *self, const char *path, gint64 written_ms, GError *error)
{
  g_autoptr (GError) failure = error;

  self->busy = FALSE;
  if (self->backlog == NULL || self->path == NULL)
    return;
  if (g_strcmp0 (path, self->path) != 0)
    {
      imp_calendar_file_try (self);
      return;
    }
  g_set_str (&self->failure, failure != NULL ? failure->message : NULL);
  if (failure == NULL)
    self->written_ms = written_ms;
  if (self->again && self->hurried)
    imp_calendar_file_try (self);
  else if (self->again)
    schedule (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpCalendarFile) self = data;
  const Args *args = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end_writing (self, args->path, args->written_ms, error);
}

/* The task has no source object: its thread could be the last to hold it. */
static void
write_file (ImpCalendarFile *self, GBytes *bytes)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, written_cb, g_object_ref (self));
  Args *args = g_new (Args, 1);

  *args = (Args) { g_strdup (self->path), g_bytes_ref (bytes), 0 };
  g_task_set_source_tag (task, write_file);
  g_task_set_task_data (task, args, args_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpCalendarFile) self = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = imp_round_calendar_read_finish (result, &error);

  if (bytes == NULL || self->backlog == NULL || self->path == NULL)
    end_writing (self, self->path, 0, error);
  else
    write_file (self, bytes);
}

static void
read_rounds (ImpCalendarFile *self)
{
  self->again = FALSE;
  self->hurried = FALSE;
  self->busy = TRUE;
  self->day = imp_backlog_get_today (self->backlog);
  imp_round_calendar_read_async (self->backlog, 0, NULL, read_cb, g_object_ref (self));
}

/* Watching */

static void
backlog_changed_cb (ImpCalendarFile *self, guint kinds)
{
  if ((kinds & KINDS_WRITTEN) != 0)
    schedule (self);
}

static gboolean
watch_cb (gpointer data)
{
  ImpCalendarFile *self = data;

  if (self->failure != NULL || self->day != imp_backlog_get_today (self->backlog))
    imp_calendar_file_try (self);
  return G_SOURCE_CONTINUE;
}

/* The object */

static void
imp_calendar_file_dispose (GObject *object)
{
  ImpCalendarFile *self = IMP_CALENDAR_FILE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->backlog != NULL)
    g_signal_handlers_disconnect_by_func (self->backlog, backlog_changed_cb, self);
  g_clear_object (&self->backlog);
  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (imp_calendar_file_parent_class)->dispose (object);
}

static void
imp_calendar_file_finalize (GObject *object)
{
  ImpCalendarFile *self = IMP_CALENDAR_FILE (object);

  g_object_unref (self->cancellable);
  g_free (self->path);
  g_free (self->failure);
  G_OBJECT_CLASS (imp_calendar_file_parent_class)->finalize (object);
}

static void
imp_calendar_file_class_init (ImpCalendarFileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_calendar_file_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_calendar_file_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
imp_calendar_file_init (ImpCalendarFile *self)
{
  self->cancellable = g_cancellable_new ();
}

ImpCalendarFile *
imp_calendar_file_new (ImpBacklog *backlog, const char *path)
{
  ImpCalendarFile *self = g_object_new (IMP_TYPE_CALENDAR_FILE, NULL);

  self->backlog = g_object_ref (backlog);
  g_signal_connect_object (backlog, "changed", G_CALLBACK (backlog_changed_cb), self,
                           G_CONNECT_SWAPPED);
  imp_calendar_file_set_path (self, path);
  return self;
}

void
imp_calendar_file_set_path (ImpCalendarFile *self, const char *path)
{
  g_return_if_fail (IMP_IS_CALENDAR_FILE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->watch, g_source_remove);
  g_clear_pointer (&self->failure, g_free);
  self->written_ms = 0;
  g_set_str (&self->path, path);
  if (path != NULL && self->backlog != NULL)
    {
      self->watch = g_timeout_add_seconds (LOOK_SECONDS, watch_cb, self);
      imp_calendar_file_try (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
imp_calendar_file_get_path (ImpCalendarFile *self)
{
  return self->path;
}

gint64
imp_calendar_file_get_written_ms (ImpCalendarFile *self)
{
  return self->written_ms;
}

const char *
imp_calendar_file_get_failure (ImpCalendarFile *self)
{
  return self->failure;
}

void
imp_calendar_file_try (ImpCalendarFile *self)
{
  g_return_if_fail (IMP_IS_CALENDAR_FILE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->path == NULL || self->backlog == NULL)
    return;
  if (self->busy)
    self->again = TRUE;
  else
    read_rounds (self);
}

void
imp_calendar_file_hurry (ImpCalendarFile *self)
{
  g_return_if_fail (IMP_IS_CALENDAR_FILE (self));

  if (self->timer != 0)
    imp_calendar_file_try (self);
  else
    self->hurried = self->busy;
}

gboolean
imp_calendar_file_is_busy (ImpCalendarFile *self)
{
  g_return_val_if_fail (IMP_IS_CALENDAR_FILE (self), FALSE);

  return self->path != NULL && (self->busy || self->timer != 0);
}
