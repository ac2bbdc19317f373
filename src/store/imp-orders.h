/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants in order of what they cost, kept in memory. */
#pragma once

#include "model/imp-measure.h"
#include "model/imp-rank.h"
#include "model/imp-top-ten.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* The last few orders that somebody asked for: irritants of some states by one measure. Each is
 * read once, from an index that has all of it; then only what was written since is put in its new
 * place, when it is asked for again. Belongs to the store, on the database thread. */
typedef struct _ImpOrders ImpOrders;

ImpOrders *imp_orders_new (void);
void imp_orders_free (ImpOrders *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpOrders, imp_orders_free)

/* The row of an irritant is written, or gone. It may as well prove to be as it was. */
void imp_orders_note (ImpOrders *self, ImpItem irritant);

/* Borrowed until the next call, or the next write. states: mask of 1 << ImpState. NULL on
 * failure. */
const ImpRank *imp_orders_get (ImpStore *store, ImpMeasure measure, guint states, GError **error);
/* The same with the chances to be among its top ten, which are drawn again after each change: both
 * are borrowed as above. */
const ImpRank *imp_orders_get_drawn (ImpStore *store,
                                     ImpMeasure measure,
                                     guint states,
                                     const ImpTopTen **top_ten,
                                     GError **error);

/* Numbers are given one after another: one that damage made huge would take gigabytes, wherever
 * something is kept by number. */
#define IMP_ORDERS_HIGHEST_ITEM (1 << 24)

G_END_DECLS
