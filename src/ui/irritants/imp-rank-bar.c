/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One line of the chart of ranks: an estimate with its range on the axis, or the axis' figures. */
#include "config.h"

#include "ui/irritants/imp-rank-bar.h"

#include "base/imp-text.h"
#include "ui/common/imp-accent.h"
#include "ui/common/imp-shape.h"

#define MIN_WIDTH     90
#define NATURAL_WIDTH 260
#define BAR_HEIGHT    5.0f
#define DOT_SIZE      10.0f
#define BAR_ALPHA     0.45f
#define OTHERS_ALPHA  0.75f
#define MARGIN        4
#define LINE_ALPHA    0.15f

struct _ImpRankBar
{
  GtkWidget parent_instance;
  ImpLogAxis axis;
  ImpEstimate estimate; /* value 0: the figures */
  gboolean own;
};

G_DEFINE_FINAL_TYPE (ImpRankBar, imp_rank_bar, GTK_TYPE_WIDGET)

static gboolean
has_figures (ImpRankBar *self)
{
  return self->estimate.value <= 0;
}

static int
measure_height (ImpRankBar *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (!has_figures (self))
    return (int) DOT_SIZE + 2 * MARGIN;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
imp_rank_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = measure_height (IMP_RANK_BAR (widget));
}

/* From the start edge; a dot at either end stands inside. */
static float
find_x (ImpRankBar *self, double value)
{
  const float width = gtk_widget_get_width (GTK_WIDGET (self));
  const float x =
      DOT_SIZE / 2 + (float) imp_log_axis_place (&self->axis, value) * (width - DOT_SIZE);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
draw_lines (ImpRankBar *self, GtkSnapshot *snapshot, GdkRGBA color)
{
  const float height = gtk_widget_get_height (GTK_WIDGET (self));
  double ticks[IMP_LOG_AXIS_MAX_TICKS];
  const guint n = imp_log_axis_find_ticks (&self->axis, ticks);

  color.alpha *= LINE_ALPHA;
  for (guint i = 0; i < n; i++)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (find_x (self, ticks[i]), 0, 1, height));
}

static GdkRGBA
choose_color (ImpRankBar *self)
{
  GdkRGBA color;

  if (self->own)
    return imp_accent_get_mark (GTK_WIDGET (self));
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= OTHERS_ALPHA;
  return color;
}

static void
draw_estimate (ImpRankBar *self, GtkSnapshot *snapshot)
{
  const float middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0f;
  const float low = find_x (self, imp_estimate_get_low (&self->estimate));
  const float high = find_x (self, imp_estimate_get_high (&self->estimate));
  const float dot = find_x (self, self->estimate.value);
  const GdkRGBA color = choose_color (self);
  GdkRGBA pale = color;

  pale.alpha *= BAR_ALPHA;
  imp_shape_draw_round (
      snapshot,
      &GRAPHENE_RECT_INIT (MIN (low, high), middle - BAR_HEIGHT / 2, ABS (high - low), BAR_HEIGHT),
      &pale);
  imp_shape_draw_round (
      snapshot, &GRAPHENE_RECT_INIT (dot - DOT_SIZE / 2, middle - DOT_SIZE / 2, DOT_SIZE, DOT_SIZE),
      &color);
}

/* Returns where it ends; nothing is drawn that would touch what ends at `after`. */
static float
draw_figure (ImpRankBar *self,
             GtkSnapshot *snapshot,
             double tick,
             float after,
             const GdkRGBA *color)
{
  g_autofree char *words = imp_number_to_words (tick);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  const int room = gtk_widget_get_width (GTK_WIDGET (self));
  graphene_point_t corner = GRAPHENE_POINT_INIT (0, 0);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  corner.x = CLAMP (find_x (self, tick) - width / 2.0f, 0, MAX (room - width, 0));
  if (corner.x < after)
    return after;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  return corner.x + width * 1.5f;
}

/* From left to right, whatever the direction. */
static void
draw_figures (ImpRankBar *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double ticks[IMP_LOG_AXIS_MAX_TICKS];
  const guint n = imp_log_axis_find_ticks (&self->axis, ticks);
  float after = 0;

  for (guint i = 0; i < n; i++)
    after = draw_figure (self, snapshot, ticks[mirrored ? n - 1 - i : i], after, color);
}

static void
imp_rank_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ImpRankBar *self = IMP_RANK_BAR (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (has_figures (self))
    draw_figures (self, snapshot, &color);
  else
    {
      draw_lines (self, snapshot, color);
      draw_estimate (self, snapshot);
    }
}

static void
imp_rank_bar_class_init (ImpRankBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = imp_rank_bar_measure;
  widget_class->snapshot = imp_rank_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
imp_rank_bar_init (ImpRankBar *self)
{
}

GtkWidget *
imp_rank_bar_new (const ImpLogAxis *axis, const ImpEstimate *estimate, gboolean own)
{
  ImpRankBar *self = g_object_new (IMP_TYPE_RANK_BAR, NULL);

  self->axis = *axis;
  self->estimate = *estimate;
  self->own = own;
  return GTK_WIDGET (self);
}

GtkWidget *
imp_rank_bar_new_figures (const ImpLogAxis *axis)
{
  ImpRankBar *self = g_object_new (IMP_TYPE_RANK_BAR, NULL);

  self->axis = *axis;
  return GTK_WIDGET (self);
}
