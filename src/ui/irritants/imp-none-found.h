/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the list says when it has nothing to show, and what to do then. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-query.h"

G_BEGIN_DECLS

/* Says what was not found and offers to take the filters away, to search all states, to record it, to
 * clear the search. Its buttons activate irritants.clear-filters, irritants.all-states,
 * win.record-words and irritants.clear-search. */
#define IMP_TYPE_NONE_FOUND (imp_none_found_get_type ())
G_DECLARE_FINAL_TYPE (ImpNoneFound, imp_none_found, IMP, NONE_FOUND, GtkWidget)

void imp_none_found_show (ImpNoneFound *self, ImpQuery *query);

G_END_DECLS
