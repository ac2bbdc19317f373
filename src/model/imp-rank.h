/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants in order of what they cost, and which of them are about the same. */
#pragma once

#include "base/imp-date.h"
#include "base/imp-uuid.h"
#include "model/imp-estimate.h"

G_BEGIN_DECLS

/* One irritant in an order: sixteen bytes, copied by value. */
typedef struct
{
  float log;    /* of the value it is ranked by */
  float spread; /* of that */
  guint32 tie;  /* of equals the smaller stands first: from the UUID, so that all laptops agree */
  guint32 item;
} ImpRankEntry;

#define IMP_RANK_NONE G_MAXUINT /* no position */

guint32 imp_rank_get_tie (const ImpUuid *uuid);
/* Stands for the value of what nobody was asked about: below every other, of more voices first, then
 * what was recorded last. Exactly what a float holds, so that an index has the same order. */
double imp_rank_get_unasked_value (int voices, ImpDate recorded);
ImpRankEntry imp_rank_entry (guint32 item, guint32 tie, const ImpEstimate *estimate);
/* FALSE: nobody was asked about it. */
gboolean imp_rank_entry_is_known (const ImpRankEntry *self);

/* All entries from the most to the least, cut into groups that are about the same: a new group
 * starts at the first entry that the group's leader is ahead of with 75 % (design, section 4). What
 * nobody was asked about is the last group: it has a place, but no rank. What stands above a change keeps its group, and the order hangs on the entries alone, not on when they
 * came. Plain arrays without any allocation for an entry; no locks: it belongs to the thread that
 * made it. */
typedef struct _ImpRank ImpRank;

/* What a change did: where the entry stood, and stands. Between the two everybody else moved by
 * one. IMP_RANK_NONE: it was not there, or is not any more. */
typedef struct
{
  guint from, to;
  gboolean regrouped; /* other groups than before */
} ImpRankMove;

/* Takes `entries`, an array of ImpRankEntry in any order, each item once; quickest where they are
 * nearly in order already. */
ImpRank *imp_rank_new (GArray *entries);
void imp_rank_free (ImpRank *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpRank, imp_rank_free)

/* In order; valid until the next change. */
const ImpRankEntry *imp_rank_get_entries (const ImpRank *self, guint *n_entries);
/* How many of them are known: those stand first. */
guint imp_rank_count_known (const ImpRank *self);
/* The positions at which a group starts, ascending; the first is 0. Valid until the next change. */
const guint32 *imp_rank_get_groups (const ImpRank *self, guint *n_groups);
/* The first position of the group that holds `position`, and the one behind its last. */
void imp_rank_get_group (const ImpRank *self, guint position, guint *first, guint *end);
/* IMP_RANK_NONE where it is not there. */
guint imp_rank_find (const ImpRank *self, guint32 item);

/* Adds the entry, or puts it in the place of the item's earlier one. A few milliseconds at a
 * million. */
ImpRankMove imp_rank_change (ImpRank *self, const ImpRankEntry *entry);
ImpRankMove imp_rank_remove (ImpRank *self, guint32 item);

/* `length` positions around one that is known, as an explanation shows them: two ahead of it, unless
 * one end of what is known is nearer. *end - *first is less than `length` only where there are not as many. */
void imp_rank_get_neighbours (const ImpRank *self,
                              guint position,
                              guint length,
                              guint *first,
                              guint *end);

G_END_DECLS
