/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The filters of the list, as chips. */
#pragma once

#include "ui/search/imp-filter-chip.h"

G_BEGIN_DECLS

/* Chips for what is mostly filtered by, then one for each other filter that is set, and a menu with
 * the rest. They wrap where they have a width. ImpFilterChips::changed: the filters are others, by
 * somebody's hand or imp_filter_chips_set_filters(). Action: filters.add (s: nick of a key). */
#define IMP_TYPE_FILTER_CHIPS (imp_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (ImpFilterChips, imp_filter_chips, IMP, FILTER_CHIPS, GtkWidget)

void imp_filter_chips_set_backlog (ImpFilterChips *self, ImpBacklog *backlog);
ImpQuery *imp_filter_chips_get_filters (ImpFilterChips *self); /* borrowed; without words */
void imp_filter_chips_set_filters (ImpFilterChips *self, ImpQuery *filters);
/* What is searched for beside the filters, for the numbers in the popovers. */
void imp_filter_chips_set_words (ImpFilterChips *self, const char *words);

G_END_DECLS
