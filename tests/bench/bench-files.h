/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of whole backlogs going in and out. */
#pragma once

#include "bench-table.h"

G_BEGIN_DECLS

/* Takes a backlog of that size in as one action, and writes the one in `path` as JSON. `folder` is
 * for files that come and go. */
gboolean bench_files_measure (BenchTable *table,
                              const char *path,
                              guint seed,
                              guint size,
                              const char *folder,
                              GError **error);

G_END_DECLS
