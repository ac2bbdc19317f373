/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The chips that filter the list by state. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of chips, at most one set; the set one has a cross. Property "states" (uint): mask of
 * 1 << ImpState, IMP_STATES_ALL where none is set. Starts with what is not yet fixed. */
#define IMP_TYPE_STATE_CHIPS (imp_state_chips_get_type ())
G_DECLARE_FINAL_TYPE (ImpStateChips, imp_state_chips, IMP, STATE_CHIPS, GtkWidget)

guint imp_state_chips_get_states (ImpStateChips *self);
void imp_state_chips_set_states (ImpStateChips *self, guint states);

G_END_DECLS
