/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Learning from questions that were asked again, by hand. */
#include "config.h"

#include "model/imp-learned.h"

#include <math.h>

static ImpAnswerPair
make_pair (double first, ImpKnown known, double later)
{
  return (ImpAnswerPair) { IMP_QUESTION_MINUTES,
                           { .number = first, .known = known },
                           { .number = later, .known = IMP_KNOWN_MEASURED } };
}

/* Half of the guesses prove three times too small, half of them exactly right: the logarithms
 * differ by 1.0986 or 0. Mean 0.5493. Twenty pairs: variance 20 x 0.5493² / 19 = 0.3176; less the
 * measurements' own 0.2² = 0.2776; its root is 0.5269. */
static void
make_guesses (ImpAnswerPair *pairs, guint n)
{
  for (guint i = 0; i < n; i++)
    pairs[i] = make_pair (4, IMP_KNOWN_GUESS, i % 2 == 0 ? 12 : 4);
}

static void
test_by_hand (void)
{
  ImpAnswerPair pairs[20];
  ImpLearned learned;

  make_guesses (pairs, 20);
  imp_learned_init (&learned, pairs, 20);
  g_assert_cmpuint (learned.n_pairs[IMP_KNOWN_GUESS], ==, 20);
  g_assert_cmpfloat_with_epsilon (learned.bias[IMP_KNOWN_GUESS], 0.5493, 0.0001);
  g_assert_cmpfloat_with_epsilon (learned.spread[IMP_KNOWN_GUESS], 0.5269, 0.0001);
}

static void
assert_defaults (const ImpLearned *learned, ImpKnown but)
{
  static const double spreads[] = { 1.4, 0.2, 0.4, 0.7, 1.1 };

  for (ImpKnown i = 0; i < G_N_ELEMENTS (spreads); i++)
    if (i != but || i == 0)
      {
        g_assert_cmpfloat (learned->spread[i], ==, spreads[i]);
        g_assert_cmpfloat (learned->bias[i], ==, 0);
      }
}

static void
test_too_few (void)
{
  ImpAnswerPair pairs[20];
  ImpLearned learned;

  imp_learned_init (&learned, NULL, 0);
  assert_defaults (&learned, 0);
  make_guesses (pairs, 20);
  imp_learned_init (&learned, pairs, 19);
  g_assert_cmpuint (learned.n_pairs[IMP_KNOWN_GUESS], ==, 19);
  assert_defaults (&learned, 0);
  /* The twentieth says nothing. */
  pairs[19].later = (ImpAnswer) { 0 };
  imp_learned_init (&learned, pairs, 20);
  assert_defaults (&learned, 0);
  make_guesses (pairs, 20);
  imp_learned_init (&learned, pairs, 20);
  assert_defaults (&learned, IMP_KNOWN_GUESS);
}

static void
test_bounds (void)
{
  ImpAnswerPair pairs[40];
  ImpLearned learned;

  for (guint i = 0; i < 20; i++)
    {
      pairs[i] = make_pair (5, IMP_KNOWN_ONE, 5);
      pairs[20 + i] = make_pair (5, IMP_KNOWN_SEVERAL, i % 2 == 0 ? 0.01 : 10000);
    }
  imp_learned_init (&learned, pairs, 40);
  g_assert_cmpfloat (learned.spread[IMP_KNOWN_ONE], ==, 0.2);
  g_assert_cmpfloat (learned.spread[IMP_KNOWN_SEVERAL], ==, 1.4);
}

/* Pairs in minutes or in seconds teach the same. */
static void
test_unit_free (void)
{
  ImpAnswerPair pairs[20], scaled[20];
  ImpLearned learned, other;

  make_guesses (pairs, 20);
  for (guint i = 0; i < 20; i++)
    {
      scaled[i] = pairs[i];
      scaled[i].first.number *= 60;
      scaled[i].later.number *= 60;
    }
  imp_learned_init (&learned, pairs, 20);
  imp_learned_init (&other, scaled, 20);
  g_assert_cmpfloat_with_epsilon (learned.spread[IMP_KNOWN_GUESS], other.spread[IMP_KNOWN_GUESS],
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (learned.bias[IMP_KNOWN_GUESS], other.bias[IMP_KNOWN_GUESS], 1e-9);
}

static void
test_facts (void)
{
  ImpAnswerPair pairs[20];
  ImpLearned learned;
  ImpFacts facts = {
    .answer = { { 0, 45, IMP_KNOWN_GUESS }, { 0, 40, IMP_KNOWN_GUESS }, { 0 } },
    .reporters = 1,
    .spread = { [IMP_QUESTION_PEOPLE] = 0.45 }, /* several answers say so */
  };
  ImpMedians medians = imp_medians_default ();
  ImpImpact impact;

  make_guesses (pairs, 20);
  imp_learned_init (&learned, pairs, 20);
  imp_facts_learn (&facts, &learned);
  g_assert_cmpfloat (facts.spread[IMP_QUESTION_PEOPLE], ==, 0.45);
  g_assert_cmpfloat_with_epsilon (facts.spread[IMP_QUESTION_OFTEN], 0.5269, 0.0001);
  g_assert_cmpfloat (facts.spread[IMP_QUESTION_MINUTES], ==, 1.4);
  imp_impact_compute (&facts, &medians, &impact);
  /* 0.45² + 0.5269² + 1.4² = 0.2025 + 0.2776 + 1.96 = 2.4401 */
  g_assert_cmpfloat_with_epsilon (impact.spread, 1.5621, 0.0001);
}

static void
test_forecast (void)
{
  ImpAnswerPair pairs[20];
  ImpLearned learned;
  ImpFacts facts = { .answer = { { 0, 45, IMP_KNOWN_MEASURED },
                                 { 0, 40, IMP_KNOWN_SEVERAL },
                                 { 0, 5, IMP_KNOWN_GUESS } } };
  ImpImpact impact = { .hours = 150, .spread = 0.6 };

  /* Nothing learned: 40 x 3.75^(1 / 1.36), as imp_impact_shrink() */
  imp_learned_init (&learned, NULL, 0);
  g_assert_cmpfloat_with_epsilon (imp_learned_forecast (&learned, &facts, &impact, log (40), 1),
                                  105.7, 0.1);
  /* The one guess is too small by exp (0.5493) = 1.732: 40 x (1.732 x 3.75)^0.7353 = 158.3 */
  make_guesses (pairs, 20);
  imp_learned_init (&learned, pairs, 20);
  g_assert_cmpfloat_with_epsilon (imp_learned_forecast (&learned, &facts, &impact, log (40), 1),
                                  158.3, 0.1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/learned/by-hand", test_by_hand);
  g_test_add_func ("/model/learned/needs-twenty-pairs", test_too_few);
  g_test_add_func ("/model/learned/stays-within-bounds", test_bounds);
  g_test_add_func ("/model/learned/unit-free", test_unit_free);
  g_test_add_func ("/model/learned/facts", test_facts);
  g_test_add_func ("/model/learned/forecast-by-hand", test_forecast);
  return g_test_run ();
}
