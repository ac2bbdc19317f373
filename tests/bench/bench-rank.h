/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of the order and its groups: reckoning only, no store. */
#pragma once

#include "bench-table.h"

G_BEGIN_DECLS

/* Ranks so many irritants with answers of every kind, and again after one answer has changed. */
gboolean bench_rank_measure (BenchTable *table, guint seed, guint size, GError **error);

G_END_DECLS
