/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What rank an irritant had before, as a line of steps. */
#include "config.h"

#include "ui/irritants/imp-rank-steps.h"

#include "ui/common/imp-accent.h"
#include "ui/common/imp-shape.h"

#include <adwaita.h>
#include <math.h>

#define HEIGHT 48
#define LINE   2.0f
#define DOT    8.0f

struct _ImpRankSteps
{
  GtkWidget parent_instance;

  GArray *past; /* of ImpPastRank */
  guint best, worst;
};

G_DEFINE_FINAL_TYPE (ImpRankSteps, imp_rank_steps, GTK_TYPE_WIDGET)

static const ImpPastRank *
get (ImpRankSteps *self, guint n)
{
  return &g_array_index (self->past, ImpPastRank, n);
}

static float
place_day (ImpRankSteps *self, ImpDate day)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - DOT;
  const ImpDate first = get (self, 0)->day, last = get (self, self->past->len - 1)->day;
  const float share = (float) (day - first) / (float) MAX (last - first, 1);
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return DOT / 2 + (mirrored ? 1 - share : share) * width;
}

/* By the logarithm: from 2 to 1 is as far as from 20 to 10. */
static float
place_rank (ImpRankSteps *self, guint rank)
{
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self)) - DOT;
  const double share = self->best < self->worst ? log ((double) rank / self->best)
                                                      / log ((double) self->worst / self->best)
                                                : 0.5;

  return DOT / 2 + (float) share * height;
}

static void
fill (GtkSnapshot *snapshot, float x, float y, float width, float height, const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* A line across between two days, and one up or down to the next rank; nowhere twice, for colours of
 * text may be translucent. */
static void
draw_step (ImpRankSteps *self, GtkSnapshot *snapshot, guint n, const GdkRGBA *color)
{
  const float x = place_day (self, get (self, n)->day);
  const float end = place_day (self, get (self, n + 1)->day);
  const float y = place_rank (self, get (self, n)->rank);
  const float next = place_rank (self, get (self, n + 1)->rank);
  const float left = MIN (x, end) + LINE / 2, right = MAX (x, end) - LINE / 2;

  fill (snapshot, left, y - LINE / 2, MAX (right - left, 0), LINE, color);
  fill (snapshot, end - LINE / 2, MIN (y, next) - LINE / 2, LINE, ABS (next - y) + LINE, color);
}

static void
draw_dot (ImpRankSteps *self, GtkSnapshot *snapshot, const ImpPastRank *past, const GdkRGBA *color)
{
  const float x = place_day (self, past->day) - DOT / 2;
  const float y = place_rank (self, past->rank) - DOT / 2;

  imp_shape_draw_round (snapshot, &GRAPHENE_RECT_INIT (x, y, DOT, DOT), color);
}

static void
imp_rank_steps_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ImpRankSteps *self = IMP_RANK_STEPS (widget);
  const GdkRGBA accent = imp_accent_get_mark (widget);
  GdkRGBA color;

  if (self->past->len < 2)
    return;
  gtk_widget_get_color (widget, &color);
  for (guint i = 0; i + 1 < self->past->len; i++)
    draw_step (self, snapshot, i, &color);
  draw_dot (self, snapshot, get (self, self->past->len - 1), &accent);
}

static void
imp_rank_steps_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
imp_rank_steps_finalize (GObject *object)
{
  g_array_unref (IMP_RANK_STEPS (object)->past);
  G_OBJECT_CLASS (imp_rank_steps_parent_class)->finalize (object);
}

static void
imp_rank_steps_class_init (ImpRankStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = imp_rank_steps_finalize;
  widget_class->snapshot = imp_rank_steps_snapshot;
  widget_class->measure = imp_rank_steps_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
imp_rank_steps_init (ImpRankSteps *self)
{
  self->past = g_array_new (FALSE, FALSE, sizeof (ImpPastRank));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
imp_rank_steps_show (ImpRankSteps *self, const GArray *past, const char *words)
{
  g_array_set_size (self->past, 0);
  if (past->len > 0)
    g_array_append_vals (self->past, past->data, past->len);
  imp_rank_history_get_ends (past, &self->best, &self->worst);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), past->len > 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
