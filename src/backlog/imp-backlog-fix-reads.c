/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the board, the ledger and the page of a fix show. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-private.h"
#include "store/imp-fix-table.h"

/* Arguments of all reads here: each uses what it needs. */
typedef struct
{
  ImpFixState state;
  guint limit;
  ImpDate since;
  ImpItem fix;
} ReadArgs;

static void
read_fixes (ImpBacklog *self,
            ReadArgs args,
            ImpDatabaseFunc func,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, func, g_memdup2 (&args, sizeof args), g_free,
                                          cancellable, callback, data),
                    func);
}

static void
cards_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *cards = imp_store_read_fix_cards (store, args->state, args->limit, &error);

  imp_backlog_return_array (task, cards, error, _ ("Cannot show the fixes"));
}

void
imp_backlog_fix_cards_async (ImpBacklog *self,
                             ImpFixState state,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  read_fixes (self, (ReadArgs) { .state = state, .limit = limit }, cards_in_db, cancellable,
              callback, data);
}

GPtrArray *
imp_backlog_fix_cards_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
promises_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *promises = imp_store_read_promises (store, args->since, &error);

  imp_backlog_return_array (task, promises, error, _ ("Cannot show the promises"));
}

void
imp_backlog_promises_async (ImpBacklog *self,
                            ImpDate since,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  read_fixes (self, (ReadArgs) { .since = since }, promises_in_db, cancellable, callback, data);
}

GPtrArray *
imp_backlog_promises_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fix_page_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  ImpFixPage *page = imp_store_read_fix_page (store, args->fix, &error);

  imp_backlog_return_read (task, page, (GDestroyNotify) imp_fix_page_unref, error,
                           _ ("Cannot show the fix"));
}

void
imp_backlog_fix_page_async (ImpBacklog *self,
                            ImpItem fix,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  read_fixes (self, (ReadArgs) { .fix = fix }, fix_page_in_db, cancellable, callback, data);
}

ImpFixPage *
imp_backlog_fix_page_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
