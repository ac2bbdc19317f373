/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Chooses irritants by searching: those a fix removes. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Chosen ones on top, each with a button to take it out again; under them a search and the best
 * five that match, dearest first. Signal "changed" when something is chosen or taken out. */
#define IMP_TYPE_IRRITANT_CHOOSER (imp_irritant_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantChooser, imp_irritant_chooser, IMP, IRRITANT_CHOOSER, GtkBox)

void imp_irritant_chooser_set_backlog (ImpIrritantChooser *self, ImpBacklog *backlog);
/* Never offers these. */
void imp_irritant_chooser_leave_out (ImpIrritantChooser *self, const ImpItem *items, guint n_items);
void imp_irritant_chooser_add (ImpIrritantChooser *self, ImpItem irritant, const char *title);
/* Borrowed until the next change. */
const ImpItem *imp_irritant_chooser_get_chosen (ImpIrritantChooser *self, guint *n_chosen);
GtkWidget *imp_irritant_chooser_get_search (ImpIrritantChooser *self); /* gets the focus first */

G_END_DECLS
