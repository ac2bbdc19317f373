/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Dropping rows of the ranked list on another one, which merges them into it. */
#include "config.h"

#include "ui/irritants/imp-ranked-view-private.h"

#define EDGE       48   /* pixels, from where on the list scrolls by itself */
#define TOP_SPEED  1200 /* pixels a second, at the very edge */
#define MAX_STEP_S 0.1  /* after a frame that came late */

/* Not what is dragged itself, nor a list of something else. IMP_NOWHERE: on nothing. */
static guint
find_target (ImpRankedView *self, const ImpDraggedIrritants *dragged, double x, double y)
{
  const guint position = imp_ranked_view_pick (self, x, y);

  if (!self->mergeable || dragged == NULL || dragged->list != self->list || position == IMP_NOWHERE
      || imp_dragged_irritants_contain (dragged,
                                        imp_irritant_list_get_item_number (self->list, position)))
    return IMP_NOWHERE;
  return position;
}

static void
set_drop_onto (ImpRankedView *self, ImpItem irritant)
{
  if (self->drop_onto == irritant)
    return;
  self->drop_onto = irritant;
  for (guint i = 0; i < self->rows->len; i++)
    imp_ranked_view_show_drop (self, g_array_index (self->rows, ImpPlacedRow, i).view);
  imp_ranked_view_say_drop (self);
}

void
imp_ranked_view_show_drop (ImpRankedView *self, ImpIrritantRowView *view)
{
  ImpIrritantRow *row = imp_irritant_row_view_get_row (view);

  imp_irritant_row_view_set_drop (view, self->drop_onto != 0
                                            && imp_irritant_row_get_item (row) == self->drop_onto);
}

static void
aim (ImpRankedView *self)
{
  const guint position = find_target (self, self->dragged, self->drop_x, self->drop_y);

  set_drop_onto (
      self, position != IMP_NOWHERE ? imp_irritant_list_get_item_number (self->list, position) : 0);
}

/* In pixels a second: faster nearer to the edge, upwards below 0. */
static double
find_speed (ImpRankedView *self)
{
  const double edge = MIN (EDGE, self->height / 4);
  const double above = edge - self->drop_y, below = self->drop_y - (self->height - edge);

  if (above > 0)
    return -TOP_SPEED * MIN (above / edge, 1);
  return below > 0 ? TOP_SPEED * MIN (below / edge, 1) : 0;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double passed = MIN ((double) (now - self->drop_time) / G_TIME_SPAN_SECOND, MAX_STEP_S);
  const double speed = find_speed (self);

  if (speed < 0 || speed > 0)
    {
      self->drop_time = now;
      aim (self); /* the rows have moved since the last frame */
      gtk_adjustment_set_value (self->vertical,
                                gtk_adjustment_get_value (self->vertical) + speed * passed);
      return G_SOURCE_CONTINUE;
    }
  self->drop_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_scrolling (ImpRankedView *self)
{
  const double speed = find_speed (self);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->drop_tick != 0 || clock == NULL || (speed <= 0 && speed >= 0))
    return;
  self->drop_time = gdk_frame_clock_get_frame_time (clock);
  self->drop_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static GdkDragAction
moved_cb (GtkDropTarget *target, double x, double y, ImpRankedView *self)
{
  self->drop_x = x;
  self->drop_y = y;
  aim (self);
  if (self->dragged != NULL)
    start_scrolling (self);
  return self->drop_onto != 0 ? GDK_ACTION_MOVE : 0;
}

static void
stop (ImpRankedView *self)
{
  if (self->drop_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drop_tick);
  self->drop_tick = 0;
  set_drop_onto (self, 0);
}

static GVariant *
pack (const ImpDraggedIrritants *dragged, ImpItem into)
{
  return g_variant_new ("(@axx)",
                        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, dragged->items->data,
                                                   dragged->items->len, sizeof (ImpItem)),
                        into);
}

/* Whoever drops on an irritant looks at it from then on. */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, ImpRankedView *self)
{
  const ImpDraggedIrritants *dragged = g_value_get_boxed (value);
  const guint position = find_target (self, dragged, x, y);
  g_autoptr (GVariant) merge = NULL;

  stop (self);
  if (position == IMP_NOWHERE)
    return FALSE;
  merge =
      g_variant_ref_sink (pack (dragged, imp_irritant_list_get_item_number (self->list, position)));
  gtk_widget_grab_focus (GTK_WIDGET (imp_ranked_view_pick_row (self, x, y)));
  return gtk_widget_activate_action_variant (GTK_WIDGET (self), "irritants.merge", merge);
}

void
imp_ranked_view_add_dropping (ImpRankedView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (IMP_TYPE_DRAGGED_IRRITANTS, GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (stop), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
