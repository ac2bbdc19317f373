/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Answers of several colleagues as one: cases reckoned by hand, and what holds for any. */
#include "config.h"

#include "model/imp-voices.h"

#include <math.h>

#define MINUTES IMP_QUESTION_MINUTES

static ImpAnswer
say (double minutes)
{
  return (ImpAnswer) { .number = minutes, .known = IMP_KNOWN_ONE };
}

static ImpVoices
combine (const ImpAnswer *answers, gsize n)
{
  ImpVoices voices;

  imp_voices_init (&voices, MINUTES, answers, n, NULL);
  return voices;
}

#define COMBINE(...)                                                                               \
  combine ((const ImpAnswer[]) { __VA_ARGS__ },                                                    \
           sizeof ((const ImpAnswer[]) { __VA_ARGS__ }) / sizeof (ImpAnswer))

static void
test_nobody (void)
{
  ImpVoices voices = COMBINE ((ImpAnswer) { 0 }, (ImpAnswer) { .known = IMP_KNOWN_MEASURED });

  g_assert_false (imp_answer_is_known (&voices.answer));
  g_assert_cmpfloat (voices.spread, ==, 1.4);
  g_assert_cmpuint (voices.n_answers, ==, 0);
}

static void
test_one (void)
{
  ImpVoices voices = COMBINE ({ 3, 0, IMP_KNOWN_GUESS }, { 0 });

  g_assert_cmpint (voices.answer.band, ==, 3);
  g_assert_cmpint (voices.answer.known, ==, IMP_KNOWN_GUESS);
  g_assert_cmpfloat_with_epsilon (voices.spread, 1.1, 1e-12);
  g_assert_cmpuint (voices.n_answers, ==, 1);
}

static void
test_by_hand (void)
{
  /* Three who agree: 0.7 / sqrt (3) = 0.4041 */
  ImpVoices three = COMBINE (say (5), say (5), say (5));
  /* log 5 and log 20: variance (log 4)² / 2 = 0.9609, more than 0.49; sqrt (0.9609 / 2) = 0.6931.
   * Between them stand 10. */
  ImpVoices two = COMBINE (say (20), say (5));
  /* log 2, log 5, log 60: mean 2.1323, variance (2.0710 + 0.2734 + 3.8490) / 2 = 3.0967;
   * sqrt (3.0967 / 3) = 1.0160 */
  ImpVoices apart = COMBINE (say (60), say (2), say (5));

  g_assert_cmpfloat (three.answer.number, ==, 5);
  g_assert_cmpint (three.answer.known, ==, IMP_KNOWN_SEVERAL);
  g_assert_cmpfloat_with_epsilon (three.spread, 0.4041, 0.0001);
  g_assert_cmpfloat_with_epsilon (two.answer.number, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (two.spread, 0.6931, 0.0001);
  g_assert_cmpfloat (apart.answer.number, ==, 5);
  g_assert_cmpfloat_with_epsilon (apart.spread, 1.0160, 0.0001);
  g_assert_cmpfloat (apart.lowest, ==, 2);
  g_assert_cmpfloat (apart.highest, ==, 60);
}

static void
test_bounds (void)
{
  ImpAnswer many[30];
  ImpVoices far = COMBINE (say (0.01), say (1000));

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = say (5);
  g_assert_cmpfloat (combine (many, 30).spread, ==, 0.4);
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i].known = IMP_KNOWN_MEASURED;
  g_assert_cmpfloat (combine (many, 30).spread, ==, 0.2);
  g_assert_cmpfloat (far.spread, ==, 1.4);
}

static void
test_measured_outweighs (void)
{
  ImpVoices voices =
      COMBINE (say (30), say (30), { .number = 7, .known = IMP_KNOWN_MEASURED }, say (30));

  g_assert_cmpfloat (voices.answer.number, ==, 7);
  g_assert_cmpint (voices.answer.known, ==, IMP_KNOWN_MEASURED);
  g_assert_cmpfloat_with_epsilon (voices.spread, 0.2, 1e-12);
  g_assert_cmpuint (voices.n_answers, ==, 1);
}

/* Two measurements that differ are not as sure as one: log (20 / 5)² / 2 as above. */
static void
test_measurements_differ (void)
{
  ImpVoices voices = COMBINE ({ 0, 5, IMP_KNOWN_MEASURED }, { 0, 20, IMP_KNOWN_MEASURED });

  g_assert_cmpfloat_with_epsilon (voices.answer.number, 10, 1e-9);
  g_assert_cmpint (voices.answer.known, ==, IMP_KNOWN_MEASURED);
  g_assert_cmpfloat_with_epsilon (voices.spread, 0.6931, 0.0001);
}

static void
test_bands_stay (void)
{
  ImpVoices same = COMBINE ({ 3, 0, IMP_KNOWN_ONE }, { 3, 0, IMP_KNOWN_ONE });
  ImpVoices odd =
      COMBINE ({ 2, 0, IMP_KNOWN_ONE }, { 4, 0, IMP_KNOWN_ONE }, { 3, 0, IMP_KNOWN_ONE });

  g_assert_cmpint (same.answer.band, ==, 3);
  g_assert_cmpint (same.answer.known, ==, IMP_KNOWN_SEVERAL);
  g_assert_cmpint (odd.answer.band, ==, 3);
}

static void
test_learned (void)
{
  ImpLearned learned;
  ImpVoices voices;
  const ImpAnswer answers[] = { say (5), say (5) };

  imp_learned_init (&learned, NULL, 0);
  learned.spread[IMP_KNOWN_ONE] = 0.9;
  imp_voices_init (&voices, MINUTES, answers, 2, &learned);
  /* 0.9 / sqrt (2) */
  g_assert_cmpfloat_with_epsilon (voices.spread, 0.6364, 0.0001);
}

static void
test_facts (void)
{
  ImpVoices voices = COMBINE (say (5), say (20));
  ImpFacts facts = { .reporters = 1 };

  g_assert_true (imp_voices_enter (&voices, MINUTES, &facts));
  g_assert_cmpfloat_with_epsilon (imp_answer_get_value (MINUTES, &facts.answer[MINUTES]), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (imp_facts_get_spread (&facts, MINUTES), 0.6931, 0.0001);
}

/* What stands on the page, of how it is known, beside two colleagues who told us 5 and 20. */
static gboolean
is_heard (ImpKnown told, ImpKnown decided)
{
  ImpVoices voices = COMBINE ({ 0, 5, told }, { 0, 20, told });
  ImpFacts facts = { .answer[MINUTES] = { 0, 3, decided }, .reporters = 1 };
  gboolean heard = imp_voices_enter (&voices, MINUTES, &facts);

  g_assert_cmpfloat_with_epsilon (facts.answer[MINUTES].number, heard ? 10 : 3, 1e-9);
  g_assert_true (heard == (facts.spread[MINUTES] > 0));
  return heard;
}

static void
test_better_known_goes_before (void)
{
  g_assert_true (is_heard (IMP_KNOWN_MEASURED, IMP_KNOWN_SEVERAL));
  g_assert_false (is_heard (IMP_KNOWN_MEASURED, IMP_KNOWN_MEASURED));
  g_assert_true (is_heard (IMP_KNOWN_ONE, IMP_KNOWN_ONE)); /* two make several */
  g_assert_false (is_heard (IMP_KNOWN_ONE, IMP_KNOWN_SEVERAL));
  g_assert_true (is_heard (IMP_KNOWN_GUESS, 0)); /* which is a guess */
}

static void
test_nothing_heard (void)
{
  ImpVoices nobody = COMBINE ((ImpAnswer) { 0 });
  ImpFacts facts = { .answer[MINUTES] = { 0, 3, IMP_KNOWN_GUESS }, .reporters = 1 };

  g_assert_false (imp_voices_enter (&nobody, MINUTES, &facts));
  g_assert_cmpfloat (facts.answer[MINUTES].number, ==, 3);
}

static void
assert_says (const ImpVoices *voices, const char *expected)
{
  g_autofree char *said = imp_voices_to_words (voices, MINUTES);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_words (void)
{
  ImpVoices one = COMBINE (say (5)), apart = COMBINE (say (60), say (2), say (5));
  ImpVoices agree = COMBINE (say (5), say (5));

  assert_says (&one, NULL);
  assert_says (&apart, "The middle of 3 answers, from 2\u00a0minutes to 60\u00a0minutes");
  assert_says (&agree, "2 answers, all of them 5\u00a0minutes");
}

/* For any answers: no matter who came first; between the lowest and the highest; more of one
 * answer is not less of all; in seconds the same as in minutes. */
static void
test_holds_for_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);

  for (int i = 0; i < 1000; i++)
    {
      ImpAnswer answers[9], turned[9], more[9], seconds[9];
      gsize n = (gsize) g_rand_int_range (rand, 1, 10);
      gsize raised = (gsize) g_rand_int_range (rand, 0, (gint32) n);
      ImpVoices voices;

      for (gsize j = 0; j < n; j++)
        {
          answers[j] = more[j] = seconds[j] = turned[n - 1 - j] =
              say (exp (g_rand_double_range (rand, -1, 5)));
          seconds[j].number *= 60;
        }
      more[raised].number *= 1 + g_rand_double (rand);
      voices = combine (answers, n);
      g_assert_cmpfloat (combine (turned, n).answer.number, ==, voices.answer.number);
      g_assert_cmpfloat_with_epsilon (combine (turned, n).spread, voices.spread, 1e-9);
      g_assert_cmpfloat (combine (more, n).answer.number, >=, voices.answer.number);
      g_assert_cmpfloat_with_epsilon (combine (seconds, n).answer.number / voices.answer.number, 60,
                                      1e-9);
      g_assert_cmpfloat_with_epsilon (combine (seconds, n).spread, voices.spread, 1e-9);
      g_assert_true (voices.lowest <= voices.answer.number
                     && voices.answer.number <= voices.highest);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/voices/nobody-knows", test_nobody);
  g_test_add_func ("/model/voices/one-stays-as-it-is", test_one);
  g_test_add_func ("/model/voices/by-hand", test_by_hand);
  g_test_add_func ("/model/voices/bounds", test_bounds);
  g_test_add_func ("/model/voices/measured-outweighs", test_measured_outweighs);
  g_test_add_func ("/model/voices/measurements-differ", test_measurements_differ);
  g_test_add_func ("/model/voices/bands-stay", test_bands_stay);
  g_test_add_func ("/model/voices/learned", test_learned);
  g_test_add_func ("/model/voices/facts", test_facts);
  g_test_add_func ("/model/voices/better-known-goes-before", test_better_known_goes_before);
  g_test_add_func ("/model/voices/nothing-heard", test_nothing_heard);
  g_test_add_func ("/model/voices/words", test_words);
  g_test_add_func ("/model/voices/holds-for-any", test_holds_for_any);
  return g_test_run ();
}
