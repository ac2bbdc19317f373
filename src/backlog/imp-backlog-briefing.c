/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What to know before a round. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-backlog-rounds.h"
#include "store/imp-briefing-table.h"

static void
briefing_in_db (GTask *task, ImpStore *store)
{
  const ImpItem *round = g_task_get_task_data (task);
  GError *error = NULL;
  ImpBriefing *briefing = imp_store_read_briefing (store, *round, &error);

  imp_backlog_return_read (task, briefing, (GDestroyNotify) imp_briefing_unref, error,
                           _ ("Cannot make the briefing"));
}

void
imp_backlog_briefing_async (ImpBacklog *self,
                            ImpItem round,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_briefing_async,
                                          g_memdup2 (&round, sizeof round), g_free, cancellable,
                                          callback, data),
                    briefing_in_db);
}

ImpBriefing *
imp_backlog_briefing_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
