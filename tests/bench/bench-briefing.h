/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of the briefing before a round. */
#pragma once

#include "bench-table.h"

G_BEGIN_DECLS

/* Of the site at which most was reported, with a backlog in which nobody asked for the order yet,
 * and again. `path` is left as it is. */
gboolean bench_briefing_measure (BenchTable *table, const char *path, guint size, GError **error);

G_END_DECLS
