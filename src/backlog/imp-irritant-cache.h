/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of irritants by number: those somebody holds, and the last ones made. */
#pragma once

#include "backlog/imp-backlog.h"
#include "backlog/imp-irritant-list.h"

G_BEGIN_DECLS

/* Owned by a list, main thread. The same object for the same irritant as long as anybody holds it;
 * the last 4,096 are held by the cache itself. Never waits: what is asked for is a stub until its
 * content has come; all that is asked for in one go is one question to the database. By number, as
 * a position may mean another irritant by the time the answer is there. */
#define IMP_TYPE_IRRITANT_CACHE (imp_irritant_cache_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantCache, imp_irritant_cache, IMP, IRRITANT_CACHE, GObject)

ImpIrritantCache *imp_irritant_cache_new (ImpBacklog *backlog);
/* Borrowed; loaded soon if it is not. */
ImpIrritantRow *imp_irritant_cache_get (ImpIrritantCache *self, guint32 irritant);
/* Takes the ImpIrritantData out of the array, and makes the rows that are not there. */
void imp_irritant_cache_take (ImpIrritantCache *self, GPtrArray *rows);
/* What the rows say of how they were found is read for this search from now on (NULL: for none):
 * a row that was read for another one keeps what it has until it is asked for. */
void imp_irritant_cache_set_search (ImpIrritantCache *self, ImpSearch *search);
/* Lets rows go that nobody holds, and reads the others again. */
void imp_irritant_cache_reload (ImpIrritantCache *self);
/* Calls `func` for each irritant of `items` that has a row. */
void imp_irritant_cache_visit (ImpIrritantCache *self,
                               const GArray *items,
                               void (*func) (ImpIrritantRow *row, guint position, gpointer data),
                               gpointer data);

G_END_DECLS
