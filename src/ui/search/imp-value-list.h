/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The values of a filter, to be ticked. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-views.h"

G_BEGIN_DECLS

/* The content of a chip's popover: the values that there are in the backlog, each with how many
 * irritants it leaves, and a search among them where they are many; a calendar for a day.
 * ImpValueList::toggled (const char *value): it was ticked, or is no more; a day is chosen. Whoever
 * hears of it says the query that follows. */
#define IMP_TYPE_VALUE_LIST (imp_value_list_get_type ())
G_DECLARE_FINAL_TYPE (ImpValueList, imp_value_list, IMP, VALUE_LIST, GtkWidget)

/* query: all that is asked for now. */
GtkWidget *imp_value_list_new (ImpBacklog *backlog, ImpQuery *query, ImpQueryKey key);
void imp_value_list_set_query (ImpValueList *self, ImpQuery *query); /* which ones are ticked */

/* Whether the filters of the key ask for that value. */
gboolean imp_value_is_wanted (const ImpQuery *query, ImpQueryKey key, const char *value);
/* The query with the value ticked, or no more; of states, what excludes it goes. A day takes the
 * place of another one. */
ImpQuery *imp_value_toggle (const ImpQuery *query, ImpQueryKey key, const char *value);

G_END_DECLS
