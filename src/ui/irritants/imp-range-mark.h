/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The mark under the hours: the axis, the range that holds with 80 %, the estimate. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  double low, high, estimate; /* places on the axis, 0 … 1 */
  GdkRGBA axis, accent;
} ImpRangeMark;

/* Draws it in the middle of the bounds' height, over their whole width. */
void imp_range_mark_draw (const ImpRangeMark *self,
                          GtkSnapshot *snapshot,
                          const graphene_rect_t *bounds,
                          gboolean mirrored);

G_END_DECLS
