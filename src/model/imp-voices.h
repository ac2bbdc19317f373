/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What several colleagues answered to one question, as one answer. */
#pragma once

#include "model/imp-learned.h"

G_BEGIN_DECLS

/* Copied by value. */
typedef struct
{
  ImpAnswer answer;       /* the middle one; don't know where nobody knows */
  double spread;          /* how unsure that is; for ImpFacts */
  guint n_answers;        /* that count */
  double lowest, highest; /* of them, in the question's unit; 0 where there are none */
} ImpVoices;

/* The median of those who know (their geometric middle where two stand there), one answer for each
 * colleague, in any order. Where somebody measured, only measurements count.
 *
 * It is as unsure as their mean: sqrt (v / n), where v is the variance of the logarithms of the
 * answers, or, where they agree better than such answers do, the mean of the squares of what each
 * is unsure by (0.7 for one person; three who agree make 0.7 / sqrt (3) = 0.4, "several people").
 * Never below the 0.4 of several people, or the 0.2 of a measurement; never above the 1.4 of "don't
 * know", however much they differ. learned may be NULL: the defaults. */
void imp_voices_init (ImpVoices *self,
                      ImpQuestion question,
                      const ImpAnswer *answers,
                      gsize n_answers,
                      const ImpLearned *learned);
/* "The middle of 3 answers, from 2 minutes to 60 minutes", "3 answers, all of them 5 minutes"; NULL
 * where there are not several. */
char *imp_voices_to_words (const ImpVoices *self, ImpQuestion question);
/* Puts it into the facts, unless the answer that stands there is known at least as well: what
 * colleagues measured goes before what several told, that before one, one before a guess, and of
 * equals what was decided goes before what was said. TRUE where it was put there. */
gboolean imp_voices_enter (const ImpVoices *self, ImpQuestion question, ImpFacts *facts);

G_END_DECLS
