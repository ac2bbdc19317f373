/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A logarithmic axis, which estimates stand on. */
#include "config.h"

#include "model/imp-log-axis.h"

#include <math.h>

void
imp_log_axis_include (ImpLogAxis *self, const ImpEstimate *estimate)
{
  const double low = imp_estimate_get_low (estimate), high = imp_estimate_get_high (estimate);

  self->low = self->low > 0 ? MIN (self->low, low) : low;
  self->high = MAX (self->high, high);
}

double
imp_log_axis_place (const ImpLogAxis *self, double value)
{
  if (self->low <= 0 || value <= self->low)
    return 0;
  return value >= self->high ? 1 : log (value / self->low) / log (self->high / self->low);
}

guint
imp_log_axis_find_ticks (const ImpLogAxis *self, double ticks[IMP_LOG_AXIS_MAX_TICKS])
{
  guint n = 0;
  double tick;

  if (self->low <= 0)
    return 0;
  tick = pow (10, floor (log10 (self->low)));
  for (gboolean one = TRUE; tick <= self->high && n < IMP_LOG_AXIS_MAX_TICKS; one = !one)
    {
      if (tick >= self->low)
        ticks[n++] = tick;
      tick = one ? tick * 3 : tick / 3 * 10;
    }
  return n;
}
