/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A quantity that nobody knows exactly, and the chance that one is more than another. */
#include "config.h"

#include "model/imp-estimate.h"

#include "model/imp-normal.h"

#include <math.h>

#define Z_80 1.28 /* 80 % of a normal distribution lie within +-1.28 deviations */

double
imp_estimate_get_low (const ImpEstimate *self)
{
  return self->value * exp (-Z_80 * self->spread);
}

double
imp_estimate_get_high (const ImpEstimate *self)
{
  return self->value * exp (Z_80 * self->spread);
}

double
imp_estimate_get_chance (const ImpEstimate *self, const ImpEstimate *other)
{
  if (self->value == other->value)
    return 0.5;
  /* By two known exactly this divides by zero, which is as sure as can be. */
  return imp_normal_get_chance (log (self->value / other->value)
                                / hypot (self->spread, other->spread));
}
