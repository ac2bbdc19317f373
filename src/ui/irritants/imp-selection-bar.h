/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How many irritants are chosen, and what can be done with them. */
#pragma once

#include <gtk/gtk.h>

#include "ui/irritants/imp-row-choice.h"

G_BEGIN_DECLS

/* A bar under the list, shown while a choice is choosing. Its buttons name the actions
 * irritants.bulk (i: an ImpBulkKind), enabled by whoever has them,
 * irritants.select and irritants.select-all. Property
 * "narrow" (boolean): there is room for one button. */
#define IMP_TYPE_SELECTION_BAR (imp_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (ImpSelectionBar, imp_selection_bar, IMP, SELECTION_BAR, GtkWidget)

void imp_selection_bar_set_choice (ImpSelectionBar *self, ImpRowChoice *choice);

G_END_DECLS
