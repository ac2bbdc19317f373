/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One entry of the sidebar: icon, name, how many. */
#include "config.h"

#include "ui/window/imp-sidebar-row.h"

struct _ImpSidebarRow
{
  GtkListBoxRow parent_instance;
  char *page;
  guint count;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *number;
};

G_DEFINE_FINAL_TYPE (ImpSidebarRow, imp_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_PAGE = 1,
  PROP_ICON_NAME,
  PROP_LABEL,
  PROP_COUNT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
update_accessible_name (ImpSidebarRow *self)
{
  const char *name = gtk_label_get_text (self->name);
  g_autofree char *said =
      self->count == 0 ? g_strdup (name) : g_strdup_printf ("%s, %u", name, self->count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
imp_sidebar_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpSidebarRow *self = IMP_SIDEBAR_ROW (object);

  if (id == PROP_PAGE)
    g_value_set_string (value, self->page);
  else if (id == PROP_ICON_NAME)
    g_value_set_string (value, gtk_image_get_icon_name (self->icon));
  else if (id == PROP_LABEL)
    g_value_set_string (value, gtk_label_get_text (self->name));
  else
    g_value_set_uint (value, self->count);
}

static void
imp_sidebar_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpSidebarRow *self = IMP_SIDEBAR_ROW (object);

  if (id == PROP_PAGE)
    g_set_str (&self->page, g_value_get_string (value));
  else if (id == PROP_ICON_NAME)
    gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
  else if (id == PROP_LABEL)
    gtk_label_set_text (self->name, g_value_get_string (value));
  else
    imp_sidebar_row_set_count (self, g_value_get_uint (value));
  update_accessible_name (self);
}

static void
imp_sidebar_row_dispose (GObject *object)
{
  g_clear_pointer (&IMP_SIDEBAR_ROW (object)->page, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_SIDEBAR_ROW);
  G_OBJECT_CLASS (imp_sidebar_row_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
imp_sidebar_row_class_init (ImpSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_sidebar_row_get_property;
  object_class->set_property = imp_sidebar_row_set_property;
  object_class->dispose = imp_sidebar_row_dispose;
  install_properties (object_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/window/imp-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ImpSidebarRow, name);
  gtk_widget_class_bind_template_child (widget_class, ImpSidebarRow, number);
}

static void
imp_sidebar_row_init (ImpSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
imp_sidebar_row_get_page (ImpSidebarRow *self)
{
  return self->page;
}

void
imp_sidebar_row_set_count (ImpSidebarRow *self, guint count)
{
  g_autofree char *text = count == 0 ? NULL : g_strdup_printf ("%'u", count);

  self->count = count;
  gtk_label_set_text (self->number, text == NULL ? "" : text);
  update_accessible_name (self);
}
