/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One row of the ranked list, drawn as a whole. */
#include "config.h"

#include "ui/irritants/imp-irritant-row-view-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (ImpIrritantRowView, imp_irritant_row_view, GTK_TYPE_WIDGET)

/* Its height is asked for by imp_irritant_row_view_get_height(). */
static void
imp_irritant_row_view_measure (GtkWidget *widget,
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
imp_irritant_row_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ImpIrritantRowView *self = IMP_IRRITANT_ROW_VIEW (widget);

  if (self->row != NULL)
    imp_irritant_row_view_draw (self, snapshot);
}

static char *
dup_words (ImpIrritantRowView *self)
{
  g_autofree char *row = imp_row_text_dup_all (self->row);
  g_autofree char *columns = imp_columns_say (imp_row_look_get_columns (self->look),
                                              imp_row_look_get_measure (self->look), self->row);

  return g_strconcat (row, columns, NULL);
}

static void
say (ImpIrritantRowView *self)
{
  g_autofree char *words = NULL;

  if (imp_irritant_row_is_loaded (self->row))
    words = dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("Loading"), -1);
}

static void
show_row (ImpIrritantRowView *self)
{
  imp_irritant_row_view_forget_texts (self);
  if (imp_irritant_row_is_loaded (self->row) && imp_row_text_is_asked (self->row))
    imp_row_look_include (self->look, imp_irritant_row_get_impact (self->row),
                          imp_irritant_row_get_match (self->row) != NULL);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
queue_allocate_parent (ImpIrritantRowView *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_widget_queue_allocate (parent);
}

static void
revised_cb (ImpIrritantRowView *self)
{
  show_row (self);
  queue_allocate_parent (self);
}

static void
look_changed_cb (ImpIrritantRowView *self, gboolean resize)
{
  if (resize)
    {
      imp_irritant_row_view_forget_texts (self);
      queue_allocate_parent (self);
      if (self->row != NULL)
        say (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Comes to all rows whenever one comes or goes, and when one is pointed at. */
static void
imp_irritant_row_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ImpIrritantRowView *self = IMP_IRRITANT_ROW_VIEW (widget);
  guint font;

  GTK_WIDGET_CLASS (imp_irritant_row_view_parent_class)->css_changed (widget, change);
  font = imp_irritant_row_view_hash_font (self);
  if (font == self->font)
    return;
  self->font = font;
  imp_irritant_row_view_forget_texts (self);
  queue_allocate_parent (self);
}

static void
imp_irritant_row_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (imp_irritant_row_view_parent_class)->system_setting_changed (widget, setting);
  imp_irritant_row_view_forget_texts (IMP_IRRITANT_ROW_VIEW (widget));
  queue_allocate_parent (IMP_IRRITANT_ROW_VIEW (widget));
  gtk_widget_queue_draw (widget);
}

static void
imp_irritant_row_view_dispose (GObject *object)
{
  ImpIrritantRowView *self = IMP_IRRITANT_ROW_VIEW (object);

  imp_irritant_row_view_set_row (self, NULL);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (imp_irritant_row_view_parent_class)->dispose (object);
}

static void
imp_irritant_row_view_class_init (ImpIrritantRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_irritant_row_view_dispose;
  widget_class->measure = imp_irritant_row_view_measure;
  widget_class->snapshot = imp_irritant_row_view_snapshot;
  widget_class->css_changed = imp_irritant_row_view_css_changed;
  widget_class->system_setting_changed = imp_irritant_row_view_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "row");
}

static void
imp_irritant_row_view_init (ImpIrritantRowView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
}

GtkWidget *
imp_irritant_row_view_new (ImpRowLook *look)
{
  ImpIrritantRowView *self = g_object_new (IMP_TYPE_IRRITANT_ROW_VIEW, NULL);

  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
imp_irritant_row_view_set_row (ImpIrritantRowView *self, ImpIrritantRow *row)
{
  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, revised_cb, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  g_signal_connect_swapped (row, "notify::revision", G_CALLBACK (revised_cb), self);
  show_row (self);
}

ImpIrritantRow *
imp_irritant_row_view_get_row (ImpIrritantRowView *self)
{
  return self->row;
}

int
imp_irritant_row_view_get_height (ImpIrritantRowView *self, int width)
{
  int borders, border_width;

  /* So that GTK knows that it was asked before it is allocated. */
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, &borders, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &border_width, NULL, NULL,
                      NULL);
  border_width -= IMP_ROW_MIN_WIDTH;
  if (width <= 0)
    width = IMP_ROW_NATURAL_WIDTH;
  return imp_irritant_row_view_get_lines (self, width - border_width)->height + borders;
}

static void
set_class (ImpIrritantRowView *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
imp_irritant_row_view_set_place (ImpIrritantRowView *self, guint position, guint n_rows)
{
  if (self->position == position && self->n_rows == n_rows)
    return;
  self->position = position;
  self->n_rows = n_rows;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int) position + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                  (int) n_rows, -1);
}

void
imp_irritant_row_view_set_edges (ImpIrritantRowView *self, gboolean first, gboolean last)
{
  set_class (self, "first", first);
  set_class (self, "last", last);
}

void
imp_irritant_row_view_set_selected (ImpIrritantRowView *self, gboolean selected)
{
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  if (!self->choosing)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                                 -1);
}

void
imp_irritant_row_view_set_chosen (ImpIrritantRowView *self, gboolean choosing, gboolean chosen)
{
  const GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));

  if (self->choosing == choosing && self->chosen == chosen)
    return;
  self->choosing = choosing;
  self->chosen = chosen;
  set_class (self, "chosen", chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               choosing ? chosen : (flags & GTK_STATE_FLAG_SELECTED) != 0, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
imp_irritant_row_view_set_drop (ImpIrritantRowView *self, gboolean drop)
{
  if (self->drop == drop)
    return;
  self->drop = drop;
  set_class (self, "drop", drop);
}
