/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A combo row for a choice of an irritant. */
#include "config.h"

#include "ui/irritants/imp-choice-row.h"

#include "model/imp-field-labels.h"
#include "ui/common/imp-icon.h"

#include <glib/gi18n.h>

static void
name_item (GtkListItem *item, GtkLabel *label)
{
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (label, words);
  gtk_list_item_set_accessible_label (item, words);
}

/* The one that is chosen, in the row. */

static void
current_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_list_item_set_child (item, label);
}

static void
current_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  name_item (item, GTK_LABEL (gtk_list_item_get_child (item)));
}

/* All of them, in the list that opens: a tick is at the one that is chosen. */

static void
choice_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), imp_icon_new ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
show_tick (GtkListItem *item, GParamSpec *pspec, AdwComboRow *row)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  const gboolean chosen = adw_combo_row_get_selected (row) == gtk_list_item_get_position (item);

  gtk_widget_set_opacity (tick, chosen ? 1 : 0);
}

static void
choice_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  name_item (item, GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item))));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (show_tick), item,
                           G_CONNECT_SWAPPED);
  show_tick (item, NULL, row);
}

static void
choice_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, show_tick, item);
}

/* GTK's own give the choices no names for a screen reader. */
static void
set_factories (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) current = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) choices = gtk_signal_list_item_factory_new ();

  g_signal_connect (current, "setup", G_CALLBACK (current_setup_cb), NULL);
  g_signal_connect (current, "bind", G_CALLBACK (current_bind_cb), NULL);
  g_signal_connect (choices, "setup", G_CALLBACK (choice_setup_cb), NULL);
  g_signal_connect (choices, "bind", G_CALLBACK (choice_bind_cb), row);
  g_signal_connect (choices, "unbind", G_CALLBACK (choice_unbind_cb), row);
  adw_combo_row_set_factory (row, current);
  adw_combo_row_set_list_factory (row, choices);
}

void
imp_choice_row_offer (AdwComboRow *row, guint8 field, int chosen)
{
  const ImpField *known = imp_kind_get_field (IMP_KIND_IRRITANT, field);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  /* Translators: of what an irritant wastes, and of what gets better without it */
  gtk_string_list_append (words, _ ("Not said"));
  for (int i = 1; imp_field_get_choice_label (known, i) != NULL; i++)
    gtk_string_list_append (words, imp_field_get_choice_label (known, i));
  set_factories (row);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, (guint) chosen);
}
