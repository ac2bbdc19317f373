/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases of several laptops: what was written here for another, and what comes from one. */
#pragma once

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* All that was ever written, by whomever: an array of rows of the journal, which mean the same on
 * every laptop and are nobody's to look into. */
void imp_backlog_rows_async (ImpBacklog *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
GPtrArray *imp_backlog_rows_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Takes in what others wrote; what is here already does no harm, and nothing is taken in where
 * something is not right. No step of undo: it is nobody's action here. Takes over `rows`, which is
 * sorted. */
void imp_backlog_take_rows_async (ImpBacklog *self,
                                  GPtrArray *rows,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
/* *n_applied: how many rows were new here. */
gboolean imp_backlog_take_rows_finish (ImpBacklog *self,
                                       GAsyncResult *result,
                                       guint *n_applied,
                                       GError **error);

G_END_DECLS
