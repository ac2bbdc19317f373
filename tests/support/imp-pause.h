/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Stopping the database thread, for tests of what comes while it works. */
#pragma once

#include "backlog/imp-backlog-private.h"

/* From imp_pause_begin() to imp_pause_end() the database thread does nothing; what is asked of it
 * waits. What was asked before is done by the beginning, though the main loop may not know yet. */
typedef struct
{
  GMutex mutex;
  GCond changed;
  gboolean begun, ended;
} ImpPause;

static inline void
imp_pause_set (ImpPause *self, gboolean *what)
{
  g_mutex_lock (&self->mutex);
  *what = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static inline void
imp_pause_wait (ImpPause *self, const gboolean *what)
{
  g_mutex_lock (&self->mutex);
  while (!*what)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static inline void
imp_pause_in_db (GTask *task, ImpStore *store)
{
  ImpPause *self = g_task_get_task_data (task);

  imp_pause_set (self, &self->begun);
  imp_pause_wait (self, &self->ended);
  g_task_return_boolean (task, TRUE);
}

static inline void
imp_pause_free (gpointer data)
{
  ImpPause *self = data;

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

static inline GTask *
imp_pause_begin (ImpBacklog *backlog)
{
  ImpPause *self = g_new0 (ImpPause, 1);
  GTask *task =
      imp_backlog_new_task (backlog, imp_pause_begin, self, imp_pause_free, NULL, NULL, NULL);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  imp_backlog_push (backlog, g_object_ref (task), imp_pause_in_db);
  imp_pause_wait (self, &self->begun);
  return task;
}

/* Takes what the beginning gave. */
static inline void
imp_pause_end (GTask *task)
{
  ImpPause *self = g_task_get_task_data (task);

  imp_pause_set (self, &self->ended);
  g_object_unref (task);
}
