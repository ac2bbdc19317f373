/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, and what is worth asking. */
#include "config.h"

#include "backlog/imp-backlog-explain.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-explained.h"

static void
explain_in_db (GTask *task, ImpStore *store)
{
  const ImpItem *irritant = g_task_get_task_data (task);
  GError *error = NULL;
  ImpExplanation *explanation = imp_store_explain (store, *irritant, &error);

  imp_backlog_return_read (task, explanation, (GDestroyNotify) imp_explanation_unref, error,
                           _ ("Cannot explain the rank"));
}

void
imp_backlog_explain_async (ImpBacklog *self,
                           ImpItem irritant,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_explain_async,
                                          g_memdup2 (&irritant, sizeof irritant), g_free,
                                          cancellable, callback, data),
                    explain_in_db);
}

ImpExplanation *
imp_backlog_explain_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find_to_ask_in_db (GTask *task, ImpStore *store)
{
  const guint *n = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *to_ask = imp_store_read_to_ask (store, *n, &error);

  imp_backlog_return_array (task, to_ask, error, _ ("Cannot find what is worth asking"));
}

void
imp_backlog_find_to_ask_async (ImpBacklog *self,
                               guint n,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_find_to_ask_async,
                                          g_memdup2 (&n, sizeof n), g_free, cancellable, callback,
                                          data),
                    find_to_ask_in_db);
}

GPtrArray *
imp_backlog_find_to_ask_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
