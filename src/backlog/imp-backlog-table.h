/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The first irritants of a list with all that is printed of them, or written into a file. */
#pragma once

#include "backlog/imp-irritant-list.h"
#include "base/imp-progress.h"
#include "model/imp-ranked-table.h"

G_BEGIN_DECLS

/* query and order as of the list (NULL: what is not yet fixed); the first `limit` of it. Read piece by piece, so that
 * nobody waits for a long one; progress may be NULL. Cancelled it fails with
 * G_IO_ERROR_CANCELLED. */
void imp_backlog_tabulate_async (ImpBacklog *self,
                                 ImpQuery *query,
                                 ImpOrder order,
                                 guint limit,
                                 ImpProgress *progress,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
ImpRankedTable *
imp_backlog_tabulate_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
