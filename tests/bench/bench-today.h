/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of what wants something now. */
#pragma once

#include "bench-table.h"

G_BEGIN_DECLS

/* With a backlog that was just opened, and again: it is read after each change. `path` is left as
 * it is. */
gboolean bench_today_measure (BenchTable *table, const char *path, guint size, GError **error);

G_END_DECLS
