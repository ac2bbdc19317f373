/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can stand after a key of a query, and the saved views. */
#pragma once

#include "model/imp-query-value.h"
#include "model/imp-query.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* The values of a key that stand for something in the backlog, each with how many irritants it
 * leaves of what the rest of the query asks for: the most first, then by name. Of ImpQueryValue. */
GPtrArray *imp_store_read_query_values (ImpStore *store,
                                        const ImpQuery *query,
                                        ImpQueryKey key,
                                        GCancellable *cancellable,
                                        GError **error);
/* By name. Of ImpView. */
GPtrArray *imp_store_read_views (ImpStore *store, GError **error);

G_END_DECLS
