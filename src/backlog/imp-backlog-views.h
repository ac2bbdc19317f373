/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can be filtered by, and the views that were saved for everybody. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-query-value.h"
#include "model/imp-query.h"

G_BEGIN_DECLS

/* The values of a key, each with how many irritants it leaves of what the rest of the query asks
 * for: the most first. Of ImpQueryValue; a key whose values are not counted has 0 of each. */
void imp_backlog_query_values_async (ImpBacklog *self,
                                     ImpQuery *query,
                                     ImpQueryKey key,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GPtrArray *imp_backlog_query_values_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Saved views by name, of ImpView. ImpBacklog::changed says IMP_KIND_VIEW when they change. */
void imp_backlog_views_async (ImpBacklog *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
GPtrArray *imp_backlog_views_finish (ImpBacklog *self, GAsyncResult *result, GError **error);
/* A write. Without an item: in the place of the view that has this name already, where there is
 * one. With an item: gives it this name, and nothing else. */
void imp_backlog_save_view_async (ImpBacklog *self,
                                  const ImpView *view,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

G_END_DECLS
