/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A logarithmic axis, which estimates stand on. */
#pragma once

#include "model/imp-estimate.h"

G_BEGIN_DECLS

#define IMP_LOG_AXIS_MAX_TICKS 24

/* From low to high, both above 0; empty with low = high = 0. Copied by value. */
typedef struct
{
  double low, high;
} ImpLogAxis;

/* Longer, so that the whole range of the estimate stands on it. */
void imp_log_axis_include (ImpLogAxis *self, const ImpEstimate *estimate);
/* Where a value stands: 0 at the low end, 1 at the high one; never beyond. */
double imp_log_axis_place (const ImpLogAxis *self, double value);
/* The round values to be written at it: 10, 30, 100, 300. At most so many, how many is returned. */
guint imp_log_axis_find_ticks (const ImpLogAxis *self, double ticks[IMP_LOG_AXIS_MAX_TICKS]);

G_END_DECLS
