/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Several measurements of one thing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of an array of double, which it sorts. share: 0.5 is the median. */
double bench_get_quantile (GArray *samples, double share);

G_END_DECLS
