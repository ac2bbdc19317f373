/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Moving in the ranked list: keys, clicks, focus. */
#include "config.h"

#include "ui/irritants/imp-ranked-view-private.h"

#include "backlog/imp-backlog-bulk.h"

typedef enum
{
  MOVE_UP,
  MOVE_DOWN,
  MOVE_PAGE_UP,
  MOVE_PAGE_DOWN,
  MOVE_TO_START,
  MOVE_TO_END,
} Move;

/* What a position relative to another one is, inside the list. */
static guint
step (ImpRankedView *self, guint position, int by)
{
  return (guint) CLAMP ((gint64) position + by, 0, (gint64) imp_ranked_view_count (self) - 1);
}

static guint
find_first_in_sight (ImpRankedView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ImpPlacedRow *row = &g_array_index (self->rows, ImpPlacedRow, i);

      if (row->y >= 0)
        return row->position;
    }
  return 0;
}

static guint
find_target (ImpRankedView *self, Move move)
{
  const int page = MAX (1, (int) (self->height / self->estimate) - 1);
  const guint position = self->cursor_position;

  if (move == MOVE_TO_START)
    return 0;
  if (move == MOVE_TO_END)
    return imp_ranked_view_count (self) - 1;
  if (position == IMP_NOWHERE)
    return find_first_in_sight (self);
  if (move == MOVE_PAGE_UP || move == MOVE_PAGE_DOWN)
    return step (self, position, move == MOVE_PAGE_UP ? -page : page);
  return step (self, position, move == MOVE_UP ? -1 : 1);
}

void
imp_ranked_view_move_to (ImpRankedView *self, guint position)
{
  const ImpPlacedRow *row;

  imp_ranked_view_bring_in_sight (self, position);
  row = imp_ranked_view_find_placed (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row->view)); /* which selects it */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
move_cb (GtkWidget *widget, GVariant *move, gpointer data)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);

  if (imp_ranked_view_count (self) > 0)
    imp_ranked_view_move_to (self, find_target (self, (Move) g_variant_get_int32 (move)));
  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *nothing, gpointer data)
{
  imp_ranked_view_activate (IMP_RANKED_VIEW (widget));
  return GDK_EVENT_STOP;
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *nothing, gpointer data)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);

  if (self->choice != NULL && imp_row_choice_count (self->choice) > 0)
    gtk_widget_activate_action (widget, "irritants.bulk", "i", IMP_BULK_DELETE);
  else if (self->cursor_position != IMP_NOWHERE)
    gtk_widget_activate_action (widget, "irritants.delete", "x", self->cursor);
  return GDK_EVENT_STOP;
}

void
imp_ranked_view_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad_key;
    Move move;
  } keys[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, MOVE_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, MOVE_DOWN },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, MOVE_PAGE_UP },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, MOVE_PAGE_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, MOVE_TO_START },
    { GDK_KEY_End, GDK_KEY_KP_End, MOVE_TO_END },
  };
  static const guint activate_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  static const guint delete_keys[] = { GDK_KEY_Delete, GDK_KEY_KP_Delete };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, move_cb, "i", keys[i].move);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad_key, 0, move_cb, "i",
                                    keys[i].move);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activate_keys); i++)
    gtk_widget_class_add_binding (widget_class, activate_keys[i], 0, activate_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (delete_keys); i++)
    gtk_widget_class_add_binding (widget_class, delete_keys[i], 0, delete_cb, NULL);
}

gboolean
imp_ranked_view_grab_focus (GtkWidget *widget)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);

  if (imp_ranked_view_count (self) == 0)
    return FALSE;
  imp_ranked_view_move_to (self, self->cursor_position != IMP_NOWHERE ? self->cursor_position
                                                                      : find_first_in_sight (self));
  return imp_ranked_view_get_focused (self) != NULL;
}

/* One stop of the Tab key. */
gboolean
imp_ranked_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return imp_ranked_view_get_focused (IMP_RANKED_VIEW (widget)) == NULL
         && imp_ranked_view_grab_focus (widget);
}

ImpIrritantRowView *
imp_ranked_view_pick_row (ImpRankedView *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return IMP_IS_IRRITANT_ROW_VIEW (picked) ? IMP_IRRITANT_ROW_VIEW (picked) : NULL;
}

guint
imp_ranked_view_locate (ImpRankedView *self, const ImpPlacedRow *row)
{
  const ImpItem irritant = imp_irritant_row_get_item (imp_irritant_row_view_get_row (row->view));

  if (row->position < imp_ranked_view_count (self)
      && imp_irritant_list_get_item_number (self->list, row->position) == irritant)
    return row->position;
  return self->list != NULL ? imp_irritant_list_find (self->list, irritant) : IMP_NOWHERE;
}

guint
imp_ranked_view_pick (ImpRankedView *self, double x, double y)
{
  ImpIrritantRowView *view = imp_ranked_view_pick_row (self, x, y);

  for (guint i = 0; view != NULL && i < self->rows->len; i++)
    if (g_array_index (self->rows, ImpPlacedRow, i).view == view)
      return imp_ranked_view_locate (self, &g_array_index (self->rows, ImpPlacedRow, i));
  return IMP_NOWHERE;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, ImpRankedView *self)
{
  const GdkModifierType keys =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const guint position = imp_ranked_view_pick (self, x, y);

  if (position == IMP_NOWHERE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (imp_ranked_view_choose_by_click (self, position, keys))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (imp_ranked_view_pick_row (self, x, y)));
  if (n_press == (self->single_click ? 1 : 2))
    imp_ranked_view_activate (self);
}

void
imp_ranked_view_add_clicks (ImpRankedView *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}
