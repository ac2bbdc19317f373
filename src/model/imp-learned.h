/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How far answers prove to be off, learned from questions that were asked again. */
#pragma once

#include "model/imp-impact.h"

G_BEGIN_DECLS

/* So many pairs of a kind before the program trusts its own figures. */
#define IMP_PAIRS_NEEDED 20

/* One question about one state of affairs, answered twice: how it was answered first, and what a
 * later answer says. Never before and after a fix that changed it. */
typedef struct
{
  ImpQuestion question;
  ImpAnswer first, later;
} ImpAnswerPair;

/* By how an answer is known (ImpKnown; [0] is don't know). Copied by value. */
typedef struct
{
  guint n_pairs[IMP_KNOWN_GUESS + 1];
  double spread[IMP_KNOWN_GUESS + 1]; /* the defaults of the design until there are enough pairs */
  double bias[IMP_KNOWN_GUESS + 1];   /* of the log: above 0 where such answers are too small */
} ImpLearned;

/* The differences d of the logarithms: bias = mean (d); spread² = variance (d) less what the later
 * answers themselves are unsure by; never surer than a measurement (0.2), never less sure than
 * without an answer (1.4). Pairs with a "don't know" are left out. */
void imp_learned_init (ImpLearned *self, const ImpAnswerPair *pairs, gsize n_pairs);
double imp_learned_get_spread (const ImpLearned *self, const ImpAnswer *answer);
/* Sets how unsure the answers are that do not say so themselves. */
void imp_facts_learn (ImpFacts *self, const ImpLearned *learned);

/* Of log H, by how its three answers are known: above 0 where H is too small. */
double imp_learned_get_bias (const ImpLearned *self, const ImpFacts *facts);
/* Hours a month that a promise or an announcement may speak of: by what such answers proved to be
 * off, and shrunk towards the backlog (imp_impact_shrink()). H itself is never corrected, so that
 * everybody can reckon it after. */
double imp_learned_forecast (const ImpLearned *self,
                             const ImpFacts *facts,
                             const ImpImpact *impact,
                             double mean,
                             double deviation);

G_END_DECLS
