/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds by what is to be done: under way, late, due, planned, and those that were made. */
#pragma once

#include <adwaita.h>

#include "model/imp-round.h"

G_BEGIN_DECLS

/* Groups with nothing in them are left out. */
#define IMP_TYPE_ROUND_LIST (imp_round_list_get_type ())
G_DECLARE_FINAL_TYPE (ImpRoundList, imp_round_list, IMP, ROUND_LIST, GtkBox)

/* Of ImpRoundLine, in their order; text: only those whose site has it; NULL: all. */
void
imp_round_list_set_ahead (ImpRoundList *self, GPtrArray *rounds, const char *text, ImpDate today);
/* more: there are others, and "rounds.more" brings them. */
void imp_round_list_set_past (ImpRoundList *self, GPtrArray *rounds, gboolean more, ImpDate today);
void imp_round_list_open_first (ImpRoundList *self);
gboolean imp_round_list_is_empty (ImpRoundList *self);

G_END_DECLS
