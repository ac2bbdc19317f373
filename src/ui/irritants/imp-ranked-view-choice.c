/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing several rows of the ranked list. */
#include "config.h"

#include "ui/irritants/imp-ranked-view-private.h"

static void
show_choice (ImpRankedView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    imp_ranked_view_show_chosen (self, g_array_index (self->rows, ImpPlacedRow, i).view);
}

void
imp_ranked_view_show_chosen (ImpRankedView *self, ImpIrritantRowView *view)
{
  ImpIrritantRow *row = imp_irritant_row_view_get_row (view);
  const gboolean choosing = self->choice != NULL && imp_row_choice_is_choosing (self->choice);

  imp_irritant_row_view_set_chosen (
      view, choosing,
      choosing && imp_row_choice_contains (self->choice, imp_irritant_row_get_item (row)));
}

static gboolean
is_choosing (ImpRankedView *self)
{
  return self->choice != NULL && imp_row_choice_is_choosing (self->choice);
}

static guint
find (ImpRankedView *self, ImpItem irritant)
{
  return irritant != 0 ? imp_irritant_list_find (self->list, irritant) : IMP_NOWHERE;
}

static void
set_anchor (ImpRankedView *self, ImpItem irritant)
{
  self->anchor = irritant;
  self->range_end = 0;
}

/* Where a range begins: what was chosen last, or else what is looked at. */
static guint
find_anchor (ImpRankedView *self)
{
  const guint position = find (self, self->anchor);

  if (position != IMP_NOWHERE)
    return position;
  set_anchor (self, self->cursor);
  return self->cursor_position;
}

void
imp_ranked_view_choose (ImpRankedView *self, guint position)
{
  set_anchor (self, imp_irritant_list_get_item_number (self->list, position));
  imp_row_choice_toggle (self->choice, self->anchor);
}

void
imp_ranked_view_choose_to (ImpRankedView *self, guint position)
{
  const guint anchor = find_anchor (self);

  if (anchor == IMP_NOWHERE)
    {
      imp_ranked_view_choose (self, position);
      return;
    }
  if (!is_choosing (self))
    self->range_end = 0;
  imp_row_choice_move_end (self->choice, self->list, anchor, find (self, self->range_end),
                           position);
  self->range_end = imp_irritant_list_get_item_number (self->list, position);
}

/* What a click with these keys does, while several are chosen or about to be. */
gboolean
imp_ranked_view_choose_by_click (ImpRankedView *self, guint position, GdkModifierType keys)
{
  if (self->choice == NULL
      || (!is_choosing (self) && (keys & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0))
    return FALSE;
  if (keys & GDK_SHIFT_MASK)
    imp_ranked_view_choose_to (self, position);
  else
    imp_ranked_view_choose (self, position);
  return TRUE;
}

static gboolean
choose_cursor_cb (GtkWidget *widget, GVariant *begins, gpointer data)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);

  if (self->choice == NULL || self->cursor_position == IMP_NOWHERE
      || (!is_choosing (self) && !g_variant_get_boolean (begins)))
    return GDK_EVENT_PROPAGATE;
  imp_ranked_view_choose (self, self->cursor_position);
  return GDK_EVENT_STOP;
}

static gboolean
choose_all_cb (GtkWidget *widget, GVariant *nothing, gpointer data)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);

  if (self->choice == NULL || imp_ranked_view_count (self) == 0)
    return GDK_EVENT_PROPAGATE;
  set_anchor (self, 0);
  imp_row_choice_add_range (self->choice, self->list, 0, imp_ranked_view_count (self) - 1);
  return GDK_EVENT_STOP;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *nothing, gpointer data)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);

  if (!is_choosing (self))
    return GDK_EVENT_PROPAGATE;
  imp_row_choice_set_choosing (self->choice, FALSE);
  return GDK_EVENT_STOP;
}

/* From the anchor to the row that the focus goes to. */
static gboolean
extend_cb (GtkWidget *widget, GVariant *by, gpointer data)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);
  const gint64 position = (gint64) self->cursor_position + g_variant_get_int32 (by);

  if (self->choice == NULL || self->cursor_position == IMP_NOWHERE || position < 0
      || position >= imp_ranked_view_count (self))
    return GDK_EVENT_STOP;
  if (self->anchor == 0 || !is_choosing (self))
    set_anchor (self, self->cursor);
  imp_ranked_view_choose_to (self, (guint) position);
  imp_ranked_view_move_to (self, (guint) position);
  return GDK_EVENT_STOP;
}

void
imp_ranked_view_add_choosing_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, choose_cursor_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, choose_cursor_cb,
                                "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, choose_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, end_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_SHIFT_MASK, extend_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_SHIFT_MASK, extend_cb, "i", 1);
}

static void
pressed_long_cb (GtkGestureLongPress *gesture, double x, double y, ImpRankedView *self)
{
  const guint position = imp_ranked_view_pick (self, x, y);

  if (self->choice == NULL || position == IMP_NOWHERE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  imp_ranked_view_choose (self, position);
}

void
imp_ranked_view_add_long_press (ImpRankedView *self)
{
  GtkGesture *gesture = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_long_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
imp_ranked_view_set_choice (ImpRankedView *self, ImpRowChoice *choice)
{
  g_return_if_fail (self->choice == NULL);

  self->choice = g_object_ref (choice);
  g_signal_connect_object (choice, "changed", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
}
