/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The small shapes on a page that say a state without colour. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What it means stands beside it in words. */
typedef enum
{
  IMP_SHAPE_OPEN,    /* a square: to be ticked */
  IMP_SHAPE_FILLED,  /* kept */
  IMP_SHAPE_HALF,    /* under way */
  IMP_SHAPE_STRUCK,  /* missed */
  IMP_SHAPE_CROSSED, /* refused */
  IMP_SHAPE_RING,
  IMP_SHAPE_DISC,
} ImpShape;

/* Inside the square of that size whose upper left corner stands at x, y. rtl: from the right, where
 * the shape has a direction. */
void imp_shape_draw (ImpShape self, double x, double y, double size, gboolean rtl, cairo_t *cr);

G_END_DECLS
