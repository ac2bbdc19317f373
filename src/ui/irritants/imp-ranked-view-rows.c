/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows of the ranked list are in sight, and where. */
#include "config.h"

#include "ui/irritants/imp-ranked-view-private.h"

#include <math.h>

#define BEYOND_SIGHT  90 /* pixels: a row more at each end, for the keyboard */
#define LOADED_BEYOND 16 /* rows whose content is fetched ahead */
#define MAX_ATTEMPTS  8
#define FIRST_GUESS   58

guint
imp_ranked_view_count (ImpRankedView *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

const ImpPlacedRow *
imp_ranked_view_find_placed (ImpRankedView *self, guint position)
{
  const ImpPlacedRow *rows = (const ImpPlacedRow *) (gpointer) self->rows->data;

  if (self->rows->len == 0 || position < rows[0].position
      || position - rows[0].position >= self->rows->len)
    return NULL;
  return &rows[position - rows[0].position];
}

ImpIrritantRowView *
imp_ranked_view_get_focused (ImpRankedView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self)
             ? IMP_IRRITANT_ROW_VIEW (focus)
             : NULL;
}

static gboolean
is_taken (const ImpPlacedRow *row)
{
  return row->view == NULL;
}

/* The row of the last time that shows the irritant, else the one farthest from the position; never
 * another one that has the focus. NULL where none is left. */
static ImpIrritantRowView *
reuse_row (ImpRankedView *self, GArray *old, ImpIrritantRow *irritant, guint position)
{
  ImpIrritantRowView *const focused = imp_ranked_view_get_focused (self);
  ImpPlacedRow *farthest = NULL;

  for (guint i = 0; i < old->len; i++)
    {
      ImpPlacedRow *row = &g_array_index (old, ImpPlacedRow, i);

      if (is_taken (row))
        continue;
      if (imp_irritant_row_view_get_row (row->view) == irritant)
        return g_steal_pointer (&row->view);
      if (row->view != focused
          && (farthest == NULL
              || ABS ((gint64) row->position - position)
                     > ABS ((gint64) farthest->position - position)))
        farthest = row;
    }
  return farthest != NULL ? g_steal_pointer (&farthest->view) : NULL;
}

static ImpIrritantRowView *
take_view (ImpRankedView *self, GArray *old, ImpIrritantRow *irritant, guint position)
{
  ImpIrritantRowView *view;

  if (self->away != NULL && imp_irritant_row_view_get_row (self->away) == irritant)
    return g_steal_pointer (&self->away);
  view = reuse_row (self, old, irritant, position);
  if (view != NULL)
    return view;
  view = IMP_IRRITANT_ROW_VIEW (imp_irritant_row_view_new (self->look));
  gtk_widget_insert_before (GTK_WIDGET (view), GTK_WIDGET (self), NULL);
  return view;
}

static ImpPlacedRow
place_row (ImpRankedView *self, GArray *old, guint position)
{
  g_autoptr (ImpIrritantRow) irritant = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  ImpIrritantRowView *view = take_view (self, old, irritant, position);
  const int heading = imp_ranked_view_get_heading_height (self, position);

  imp_irritant_row_view_set_row (view, irritant);
  imp_irritant_row_view_set_place (view, position, imp_ranked_view_count (self));
  imp_irritant_row_view_set_edges (view, imp_ranked_view_starts_group (self, position),
                                   imp_ranked_view_ends_group (self, position));
  imp_irritant_row_view_set_selected (view, imp_irritant_row_get_item (irritant) == self->cursor);
  imp_ranked_view_show_chosen (self, view);
  imp_ranked_view_show_drop (self, view);
  return (ImpPlacedRow) {
    .view = view,
    .position = position,
    .height = heading + imp_irritant_row_view_get_height (view, self->width),
    .heading = heading,
  };
}

/* The place in the list, in rows, that stands still while rows around it are laid out: as far down
 * the list as the same place of the window is down the window. So the first row is at the top and
 * the last one at the bottom whatever the height of those between. */
static double
find_anchor (ImpRankedView *self, double *y)
{
  const double range = imp_ranked_view_count (self) * self->estimate - self->height;
  const double value = gtk_adjustment_get_value (self->vertical);
  const double share = range > 0 ? CLAMP (value / range, 0, 1) : 0;

  *y = share * self->height;
  return share * imp_ranked_view_count (self);
}

static void
place_above (ImpRankedView *self, GArray *old, const ImpPlacedRow *below)
{
  double y = below->y;

  for (guint position = below->position; position > 0 && y > -BEYOND_SIGHT; position--)
    {
      ImpPlacedRow row = place_row (self, old, position - 1);

      y -= row.height;
      row.y = y;
      g_array_prepend_val (self->rows, row);
    }
}

static void
place_below (ImpRankedView *self, GArray *old, const ImpPlacedRow *above)
{
  const guint n = imp_ranked_view_count (self);
  double y = above->y + above->height;

  for (guint position = above->position + 1; position < n && y < self->height + BEYOND_SIGHT;
       position++)
    {
      ImpPlacedRow row = place_row (self, old, position);

      row.y = y;
      y += row.height;
      g_array_append_val (self->rows, row);
    }
}

static void
place_around_anchor (ImpRankedView *self, GArray *old)
{
  double y, place = find_anchor (self, &y);
  guint position = MIN ((guint) place, imp_ranked_view_count (self) - 1);
  ImpPlacedRow row = place_row (self, old, position);

  row.y = round (y - (place - position) * row.height);
  g_array_append_val (self->rows, row);
  place_above (self, old, &row);
  place_below (self, old, &row);
}

static void
drop_view (ImpRankedView *self, ImpIrritantRowView *view)
{
  if (view == imp_ranked_view_get_focused (self) && imp_ranked_view_count (self) > 0)
    {
      self->away = view;
      imp_irritant_row_view_set_selected (view, TRUE);
    }
  else
    gtk_widget_unparent (GTK_WIDGET (view));
}

static void
drop_leftover (ImpRankedView *self, GArray *old)
{
  ImpIrritantRowView *away = g_steal_pointer (&self->away);

  if (away != NULL)
    drop_view (self, away);
  for (guint i = 0; i < old->len; i++)
    if (!is_taken (&g_array_index (old, ImpPlacedRow, i)))
      drop_view (self, g_array_index (old, ImpPlacedRow, i).view);
}

/* A screen reader goes through the rows in the order of the widgets. */
static void
order_views (ImpRankedView *self)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *view = GTK_WIDGET (g_array_index (self->rows, ImpPlacedRow, i).view);

      if (gtk_widget_get_prev_sibling (view) != before)
        gtk_widget_insert_after (view, GTK_WIDGET (self), before);
      before = view;
    }
}

/* Whoever scrolls on a little finds them loaded. */
static void
fetch_ahead (ImpRankedView *self)
{
  const guint n = imp_ranked_view_count (self);
  const guint first = g_array_index (self->rows, ImpPlacedRow, 0).position;
  const guint end = MIN (first + self->rows->len + LOADED_BEYOND, n);

  for (guint i = first - MIN (first, LOADED_BEYOND); i < end; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (self->list), i));
}

/* Learnt where it moves nothing: at the top of the list, or when all of it is in sight. */
static gboolean
learn_estimate (ImpRankedView *self)
{
  const double before = self->estimate;
  const gboolean is_all = self->rows->len == imp_ranked_view_count (self);
  double sum = 0;

  if (self->rows->len == 0 || (!is_all && gtk_adjustment_get_value (self->vertical) > 0))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    sum += g_array_index (self->rows, ImpPlacedRow, i).height;
  self->estimate = sum / self->rows->len;
  return self->estimate < before || self->estimate > before;
}

static void
configure_scrolling (ImpRankedView *self)
{
  const double page = self->height;
  const double upper = MAX (page, imp_ranked_view_count (self) * self->estimate);

  gtk_adjustment_configure (self->vertical,
                            CLAMP (gtk_adjustment_get_value (self->vertical), 0, upper - page), 0,
                            upper, page * 0.1, page * 0.9, page);
}

static void
place_once (ImpRankedView *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->rows);

  self->rows = g_array_new (FALSE, FALSE, sizeof (ImpPlacedRow));
  if (imp_ranked_view_count (self) > 0)
    place_around_anchor (self, old);
  drop_leftover (self, old);
  order_views (self);
}

void
imp_ranked_view_place_rows (ImpRankedView *self)
{
  if (self->estimate <= 0)
    self->estimate = FIRST_GUESS;
  configure_scrolling (self);
  place_once (self);
  if (learn_estimate (self))
    {
      configure_scrolling (self);
      place_once (self);
    }
  if (self->rows->len > 0)
    fetch_ahead (self);
}

/* How far the row is from where it should be: NAN for y means anywhere in sight. */
static double
find_distance (ImpRankedView *self, const ImpPlacedRow *row, double y)
{
  if (!isnan (y))
    return row->y + row->heading - y;
  if (row->y + row->height > self->height)
    return MIN (row->y, row->y + row->height - self->height);
  return MIN (row->y, 0);
}

/* How far a pixel of the scroll bar moves a row depends on the heights around it: known when it is
 * there. */
static void
bring (ImpRankedView *self, guint position, double y)
{
  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      double value = gtk_adjustment_get_value (self->vertical), distance;
      const ImpPlacedRow *row;

      imp_ranked_view_place_rows (self);
      row = imp_ranked_view_find_placed (self, position);
      distance = row != NULL ? find_distance (self, row, y)
                             : position * self->estimate - value - (isnan (y) ? 0 : y);
      if (fabs (distance) < 1)
        return;
      gtk_adjustment_set_value (self->vertical, value + distance);
      if (fabs (gtk_adjustment_get_value (self->vertical) - value) < 0.5)
        return;
    }
}

void
imp_ranked_view_bring_in_sight (ImpRankedView *self, guint position)
{
  bring (self, position, NAN);
}

void
imp_ranked_view_bring_to (ImpRankedView *self, guint position, double y)
{
  bring (self, position, y);
}

void
imp_ranked_view_drop_rows (ImpRankedView *self)
{
  GtkWidget *child;

  g_array_set_size (self->rows, 0);
  self->away = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
