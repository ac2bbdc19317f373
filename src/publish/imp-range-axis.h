/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A printed logarithmic axis, and the ranges on it. */
#pragma once

#include "model/imp-log-axis.h"
#include "publish/imp-mark.h"

G_BEGIN_DECLS

/* Where an axis lies across. Copied by value. */
typedef struct
{
  ImpLogAxis axis;
  double x, width;
} ImpRangeAxis;

double imp_range_axis_place (const ImpRangeAxis *self, double value);
/* A line for where it is, four times in five, a dot for the likeliest. */
void imp_range_axis_draw (const ImpRangeAxis *self,
                          ImpBlock *block,
                          const ImpEstimate *estimate,
                          double y);
/* Its figures below y, with a stroke up to it: 1, 10, 100; or 1, 3, 10 where it is shorter. `last`
 * is the format of the highest one that does not reach beyond `end_x`, with its unit. */
void imp_range_axis_write_figures (const ImpRangeAxis *self,
                                   ImpType *type,
                                   ImpBlock *block,
                                   const char *last,
                                   double end_x);

G_END_DECLS
