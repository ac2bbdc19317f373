/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now. */
#include "config.h"

#include "backlog/imp-backlog-today.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-today-table.h"

static void
today_in_db (GTask *task, ImpStore *store)
{
  GError *error = NULL;
  ImpToday *today = imp_store_read_today (store, &error);

  imp_backlog_return_read (task, today, (GDestroyNotify) imp_today_unref, error,
                           _ ("Cannot show what is due"));
}

void
imp_backlog_today_async (ImpBacklog *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  imp_backlog_push (
      self,
      imp_backlog_new_task (self, imp_backlog_today_async, NULL, NULL, cancellable, callback, data),
      today_in_db);
}

ImpToday *
imp_backlog_today_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
