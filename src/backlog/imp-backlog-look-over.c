/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Looking over the file while nobody waits for it. */
#include "config.h"

#include "backlog/imp-backlog-private.h"
#include "store/imp-look-over.h"

#define PAGES_AT_ONCE 100

typedef struct
{
  ImpLookOver *look; /* NULL before the first piece, and where none was due */
  gboolean begun;
  GPtrArray *problems;
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  g_clear_pointer (&args->look, imp_look_over_free);
  g_ptr_array_unref (args->problems);
  g_free (args);
}

static gboolean
advance_in_db (Args *args, ImpStore *store, gboolean *more, GError **error)
{
  *more = FALSE;
  if (!args->begun && !imp_look_over_is_due (store))
    return TRUE;
  if (!args->begun)
    args->look = imp_look_over_begin (store, error);
  args->begun = TRUE;
  return args->look != NULL && imp_look_over_advance (args->look, PAGES_AT_ONCE, more, error);
}

static gboolean
copy_in_db (GTask *task, ImpStore *store)
{
  Args *args = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error)
      && advance_in_db (args, store, &more, &error) && more)
    return TRUE;
  if (error != NULL) /* no room for the copy: the next time */
    g_clear_pointer (&args->look, imp_look_over_free);
  g_task_return_boolean (task, args->look != NULL);
  return FALSE;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Args *args = data;

  g_task_return_boolean (task,
                         imp_look_over_finish (args->look, args->problems, cancellable, NULL));
}

static void
note_in_db (GTask *task, ImpStore *store)
{
  g_task_return_boolean (task, imp_look_over_note (store, NULL));
}

/* What is damaged is looked at again at the next start. */
static void
looked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ImpBacklog *self = IMP_BACKLOG (object);
  const Args *args = g_task_get_task_data (G_TASK (result));
  const char *damage = args->problems->len > 0 ? args->problems->pdata[0] : NULL;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  if (g_set_str (&self->damage, damage))
    g_object_notify (object, "damage");
  if (damage == NULL)
    imp_backlog_push (self, imp_backlog_new_task (self, looked_cb, NULL, NULL, NULL, NULL, NULL),
                      note_in_db);
}

static void
copied_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    g_task_run_in_thread (task, look_in_thread);
  else
    g_task_return_boolean (task, FALSE);
}

void
imp_backlog_look_over_if_due (ImpBacklog *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Args *args = g_new0 (Args, 1);
  GTask *task;

  args->problems = g_ptr_array_new_with_free_func (g_free);
  task = imp_backlog_new_task (self, imp_backlog_look_over_if_due, args, args_free, cancellable,
                               looked_cb, NULL);
  imp_backlog_push_slices (self,
                           imp_backlog_new_task (self, imp_backlog_look_over_if_due, args, NULL,
                                                 cancellable, copied_cb, task),
                           copy_in_db);
}

const char *
imp_backlog_get_damage (ImpBacklog *self)
{
  return self->damage;
}
