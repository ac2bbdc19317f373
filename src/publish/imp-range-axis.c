/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A printed logarithmic axis, and the ranges on it. */
#include "config.h"

#include "publish/imp-range-axis.h"

#include <math.h>

#include "base/imp-text.h"
#include "publish/imp-slot.h"

#define RANGE_LINE 0.9
#define DOT        5.0
#define TICK       3.0
#define TICK_LINE  0.5
#define FIGURES_Y  10.0
#define GAP        2.0

double
imp_range_axis_place (const ImpRangeAxis *self, double value)
{
  return self->x + imp_log_axis_place (&self->axis, value) * self->width;
}

void
imp_range_axis_draw (const ImpRangeAxis *self,
                     ImpBlock *block,
                     const ImpEstimate *estimate,
                     double y)
{
  const double low = imp_range_axis_place (self, imp_estimate_get_low (estimate));
  const double high = imp_range_axis_place (self, imp_estimate_get_high (estimate));

  if (estimate->value <= 0)
    return;
  imp_block_add_line (block, IMP_INK_GREY, low, high - low, y, RANGE_LINE);
  imp_block_add_dot (block, imp_range_axis_place (self, estimate->value), y, DOT);
}

static gboolean
is_decade (double tick)
{
  const double power = log10 (tick);

  return fabs (power - round (power)) < 1e-6;
}

static guint
find_ticks (const ImpRangeAxis *self, double ticks[IMP_LOG_AXIS_MAX_TICKS])
{
  double all[IMP_LOG_AXIS_MAX_TICKS];
  guint n_all = imp_log_axis_find_ticks (&self->axis, all);
  guint n = 0;

  for (guint i = 0; i < n_all; i++)
    if (is_decade (all[i]))
      ticks[n++] = all[i];
  if (n >= 2)
    return n;
  for (n = 0; n < n_all; n++)
    ticks[n] = all[n];
  return n;
}

/* Centred under its tick, the unit left out of account. Returns where it starts. */
static double
write_figure (const ImpRangeAxis *self,
              ImpType *type,
              ImpBlock *block,
              double tick,
              const char *format,
              double end_x)
{
  g_autofree char *number = imp_number_to_words (tick);
  g_autofree char *figure = g_strdup_printf (format, number);
  const double x = imp_range_axis_place (self, tick);
  const double start = x - imp_type_measure (type, IMP_STYLE_FOOT, number) / 2;
  const ImpSlot slot = { IMP_STYLE_FOOT,  NULL,
                         start,           imp_type_measure (type, IMP_STYLE_FOOT, figure) + 1,
                         IMP_ALIGN_START, IMP_WRAP_ONE_LINE };

  if (slot.x + slot.width > end_x)
    return end_x;
  imp_block_add_line (block, IMP_INK_TEXT, x - TICK_LINE / 2, TICK_LINE, TICK / 2, TICK);
  imp_slot_write (&slot, type, block, figure, FIGURES_Y);
  return slot.x - GAP;
}

/* The unit stands at the highest that has room. */
void
imp_range_axis_write_figures (const ImpRangeAxis *self,
                              ImpType *type,
                              ImpBlock *block,
                              const char *last,
                              double end_x)
{
  double ticks[IMP_LOG_AXIS_MAX_TICKS];
  const guint n = find_ticks (self, ticks);
  const char *format = last;

  for (guint i = n; i > 0; i--)
    {
      const double x = write_figure (self, type, block, ticks[i - 1], format, end_x);

      if (x < end_x)
        format = "%s";
      end_x = x;
    }
}
