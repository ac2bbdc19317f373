/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How far answers prove to be off, learned from questions that were asked again. */
#include "config.h"

#include "model/imp-learned.h"

#include <math.h>

/* Of the pairs of one kind. */
typedef struct
{
  guint n;
  double differences, squares;
  double later; /* variances of the later answers */
} Sum;

static void
add_pair (Sum *sums, const ImpAnswerPair *pair)
{
  Sum *sum = &sums[imp_answer_get_known (&pair->first)];
  double difference;

  if (!imp_answer_is_known (&pair->first) || !imp_answer_is_known (&pair->later))
    return;
  difference = log (imp_answer_get_value (pair->question, &pair->later)
                    / imp_answer_get_value (pair->question, &pair->first));
  sum->n++;
  sum->differences += difference;
  sum->squares += difference * difference;
  sum->later += pow (imp_answer_get_spread (&pair->later), 2);
}

static double
learn_spread (const Sum *sum)
{
  double mean = sum->differences / sum->n;
  double variance = (sum->squares - sum->n * mean * mean) / (sum->n - 1);

  return CLAMP (sqrt (MAX (variance - sum->later / sum->n, 0)), IMP_SPREAD_MEASURED,
                IMP_SPREAD_UNKNOWN);
}

void
imp_learned_init (ImpLearned *self, const ImpAnswerPair *pairs, gsize n_pairs)
{
  Sum sums[IMP_KNOWN_GUESS + 1] = { 0 };

  for (gsize i = 0; i < n_pairs; i++)
    add_pair (sums, &pairs[i]);
  for (ImpKnown i = 0; i <= IMP_KNOWN_GUESS; i++)
    {
      gboolean enough = sums[i].n >= IMP_PAIRS_NEEDED;
      ImpAnswer such = { .number = i > 0, .known = i };

      self->n_pairs[i] = sums[i].n;
      self->spread[i] = enough ? learn_spread (&sums[i]) : imp_answer_get_spread (&such);
      self->bias[i] = enough ? sums[i].differences / sums[i].n : 0;
    }
}

double
imp_learned_get_spread (const ImpLearned *self, const ImpAnswer *answer)
{
  return self->spread[imp_answer_get_known (answer)];
}

void
imp_facts_learn (ImpFacts *self, const ImpLearned *learned)
{
  for (ImpQuestion q = 0; q < IMP_N_QUESTIONS; q++)
    if (self->spread[q] <= 0)
      self->spread[q] = imp_learned_get_spread (learned, &self->answer[q]);
}

double
imp_learned_get_bias (const ImpLearned *self, const ImpFacts *facts)
{
  double bias = 0;

  for (ImpQuestion q = IMP_QUESTION_PEOPLE; q <= IMP_QUESTION_MINUTES; q++)
    bias += self->bias[imp_answer_get_known (&facts->answer[q])];
  return bias;
}

double
imp_learned_forecast (const ImpLearned *self,
                      const ImpFacts *facts,
                      const ImpImpact *impact,
                      double mean,
                      double deviation)
{
  return imp_impact_shrink (impact->hours * exp (imp_learned_get_bias (self, facts)),
                            impact->spread, mean, deviation);
}
