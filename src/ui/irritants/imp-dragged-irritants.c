/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants that are being dragged. */
#include "config.h"

#include "ui/irritants/imp-dragged-irritants.h"

G_DEFINE_BOXED_TYPE (ImpDraggedIrritants,
                     imp_dragged_irritants,
                     imp_dragged_irritants_ref,
                     imp_dragged_irritants_unref)

ImpDraggedIrritants *
imp_dragged_irritants_new (ImpIrritantList *list, GArray *items, char *title)
{
  ImpDraggedIrritants *self = g_rc_box_new (ImpDraggedIrritants);

  *self = (ImpDraggedIrritants) { g_object_ref (list), items, title };
  return self;
}

ImpDraggedIrritants *
imp_dragged_irritants_ref (ImpDraggedIrritants *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ImpDraggedIrritants *self = data;

  g_object_unref (self->list);
  g_array_unref (self->items);
  g_free (self->title);
}

void
imp_dragged_irritants_unref (ImpDraggedIrritants *self)
{
  g_rc_box_release_full (self, clear);
}

gboolean
imp_dragged_irritants_contain (const ImpDraggedIrritants *self, ImpItem irritant)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, ImpItem, i) == irritant)
      return TRUE;
  return FALSE;
}
