/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The button that brings the sidebar back where the window has no room for it. */
#include "config.h"

#include "ui/common/imp-sidebar-button.h"

#include <glib/gi18n.h>

struct _ImpSidebarButton
{
  GtkWidget parent_instance;
  GtkWidget *button;
  GBinding *binding; /* unowned: lives as long as both ends */
};

G_DEFINE_FINAL_TYPE (ImpSidebarButton, imp_sidebar_button, GTK_TYPE_WIDGET)

static gboolean
has_compact (GtkRoot *root)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (root), "compact") != NULL;
}

static void
imp_sidebar_button_root (GtkWidget *widget)
{
  ImpSidebarButton *self = IMP_SIDEBAR_BUTTON (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (imp_sidebar_button_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (has_compact (root))
    self->binding =
        g_object_bind_property (root, "compact", self, "visible", G_BINDING_SYNC_CREATE);
}

static void
imp_sidebar_button_unroot (GtkWidget *widget)
{
  ImpSidebarButton *self = IMP_SIDEBAR_BUTTON (widget);

  g_clear_pointer (&self->binding, g_binding_unbind);
  GTK_WIDGET_CLASS (imp_sidebar_button_parent_class)->unroot (widget);
}

static void
imp_sidebar_button_dispose (GObject *object)
{
  ImpSidebarButton *self = IMP_SIDEBAR_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (imp_sidebar_button_parent_class)->dispose (object);
}

static void
imp_sidebar_button_class_init (ImpSidebarButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_sidebar_button_dispose;
  GTK_WIDGET_CLASS (klass)->root = imp_sidebar_button_root;
  GTK_WIDGET_CLASS (klass)->unroot = imp_sidebar_button_unroot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
imp_sidebar_button_init (ImpSidebarButton *self)
{
  self->button = gtk_button_new_from_icon_name ("sidebar-show-symbolic");
  gtk_widget_set_tooltip_text (self->button, _ ("Show Sidebar"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.show-sidebar");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
