/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One column of the board: the fixes in one state, and what they are worth. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-fixes.h"

G_BEGIN_DECLS

/* Shows at most 50 cards and says how many more there are; a button shows the next 50. The column
 * of confirmed fixes starts with this month's. A card that stays keeps its row, and so the
 * keyboard focus. Property "state" (uint, an ImpFixState, construct only). Signal "short": more
 * cards are needed than it was given, as many as imp_fix_column_get_limit() says now. */
#define IMP_TYPE_FIX_COLUMN (imp_fix_column_get_type ())
G_DECLARE_FINAL_TYPE (ImpFixColumn, imp_fix_column, IMP, FIX_COLUMN, GtkBox)

ImpFixState imp_fix_column_get_state (ImpFixColumn *self);
/* How many cards to read for it: some hundreds and more as they are asked for; all for a search. */
guint imp_fix_column_get_limit (ImpFixColumn *self);
/* cards: GPtrArray of ImpFixCard, kept; n_all: how many fixes are in this state altogether. */
void imp_fix_column_set_cards (ImpFixColumn *self, GPtrArray *cards, guint n_all, ImpDate today);
/* Shows only cards whose title, owner or promise has `text` in it. */
void imp_fix_column_set_search (ImpFixColumn *self, const char *text);
ImpItem imp_fix_column_get_first (ImpFixColumn *self); /* the fix on top; 0 for none */

G_END_DECLS
