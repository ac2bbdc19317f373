/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of the order through the store. */
#pragma once

#include "bench-table.h"

G_BEGIN_DECLS

/* The backlog is closed again, with other answers in it than before. */
gboolean bench_order_measure (BenchTable *table, const char *path, guint size, GError **error);

G_END_DECLS
