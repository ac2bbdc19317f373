/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of the window, in processes of its own beside an empty one. */
#pragma once

#include "bench-table.h"

G_BEGIN_DECLS

/* What starting costs: medians of several starts. */
typedef struct
{
  double first_ms, settled_ms; /* of the processor: until the first frame, until all is shown */
  double peak_mib, dirty_mib;
  double instructions; /* in millions, until the end; 0 where they were not counted */
} BenchStart;

/* What all windows are compared with. */
typedef struct
{
  BenchStart empty;    /* a libadwaita window with nothing in it */
  BenchStart none;     /* Improve with an empty backlog */
  BenchStart smallest; /* Improve with the first backlog that was measured */
  gboolean count_instructions;
} BenchWindows;

/* Starts the floors. `folder` is for files that come and go. A display must be there. */
gboolean bench_windows_begin (BenchWindows *self, const char *folder, GError **error);
gboolean bench_windows_measure (BenchWindows *self,
                                BenchTable *table,
                                const char *path,
                                guint size,
                                GError **error);

G_END_DECLS
