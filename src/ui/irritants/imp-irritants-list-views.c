/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saved views of the list, and the one it starts with. */
#include "config.h"

#include "ui/irritants/imp-irritants-list-private.h"

#include <glib/gi18n.h>

#include "ui/common/imp-menu.h"
#include "ui/search/imp-view-dialog.h"
#include "ui/search/imp-views-dialog.h"

#define KEY_QUERY "irritants-query"
#define KEY_ORDER "irritants-order"

#define SAVED_AFTER_MS 1000 /* of the last change */

/* The filters as chips, the words in the entry. */
static void
show_query (ImpIrritantsList *self, const char *text)
{
  g_autoptr (ImpQuery) query = imp_query_parse (text);
  g_autofree char *words = imp_query_dup_words (query);

  gtk_editable_set_text (self->search, words);
  if (*words != '\0' && self->compact)
    g_object_set (self, "searching", TRUE, NULL);
  imp_filter_chips_set_filters (self->chips, query);
}

static void
choose_view (GtkWidget *widget, const char *action, GVariant *item)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (widget);
  const ImpView *view = imp_views_menu_find (self->views, g_variant_get_int64 (item));

  if (view == NULL)
    return;
  show_query (self, view->query);
  if (view->order != NULL)
    imp_irritants_list_set_order (self, view->order);
  if (view->columns != NULL)
    imp_irritants_list_set_columns (self, view->columns);
  imp_irritants_list_take_focus (self);
}

static void
save_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (widget);
  g_autoptr (ImpQuery) query = imp_irritants_list_dup_query (self);
  g_autofree char *text = imp_query_to_text (query);
  g_autofree char *columns = imp_irritants_list_dup_columns (self);
  const ImpView view = { .query = text,
                         .order = (char *) imp_irritants_list_get_order (self),
                         .columns = columns };

  adw_dialog_present (imp_view_dialog_new (self->backlog, self->views, &view), widget);
}

static void
manage_views (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (widget);

  adw_dialog_present (imp_views_dialog_new (self->backlog, self->views), widget);
}

void
imp_irritants_list_install_views (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "irritants.view", "x", choose_view);
  gtk_widget_class_install_action (widget_class, "irritants.save-view", NULL, save_view);
  gtk_widget_class_install_action (widget_class, "irritants.manage-views", NULL, manage_views);
}

void
imp_irritants_list_offer_views (ImpIrritantsList *self)
{
  self->views = imp_views_menu_new (self->backlog);
  imp_menu_offer (self->views_button, imp_views_menu_get_model (self->views));
  imp_menu_offer (self->views_chip, imp_views_menu_get_model (self->views));
}

static void
save_query (ImpIrritantsList *self)
{
  g_autoptr (ImpQuery) query = imp_irritants_list_dup_query (self);
  g_autofree char *text = imp_query_to_text (query);

  self->saving_query = 0;
  g_settings_set_string (self->query_settings, KEY_QUERY, text);
}

/* Not with each letter: a sandbox waits for every write. */
static void
query_changed_cb (ImpIrritantsList *self)
{
  g_clear_handle_id (&self->saving_query, g_source_remove);
  self->saving_query = g_timeout_add_once (SAVED_AFTER_MS, (GSourceOnceFunc) save_query, self);
}

static void
save_now (ImpIrritantsList *self)
{
  if (self->saving_query == 0)
    return;
  g_clear_handle_id (&self->saving_query, g_source_remove);
  save_query (self);
}

void
imp_irritants_list_stop_remembering (ImpIrritantsList *self)
{
  save_now (self);
  g_signal_handlers_disconnect_by_func (self, query_changed_cb, NULL);
  g_clear_object (&self->query_settings);
}

/* The best match is what every search begins with. */
static void
order_changed_cb (ImpIrritantsList *self, GParamSpec *pspec, GSettings *settings)
{
  const char *order = imp_irritants_list_get_order (self);

  if (!g_str_equal (order, "match"))
    g_settings_set_string (settings, KEY_ORDER, order);
}

void
imp_irritants_list_remember (ImpIrritantsList *self, GSettings *settings)
{
  g_autofree char *query = g_settings_get_string (settings, KEY_QUERY);
  g_autofree char *order = g_settings_get_string (settings, KEY_ORDER);

  imp_irritants_list_set_order (self, order);
  show_query (self, query);
  imp_irritants_list_remember_columns (self, settings);
  g_set_object (&self->query_settings, settings);
  g_signal_connect (self, "notify::query", G_CALLBACK (query_changed_cb), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (save_now), NULL); /* its window closes */
  g_signal_connect_object (self, "notify::order", G_CALLBACK (order_changed_cb), settings,
                           G_CONNECT_DEFAULT);
}
