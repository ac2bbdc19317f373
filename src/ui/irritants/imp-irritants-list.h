/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list of irritants with its search, its filter and its order. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-irritant-list.h"
#include "ui/irritants/imp-row-choice.h"

G_BEGIN_DECLS

/* The content under the header of the list's page. Properties: "compact", "narrow" (booleans),
 * "searching" (boolean: the entry is shown, where it is not always), "order" (string: the one in
 * force), for reading "query" (string: filters and words, as imp_query_to_text() has them) and
 * "n-found" (uint). A search shows its best matches first until another order is chosen; the next one does
 * so again, and without words the list is as it was.
 *
 * ImpIrritantsList::chosen (gint64 item, gboolean open): another irritant is looked at; open: it
 * was activated, not only moved to.
 *
 * ImpIrritantsList::placed (gint64 item, const char *place, int measure): where the one that is looked at stands
 * in this order, in words; NULL where it is not listed. */
#define IMP_TYPE_IRRITANTS_LIST (imp_irritants_list_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantsList, imp_irritants_list, IMP, IRRITANTS_LIST, GtkWidget)

void imp_irritants_list_set_backlog (ImpIrritantsList *self, ImpBacklog *backlog);
/* What is said over the list where its columns have no names; NULL: nothing. */
void imp_irritants_list_set_summary (ImpIrritantsList *self, const char *summary);
/* Shows how what is listed prints, over the window. */
void imp_irritants_list_print (ImpIrritantsList *self, ImpBacklog *backlog);
/* Starts with the query and the order of the last time, and keeps them for the next one. */
void imp_irritants_list_remember (ImpIrritantsList *self, GSettings *settings);
/* All that is asked for. Owned by the caller. */
ImpQuery *imp_irritants_list_dup_query (ImpIrritantsList *self);
void imp_irritants_list_start_search (ImpIrritantsList *self);
/* Looks at this irritant as soon as it is in the list. */
void imp_irritants_list_reveal (ImpIrritantsList *self, ImpItem irritant);
/* What was looked at is not in the backlog any more: looks at the one after it, or at the last one,
 * and at the same again if it comes back before another one is chosen or read. focus: takes it. */
void imp_irritants_list_leave (ImpIrritantsList *self, ImpItem irritant, gboolean focus);
/* Which irritants are to be changed together; borrowed. */
ImpRowChoice *imp_irritants_list_get_choice (ImpIrritantsList *self);
void imp_irritants_list_choose_all (ImpIrritantsList *self);
/* Those, of ImpItem, the highest rank first. */
GArray *imp_irritants_list_dup_chosen (ImpIrritantsList *self);
/* Somebody reads what is looked at: nothing that comes back takes it away. */
void imp_irritants_list_stay (ImpIrritantsList *self);

G_END_DECLS
