/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A calendar file that follows the rounds of a backlog. */
#include "config.h"

#include "backlog/imp-calendar-file.h"

#include "backlog/imp-calendar-writing.h"
#include "backlog/imp-round-calendar.h"

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

/* Reading and writing */

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
  GError *error = NULL;
  const gint64 written_ms = imp_calendar_write_finish (result, &error);

  end_writing (self, imp_calendar_write_get_path (result), written_ms, error);
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
    imp_calendar_write_async (self->path, bytes, self->cancellable, written_cb,
                              g_object_ref (self));
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
