/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The order that somebody is reading, where there is another one by now. */
#pragma once

#include "store/imp-irritant-table.h"

G_BEGIN_DECLS

/* What `latest` lists, in the order of `shown` (of guint32): whoever is listed no more is left out,
 * and who is new stands behind the one that it follows in the latest order. Ranks and groups are
 * the latest, and what is pinned stands first; those that moved are strays, as few as can be said
 * to have. NULL where that would be the latest order itself. Any thread. */
ImpRanking *imp_kept_order_new (const ImpRanking *latest, const GArray *shown);

G_END_DECLS
