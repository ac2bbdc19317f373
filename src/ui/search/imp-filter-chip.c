/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One filter of the list. */
#include "config.h"

#include "ui/search/imp-filter-chip.h"

#include <glib/gi18n.h>

#include "model/imp-query-words.h"
#include "ui/common/imp-icon.h"
#include "ui/search/imp-value-list.h"

#define MOST_LETTERS 32

struct _ImpFilterChip
{
  GtkWidget parent_instance;
  ImpQueryKey key;
  ImpBacklog *backlog;
  ImpQuery *filters;
  char *words;
  GtkWidget *face; /* a menu button, or one that is pressed on and off */
  GtkLabel *label;
  GtkWidget *cross;
  ImpValueList *values; /* while it is open; weak */
};

G_DEFINE_FINAL_TYPE (ImpFilterChip, imp_filter_chip, GTK_TYPE_WIDGET)

static guint changed_signal;

/* What is pressed on and off; the others have values to choose from. */
static gboolean
is_switch (ImpFilterChip *self)
{
  return imp_query_key_is_yes_or_no (self->key) || self->key == IMP_QUERY_HAS;
}

/* Without one of states, what is not yet fixed is asked for. */
static gboolean
is_set (ImpFilterChip *self)
{
  if (self->key == IMP_QUERY_STATE)
    return !imp_value_is_wanted (self->filters, self->key, "any");
  return imp_query_has_key (self->filters, self->key);
}

/* Takes the query. */
static void
tell (ImpFilterChip *self, ImpQuery *query)
{
  g_autoptr (ImpQuery) owned = query;
  g_autoptr (ImpFilterChip) alive = g_object_ref (self);

  g_signal_emit (alive, changed_signal, 0, owned);
}

static void
cross_clicked_cb (ImpFilterChip *self)
{
  g_autoptr (ImpQuery) without = imp_query_without_key (self->filters, self->key);

  if (self->key == IMP_QUERY_STATE)
    tell (self, imp_query_with (without, self->key, FALSE, FALSE, "any"));
  else
    tell (self, imp_query_ref (without));
}

static void
switch_clicked_cb (ImpFilterChip *self)
{
  if (is_set (self))
    cross_clicked_cb (self);
  else
    tell (self, imp_query_with (self->filters, self->key, FALSE, FALSE,
                                imp_query_value_get_nick (self->key, IMP_QUERY_YES)));
}

static void
toggled_cb (ImpFilterChip *self, const char *value)
{
  tell (self, imp_value_toggle (self->filters, self->key, value));
}

/* Made anew each time: other numbers, other values. */
static void
open_cb (GtkMenuButton *button, gpointer data)
{
  ImpFilterChip *self = data;
  GtkWidget *popover = gtk_popover_new ();
  g_autoptr (ImpQuery) query = imp_query_with_words (self->filters, self->words);
  GtkWidget *values = imp_value_list_new (self->backlog, query, self->key);

  g_signal_connect_object (values, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->values, IMP_VALUE_LIST (values));
  gtk_popover_set_child (GTK_POPOVER (popover), values);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
create_face (ImpFilterChip *self)
{
  GtkWidget *face;

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, MOST_LETTERS);
  if (is_switch (self))
    {
      face = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (face), GTK_WIDGET (self->label));
      g_signal_connect_swapped (face, "clicked", G_CALLBACK (switch_clicked_cb), self);
      return face;
    }
  face = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (face), GTK_WIDGET (self->label));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (face), open_cb, self, NULL);
  return face;
}

static void
imp_filter_chip_dispose (GObject *object)
{
  ImpFilterChip *self = IMP_FILTER_CHIP (object);
  GtkWidget *child;

  if (GTK_IS_MENU_BUTTON (self->face))
    gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->face), NULL, NULL, NULL);
  g_clear_weak_pointer (&self->values);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->face = self->cross = NULL;
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->filters, imp_query_unref);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (imp_filter_chip_parent_class)->dispose (object);
}

static void
imp_filter_chip_class_init (ImpFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_filter_chip_dispose;
  changed_signal = g_signal_new ("changed", IMP_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
imp_filter_chip_init (ImpFilterChip *self)
{
}

GtkWidget *
imp_filter_chip_new (ImpQueryKey key)
{
  ImpFilterChip *self = g_object_new (IMP_TYPE_FILTER_CHIP, NULL);

  self->key = key;
  self->face = create_face (self);
  self->cross = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->cross), imp_icon_new ("window-close-symbolic"));
  gtk_image_set_pixel_size (GTK_IMAGE (gtk_button_get_child (GTK_BUTTON (self->cross))), 10);
  gtk_widget_add_css_class (self->cross, "cross");
  g_signal_connect_swapped (self->cross, "clicked", G_CALLBACK (cross_clicked_cb), self);
  gtk_widget_set_parent (self->face, GTK_WIDGET (self));
  gtk_widget_set_parent (self->cross, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  imp_query_key_get_label (key), -1);
  return GTK_WIDGET (self);
}

ImpQueryKey
imp_filter_chip_get_key (ImpFilterChip *self)
{
  return self->key;
}

static void
show (ImpFilterChip *self)
{
  const gboolean set = is_set (self);
  g_autofree char *words =
      self->key == IMP_QUERY_STATE && !imp_query_has_key (self->filters, self->key)
          ? g_strdup (imp_query_value_get_label (self->key, IMP_QUERY_STATE_UNFIXED))
          : imp_query_key_to_words (self->filters, self->key);
  /* Translators: takes a filter away: "Remove Filter: Lyon" */
  g_autofree char *remove = g_strdup_printf (_ ("Remove Filter: %s"), words);

  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->face), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  if (is_switch (self))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->face), set);
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), "set");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "set");
  if (!set && gtk_widget_has_focus (self->cross))
    gtk_widget_grab_focus (self->face);
  gtk_widget_set_visible (self->cross, set);
  gtk_widget_set_tooltip_text (self->cross, remove);
}

void
imp_filter_chip_set_query (ImpFilterChip *self,
                           ImpBacklog *backlog,
                           ImpQuery *filters,
                           const char *words)
{
  g_autoptr (ImpQuery) before = g_steal_pointer (&self->filters);

  self->filters = imp_query_ref (filters);
  g_set_object (&self->backlog, backlog);
  g_set_str (&self->words, words);
  if (before != NULL && imp_query_equal (before, filters)) /* as with each letter typed */
    return;
  if (self->values != NULL)
    imp_value_list_set_query (self->values, filters);
  show (self);
}

void
imp_filter_chip_open (ImpFilterChip *self)
{
  if (GTK_IS_MENU_BUTTON (self->face))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->face));
}

gboolean
imp_filter_chip_is_open (ImpFilterChip *self)
{
  return GTK_IS_MENU_BUTTON (self->face)
         && gtk_menu_button_get_active (GTK_MENU_BUTTON (self->face));
}
