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

typedef struct
{
  guint n;
  GArray *asked; /* of ImpAsked; may be NULL */
} ToAskArgs;

static void
to_ask_args_free (gpointer data)
{
  g_clear_pointer (&((ToAskArgs *) data)->asked, g_array_unref);
  g_free (data);
}

static void
find_to_ask_in_db (GTask *task, ImpStore *store)
{
  const ToAskArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *to_ask = imp_store_read_to_ask (store, args->n, args->asked, &error);

  imp_backlog_return_array (task, to_ask, error, _ ("Cannot find what is worth asking"));
}

void
imp_backlog_find_to_ask_async (ImpBacklog *self,
                               guint n,
                               const GArray *asked,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  ToAskArgs *args = g_new (ToAskArgs, 1);

  *args = (ToAskArgs) { n, asked != NULL ? g_array_copy ((GArray *) asked) : NULL };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_find_to_ask_async, args,
                                          to_ask_args_free, cancellable, callback, data),
                    find_to_ask_in_db);
}

GPtrArray *
imp_backlog_find_to_ask_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
weigh_top_ten_in_db (GTask *task, ImpStore *store)
{
  double *share = g_new (double, 1);
  GError *error = NULL;

  if (!imp_store_weigh_top_ten (store, share, &error))
    g_clear_pointer (&share, g_free);
  imp_backlog_return_read (task, share, g_free, error, _ ("Cannot see how sure the top ten is"));
}

void
imp_backlog_weigh_top_ten_async (ImpBacklog *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_weigh_top_ten_async, NULL, NULL,
                                          cancellable, callback, data),
                    weigh_top_ten_in_db);
}

gboolean
imp_backlog_weigh_top_ten_finish (ImpBacklog *self,
                                  GAsyncResult *result,
                                  double *share,
                                  GError **error)
{
  g_autofree double *weighed = g_task_propagate_pointer (G_TASK (result), error);

  if (weighed != NULL)
    *share = *weighed;
  return weighed != NULL;
}
