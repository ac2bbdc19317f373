/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A text view that is as high as its text, without a scroller around it. */
#include "config.h"

#include "ui/common/imp-text-area.h"

#define CURSOR_WIDTH  1 /* the text view keeps it free at the end of each line */
#define NATURAL_WIDTH 300
#define UNLIMITED     -1

struct _ImpTextArea
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (ImpTextArea, imp_text_area, GTK_TYPE_TEXT_VIEW)

static int
measure_height (GtkWidget *widget, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width != UNLIMITED)
    pango_layout_set_width (layout, MAX (1, width - CURSOR_WIDTH) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
imp_text_area_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (widget, for_size);
  else
    {
      *minimum = 0;
      *natural = NATURAL_WIDTH;
    }
}

static GtkSizeRequestMode
imp_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
buffer_changed_cb (ImpTextArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  g_signal_connect_object (buffer, "changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
}

static void
imp_text_area_class_init (ImpTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = imp_text_area_measure;
  widget_class->get_request_mode = imp_text_area_get_request_mode;
}

static void
imp_text_area_init (ImpTextArea *self)
{
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (buffer_changed_cb), NULL);
}
