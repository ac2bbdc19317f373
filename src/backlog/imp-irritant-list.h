/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The lazy list of irritants: ids in order, rows when they are asked for. */
#pragma once

#include "backlog/imp-backlog-irritants.h"
#include "model/imp-measure.h"
#include "model/imp-query.h"

G_BEGIN_DECLS

/* One row. A stub until its data has come; the same object for the same irritant as long as
 * anybody holds it. Main thread. notify::revision after its content has come or changed. Text
 * getters return borrowed strings, "" while not loaded. */
#define IMP_TYPE_IRRITANT_ROW (imp_irritant_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantRow, imp_irritant_row, IMP, IRRITANT_ROW, GObject)

/* Where an irritant stands in the order of the list, among all in the states asked for. */
typedef struct
{
  guint rank;       /* from 1; 0: nobody was asked what it costs */
  gboolean unasked; /* then, and it stands behind all that have a rank: not so by match */
  gboolean stray;   /* it stood here when it was read, and would not now */
  guint group_first,
      group_last;  /* ranks that are about the same; 0 where the order has no groups */
  gboolean pinned; /* stands apart, at the top of the list */
} ImpPlace;

ImpItem imp_irritant_row_get_item (ImpIrritantRow *self);
gboolean imp_irritant_row_is_loaded (ImpIrritantRow *self);
guint imp_irritant_row_get_rank (ImpIrritantRow *self);
const ImpPlace *imp_irritant_row_get_place (ImpIrritantRow *self);
const char *imp_irritant_row_get_title (ImpIrritantRow *self);
const char *imp_irritant_row_get_offering (ImpIrritantRow *self);
const char *imp_irritant_row_get_sites (ImpIrritantRow *self);
guint imp_irritant_row_get_voices (ImpIrritantRow *self);
ImpTrend imp_irritant_row_get_trend (ImpIrritantRow *self);
gboolean imp_irritant_row_get_customers_see_it (ImpIrritantRow *self);
ImpState imp_irritant_row_get_state (ImpIrritantRow *self);
ImpDate imp_irritant_row_get_recorded (ImpIrritantRow *self);
const char *imp_irritant_row_get_pin_reason (ImpIrritantRow *self); /* NULL: it is not pinned */
ImpDate imp_irritant_row_get_pin_until (ImpIrritantRow *self);
const ImpFacts *imp_irritant_row_get_facts (ImpIrritantRow *self);
const ImpImpact *imp_irritant_row_get_impact (ImpIrritantRow *self);
const ImpMatch *imp_irritant_row_get_match (ImpIrritantRow *self); /* NULL without a search */

typedef enum
{
  IMP_ORDER_IMPACT,
  IMP_ORDER_PAYBACK,
  IMP_ORDER_AGE,   /* oldest first */
  IMP_ORDER_MATCH, /* what the search finds in titles first, then the others, each by impact */
  IMP_ORDER_HOURS,
  IMP_ORDER_VOICES,
  IMP_ORDER_RICE,
  IMP_ORDER_ICE,
  IMP_ORDER_COST_OF_DELAY,
  IMP_ORDER_WSJF,
  IMP_N_ORDERS
} ImpOrder;

/* What it orders by, with its name and its definition; 0 by age. */
ImpMeasure imp_order_get_measure (ImpOrder order);

/* A GListModel of ImpIrritantRow that follows the backlog by itself. get_item never waits for the
 * disk. Properties: "loading" (boolean, a question is under way), "n-ranked" (guint, how many there
 * are in the states asked for), "steady" (boolean, writable, FALSE at first) and "order-changed"
 * (boolean). Answers of outdated questions are dropped; an answer arrives with
 * the content of its first rows, as one items-changed after common beginning and end. Rows say how
 * the search found them; those that stay from one search to the next say so anew when they are
 * asked for again. An items-changed may be of any length: GTK's own selection models and views ask for every row that is added.
 *
 * A steady list does not move what somebody reads: where a change would put rows that are listed
 * into another order, they stay where they are, with their new ranks and groups; what is new is
 * listed behind the one that it follows. What is pinned stands at the top at once. Then "order-changed" is TRUE until
 * imp_irritant_list_reorder(), another question, or a change after which the order is right. */
#define IMP_TYPE_IRRITANT_LIST (imp_irritant_list_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantList, imp_irritant_list, IMP, IRRITANT_LIST, GObject)

ImpIrritantList *imp_irritant_list_new (ImpBacklog *backlog);
/* query: NULL for what is not yet fixed, as at first. FALSE where that is the question already. */
gboolean imp_irritant_list_set_query (ImpIrritantList *self, ImpQuery *query, ImpOrder order);
/* The present question: the query borrowed, NULL for what is not yet fixed. */
ImpQuery *imp_irritant_list_get_query (ImpIrritantList *self);
ImpOrder imp_irritant_list_get_order (ImpIrritantList *self);
/* Takes on the order that "order-changed" speaks of, as one items-changed, at once. */
void imp_irritant_list_reorder (ImpIrritantList *self);
/* Where the row at a position stands, without making or loading it. */
ImpPlace imp_irritant_list_get_place (ImpIrritantList *self, guint position);
/* The irritant at a position, without making or loading its row. */
ImpItem imp_irritant_list_get_item_number (ImpIrritantList *self, guint position);
/* How many of "n-ranked" have a rank: somebody was asked about those, as far as that matters. */
guint imp_irritant_list_count_asked (ImpIrritantList *self);
/* The position of an irritant, or GTK's invalid position (G_MAXUINT). While "loading" it may still
 * be missing. */
guint imp_irritant_list_find (ImpIrritantList *self, ImpItem irritant);

/* The first `limit` rows in an order that a query finds, loaded: for the command line and for
 * paper. A GPtrArray of rows, with the ranks they have among all in the states it asks for. query:
 * NULL for what is not yet fixed. */
void imp_backlog_rank_async (ImpBacklog *self,
                             ImpQuery *query,
                             ImpOrder order,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
/* n_found: how many there are without the limit; may be NULL. */
GPtrArray *
imp_backlog_rank_finish (ImpBacklog *self, GAsyncResult *result, guint *n_found, GError **error);

G_END_DECLS
