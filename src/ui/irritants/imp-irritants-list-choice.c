/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritant of the list is looked at. */
#include "config.h"

#include "ui/irritants/imp-irritants-list-private.h"

#include "model/imp-place-words.h"
#include "ui/common/imp-focus.h"
#include "ui/irritants/imp-bulk-work.h"

static guint chosen_signal, placed_signal;

static void
choose (ImpIrritantsList *self, ImpItem item, gboolean open)
{
  if (item == self->current && !open)
    return;
  if (item != self->leaving)
    self->leaving = 0;
  self->current = item;
  self->position = self->list != NULL ? imp_irritant_list_find (self->list, item) : G_MAXUINT;
  self->gone = 0;
  g_signal_emit (self, chosen_signal, 0, item, open);
  imp_irritants_list_tell_place (self);
}

static void
row_selected_cb (ImpIrritantsList *self, ImpItem irritant)
{
  if (!self->narrow)
    choose (self, irritant, FALSE);
}

static void
row_activated_cb (ImpIrritantsList *self, ImpItem irritant)
{
  choose (self, irritant, TRUE);
}

/* A window starts in its list, not in its sidebar; a dialog keeps the focus. */
static void
take_focus (ImpIrritantsList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ADW_IS_APPLICATION_WINDOW (root)
      && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static guint
count (ImpIrritantsList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static ImpItem
get_item_at (ImpIrritantsList *self, guint position)
{
  g_autoptr (ImpIrritantRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return imp_irritant_row_get_item (row);
}

/* The one after it, or the last one, stands for what is gone. */
void
imp_irritants_list_go_on (ImpIrritantsList *self)
{
  const ImpItem left = self->leaving;

  if (left == 0 || count (self) == 0 || imp_irritant_list_find (self->list, left) != G_MAXUINT)
    return;
  self->leaving = 0;
  if (self->current != left)
    return;
  choose (self, get_item_at (self, MIN (self->position, count (self) - 1)), FALSE);
  self->gone = left;
}

/* Unless another one was chosen meanwhile. The focus comes with it. */
static void
come_back (ImpIrritantsList *self)
{
  if (imp_irritant_list_find (self->list, self->gone) == G_MAXUINT)
    return;
  self->revealing = imp_focus_is_inside (GTK_WIDGET (self->view));
  choose (self, self->gone, FALSE);
}

void
imp_irritants_list_settle (ImpIrritantsList *self)
{
  guint position = 0;

  if (self->gone != 0)
    come_back (self);
  imp_irritants_list_go_on (self);
  self->leaving = 0;
  if (self->current != 0)
    position = imp_irritant_list_find (self->list, self->current);
  else if (self->narrow)
    return;
  if (position == G_MAXUINT && self->revealing)
    {
      g_autoptr (ImpQuery) any = imp_query_parse ("state:any");

      imp_filter_chips_set_filters (self->chips, any);
    }
  if (position >= count (self))
    return;
  self->position = position;
  imp_ranked_view_select (self->view, position);
  if (self->revealing)
    imp_ranked_view_reveal (self->view, position);
  else if (!self->settled)
    take_focus (self);
  self->revealing = FALSE;
  self->settled = TRUE;
}

static char *
dup_place (ImpIrritantsList *self)
{
  ImpPlace place;

  if (self->list == NULL || self->position >= count (self)
      || get_item_at (self, self->position) != self->current)
    return NULL;
  place = imp_irritant_list_get_place (self->list, self->position);
  return imp_place_say (place.rank, imp_irritant_list_count_asked (self->list),
                        imp_order_get_measure (self->shown));
}

void
imp_irritants_list_tell_place (ImpIrritantsList *self)
{
  g_autofree char *place = dup_place (self);

  if (self->placed == self->current && g_strcmp0 (self->place, place) == 0)
    return;
  self->placed = self->current;
  g_set_str (&self->place, place);
  g_signal_emit (self, placed_signal, 0, self->current, place,
                 (int) imp_order_get_measure (self->shown));
}

/* Undo takes them apart: no question. What was chosen is one by now. */
static void
merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (widget);
  ImpBulk bulk = { .kind = IMP_BULK_MERGE };
  g_autoptr (GVariant) items = NULL;
  g_autoptr (GArray) irritants = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  gconstpointer numbers;
  gsize n_items;

  g_variant_get (parameter, "(@axx)", &items, &bulk.into);
  numbers = g_variant_get_fixed_array (items, &n_items, sizeof (ImpItem));
  g_array_append_vals (irritants, numbers, (guint) n_items);
  imp_bulk_work_start (widget, self->backlog, irritants, &bulk);
  if (n_items > 0 && imp_row_choice_contains (self->choice, g_array_index (irritants, ImpItem, 0)))
    imp_row_choice_set_choosing (self->choice, FALSE);
}

void
imp_irritants_list_install_choice (GtkWidgetClass *widget_class)
{
  chosen_signal = g_signal_new ("chosen", IMP_TYPE_IRRITANTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  placed_signal = g_signal_new ("placed", IMP_TYPE_IRRITANTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "irritants.merge", "(axx)", merge);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

void
imp_irritants_list_reveal (ImpIrritantsList *self, ImpItem irritant)
{
  gtk_editable_set_text (self->search, "");
  self->revealing = TRUE;
  choose (self, irritant, TRUE);
  imp_irritants_list_update (self);
}

void
imp_irritants_list_leave (ImpIrritantsList *self, ImpItem irritant, gboolean focus)
{
  self->leaving = irritant;
  imp_irritants_list_update (self);
  if (focus)
    imp_irritants_list_take_focus (self);
}

void
imp_irritants_list_stay (ImpIrritantsList *self)
{
  self->gone = 0;
}
