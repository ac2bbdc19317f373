/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants the filters of a query let through. */
#pragma once

#include "model/imp-query.h"
#include "store/imp-irritant-table.h"

G_BEGIN_DECLS

/* A byte for each number of an item, 1 where the filters other than those of states let it through;
 * `n_bytes` of them, 1 more than the highest number. Kept for the next question, which mostly has
 * other words and the same filters: valid until then. NULL on failure. */
const guint8 *
imp_ranking_filter (ImpStore *store, const ImpQuery *query, guint n_bytes, GError **error);
gboolean imp_ranking_has_filters (const ImpQuery *query);

G_END_DECLS
