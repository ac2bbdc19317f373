/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The ranked list on the screen: only the rows in sight exist. */
#include "config.h"

#include "ui/irritants/imp-ranked-view-private.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (ImpRankedView,
                               imp_ranked_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
imp_ranked_view_set_cursor (ImpRankedView *self, ImpItem irritant, guint position)
{
  self->cursor_position = position;
  if (self->cursor == irritant)
    return;
  self->cursor = irritant;
  for (guint i = 0; i < self->rows->len; i++)
    {
      ImpIrritantRowView *view = g_array_index (self->rows, ImpPlacedRow, i).view;
      ImpIrritantRow *row = imp_irritant_row_view_get_row (view);

      imp_irritant_row_view_set_selected (view, imp_irritant_row_get_item (row) == irritant);
    }
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, irritant);
}

void
imp_ranked_view_activate (ImpRankedView *self)
{
  if (self->cursor_position != IMP_NOWHERE)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->cursor);
}

/* What shall stay where it is: the selected row if it is in sight, else the first one that is. */
static const ImpPlacedRow *
choose_held (ImpRankedView *self)
{
  const ImpPlacedRow *cursor = imp_ranked_view_find_placed (self, self->cursor_position);

  if (cursor != NULL && cursor->y > -cursor->height && cursor->y < self->height)
    return cursor;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, ImpPlacedRow, i).y > -1)
      return &g_array_index (self->rows, ImpPlacedRow, i);
  return NULL;
}

static void
hold_place (ImpRankedView *self)
{
  const ImpPlacedRow *held = choose_held (self);
  ImpIrritantRow *row = held != NULL ? imp_irritant_row_view_get_row (held->view) : NULL;

  if (row == NULL || gtk_adjustment_get_value (self->vertical) <= 0)
    return;
  self->held_position = imp_irritant_list_find (self->list, imp_irritant_row_get_item (row));
  self->held_y = held->y + held->heading;
}

static void
find_cursor (ImpRankedView *self)
{
  if (self->cursor != 0)
    self->cursor_position = imp_irritant_list_find (self->list, self->cursor);
}

static void
items_changed_cb (ImpRankedView *self)
{
  const gboolean focused = imp_ranked_view_get_focused (self) != NULL;
  const guint n = imp_ranked_view_count (self), before = self->cursor_position;

  self->held_position = IMP_NOWHERE;
  if (self->expecting)
    gtk_adjustment_set_value (self->vertical, 0);
  else
    hold_place (self);
  self->expecting = FALSE;
  find_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (focused && self->cursor_position == IMP_NOWHERE && n > 0)
    imp_ranked_view_move_to (self, MIN (before, n - 1));
}

static void
loading_cb (ImpRankedView *self)
{
  gboolean loading;

  g_object_get (self->list, "loading", &loading, NULL);
  self->expecting = self->expecting && loading;
  if (!loading) /* rows that stayed are asked for again: they may have been found otherwise */
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
value_changed_cb (ImpRankedView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
imp_ranked_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? IMP_ROW_MIN_WIDTH : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? IMP_ROW_NATURAL_WIDTH : 0;
}

static void
allocate_row (ImpRankedView *self, ImpIrritantRowView *view, double y)
{
  GtkAllocation place = { 0, (int) y, self->width,
                          imp_irritant_row_view_get_height (view, self->width) };

  gtk_widget_size_allocate (GTK_WIDGET (view), &place, -1);
}

static void
allocate_rows (ImpRankedView *self)
{
  const gboolean above =
      self->rows->len > 0
      && self->cursor_position < g_array_index (self->rows, ImpPlacedRow, 0).position;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const ImpPlacedRow *row = &g_array_index (self->rows, ImpPlacedRow, i);

      allocate_row (self, row->view, row->y + row->heading);
    }
  if (self->away != NULL)
    allocate_row (self, self->away, above ? -2 * self->height : 2 * self->height);
}

static void
imp_ranked_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);
  const guint held = self->held_position;

  self->width = width;
  self->height = height;
  self->held_position = IMP_NOWHERE;
  gtk_adjustment_configure (self->horizontal, 0, 0, width, 0, 0, width);
  if (held < imp_ranked_view_count (self))
    imp_ranked_view_bring_to (self, held, self->held_y);
  imp_ranked_view_place_rows (self);
  allocate_rows (self);
}

/* Wherever the focus came from: keys, a click, a screen reader. */
static void
imp_ranked_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);

  GTK_WIDGET_CLASS (imp_ranked_view_parent_class)->set_focus_child (widget, child);
  for (guint i = 0; child != NULL && i < self->rows->len; i++)
    {
      const ImpPlacedRow *row = &g_array_index (self->rows, ImpPlacedRow, i);

      if (GTK_WIDGET (row->view) == child)
        {
          imp_ranked_view_set_cursor (
              self, imp_irritant_row_get_item (imp_irritant_row_view_get_row (row->view)),
              imp_ranked_view_locate (self, row));
          return;
        }
    }
}

/* Takes over nothing; NULL stands for one of its own, so that there always is one. */
static void
set_adjustment (ImpRankedView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  g_autoptr (GtkAdjustment) wanted =
      g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_set_object (place, wanted);
  g_signal_connect_object (wanted, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
imp_ranked_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpRankedView *self = IMP_RANKED_VIEW (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, id == PROP_HADJUSTMENT ? self->horizontal : self->vertical);
  else
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
}

/* The policies mean nothing to a view that is as large as what it is given. */
static void
imp_ranked_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpRankedView *self = IMP_RANKED_VIEW (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, &self->horizontal, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, &self->vertical, g_value_get_object (value));
}

static void
imp_ranked_view_dispose (GObject *object)
{
  ImpRankedView *self = IMP_RANKED_VIEW (object);

  imp_ranked_view_set_list (self, NULL);
  imp_ranked_view_drop_rows (self);
  g_clear_pointer (&self->dragged, imp_dragged_irritants_unref);
  g_clear_weak_pointer (&self->drag_hint);
  g_clear_object (&self->look);
  g_clear_object (&self->choice);
  g_clear_object (&self->horizontal);
  g_clear_object (&self->vertical);
  G_OBJECT_CLASS (imp_ranked_view_parent_class)->dispose (object);
}

static void
imp_ranked_view_finalize (GObject *object)
{
  g_array_unref (IMP_RANKED_VIEW (object)->rows);
  G_OBJECT_CLASS (imp_ranked_view_parent_class)->finalize (object);
}

static guint
create_signal (const char *name)
{
  return g_signal_new (name, IMP_TYPE_RANKED_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
imp_ranked_view_class_init (ImpRankedViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_ranked_view_get_property;
  object_class->set_property = imp_ranked_view_set_property;
  object_class->dispose = imp_ranked_view_dispose;
  object_class->finalize = imp_ranked_view_finalize;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  widget_class->measure = imp_ranked_view_measure;
  widget_class->size_allocate = imp_ranked_view_size_allocate;
  widget_class->snapshot = imp_ranked_view_snapshot;
  widget_class->grab_focus = imp_ranked_view_grab_focus;
  widget_class->focus = imp_ranked_view_focus;
  widget_class->set_focus_child = imp_ranked_view_set_focus_child;
  signals[SIGNAL_SELECTED] = create_signal ("selected");
  signals[SIGNAL_ACTIVATED] = create_signal ("activated");
  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  imp_ranked_view_add_keys (widget_class);
  imp_ranked_view_add_choosing_keys (widget_class);
}

static void
imp_ranked_view_init (ImpRankedView *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (ImpPlacedRow));
  self->cursor_position = self->held_position = IMP_NOWHERE;
  set_adjustment (self, &self->horizontal, NULL);
  set_adjustment (self, &self->vertical, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  imp_ranked_view_add_clicks (self);
  imp_ranked_view_add_long_press (self);
  imp_ranked_view_add_dragging (self);
  imp_ranked_view_add_dropping (self);
}

void
imp_ranked_view_set_look (ImpRankedView *self, ImpRowLook *look)
{
  g_return_if_fail (self->look == NULL);

  self->look = g_object_ref (look);
}

void
imp_ranked_view_set_list (ImpRankedView *self, ImpIrritantList *list)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  imp_ranked_view_drop_rows (self);
  g_set_object (&self->list, list);
  if (list == NULL)
    return;
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (list, "notify::loading", G_CALLBACK (loading_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
imp_ranked_view_set_single_click (ImpRankedView *self, gboolean single_click)
{
  self->single_click = single_click;
}

void
imp_ranked_view_select (ImpRankedView *self, guint position)
{
  g_autoptr (ImpIrritantRow) row = NULL;

  g_return_if_fail (position < imp_ranked_view_count (self));

  row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  imp_ranked_view_set_cursor (self, imp_irritant_row_get_item (row), position);
}

void
imp_ranked_view_show (ImpRankedView *self, guint position)
{
  g_return_if_fail (position < imp_ranked_view_count (self));

  imp_ranked_view_select (self, position);
  self->held_position = IMP_NOWHERE;
  imp_ranked_view_bring_in_sight (self, position);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
imp_ranked_view_reveal (ImpRankedView *self, guint position)
{
  g_return_if_fail (position < imp_ranked_view_count (self));

  imp_ranked_view_select (self, position);
  imp_ranked_view_move_to (self, position);
}

void
imp_ranked_view_expect_answer (ImpRankedView *self)
{
  self->expecting = TRUE;
}
