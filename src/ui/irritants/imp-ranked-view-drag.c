/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking hold of rows of the ranked list, to drop them on another one. */
#include "config.h"

#include "ui/irritants/imp-ranked-view-private.h"

#include "ui/irritants/imp-row-text.h"

#include <glib/gi18n.h>

#define ICON_CHARS  34
#define ICON_OFFSET 12 /* pixels, so that what is pointed at is seen beside it */

static GArray *
dup_dragged (ImpRankedView *self, ImpItem irritant)
{
  GArray *items;

  if (self->choice != NULL && imp_row_choice_contains (self->choice, irritant))
    return imp_row_choice_dup_items (self->choice, self->list);
  items = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  g_array_append_val (items, irritant);
  return items;
}

/* A finger scrolls, or chooses when it is held. */
static gboolean
is_finger (GtkDragSource *source)
{
  return gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (source)) != NULL;
}

static GdkContentProvider *
prepared_cb (GtkDragSource *source, double x, double y, ImpRankedView *self)
{
  const guint position = is_finger (source) ? IMP_NOWHERE : imp_ranked_view_pick (self, x, y);
  g_autoptr (ImpIrritantRow) row = NULL;

  g_clear_pointer (&self->dragged, imp_dragged_irritants_unref);
  if (!self->mergeable || position == IMP_NOWHERE)
    return NULL;
  row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  self->dragged =
      imp_dragged_irritants_new (self->list, dup_dragged (self, imp_irritant_row_get_item (row)),
                                 imp_row_text_dup (row, IMP_ROW_TEXT_TITLE, FALSE));
  return gdk_content_provider_new_typed (IMP_TYPE_DRAGGED_IRRITANTS, self->dragged);
}

static GtkWidget *
create_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), ICON_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ICON_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_icon (ImpRankedView *self)
{
  const guint n = self->dragged->items->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%'u irritant", "%'u irritants", n), n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *hint = create_line (NULL, "caption");

  gtk_widget_add_css_class (box, "dragged-irritants");
  gtk_box_append (GTK_BOX (box), create_line (self->dragged->title, "heading"));
  if (n > 1)
    gtk_box_append (GTK_BOX (box), create_line (count, "caption"));
  gtk_box_append (GTK_BOX (box), hint);
  g_set_weak_pointer (&self->drag_hint, GTK_LABEL (hint));
  return box;
}

/* The row of what stands under the pointer, or NULL. */
static ImpIrritantRow *
find_target (ImpRankedView *self)
{
  for (guint i = 0; self->drop_onto != 0 && i < self->rows->len; i++)
    {
      ImpIrritantRowView *view = g_array_index (self->rows, ImpPlacedRow, i).view;
      ImpIrritantRow *row = imp_irritant_row_view_get_row (view);

      if (imp_irritant_row_get_item (row) == self->drop_onto)
        return row;
    }
  return NULL;
}

/* What happens where it is dropped now. */
void
imp_ranked_view_say_drop (ImpRankedView *self)
{
  ImpIrritantRow *row = find_target (self);
  g_autofree char *title = NULL, *words = NULL;

  if (self->drag_hint == NULL)
    return;
  if (row != NULL)
    {
      title = imp_row_text_dup (row, IMP_ROW_TEXT_TITLE, FALSE);
      /* Translators: what dropping an irritant on the one with this title does. */
      words = g_strdup_printf (_ ("Merge into “%s”"), title);
    }
  gtk_label_set_text (self->drag_hint,
                      words != NULL ? words : _ ("Drop on the one that is the same"));
}

static void
begun_cb (GtkDragSource *source, GdkDrag *drag, ImpRankedView *self)
{
  GtkDragIcon *icon = GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag));

  if (self->dragged == NULL)
    return;
  gtk_drag_icon_set_child (icon, create_icon (self));
  gdk_drag_set_hotspot (drag, -ICON_OFFSET, -ICON_OFFSET);
  imp_ranked_view_say_drop (self);
}

static void
ended_cb (GtkDragSource *source, GdkDrag *drag, gboolean moved, ImpRankedView *self)
{
  g_clear_pointer (&self->dragged, imp_dragged_irritants_unref);
}

void
imp_ranked_view_add_dragging (ImpRankedView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepared_cb), self);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begun_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (ended_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

void
imp_ranked_view_set_mergeable (ImpRankedView *self, gboolean mergeable)
{
  self->mergeable = mergeable;
}
