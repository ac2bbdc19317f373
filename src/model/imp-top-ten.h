/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The chance that an irritant belongs in the top ten. */
#pragma once

#include "model/imp-rank.h"

G_BEGIN_DECLS

#define IMP_TOP_TEN 10

/* Two thousand times each irritant draws a cost out of what is known of it, and the ten highest are
 * counted: the chance is how often one was among them, to about one in a hundred (design, section
 * 4). The dice are seeded by the irritant's UUID alone, so that the same backlog gives the same
 * chances on every laptop, whatever was drawn before.
 *
 * Who has no answer at all takes no part: the median stands for it, which says nothing about it,
 * and ten thousand imported tickets would crowd out what is known. */
typedef struct _ImpTopTen ImpTopTen;

/* A pass or two over the entries; nothing is kept of them. */
ImpTopTen *imp_top_ten_draw (const ImpRankEntry *entries, guint n_entries);
void imp_top_ten_free (ImpTopTen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpTopTen, imp_top_ten_free)

/* 0 … 1; -1 where nothing is known of it. */
double imp_top_ten_get_chance (const ImpTopTen *self, const ImpRankEntry *entry);
/* What share of those that stand among the first ten belong there: the mean of their
 * chances. -1 where no more than ten are known, which all do. */
double imp_top_ten_weigh (const ImpTopTen *self, const ImpRankEntry *entries, guint n_entries);
/* "It almost surely belongs in the top ten." from 90 %, "It probably belongs …" from 70 %, "It
 * could be …" from 30 %, else "It is probably not …". NULL for -1. */
const char *imp_top_ten_to_words (double chance);

G_END_DECLS
