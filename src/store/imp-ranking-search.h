/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An order narrowed by a query, and graded by the words searched for. */
#pragma once

#include "model/imp-query.h"
#include "store/imp-irritant-table.h"

G_BEGIN_DECLS

/* Sets items and ranks to those of `all` that the query finds: in their order, or the best match
 * first. The states of `all` are those it asks for. */
gboolean imp_ranking_search (ImpStore *store,
                             const ImpQuery *query,
                             GArray *all,
                             gboolean by_match,
                             ImpRanking *ranking,
                             GError **error);

G_END_DECLS
