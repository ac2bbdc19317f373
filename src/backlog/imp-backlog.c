/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The backlog as the window and the command line see it. */
#include "config.h"

#include "backlog/imp-backlog-private.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"

G_DEFINE_FINAL_TYPE (ImpBacklog, imp_backlog, G_TYPE_OBJECT)

enum
{
  PROP_TROUBLE = 1,
  PROP_DAMAGE,
  PROP_NOTICE,
  N_PROPS
};

enum
{
  CHANGED,
  FAILED,
  BACKED_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
imp_backlog_finalize (GObject *object)
{
  ImpBacklog *self = IMP_BACKLOG (object);

  if (self->database != NULL)
    imp_database_close (self->database, NULL);
  imp_backlog_free_drafts (self);
  g_free (self->path);
  g_free (self->read_only);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->trouble);
  g_free (self->damage);
  g_free (self->notice);
  G_OBJECT_CLASS (imp_backlog_parent_class)->finalize (object);
}

static void
imp_backlog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpBacklog *self = IMP_BACKLOG (object);

  const char *const texts[N_PROPS] = { NULL, self->trouble, self->damage, self->notice };

  g_value_set_string (value, texts[id]);
}

static void
imp_backlog_class_init (ImpBacklogClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "trouble", "damage", "notice" };

  G_OBJECT_CLASS (klass)->finalize = imp_backlog_finalize;
  G_OBJECT_CLASS (klass)->get_property = imp_backlog_get_property;
  for (guint id = 1; id < N_PROPS; id++)
    g_object_class_install_property (
        G_OBJECT_CLASS (klass), id,
        g_param_spec_string (names[id], NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BACKED_UP] = g_signal_new ("backed-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
imp_backlog_init (ImpBacklog *self)
{
  self->medians = imp_medians_default ();
  self->undo = g_ptr_array_new_with_free_func (imp_step_free);
  self->redo = g_ptr_array_new_with_free_func (imp_step_free);
}

GTask *
imp_backlog_new_task (ImpBacklog *self,
                      gpointer tag,
                      gpointer args,
                      GDestroyNotify args_free,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, args, args_free);
  g_task_set_check_cancellable (task, FALSE); /* a write that has begun is finished */
  return task;
}

static void
refuse_closed (GTask *task)
{
  g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_FAILED,
                           _ ("Cannot go on: the backlog is closed. Start Improve again"));
  g_object_unref (task);
}

void
imp_backlog_push (ImpBacklog *self, GTask *task, ImpDatabaseFunc func)
{
  if (self->database != NULL)
    imp_database_push (self->database, task, func);
  else
    refuse_closed (task);
}

void
imp_backlog_push_slices (ImpBacklog *self, GTask *task, ImpDatabaseSlice func)
{
  if (self->database != NULL)
    imp_database_push_slices (self->database, task, func);
  else
    refuse_closed (task);
}

/* What the main thread must know of a backlog that has been opened. */
typedef struct
{
  ImpMedians medians;
  char *path; /* without links */
  char *read_only;
  char *drafts[IMP_N_DRAFTS];
} Ready;

static void
ready_free (gpointer data)
{
  Ready *ready = data;

  g_free (ready->path);
  g_free (ready->read_only);
  for (int draft = 0; draft < IMP_N_DRAFTS; draft++)
    g_free (ready->drafts[draft]);
  g_free (ready);
}

static void
ready_in_db (GTask *task, ImpStore *store)
{
  Ready *ready = g_new0 (Ready, 1);
  g_autoptr (GError) error = NULL;

  ready->path = g_strdup (imp_connection_get_path (imp_store_get_connection (store)));
  ready->medians = *imp_store_get_medians (store);
  if (!imp_store_check_writable (store, &error))
    ready->read_only = g_strdup (error->message);
  imp_drafts_read (ready->path, ready->drafts);
  g_task_return_pointer (task, ready, ready_free);
}

static void
open_async (const char *path,
            const char *actor,
            const ImpClock *clock,
            ImpDatabaseOpen open_store,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer data)
{
  g_autoptr (ImpBacklog) self = g_object_new (IMP_TYPE_BACKLOG, NULL);
  GTask *task =
      imp_backlog_new_task (self, imp_backlog_open_async, NULL, NULL, cancellable, callback, data);

  self->path = g_canonicalize_filename (path, NULL);
  self->clock = *clock;
  self->database =
      imp_database_new (self->path, actor, clock, open_store, g_task_new (NULL, NULL, NULL, NULL));
  imp_backlog_push (self, task, ready_in_db);
}

void
imp_backlog_open_async (const char *path,
                        const char *actor,
                        const ImpClock *clock,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  open_async (path, actor, clock, imp_store_open, cancellable, callback, data);
}

void
imp_backlog_look_into_async (const char *path,
                             const char *actor,
                             const ImpClock *clock,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  open_async (path, actor, clock, imp_store_look_into, cancellable, callback, data);
}

ImpBacklog *
imp_backlog_open_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  ImpBacklog *self = g_task_get_source_object (task);
  Ready *ready = g_task_propagate_pointer (task, error);

  if (ready == NULL)
    return NULL;
  self->medians = ready->medians;
  g_set_str (&self->path, ready->path);
  self->read_only = g_steal_pointer (&ready->read_only);
  imp_backlog_take_drafts (self, ready->drafts);
  ready_free (ready);
  return g_object_ref (self);
}

void
imp_backlog_close_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task =
      imp_backlog_new_task (self, imp_backlog_close_async, NULL, NULL, NULL, callback, data);

  imp_backlog_save_drafts (self);
  if (self->database != NULL)
    imp_database_close (g_steal_pointer (&self->database), task);
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

gboolean
imp_backlog_close_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
imp_backlog_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "improve", "backlog.db", NULL);
}

void
imp_backlog_emit_changed (ImpBacklog *self, guint kinds)
{
  g_signal_emit (self, signals[CHANGED], 0, kinds);
}

void
imp_backlog_emit_backed_up (ImpBacklog *self)
{
  g_signal_emit (self, signals[BACKED_UP], 0);
}

void
imp_backlog_report (ImpBacklog *self, const char *action, const GError *error)
{
  g_autofree char *message = g_strdup_printf ("%s: %s", action, error->message);

  g_signal_emit (self, signals[FAILED], 0, message);
}

const char *
imp_backlog_get_path (ImpBacklog *self)
{
  return self->path;
}

const char *
imp_backlog_get_read_only (ImpBacklog *self)
{
  return self->read_only;
}

ImpDate
imp_backlog_get_today (ImpBacklog *self)
{
  return imp_clock_today (&self->clock);
}
