/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What irritants can be ranked by: the handheld scanner reckoned by hand, and what holds for any. */
#include "config.h"

#include "model/imp-measure.h"

#include <math.h>

/* 45 people, twice a day, 5 minutes: 150 hours, care 1.25; three days of work. */
static ImpFacts
scanner (void)
{
  return (ImpFacts) {
    .answer = { { 0, 45, IMP_KNOWN_MEASURED },
                { 0, 40, IMP_KNOWN_SEVERAL },
                { 0, 5, IMP_KNOWN_ONE },
                { 0, 24, IMP_KNOWN_GUESS } },
    .irritation = IMP_IRRITATION_ANNOYING,
    .reporters = 14,
  };
}

static ImpEstimate
reckon (ImpMeasure measure, const ImpFacts *facts)
{
  ImpMedians medians = imp_medians_default ();
  ImpImpact impact;

  imp_impact_compute (facts, &medians, &impact);
  return imp_measure_reckon (measure, facts, &impact);
}

static void
test_by_hand (void)
{
  static const double expected[IMP_N_MEASURES] = {
    [IMP_MEASURE_IMPACT] = 187.5,
    [IMP_MEASURE_PAYBACK] = 7.8125,
    [IMP_MEASURE_HOURS] = 150,
    [IMP_MEASURE_VOICES] = 14,
    /* 45 people; 200 minutes each: 2; one person told us the minutes: 80 %; 24 / 160 = 0.15:
     * 45 x 2 x 0.8 / 0.15 */
    [IMP_MEASURE_RICE] = 480,
    /* 1 + 9 x log10 (187.5) / 3 = 7.819; 8; 10 - 9 x log (12) / log (240) = 5.919 */
    [IMP_MEASURE_ICE] = 370.2,
    /* 150 / 0.6 weeks */
    [IMP_MEASURE_COST_OF_DELAY] = 250,
    /* 150 hours: 8; annoying: 3; not seen: 1; 24 h are nearer to a week than to a day or
     * two: 5. 12 / 5 */
    [IMP_MEASURE_WSJF] = 2.4,
  };
  ImpFacts facts = scanner ();

  for (ImpMeasure i = IMP_MEASURE_IMPACT; i < IMP_N_MEASURES; i++)
    g_assert_cmpfloat_with_epsilon (reckon (i, &facts).value, expected[i], 0.1);
}

/* sqrt (0.04 + 0.16 + 0.49) = 0.8307; with the effort's 1.21: 1.3784. */
static void
test_spreads (void)
{
  ImpFacts facts = scanner ();

  g_assert_cmpfloat_with_epsilon (reckon (IMP_MEASURE_IMPACT, &facts).spread, 0.8307, 0.0001);
  g_assert_cmpfloat_with_epsilon (reckon (IMP_MEASURE_HOURS, &facts).spread, 0.8307, 0.0001);
  g_assert_cmpfloat_with_epsilon (reckon (IMP_MEASURE_PAYBACK, &facts).spread, 1.3784, 0.0001);
  g_assert_cmpfloat_with_epsilon (reckon (IMP_MEASURE_COST_OF_DELAY, &facts).spread, 1.3784,
                                  0.0001);
  g_assert_cmpfloat (reckon (IMP_MEASURE_VOICES, &facts).spread, ==, 0);
  g_assert_cmpfloat (reckon (IMP_MEASURE_WSJF, &facts).spread, ==, 0);
}

static void
test_confidence (void)
{
  ImpFacts facts = scanner ();
  double one = reckon (IMP_MEASURE_RICE, &facts).value;

  facts.answer[IMP_QUESTION_MINUTES].known = IMP_KNOWN_SEVERAL;
  g_assert_cmpfloat_with_epsilon (reckon (IMP_MEASURE_RICE, &facts).value / one, 1.25, 1e-9);
  facts.answer[IMP_QUESTION_PEOPLE].known = IMP_KNOWN_GUESS;
  g_assert_cmpfloat_with_epsilon (reckon (IMP_MEASURE_RICE, &facts).value / one, 0.625, 1e-9);
}

/* More people, oftener, longer: never less by any measure. More work: never more. */
static void
test_monotone (void)
{
  for (ImpMeasure i = IMP_MEASURE_IMPACT; i < IMP_N_MEASURES; i++)
    for (ImpQuestion q = 0; q < IMP_N_QUESTIONS; q++)
      for (int band = 1; band < IMP_N_BANDS; band++)
        {
          ImpFacts less = scanner (), more = scanner ();

          less.answer[q] = (ImpAnswer) { band, 0, IMP_KNOWN_ONE };
          more.answer[q] = (ImpAnswer) { band + 1, 0, IMP_KNOWN_ONE };
          if (q == IMP_QUESTION_EFFORT)
            g_assert_cmpfloat (reckon (i, &more).value, <=, reckon (i, &less).value);
          else
            g_assert_cmpfloat (reckon (i, &more).value, >=, reckon (i, &less).value);
        }
}

static void
test_care (void)
{
  static const ImpMeasure careful[] = { IMP_MEASURE_IMPACT, IMP_MEASURE_PAYBACK, IMP_MEASURE_ICE,
                                        IMP_MEASURE_WSJF };

  for (guint i = 0; i < G_N_ELEMENTS (careful); i++)
    {
      ImpFacts seen = scanner (), irritating = scanner (), facts = scanner ();

      seen.customers_see_it = TRUE;
      irritating.irritation = IMP_IRRITATION_UNBEARABLE;
      g_assert_cmpfloat (reckon (careful[i], &seen).value, >, reckon (careful[i], &facts).value);
      g_assert_cmpfloat (reckon (careful[i], &irritating).value, >,
                         reckon (careful[i], &facts).value);
    }
}

/* Whatever is not known, and however far out: a number above 0 that can be ranked. */
static void
test_any_answers (void)
{
  ImpFacts nothing = { .reporters = 1 }, huge = scanner (), tiny = scanner ();

  for (ImpQuestion q = 0; q < IMP_N_QUESTIONS; q++)
    {
      huge.answer[q].number = IMP_ANSWER_MAX;
      tiny.answer[q].number = IMP_ANSWER_MIN;
    }
  for (ImpMeasure i = IMP_MEASURE_IMPACT; i < IMP_N_MEASURES; i++)
    {
      g_assert_true (reckon (i, &nothing).value > 0 && isfinite (reckon (i, &nothing).value));
      g_assert_true (reckon (i, &huge).value > 0 && isfinite (reckon (i, &huge).value));
      g_assert_true (reckon (i, &tiny).value > 0 && isfinite (reckon (i, &tiny).value));
    }
}

static void
test_words (void)
{
  for (ImpMeasure i = IMP_MEASURE_IMPACT; i < IMP_N_MEASURES; i++)
    {
      g_assert_cmpint (imp_measure_from_nick (imp_measure_get_nick (i)), ==, i);
      g_assert_cmpstr (imp_measure_get_label (i), !=, "");
      g_assert_true (g_str_has_suffix (imp_measure_get_definition (i), "."));
    }
  g_assert_cmpint (imp_measure_from_nick ("importance"), ==, 0);
  g_assert_cmpint (imp_measure_from_nick (NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/measure/by-hand", test_by_hand);
  g_test_add_func ("/model/measure/spreads", test_spreads);
  g_test_add_func ("/model/measure/confidence", test_confidence);
  g_test_add_func ("/model/measure/monotone", test_monotone);
  g_test_add_func ("/model/measure/care", test_care);
  g_test_add_func ("/model/measure/any-answers", test_any_answers);
  g_test_add_func ("/model/measure/words", test_words);
  return g_test_run ();
}
