/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Several measurements of one thing. */
#include "config.h"

#include "bench-samples.h"

#include <math.h>

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_get_quantile (GArray *samples, double share)
{
  if (samples->len == 0)
    return 0;
  g_array_sort (samples, compare_numbers);
  return g_array_index (samples, double, (guint) floor (share * (samples->len - 1) + 0.5));
}
