/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants that are being dragged. */
#pragma once

#include "backlog/imp-irritant-list.h"

G_BEGIN_DECLS

/* What a drag of rows holds: never changed, shared by reference. Being no text, it can be dropped in
 * this process only. */
typedef struct
{
  ImpIrritantList *list; /* that they stand in */
  GArray *items;         /* of ImpItem, at least one */
  char *title;           /* of the one that was taken hold of */
} ImpDraggedIrritants;

#define IMP_TYPE_DRAGGED_IRRITANTS (imp_dragged_irritants_get_type ())
GType imp_dragged_irritants_get_type (void) G_GNUC_CONST;

/* Takes over `items` and `title`. */
ImpDraggedIrritants *imp_dragged_irritants_new (ImpIrritantList *list, GArray *items, char *title);
ImpDraggedIrritants *imp_dragged_irritants_ref (ImpDraggedIrritants *self);
void imp_dragged_irritants_unref (ImpDraggedIrritants *self);
gboolean imp_dragged_irritants_contain (const ImpDraggedIrritants *self, ImpItem irritant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpDraggedIrritants, imp_dragged_irritants_unref)

G_END_DECLS
