/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The small shapes on a page that say a state without colour. */
#include "config.h"

#include "publish/imp-shape.h"

#include "publish/imp-type.h"

#define LINE_SHARE 0.107 /* of the size of a square */
#define RING_SHARE 0.08

static void
draw_filled (double x, double y, double size, cairo_t *cr)
{
  imp_ink_set (IMP_INK_ACCENT, cr);
  cairo_rectangle (cr, x, y, size, size);
  cairo_fill (cr);
}

static void
add_stroke (double x, double y, double inner, cairo_t *cr)
{
  cairo_move_to (cr, x, y + inner);
  cairo_rel_line_to (cr, inner, -inner);
}

static void
draw_square (ImpShape shape, double x, double y, double size, cairo_t *cr)
{
  const double line = size * LINE_SHARE, inner = size - line;

  x += line / 2;
  y += line / 2;
  imp_ink_set (IMP_INK_TEXT, cr);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, x, y, inner, inner);
  if (shape == IMP_SHAPE_STRUCK || shape == IMP_SHAPE_CROSSED)
    add_stroke (x, y, inner, cr);
  if (shape == IMP_SHAPE_CROSSED)
    {
      cairo_move_to (cr, x, y);
      cairo_rel_line_to (cr, inner, inner);
    }
  cairo_stroke (cr);
}

static void
draw_half (double x, double y, double size, gboolean rtl, cairo_t *cr)
{
  draw_square (IMP_SHAPE_OPEN, x, y, size, cr);
  cairo_rectangle (cr, rtl ? x + size / 2 : x, y, size / 2, size);
  cairo_fill (cr);
}

static void
draw_circle (ImpShape shape, double x, double y, double size, cairo_t *cr)
{
  const double line = shape == IMP_SHAPE_RING ? size * RING_SHARE : 0;

  imp_ink_set (IMP_INK_TEXT, cr);
  cairo_set_line_width (cr, line);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size / 2, y + size / 2, (size - line) / 2, 0, 2 * G_PI);
  if (shape == IMP_SHAPE_RING)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

void
imp_shape_draw (ImpShape self, double x, double y, double size, gboolean rtl, cairo_t *cr)
{
  if (self == IMP_SHAPE_FILLED)
    draw_filled (x, y, size, cr);
  else if (self == IMP_SHAPE_HALF)
    draw_half (x, y, size, rtl, cr);
  else if (self == IMP_SHAPE_RING || self == IMP_SHAPE_DISC)
    draw_circle (self, x, y, size, cr);
  else
    draw_square (self, x, y, size, cr);
}
