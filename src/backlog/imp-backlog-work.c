/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is under way, and whoever waits for it before they go. */
#include "config.h"

#include "backlog/imp-backlog-private.h"

static void
answer_in_db (GTask *task, ImpStore *store)
{
  g_task_return_boolean (task, TRUE);
}

/* Whoever asked for it has been told by now. */
static void
work_done_cb (ImpBacklog *self)
{
  if (--self->n_works > 0)
    return;
  while (!g_queue_is_empty (&self->waiting))
    imp_backlog_push (self, g_queue_pop_head (&self->waiting), answer_in_db);
}

void
imp_backlog_hold (ImpBacklog *self, GTask *task)
{
  self->n_works++;
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (work_done_cb), self,
                           G_CONNECT_SWAPPED);
}

void
imp_backlog_wait_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task =
      imp_backlog_new_task (self, imp_backlog_wait_async, NULL, NULL, NULL, callback, data);

  imp_backlog_save_drafts (self);
  if (self->n_works > 0)
    g_queue_push_tail (&self->waiting, task);
  else
    imp_backlog_push (self, task, answer_in_db);
}

gboolean
imp_backlog_wait_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
