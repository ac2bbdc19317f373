/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of what is known already while somebody types. */
#pragma once

#include "bench-table.h"

G_BEGIN_DECLS

gboolean
bench_similar_measure (BenchTable *table, const char *path, guint seed, guint size, GError **error);

G_END_DECLS
