/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One fix as a card of the board. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-fixes.h"

G_BEGIN_DECLS

/* Title, hours, owner, promise and at most one action, which is an action of imp-fix-actions.h.
 * Keeps nothing of the card but its item; accessible as a list item named by its title. */
#define IMP_TYPE_FIX_ROW (imp_fix_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpFixRow, imp_fix_row, IMP, FIX_ROW, GtkListBoxRow)

GtkWidget *imp_fix_row_new (void);
void imp_fix_row_set_card (ImpFixRow *self, const ImpFixCard *card, ImpDate today);
ImpItem imp_fix_row_get_item (ImpFixRow *self);

G_END_DECLS
