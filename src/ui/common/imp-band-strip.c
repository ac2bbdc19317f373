/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The strip of six cells that shows which band an answer is in. */
#include "config.h"

#include "ui/common/imp-band-strip.h"

#include <adwaita.h>

#include "model/imp-answer.h"
#include "ui/common/imp-accent.h"
#include "ui/common/imp-shape.h"

#define WIDTH  96
#define HEIGHT 8
#define GAP    3

struct _ImpBandStrip
{
  GtkWidget parent_instance;
  int band;
};

G_DEFINE_FINAL_TYPE (ImpBandStrip, imp_band_strip, GTK_TYPE_WIDGET)

static void
imp_band_strip_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
imp_band_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ImpBandStrip *self = IMP_BAND_STRIP (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const GdkRGBA mark = imp_accent_get_mark (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float step = (gtk_widget_get_width (widget) + GAP) / (float) IMP_N_BANDS;
  GdkRGBA pale;

  gtk_widget_get_color (widget, &pale);
  pale.alpha *= adw_style_manager_get_high_contrast (style) ? 0.4f : 0.15f;
  for (int i = 0; i < IMP_N_BANDS; i++)
    {
      int place = mirrored ? IMP_N_BANDS - 1 - i : i;
      graphene_rect_t cell = GRAPHENE_RECT_INIT (place * step, 0, step - GAP, HEIGHT);

      imp_shape_draw_round (snapshot, &cell, i + 1 == self->band ? &mark : &pale);
    }
}

static void
imp_band_strip_class_init (ImpBandStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = imp_band_strip_measure;
  widget_class->snapshot = imp_band_strip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
imp_band_strip_init (ImpBandStrip *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
imp_band_strip_new (void)
{
  return g_object_new (IMP_TYPE_BAND_STRIP, NULL);
}

void
imp_band_strip_set_band (ImpBandStrip *self, int band)
{
  self->band = band;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
