/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * All saved views, to rename or delete them. */
#include "config.h"

#include "ui/search/imp-views-dialog.h"

#include <glib/gi18n.h>

#include "model/imp-query-words.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/search/imp-view-dialog.h"

struct _ImpViewsDialog
{
  AdwDialog parent_instance;
  ImpBacklog *backlog;
  ImpViewsMenu *views;
  GtkStack *stack;
  GtkListBox *list;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (ImpViewsDialog, imp_views_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_button (const char *icon, const char *label, const char *action, const ImpView *view)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", view->item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, view->name, -1);
  return button;
}

static GtkWidget *
create_row (const ImpView *view)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (ImpQuery) query = imp_query_parse (view->query);
  g_autofree char *words = imp_query_to_words (query);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), view->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      create_button ("document-edit-symbolic", _ ("Rename"), "view.rename", view));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      create_button ("user-trash-symbolic", _ ("Delete"), "view.delete", view));
  return row;
}

static void
show_views (ImpViewsDialog *self)
{
  GPtrArray *views = imp_views_menu_get_views (self->views);
  const guint n = views != NULL ? views->len : 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, create_row (views->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

static void
rename_view (GtkWidget *widget, const char *action, GVariant *item)
{
  ImpViewsDialog *self = IMP_VIEWS_DIALOG (widget);
  const ImpView *view = imp_views_menu_find (self->views, g_variant_get_int64 (item));

  if (view != NULL)
    adw_dialog_present (imp_view_dialog_new (self->backlog, self->views, view), widget);
}

/* Undo brings it back: no question. */
static void
delete_view (GtkWidget *widget, const char *action, GVariant *item)
{
  imp_backlog_delete_async (IMP_VIEWS_DIALOG (widget)->backlog, g_variant_get_int64 (item),
                            _ ("View deleted"), imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
imp_views_dialog_dispose (GObject *object)
{
  ImpViewsDialog *self = IMP_VIEWS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_VIEWS_DIALOG);
  g_clear_object (&self->views);
  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_views_dialog_parent_class)->dispose (object);
}

static void
imp_views_dialog_class_init (ImpViewsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_views_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/search/imp-views-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpViewsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpViewsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ImpViewsDialog, toasts);
  gtk_widget_class_install_action (widget_class, "view.rename", "x", rename_view);
  gtk_widget_class_install_action (widget_class, "view.delete", "x", delete_view);
}

static void
imp_views_dialog_init (ImpViewsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
}

AdwDialog *
imp_views_dialog_new (ImpBacklog *backlog, ImpViewsMenu *views)
{
  ImpViewsDialog *self = g_object_new (IMP_TYPE_VIEWS_DIALOG, NULL);

  self->backlog = g_object_ref (backlog);
  self->views = g_object_ref (views);
  g_signal_connect_object (views, "changed", G_CALLBACK (show_views), self, G_CONNECT_SWAPPED);
  imp_writing_restrict (GTK_WIDGET (self), backlog);
  show_views (self);
  return ADW_DIALOG (self);
}
