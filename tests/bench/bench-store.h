/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements below the window: the store. */
#pragma once

#include "bench-table.h"

G_BEGIN_DECLS

/* The first page, searching, counting, recording and undo with the backlog in `path`; what is
 * recorded there is taken back. `folder` is for files that come and go. */
gboolean bench_store_measure (BenchTable *table,
                              const char *path,
                              guint size,
                              const char *folder,
                              GError **error);

G_END_DECLS
