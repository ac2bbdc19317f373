/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The mark under the hours: the axis, the range that holds with 80 %, the estimate. */
#include "config.h"

#include "ui/irritants/imp-range-mark.h"

#include "ui/common/imp-shape.h"

#define AXIS_HEIGHT  2.0f
#define RANGE_HEIGHT 4.0f
#define DOT_SIZE     8.0f
#define RANGE_ALPHA  0.5f

static void
draw_bar (GtkSnapshot *snapshot, float x, float middle, float width, float height, GdkRGBA color)
{
  graphene_rect_t bar = GRAPHENE_RECT_INIT (x, middle - height / 2, width, height);

  imp_shape_draw_round (snapshot, &bar, &color);
}

void
imp_range_mark_draw (const ImpRangeMark *self,
                     GtkSnapshot *snapshot,
                     const graphene_rect_t *bounds,
                     gboolean mirrored)
{
  const float left = bounds->origin.x, middle = bounds->origin.y + bounds->size.height / 2;
  const float length = bounds->size.width - DOT_SIZE;
  float start = mirrored ? 1 - self->high : self->low;
  float dot = mirrored ? 1 - self->estimate : self->estimate;
  GdkRGBA range = self->accent;

  range.alpha *= RANGE_ALPHA;
  /* Too thin for round ends, which are dear. */
  gtk_snapshot_append_color (
      snapshot, &self->axis,
      &GRAPHENE_RECT_INIT (left, middle - AXIS_HEIGHT / 2, bounds->size.width, AXIS_HEIGHT));
  draw_bar (snapshot, left + DOT_SIZE / 2 + start * length, middle,
            (self->high - self->low) * length, RANGE_HEIGHT, range);
  draw_bar (snapshot, left + dot * length, middle, DOT_SIZE, DOT_SIZE, self->accent);
}
