/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is worth asking: by hand, and what holds for any. */
#include "config.h"

#include "model/imp-asking.h"

#include <math.h>
#include <string.h>

static ImpRank *
rank_values (const double *values, const double *spreads, guint n)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (ImpRankEntry));

  for (guint32 i = 0; i < n; i++)
    {
      ImpUuid uuid = { { (guint8) i } };
      ImpRankEntry entry =
          imp_rank_entry (i, imp_rank_get_tie (&uuid),
                          &(ImpEstimate) { values[i], spreads != NULL ? spreads[i] : 1 });

      g_array_append_val (entries, entry);
    }
  return imp_rank_new (entries);
}

static void
test_cut (void)
{
  double values[] = { 4096, 2048, 1024, 512, 256, 128, 64, 32, 16, 8, 2, 1 };
  g_autoptr (ImpRank) twelve = rank_values (values, NULL, 12), four = rank_values (values, NULL, 4);
  g_autoptr (ImpRank) one = rank_values (values, NULL, 1), none = rank_values (NULL, NULL, 0);
  double many_values[30];
  g_autoptr (ImpRank) many = NULL;

  for (guint i = 0; i < 30; i++)
    many_values[i] = exp (-(double) i);
  many = rank_values (many_values, NULL, 30);
  /* Between the sixth, 128, and the seventh, 64; between 2048 and 1024; between exp (-9) and
   * exp (-10). */
  g_assert_cmpfloat_with_epsilon (imp_asking_get_cut (twelve), log (sqrt (128 * 64)), 1e-6);
  g_assert_cmpfloat_with_epsilon (imp_asking_get_cut (four), log (sqrt (2048 * 1024)), 1e-6);
  g_assert_cmpfloat_with_epsilon (imp_asking_get_cut (one), log (4096), 1e-6);
  g_assert_cmpfloat (imp_asking_get_cut (none), ==, 0);
  g_assert_cmpfloat_with_epsilon (imp_asking_get_cut (many), -9.5, 1e-6);
}

static void
test_value_by_hand (void)
{
  /* A guess at the cut: t = sqrt (1.21 - 0.04) = 1.0817, x phi (0) = 0.39894: 0.4315.
   * One t away: phi (1) - 1 x Phi (-1) = 0.24197 - 0.15866 = 0.08332, x 1.0817: 0.0901. */
  g_assert_cmpfloat_with_epsilon (imp_asking_get_value (0, 1.1), 0.4315, 0.0001);
  g_assert_cmpfloat_with_epsilon (imp_asking_get_value (1.0817, 1.1), 0.0901, 0.0001);
  g_assert_cmpfloat_with_epsilon (imp_asking_get_value (-1.0817, 1.1), 0.0901, 0.0001);
  g_assert_cmpfloat (imp_asking_get_value (0, 0.2), ==, 0);
  g_assert_cmpfloat (imp_asking_get_value (40, 1.1), <, 1e-12);
}

static void
test_value_holds_for_any (void)
{
  for (double distance = 0; distance < 5; distance += 0.25)
    for (double spread = 0.2; spread < 2.5; spread += 0.1)
      {
        double value = imp_asking_get_value (distance, spread);

        g_assert_cmpfloat (value, >=, 0);
        g_assert_cmpfloat (imp_asking_get_value (distance, spread + 0.1), >=, value);
        g_assert_cmpfloat (imp_asking_get_value (distance + 0.1, spread), <=, value);
      }
}

static ImpAsking
choose (const char *people, const char *often, const char *minutes, ImpFacts *facts)
{
  ImpMedians medians = imp_medians_default ();
  ImpImpact impact;

  *facts = (ImpFacts) { .reporters = 1 };
  g_assert_true (imp_answer_parse (IMP_QUESTION_PEOPLE, people, &facts->answer[0]));
  g_assert_true (imp_answer_parse (IMP_QUESTION_OFTEN, often, &facts->answer[1]));
  g_assert_true (imp_answer_parse (IMP_QUESTION_MINUTES, minutes, &facts->answer[2]));
  imp_impact_compute (facts, &medians, &impact);
  return imp_asking_choose (facts, &impact, log (impact.impact));
}

static void
assert_asks (const char *people,
             const char *often,
             const char *minutes,
             const char *words,
             const char *reason)
{
  ImpFacts facts;
  ImpAsking asking = choose (people, often, minutes, &facts);

  g_assert_cmpstr (imp_asking_get_words (&asking), ==, words);
  g_assert_cmpstr (imp_asking_get_reason (&asking, &facts), ==, reason);
}

static void
test_choice (void)
{
  assert_asks ("45 measured", "40 several", "5 several", "Time it once",
               "Nobody has measured the minutes yet");
  assert_asks ("45 one", "40 guess", "5 one", "Count for a week how often it happens",
               "Nobody has counted how often yet");
  assert_asks (NULL, "40 guess", "5 one", "Count whom it happens to",
               "Nobody has said yet how many people");
  assert_asks (NULL, NULL, NULL, "Time it once", "Nobody has said yet how many minutes");
  assert_asks ("45 measured", "40 measured", "5 measured", "Time it once", "All of it is measured");
}

static void
test_measurements_differ (void)
{
  ImpFacts facts;
  ImpAsking asking = choose ("45 measured", "40 measured", "5 measured", &facts);
  ImpImpact impact = { .impact = 187.5 };

  g_assert_cmpfloat (asking.value, ==, 0);
  facts.spread[IMP_QUESTION_OFTEN] = 0.69;
  asking = imp_asking_choose (&facts, &impact, log (150));
  g_assert_cmpint (asking.question, ==, IMP_QUESTION_OFTEN);
  g_assert_cmpfloat (asking.value, >, 0);
  g_assert_cmpstr (imp_asking_get_reason (&asking, &facts), ==, "The measurements differ");
}

/* The cut lies between 200 and 100. Least is known of the third; the second is nearer to it than
 * the fourth, and as little known; the first is measured. */
static void
test_find (void)
{
  const double values[] = { 180, 200, 100, 20 }, spreads[] = { 0.2, 0.7, 1.4, 0.7 };
  g_autoptr (ImpRank) rank = rank_values (values, spreads, 4);
  g_autoptr (GArray) three = imp_asking_find (rank, 3), all = imp_asking_find (rank, 9);
  g_autoptr (GArray) none = imp_asking_find (rank, 0);
  const guint expected[] = { 2, 0, 3, 1 };

  g_assert_cmpmem (three->data, three->len * sizeof (guint), expected, 3 * sizeof (guint));
  g_assert_cmpmem (all->data, all->len * sizeof (guint), expected, 4 * sizeof (guint));
  g_assert_cmpuint (none->len, ==, 0);
}

/* They have no place to be far from the cut: they come behind, in their order. */
static void
test_find_unasked (void)
{
  const double values[] = { 180,
                            200,
                            100,
                            20,
                            imp_rank_get_unasked_value (1, 0),
                            imp_rank_get_unasked_value (3, 0),
                            imp_rank_get_unasked_value (2, 0) };
  const double spreads[] = { 0.2, 0.7, 1.4, 0.7, 2.4, 2.4, 2.4 };
  g_autoptr (ImpRank) rank = rank_values (values, spreads, 7);
  g_autoptr (ImpRank) four = rank_values (values, spreads, 4);
  g_autoptr (GArray) two = imp_asking_find (rank, 2), all = imp_asking_find (rank, 9);
  const guint of_two[] = { 2, 0, 4, 5 }, of_all[] = { 2, 0, 3, 1, 4, 5, 6 };

  g_assert_cmpmem (two->data, two->len * sizeof (guint), of_two, sizeof of_two);
  g_assert_cmpmem (all->data, all->len * sizeof (guint), of_all, sizeof of_all);
  g_assert_cmpfloat (imp_asking_get_cut (rank), ==, imp_asking_get_cut (four));
}

static void
test_find_among (void)
{
  const double values[] = { 180, 200, 100, 20 }, spreads[] = { 0.2, 0.7, 1.4, 0.7 };
  g_autoptr (ImpRank) rank = rank_values (values, spreads, 4);
  g_autoptr (GByteArray) among = g_byte_array_new ();
  g_autoptr (GArray) found = NULL, none = NULL;
  const guint expected[] = { 0, 3 };
  guint n;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n);

  none = imp_asking_find_among (rank, among, 3);
  g_assert_cmpuint (none->len, ==, 0);
  g_byte_array_set_size (among, 8);
  memset (among->data, 0, among->len);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    among->data[entries[expected[i]].item] = 1;
  found = imp_asking_find_among (rank, among, 3);
  g_assert_cmpmem (found->data, found->len * sizeof (guint), expected, sizeof expected);
}

/* Of one irritant each question comes once, the least known first; skipping one asks the next. */
static void
test_next (void)
{
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (ImpAsked));
  static const ImpQuestion expected[] = { IMP_QUESTION_PEOPLE, IMP_QUESTION_OFTEN,
                                          IMP_QUESTION_MINUTES };
  ImpFacts facts;
  const ImpImpact impact = { .impact = 100 };

  choose (NULL, "40 guess", "5 one", &facts);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ImpAsking asking =
          imp_asking_choose_next (&facts, &impact, log (100), imp_asked_get_questions (asked, 7));

      g_assert_cmpint (asking.question, ==, expected[i]);
      g_assert_cmpfloat (asking.value, >, 0);
      imp_asked_add (asked, 7, asking.question);
    }
  g_assert_cmpuint (asked->len, ==, 1);
  g_assert_cmpuint (imp_asked_get_questions (asked, 8), ==, 0);
  g_assert_cmpuint (imp_asked_get_questions (NULL, 7), ==, 0);
  g_assert_cmpfloat (imp_asking_choose_next (&facts, &impact, log (100), 7).value, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/asking/cut", test_cut);
  g_test_add_func ("/model/asking/value-by-hand", test_value_by_hand);
  g_test_add_func ("/model/asking/value-holds-for-any", test_value_holds_for_any);
  g_test_add_func ("/model/asking/choice", test_choice);
  g_test_add_func ("/model/asking/measurements-differ", test_measurements_differ);
  g_test_add_func ("/model/asking/find", test_find);
  g_test_add_func ("/model/asking/find-unasked", test_find_unasked);
  g_test_add_func ("/model/asking/find-among", test_find_among);
  g_test_add_func ("/model/asking/next", test_next);
  return g_test_run ();
}
