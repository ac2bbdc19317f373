/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The title of a page in its header bar: whole or not at all. */
#include "config.h"

#include "ui/common/imp-page-title.h"

#define MAX_LINES 2

struct _ImpPageTitle
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title, *subtitle;
};

G_DEFINE_FINAL_TYPE (ImpPageTitle, imp_page_title, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static GtkSizeRequestMode
imp_page_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What a label takes besides its letters. */
static int
measure_padding (GtkLabel *label, PangoLayout *letters)
{
  int whole, width;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &whole, NULL, NULL);
  pango_layout_set_width (letters, -1);
  pango_layout_get_pixel_size (letters, &width, NULL);
  return whole - width;
}

/* Whether all of the title has room: whole words on so many lines. */
static gboolean
has_room (ImpPageTitle *self, int width)
{
  g_autoptr (PangoLayout) letters = pango_layout_copy (gtk_label_get_layout (self->title));
  int least, needed, room;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  pango_layout_set_ellipsize (letters, PANGO_ELLIPSIZE_NONE);
  room = width - measure_padding (self->title, letters);
  pango_layout_set_width (letters, MAX (room, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (letters, &needed, NULL);
  return width >= least && needed <= room && pango_layout_get_line_count (letters) <= MAX_LINES;
}

static void
imp_page_title_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ImpPageTitle *self = IMP_PAGE_TITLE (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 && !has_room (self, for_size))
    return;
  gtk_widget_measure (self->box, orientation,
                      orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, minimum, natural,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    *minimum = 0;
}

static void
imp_page_title_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ImpPageTitle *self = IMP_PAGE_TITLE (widget);
  const gboolean shown = has_room (self, width);

  gtk_widget_set_child_visible (self->box, shown);
  if (shown)
    gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
imp_page_title_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpPageTitle *self = IMP_PAGE_TITLE (object);

  g_value_set_string (value, gtk_label_get_text (id == PROP_TITLE ? self->title : self->subtitle));
}

static void
imp_page_title_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpPageTitle *self = IMP_PAGE_TITLE (object);
  GtkLabel *label = id == PROP_TITLE ? self->title : self->subtitle;
  const char *text = g_value_get_string (value);

  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
imp_page_title_dispose (GObject *object)
{
  g_clear_pointer (&IMP_PAGE_TITLE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (imp_page_title_parent_class)->dispose (object);
}

static void
imp_page_title_class_init (ImpPageTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = imp_page_title_get_property;
  object_class->set_property = imp_page_title_set_property;
  object_class->dispose = imp_page_title_dispose;
  widget_class->get_request_mode = imp_page_title_get_request_mode;
  widget_class->measure = imp_page_title_measure;
  widget_class->size_allocate = imp_page_title_size_allocate;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkLabel *
add_label (ImpPageTitle *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_visible (label, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static void
imp_page_title_init (ImpPageTitle *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->title = add_label (self, "title");
  self->subtitle = add_label (self, "subtitle");
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_lines (self->title, MAX_LINES);
}

const char *
imp_page_title_get_title (ImpPageTitle *self)
{
  return gtk_label_get_text (self->title);
}
