/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is worth asking: the answer that would move the top of the list most. */
#pragma once

#include "model/imp-impact.h"
#include "model/imp-rank.h"

G_BEGIN_DECLS

/* Where the top of the list ends, as the logarithm of an impact: halfway between the tenth and the
 * eleventh, or between the two in the middle of a shorter list. What nobody was asked about does not
 * count. */
double imp_asking_get_cut (const ImpRank *rank);

/* What a measurement is worth of something that lies so far from the cut (as a difference of
 * logarithms) and is unsure by `spread`: by how much the list is wrong about it, on average, that
 * the measurement would put right. t x (phi (a) - a x Phi (-a)), a = distance / t, with t² =
 * spread² - 0.2²: what the measurement takes away. The unit normal loss of Schlaifer, Probability
 * and Statistics for Business Decisions, 1959, which is the expected value of information for a
 * normal quantity and a cut. The same in any unit; 0 for what is measured. */
double imp_asking_get_value (double distance, double spread);

/* The question about an irritant whose answer is worth most: the least known one, of equals the one
 * that is easiest to measure (minutes, how often, people). */
typedef struct
{
  ImpQuestion question;
  double value; /* 0: all of them are measured, and nothing is gained */
} ImpAsking;

ImpAsking imp_asking_choose (const ImpFacts *facts, const ImpImpact *impact, double cut);
/* The same of those that were not asked yet: `asked` is a mask of 1 << ImpQuestion. A value of 0
 * where all of them were. */
ImpAsking
imp_asking_choose_next (const ImpFacts *facts, const ImpImpact *impact, double cut, guint asked);

/* What was asked about one irritant in a sitting, so that nothing is asked twice. Copied by value. */
typedef struct
{
  ImpItem item;
  guint questions; /* mask of 1 << ImpQuestion */
} ImpAsked;

/* Of an array of those; NULL for none. */
guint imp_asked_get_questions (const GArray *asked, ImpItem item);
void imp_asked_add (GArray *asked, ImpItem item, ImpQuestion question);

/* Positions, of an array of guint: up to n irritants about which it is worth most to ask again, the
 * first first; then up to n that nobody was asked about, in their order. One pass over all that are
 * known. */
GArray *imp_asking_find (const ImpRank *rank, guint n);
/* The same among some of them only: 1 for each number of an item that is; NULL: all. */
GArray *imp_asking_find_among (const ImpRank *rank, const GByteArray *among, guint n);

/* An irritant about which it is worth asking. Immutable once it is handed over. */
typedef struct
{
  ImpItem item;
  char *title;
  guint rank; /* from 1, by impact among what is not yet fixed; 0: nobody was asked yet */
  ImpFacts facts;
  ImpImpact impact;
  ImpAsking asking;
  char *as_of; /* for imp_backlog_answer_async(): who answers has seen what it says here */
} ImpToAsk;

void imp_to_ask_free (ImpToAsk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpToAsk, imp_to_ask_free)

/* "Time it once", and why: "Nobody has measured the minutes yet". */
const char *imp_asking_get_words (const ImpAsking *self);
const char *imp_asking_get_reason (const ImpAsking *self, const ImpFacts *facts);

G_END_DECLS
