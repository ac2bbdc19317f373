/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Impact: cases reckoned by hand, and what holds for any answers. */
#include "config.h"

#include "model/imp-impact.h"

#include <math.h>

#define EXACT 1e-9

static ImpImpact
compute (const ImpFacts *facts)
{
  ImpMedians medians = imp_medians_default ();
  ImpImpact impact;

  imp_impact_compute (facts, &medians, &impact);
  return impact;
}

static ImpAnswer
number (double value, ImpKnown known)
{
  return (ImpAnswer) { 0, value, known };
}

/* The handheld scanner: 45 people, twice a day, 5 minutes; three days of work. */
static ImpFacts
scanner (void)
{
  return (ImpFacts) {
    .answer = { number (45, IMP_KNOWN_MEASURED), number (40, IMP_KNOWN_SEVERAL),
                number (5, IMP_KNOWN_SEVERAL), number (24, IMP_KNOWN_GUESS) },
    .irritation = IMP_IRRITATION_ANNOYING,
    .reporters = 14,
  };
}

static void
test_by_hand (void)
{
  ImpFacts facts = scanner ();
  ImpImpact impact = compute (&facts);

  g_assert_cmpfloat_with_epsilon (impact.hours, 150, EXACT);
  g_assert_cmpfloat_with_epsilon (impact.care, 1.25, EXACT);
  g_assert_cmpfloat_with_epsilon (impact.impact, 187.5, EXACT);
  g_assert_cmpfloat_with_epsilon (impact.payback, 7.8125, EXACT);
  g_assert_cmpfloat_with_epsilon (impact.spread, 0.6, EXACT);
  g_assert_cmpfloat_with_epsilon (impact.low, 69.6, 0.1);
  g_assert_cmpfloat_with_epsilon (impact.high, 323.3, 0.1);
}

static void
test_bands_by_hand (void)
{
  ImpFacts facts = {
    .answer = { { 4, 0, IMP_KNOWN_ONE }, { 5, 0, IMP_KNOWN_ONE }, { 3, 0, IMP_KNOWN_ONE } },
    .reporters = 1,
  };
  ImpImpact impact = compute (&facts);

  /* sqrt (2100) x 20 x sqrt (50) / 60; 0.7 x sqrt (3) */
  g_assert_cmpfloat_with_epsilon (impact.hours, 108.01, 0.01);
  g_assert_cmpfloat_with_epsilon (impact.spread, 1.2124, 0.0001);
  g_assert_cmpfloat_with_epsilon (impact.low, 22.9, 0.1);
  g_assert_cmpfloat_with_epsilon (impact.high, 509.8, 0.1);
}

static void
test_care (void)
{
  static const double care[] = { 1, 1, 1.25, 1.5, 2 };

  for (ImpIrritation i = 0; i < G_N_ELEMENTS (care); i++)
    {
      ImpFacts facts = scanner ();

      facts.irritation = i;
      g_assert_cmpfloat (compute (&facts).care, ==, care[i]);
      facts.customers_see_it = TRUE;
      g_assert_cmpfloat (compute (&facts).care, ==, MIN (care[i] * 1.5, 3));
    }
}

static void
test_reporters (void)
{
  ImpFacts facts = scanner ();

  facts.reporters = 60;
  g_assert_cmpfloat (compute (&facts).people, ==, 60);
  g_assert_cmpfloat_with_epsilon (compute (&facts).hours, 200, EXACT);
}

static void
test_small_effort (void)
{
  ImpFacts facts = scanner ();
  double at_two;

  facts.answer[IMP_QUESTION_EFFORT].number = 2;
  at_two = compute (&facts).payback;
  facts.answer[IMP_QUESTION_EFFORT].number = 0.1;
  g_assert_cmpfloat (compute (&facts).payback, ==, at_two);
}

/* A median counts as the same number given by somebody, only less surely. */
static void
test_medians (void)
{
  ImpMedians medians = { { 45, 40, 5, 24 } };
  ImpFacts given = scanner (), none = { .irritation = IMP_IRRITATION_ANNOYING, .reporters = 1 };
  ImpImpact from_given = compute (&given), from_medians;

  imp_impact_compute (&none, &medians, &from_medians);
  g_assert_cmpfloat (from_medians.hours, ==, from_given.hours);
  g_assert_cmpfloat (from_medians.payback, ==, from_given.payback);
  g_assert_cmpfloat_with_epsilon (from_medians.spread, 1.4 * sqrt (3), EXACT);
}

static void
test_default_medians (void)
{
  ImpMedians medians = imp_medians_default ();

  for (ImpQuestion i = 0; i < IMP_N_QUESTIONS; i++)
    g_assert_cmpint (imp_answer_get_band (i, &(ImpAnswer) { 0, medians.value[i], 1 }), ==, 3);
}

static void
assert_more (const ImpImpact *less, const ImpImpact *more)
{
  g_assert_cmpfloat (more->hours, >, less->hours);
  g_assert_cmpfloat (more->impact, >, less->impact);
  g_assert_cmpfloat (more->payback, >, less->payback);
  g_assert_cmpfloat (more->low, >, less->low);
  g_assert_cmpfloat (more->high, >, less->high);
}

static void
test_monotone (void)
{
  for (ImpQuestion question = IMP_QUESTION_PEOPLE; question <= IMP_QUESTION_MINUTES; question++)
    for (int band = 1; band < IMP_N_BANDS; band++)
      {
        ImpFacts less = scanner (), more = scanner ();
        ImpImpact impact_less, impact_more;

        less.reporters = more.reporters = 1;
        less.answer[question] = (ImpAnswer) { band, 0, IMP_KNOWN_ONE };
        more.answer[question] = (ImpAnswer) { band + 1, 0, IMP_KNOWN_ONE };
        impact_less = compute (&less);
        impact_more = compute (&more);
        assert_more (&impact_less, &impact_more);
      }
}

static void
test_effort_only_lowers_payback (void)
{
  for (int band = 1; band < IMP_N_BANDS; band++)
    {
      ImpFacts less = scanner (), more = scanner ();

      less.answer[IMP_QUESTION_EFFORT] = (ImpAnswer) { band, 0, IMP_KNOWN_ONE };
      more.answer[IMP_QUESTION_EFFORT] = (ImpAnswer) { band + 1, 0, IMP_KNOWN_ONE };
      g_assert_cmpfloat (compute (&less).impact, ==, compute (&more).impact);
      g_assert_cmpfloat (compute (&less).payback, >, compute (&more).payback);
    }
}

/* The unit of a question scales every irritant alike, so that no rank hangs on it; and no question
 * weighs more than another. */
static void
test_unit_free (void)
{
  ImpFacts facts = scanner ();
  double hours = compute (&facts).hours;

  for (ImpQuestion question = IMP_QUESTION_PEOPLE; question <= IMP_QUESTION_MINUTES; question++)
    for (double factor = 2; factor < 1000; factor *= 3)
      {
        ImpFacts scaled = scanner ();

        scaled.answer[question].number *= factor;
        g_assert_cmpfloat_with_epsilon (compute (&scaled).hours / hours, factor, EXACT * factor);
        g_assert_cmpfloat_with_epsilon (compute (&scaled).high / compute (&facts).high, factor,
                                        EXACT * factor);
      }
}

static void
test_surer_is_narrower (void)
{
  for (ImpKnown known = IMP_KNOWN_MEASURED; known < IMP_KNOWN_GUESS; known++)
    {
      ImpFacts sure = scanner (), unsure = scanner ();

      sure.answer[IMP_QUESTION_MINUTES].known = known;
      unsure.answer[IMP_QUESTION_MINUTES].known = known + 1;
      g_assert_cmpfloat (compute (&sure).low, >, compute (&unsure).low);
      g_assert_cmpfloat (compute (&sure).high, <, compute (&unsure).high);
      g_assert_cmpfloat (compute (&sure).hours, ==, compute (&unsure).hours);
    }
}

static void
test_hours_back (void)
{
  ImpImpact before = { .hours = 150 }, after = { .hours = 30 };

  g_assert_cmpfloat (imp_impact_hours_back (&before, &after), ==, 120);
  g_assert_cmpfloat (imp_impact_hours_back (&after, &before), ==, 0);
}

static void
test_shrink (void)
{
  /* Weight 1 / (1 + 0.36): 40 x 3.75^0.7353 */
  g_assert_cmpfloat_with_epsilon (imp_impact_shrink (150, 0.6, log (40), 1), 105.7, 0.1);
  g_assert_cmpfloat_with_epsilon (imp_impact_shrink (150, 0, log (40), 1), 150, EXACT);
  g_assert_cmpfloat_with_epsilon (imp_impact_shrink (150, 0.6, log (40), 0), 40, EXACT);
  g_assert_cmpfloat_with_epsilon (imp_impact_shrink (40, 0.6, log (40), 1), 40, EXACT);
  g_assert_cmpfloat (imp_impact_shrink (10, 0.6, log (40), 1), >, 10);
  g_assert_cmpfloat (imp_impact_shrink (150, 0, log (40), 0), ==, 150);
  g_assert_cmpfloat (imp_impact_shrink (0, 0.6, log (40), 1), ==, 0);
}

/* 0.6 for the hours and 1.1 for the guess of the effort: sqrt (0.36 + 1.21) = 1.2530. Care makes
 * nothing less sure. */
static void
test_estimates (void)
{
  ImpFacts facts = scanner ();
  ImpImpact impact = compute (&facts);
  ImpEstimate of_impact = imp_impact_get_impact (&impact), hours = imp_impact_get_hours (&impact);
  ImpEstimate payback = imp_impact_get_payback (&impact);

  g_assert_cmpfloat_with_epsilon (of_impact.value, 187.5, EXACT);
  g_assert_cmpfloat_with_epsilon (of_impact.spread, 0.6, EXACT);
  g_assert_cmpfloat_with_epsilon (hours.value, 150, EXACT);
  g_assert_cmpfloat_with_epsilon (hours.spread, 0.6, EXACT);
  g_assert_cmpfloat_with_epsilon (payback.value, 7.8125, EXACT);
  g_assert_cmpfloat_with_epsilon (payback.spread, 1.2530, 0.0001);
}

/* Several colleagues' answers say themselves how unsure they are: 0.04 + 0.16 + 0.81 = 1.01. */
static void
test_own_spread (void)
{
  ImpFacts facts = scanner ();

  facts.spread[IMP_QUESTION_MINUTES] = 0.9;
  g_assert_cmpfloat (imp_facts_get_spread (&facts, IMP_QUESTION_MINUTES), ==, 0.9);
  g_assert_cmpfloat (imp_facts_get_spread (&facts, IMP_QUESTION_OFTEN), ==, 0.4);
  g_assert_cmpfloat_with_epsilon (compute (&facts).spread, sqrt (1.01), EXACT);
}

static void
test_ask_again (void)
{
  ImpFacts facts = scanner ();
  const ImpAnswer answers[3] = { [IMP_QUESTION_MINUTES] = number (1, IMP_KNOWN_ONE) };

  facts.spread[IMP_QUESTION_OFTEN] = facts.spread[IMP_QUESTION_MINUTES] = 0.9;
  imp_facts_ask_again (&facts, answers);
  g_assert_cmpfloat (compute (&facts).hours, ==, 30);
  g_assert_cmpfloat (imp_facts_get_spread (&facts, IMP_QUESTION_OFTEN), ==, 0.9);
  g_assert_cmpfloat (imp_facts_get_spread (&facts, IMP_QUESTION_MINUTES), ==, 0.7);
  g_assert_cmpint (facts.reporters, ==, 14);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/impact/numbers-by-hand", test_by_hand);
  g_test_add_func ("/model/impact/bands-by-hand", test_bands_by_hand);
  g_test_add_func ("/model/impact/care-is-at-most-three", test_care);
  g_test_add_func ("/model/impact/reporters-are-people", test_reporters);
  g_test_add_func ("/model/impact/effort-counts-from-two-hours", test_small_effort);
  g_test_add_func ("/model/impact/medians-stand-for-unknown", test_medians);
  g_test_add_func ("/model/impact/default-medians-are-middle-bands", test_default_medians);
  g_test_add_func ("/model/impact/monotone-in-each-answer", test_monotone);
  g_test_add_func ("/model/impact/effort-only-lowers-payback", test_effort_only_lowers_payback);
  g_test_add_func ("/model/impact/unit-free", test_unit_free);
  g_test_add_func ("/model/impact/surer-is-narrower", test_surer_is_narrower);
  g_test_add_func ("/model/impact/hours-back-are-never-negative", test_hours_back);
  g_test_add_func ("/model/impact/forecast-shrinks-to-the-mean", test_shrink);
  g_test_add_func ("/model/impact/estimates", test_estimates);
  g_test_add_func ("/model/impact/answers-say-how-unsure", test_own_spread);
  g_test_add_func ("/model/impact/asked-again", test_ask_again);
  return g_test_run ();
}
