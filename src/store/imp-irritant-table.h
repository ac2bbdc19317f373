/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading irritants: ids in order, rows of a list, the page of one. */
#pragma once

#include "model/imp-irritant.h"
#include "model/imp-measure.h"
#include "model/imp-query.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* By what a list is sorted. Those that are measures are cut into groups that are about the same. */
typedef enum
{
  IMP_SORT_IMPACT,
  IMP_SORT_PAYBACK,
  IMP_SORT_AGE,   /* oldest first */
  IMP_SORT_MATCH, /* what the search finds in titles first: all of its words whole, their beginnings,
                   * some of them; then the others. Each by impact, as all of it is where there is
                   * no search, or a single letter; where there are 20,000 and more, their
                   * beginnings do not count */
  IMP_SORT_HOURS,
  IMP_SORT_VOICES,
  IMP_SORT_RICE,
  IMP_SORT_ICE,
  IMP_SORT_COST_OF_DELAY,
  IMP_SORT_WSJF,
  IMP_N_SORTS
} ImpSort;

ImpMeasure imp_sort_get_measure (ImpSort sort); /* 0: by age */

/* The ids in order, those that are pinned first; and where a query left some out or some are
 * pinned, the rank each has without that. Item numbers
 * fit 32 bits here: four thousand million items are not a backlog. Arrays may be held by others
 * too: they are never changed. */
typedef struct
{
  GArray *items;  /* of guint32 */
  GArray *ranks;  /* of guint32, from 1; NULL: position + 1 */
  GArray *groups; /* of guint32: ranks less 1 at which a group starts; NULL: there are none */
  GArray *strays; /* of guint32: positions, ascending, of those out of order; NULL: none */
  guint n_ranked; /* of those states, without what narrows them */
  guint n_asked; /* of those the first so many ranks are ranks: nobody was asked about the others */
  guint n_pinned; /* the first so many stand apart */
  gboolean mixed; /* by match: what nobody was asked about stands among the others */
} ImpRanking;

/* From 1; beyond n_asked it is a place to sort by, and none to be said. */
guint imp_ranking_get_rank (const ImpRanking *self, guint position);
/* The number of the group that holds the position, from 1, and the ranks of its first and its last.
 * 0 where there are no groups. */
guint imp_ranking_get_group (const ImpRanking *self, guint position, guint *first, guint *last);
gboolean imp_ranking_is_stray (const ImpRanking *self, guint position);
void imp_ranking_free (ImpRanking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpRanking, imp_ranking_free)

/* What the query asks for, with the ranks of all that are in its states. NULL: what is not yet
 * fixed. By IMP_SORT_MATCH what is pinned stands where it is found. */
ImpRanking *imp_store_rank (ImpStore *store,
                            const ImpQuery *query,
                            ImpSort sort,
                            GCancellable *cancellable,
                            GError **error);
/* Adds an ImpIrritantData for each item that is there, in the order of `items`. */
gboolean imp_store_read_irritants (ImpStore *store,
                                   const guint32 *items,
                                   guint n_items,
                                   GPtrArray *rows,
                                   GError **error);
/* Sets how the search found each of these, out of all the texts that it looks through. */
gboolean imp_store_match_irritants (ImpStore *store,
                                    const ImpSearch *search,
                                    GPtrArray *rows,
                                    GError **error);
/* All of the page but its history. IMP_ERROR_NOT_FOUND where it is gone. */
ImpIrritantPage *imp_store_read_irritant_page (ImpStore *store, ImpItem irritant, GError **error);
/* "" where it has none, or is gone; NULL on failure. */
char *imp_store_dup_irritant_title (ImpStore *store, ImpItem irritant, GError **error);
/* The irritant that this one counts with: itself, where it is not merged into another. */
gboolean imp_store_find_holder (ImpStore *store, ImpItem irritant, ImpItem *holder, GError **error);

G_END_DECLS
