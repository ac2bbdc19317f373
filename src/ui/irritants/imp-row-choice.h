/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants of a list are to be changed together. */
#pragma once

#include "backlog/imp-irritant-list.h"

G_BEGIN_DECLS

/* A set of irritants, owned by the list that shows them. It is empty and says nothing until
 * choosing begins, and empty again when that ends. Main thread. ImpRowChoice::changed after
 * anything of it has. */
#define IMP_TYPE_ROW_CHOICE (imp_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (ImpRowChoice, imp_row_choice, IMP, ROW_CHOICE, GObject)

ImpRowChoice *imp_row_choice_new (void);
gboolean imp_row_choice_is_choosing (ImpRowChoice *self);
void imp_row_choice_set_choosing (ImpRowChoice *self, gboolean choosing);
guint imp_row_choice_count (ImpRowChoice *self);
gboolean imp_row_choice_contains (ImpRowChoice *self, ImpItem irritant);
/* All three begin choosing. */
void imp_row_choice_toggle (ImpRowChoice *self, ImpItem irritant);
void imp_row_choice_add_range (ImpRowChoice *self, ImpIrritantList *list, guint from, guint to);
/* A range from `anchor` that ended at `before` (G_MAXUINT: there was none) ends at `to` now. */
void imp_row_choice_move_end (ImpRowChoice *self,
                              ImpIrritantList *list,
                              guint anchor,
                              guint before,
                              guint to);
/* Leaves out what the list does not show any more. */
void imp_row_choice_keep_listed (ImpRowChoice *self, ImpIrritantList *list);
/* Of ImpItem, the one with the highest rank first. */
GArray *imp_row_choice_dup_items (ImpRowChoice *self, ImpIrritantList *list);

G_END_DECLS
