/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Makes and fills the rows of the ranked list. */
#include "config.h"

#include "ui/irritants/imp-irritant-rows.h"

#include "ui/irritants/imp-irritant-row-view.h"
#include "ui/irritants/imp-row-text.h"

#include <glib/gi18n.h>

static void
row_revised_cb (GtkListItem *list_item)
{
  ImpIrritantRow *row = gtk_list_item_get_item (list_item);
  g_autofree char *words = NULL;

  if (row != NULL && imp_irritant_row_is_loaded (row))
    words = imp_row_text_dup_all (row);
  gtk_list_item_set_accessible_label (list_item, words == NULL ? _ ("Loading") : words);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, ImpRowLook *look)
{
  gtk_list_item_set_child (list_item, imp_irritant_row_view_new (look));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  ImpIrritantRow *row = gtk_list_item_get_item (list_item);

  imp_irritant_row_view_set_row (IMP_IRRITANT_ROW_VIEW (gtk_list_item_get_child (list_item)), row);
  g_signal_connect_object (row, "notify::revision", G_CALLBACK (row_revised_cb), list_item,
                           G_CONNECT_SWAPPED);
  row_revised_cb (list_item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), row_revised_cb,
                                        list_item);
  imp_irritant_row_view_set_row (IMP_IRRITANT_ROW_VIEW (gtk_list_item_get_child (list_item)), NULL);
}

static void
drop_look (gpointer look, GClosure *closure)
{
  g_object_unref (look);
}

GtkListItemFactory *
imp_irritant_rows_create_factory (ImpRowLook *look)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_object_ref (look), drop_look,
                         0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
