/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why a rank: the top of a backlog reckoned by hand. A ~ stands for a no-break space. */
#include "config.h"

#include "model/imp-explanation-words.h"

#include <math.h>

typedef struct
{
  const char *title, *people, *often, *minutes;
  ImpIrritation irritation;
  gboolean customers_see_it;
} Row;

/* hours x care = impact, spread
 * 108 x 2.25 = 243, sqrt (3 x 0.16) = 0.693    150 x 1.25 = 187.5, sqrt (0.04 + 0.32) = 0.6
 * 92 x 2 = 184, 0.693                          60 x 1.5 = 90, sqrt (0.08 + 0.16) = 0.490
 * 56 x 1.5 = 84, 0.693                         60 x 1.25 = 75, 0.693
 * 22 x 1.5 = 33, 0.490                         3 x 1 = 3, sqrt (3 x 1.21) = 1.905
 * The leader 243 is ahead of 90 (0.993 >= 0.6745 x 0.849 = 0.572), not of 184; 90 is ahead of 33
 * (1.003 >= 0.6745 x 0.693 = 0.467), not of 75; 33 is ahead of 3 (2.40 >= 0.6745 x 1.967). */
static const Row rows[] = {
  { "Till freezes", "36 several", "30 several", "6 several", IMP_IRRITATION_STRONG, TRUE },
  { "Scanner signs out", "45 measured", "40 several", "5 several", IMP_IRRITATION_ANNOYING, FALSE },
  { "Expense form", "46 several", "20 several", "6 several", IMP_IRRITATION_UNBEARABLE, FALSE },
  { "Badge reader", "30 measured", "40 measured", "3 several", IMP_IRRITATION_STRONG, FALSE },
  { "Scanner profile", "42 several", "20 several", "4 several", IMP_IRRITATION_STRONG, FALSE },
  { "Delivery notes", "30 several", "30 several", "4 several", IMP_IRRITATION_ANNOYING, FALSE },
  { "Shelf labels", "22 measured", "20 measured", "3 several", IMP_IRRITATION_STRONG, FALSE },
  { "Rota", "9 guess", "10 guess", "2 guess", IMP_IRRITATION_MILD, FALSE },
};

static ImpFacts
read_row (const Row *row, ImpImpact *impact)
{
  ImpFacts facts = { .irritation = row->irritation,
                     .customers_see_it = row->customers_see_it,
                     .reporters = 1 };
  ImpMedians medians = imp_medians_default ();

  g_assert_true (imp_answer_parse (IMP_QUESTION_PEOPLE, row->people, &facts.answer[0]));
  g_assert_true (imp_answer_parse (IMP_QUESTION_OFTEN, row->often, &facts.answer[1]));
  g_assert_true (imp_answer_parse (IMP_QUESTION_MINUTES, row->minutes, &facts.answer[2]));
  imp_impact_compute (&facts, &medians, impact);
  return facts;
}

static ImpExplanation *
explain (const Row *table, guint n, guint position)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (ImpRankEntry));
  g_autoptr (ImpRank) rank = NULL;
  ImpExplanation *self;
  ImpImpact impact;

  for (guint32 i = 0; i < n; i++)
    {
      ImpUuid uuid = { { (guint8) i } };
      ImpEstimate estimate;

      read_row (&table[i], &impact);
      estimate = imp_impact_get_impact (&impact);
      g_array_append_vals (
          entries, (ImpRankEntry[]) { imp_rank_entry (i, imp_rank_get_tie (&uuid), &estimate) }, 1);
    }
  rank = imp_rank_new (entries);
  self = imp_explanation_new (rank, position, 0.93);
  for (guint i = 0; i < self->standings->len; i++)
    {
      const Row *row = &table[((ImpStanding *) g_ptr_array_index (self->standings, i))->item];
      ImpFacts facts = read_row (row, &impact);

      imp_explanation_describe (self, i, row->title, &facts, &impact);
    }
  return self;
}

static char *
show_no_break (char *text)
{
  g_autofree char *owned = text;
  g_auto (GStrv) parts = g_strsplit (owned, "\u00a0", -1);

  return g_strjoinv ("~", parts);
}

static void
assert_says (char *said, const char *expected)
{
  g_autofree char *shown = show_no_break (said);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_data (void)
{
  g_autoptr (ImpExplanation) self = explain (rows, G_N_ELEMENTS (rows), 1);
  ImpAsking asking = imp_explanation_get_asking (self);

  g_assert_cmpuint (self->standings->len, ==, 6);
  g_assert_cmpuint (self->own, ==, 1);
  g_assert_cmpuint (self->n_ranked, ==, 8);
  g_assert_cmpuint (self->group_first, ==, 1);
  g_assert_cmpuint (self->group_last, ==, 3);
  g_assert_cmpstr (imp_explanation_get_own (self)->title, ==, "Scanner signs out");
  g_assert_cmpuint (imp_explanation_get_own (self)->rank, ==, 2);
  g_assert_cmpstr (imp_explanation_get_ahead (self)->title, ==, "Till freezes");
  g_assert_cmpstr (imp_explanation_get_behind (self)->title, ==, "Badge reader");
  g_assert_true (imp_explanation_get_behind (self)->leads);
  g_assert_cmpint (asking.question, ==, IMP_QUESTION_MINUTES);
}

/* log (243 / 187.5) = 0.2593, / sqrt (0.48 + 0.36) = 0.2829, Phi = 0.611; log (187.5 / 90) =
 * 0.7340, / sqrt (0.36 + 0.24) = 0.9476, Phi = 0.828. */
static void
test_chances (void)
{
  g_autoptr (ImpExplanation) self = explain (rows, G_N_ELEMENTS (rows), 1);
  const ImpStanding *own = imp_explanation_get_own (self);

  g_assert_cmpfloat_with_epsilon (imp_standing_get_chance (imp_explanation_get_ahead (self), own),
                                  0.611, 0.001);
  g_assert_cmpfloat_with_epsilon (imp_standing_get_chance (own, imp_explanation_get_behind (self)),
                                  0.828, 0.001);
}

/* As much as the till: 5 x 243 / 187.5 = 6.48 minutes; as much as the badge reader: 5 x 90 / 187.5
 * = 2.4. The minutes are between 5 / exp (0.512) = 3.0 and 8.3, so the second is out of reach. */
static void
test_turning_points (void)
{
  g_autoptr (ImpExplanation) self = explain (rows, G_N_ELEMENTS (rows), 1);
  const ImpStanding *ahead = imp_explanation_get_ahead (self);
  const ImpStanding *behind = imp_explanation_get_behind (self);

  g_assert_cmpfloat_with_epsilon (
      imp_explanation_get_turning_point (self, IMP_QUESTION_MINUTES, ahead), 6.48, 1e-9);
  g_assert_cmpfloat (imp_explanation_get_turning_point (self, IMP_QUESTION_MINUTES, behind), ==, 0);
  /* 45 x 1.296 = 58.3 people, but they are measured: at most 45 x exp (0.256) = 58.1. */
  g_assert_cmpfloat (imp_explanation_get_turning_point (self, IMP_QUESTION_PEOPLE, ahead), ==, 0);
}

static void
test_in_words (void)
{
  g_autoptr (ImpExplanation) self = explain (rows, G_N_ELEMENTS (rows), 1);

  assert_says (imp_explanation_say_reckoning (self),
               "45~people (measured) × 40~times a month (several people told us) × 5~minutes "
               "(several people told us) ÷ 60 = 150~h a month, 70 to 320.");
  assert_says (imp_explanation_say_care (self), "Care 1.25: annoying (1.25) × customers do not see "
                                                "it (1). 150 × 1.25, about 190.");
  assert_says (imp_explanation_say_comparison (self),
               "“Till freezes” stands ahead: fewer hours, 110, but it irritates more and customers "
               "see it. The chance of that is only 61 in 100, so 1 to 3 count as about the same. "
               "“Badge reader” is the first that clearly comes after it, with 83 chances in 100.");
  assert_says (imp_explanation_say_change (self),
               "Time it once. Nobody has measured the minutes yet. From about 7~minutes each time "
               "on it would stand before “Till freezes”.");
}

static void
test_at_the_ends (void)
{
  g_autoptr (ImpExplanation) first = explain (rows, G_N_ELEMENTS (rows), 0);
  g_autoptr (ImpExplanation) last = explain (rows, G_N_ELEMENTS (rows), 7);
  g_autoptr (ImpExplanation) only = explain (rows, 1, 0);

  /* log (243 / 90) = 0.9933, / sqrt (0.72) = 1.1706, Phi = 0.879 */
  assert_says (imp_explanation_say_comparison (first),
               "Nothing stands ahead of it. 1 to 3 count as about the same. “Badge reader” is the "
               "first that clearly comes after it, with 88 chances in 100.");
  /* log (33 / 3) = 2.398, / sqrt (0.24 + 3.63) = 1.219, Phi = 0.889 */
  assert_says (imp_explanation_say_comparison (last),
               "“Shelf labels” stands ahead: more hours, 22. The chance of that is 89 in 100.");
  assert_says (imp_explanation_say_comparison (only), "Nothing stands ahead of it.");
  g_assert_cmpuint (only->standings->len, ==, 1);
}

static ImpReason
compare (double hours, double care, double other_hours, double other_care)
{
  ImpStanding ahead = { .impact = { .hours = hours, .care = care } };
  ImpStanding behind = { .impact = { .hours = other_hours, .care = other_care } };

  return imp_standing_get_reason (&ahead, &behind);
}

static void
test_reasons (void)
{
  g_assert_cmpint (compare (150, 1, 110, 1), ==, IMP_REASON_MORE_HOURS);
  g_assert_cmpint (compare (150, 2, 110, 1), ==, IMP_REASON_MORE_HOURS);
  g_assert_cmpint (compare (151, 1, 149, 1), ==, IMP_REASON_MORE_HOURS);
  g_assert_cmpint (compare (150, 1, 90, 1.5), ==, IMP_REASON_MORE_HOURS_LESS_CARE);
  g_assert_cmpint (compare (150, 1.5, 151, 1), ==, IMP_REASON_SAME_HOURS_MORE_CARE);
  g_assert_cmpint (compare (110, 2, 150, 1), ==, IMP_REASON_FEWER_HOURS_MORE_CARE);
  g_assert_cmpint (compare (150, 1, 150, 1), ==, IMP_REASON_SAME);
}

static void
test_reasons_in_words (void)
{
  static const Row pairs[][2] = {
    { { "A", "60 one", "20 one", "10 one", IMP_IRRITATION_MILD, FALSE },
      { "B", "30 one", "20 one", "10 one", IMP_IRRITATION_MILD, TRUE } },
    { { "A", "60 one", "20 one", "10 one", IMP_IRRITATION_STRONG, FALSE },
      { "B", "60 one", "20 one", "10 one", 0, FALSE } },
    { { "A", "60 one", "20 one", "10 one", 0, FALSE },
      { "B", "60 one", "20 one", "10 one", IMP_IRRITATION_MILD, FALSE } },
  };
  /* 200 against 150: log 1.333 / 0.7 x sqrt (6) = 0.168, Phi = 0.567; 300 against 200: 0.594. */
  static const char *const said[] = {
    "“A” stands ahead: more hours, 200, though customers do not see it. The chance of that is only "
    "57 in 100, so 1 to 2 count as about the same.",
    "“A” stands ahead: as many hours, 200, but it irritates more. The chance of that is only 59 in "
    "100, so 1 to 2 count as about the same.",
    "“A” stands ahead: it costs the same, and one of the two must come first. The chance of that "
    "is "
    "only 50 in 100, so 1 to 2 count as about the same.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (ImpExplanation) self = explain (pairs[i], 2, 1);

      assert_says (imp_explanation_say_comparison (self), said[i]);
    }
}

/* 200, 160 and 100 hours, 0.4 x sqrt (3) = 0.693 each: ahead for sure from a factor of exp (0.6745 x
 * 0.980) = 1.937 on. 200 / 100 is, 160 / 100 is not: log (1.6) / 0.980 = 0.480, Phi = 0.684. */
static void
test_ahead_by_the_leader (void)
{
  static const Row table[] = {
    { "A", "60 several", "20 several", "10 several", IMP_IRRITATION_MILD, FALSE },
    { "B", "48 several", "20 several", "10 several", IMP_IRRITATION_MILD, FALSE },
    { "C", "30 several", "20 several", "10 several", IMP_IRRITATION_MILD, FALSE },
  };
  g_autoptr (ImpExplanation) self = explain (table, 3, 2);

  assert_says (imp_explanation_say_comparison (self),
               "“B” stands ahead: more hours, 160. The chance of that is 68 in 100, but the first "
               "of its group is ahead with at least 75.");
}

/* sqrt (120) x 20 x sqrt (50) / 60 = 25.8; spread sqrt (1.96 x 2 + 1.21) = 2.265, exp (1.28 x 2.265)
 * = 18.2. */
static void
test_what_is_not_known (void)
{
  static const Row table[] = { { "A", NULL, "20 guess", NULL, 0, TRUE } };
  g_autoptr (ImpExplanation) self = explain (table, 1, 0);

  assert_says (
      imp_explanation_say_reckoning (self),
      "11~people (not known; the middle of all others) × 20~times a month (a guess) × "
      "7.1~minutes (not known; the middle of all others) ÷ 60 = 26~h a month, 1.4 to 470.");
  assert_says (imp_explanation_say_care (self),
               "Care 1.5: how annoying is not known yet (1) × customers see it (1.5). 26 × 1.5, "
               "about 39.");
  assert_says (imp_explanation_say_change (self),
               "Time it once. Nobody has said yet how many minutes. No likely answer would change "
               "its place.");
}

static void
test_reporters (void)
{
  g_autoptr (ImpExplanation) self = explain (rows, G_N_ELEMENTS (rows), 1);
  ImpStanding *own = g_ptr_array_index (self->standings, 1);
  ImpMedians medians = imp_medians_default ();
  g_autofree char *said = NULL;

  own->facts.reporters = 50;
  imp_impact_compute (&own->facts, &medians, &own->impact);
  said = imp_explanation_say_reckoning (self);
  g_assert_true (g_str_has_prefix (said, "50\u00a0people (as many reported it)"));
  /* Fewer than have reported it cannot be. */
  own->facts.answer[IMP_QUESTION_PEOPLE].known = IMP_KNOWN_GUESS;
  g_assert_cmpfloat (imp_explanation_get_turning_point (self, IMP_QUESTION_PEOPLE,
                                                        imp_explanation_get_behind (self)),
                     ==, 0);
}

/* The group of a second of eight is all of them but the last: the chart ends with that one. The
 * first behind for sure is another: 100 / 50, log 2 = 0.693 >= 0.6745 x 0.2 x sqrt (6) = 0.330, is
 * not of the leader's 0.7 x sqrt (3). */
static void
test_beyond_its_neighbours (void)
{
  static const Row table[] = {
    { "A", "110 one", "20 one", "6 one", IMP_IRRITATION_MILD, FALSE },
    { "B", "100 measured", "20 measured", "6 measured", IMP_IRRITATION_MILD, FALSE },
    { "C", "95 measured", "20 measured", "6 measured", IMP_IRRITATION_MILD, FALSE },
    { "D", "90 measured", "20 measured", "6 measured", IMP_IRRITATION_MILD, FALSE },
    { "E", "85 measured", "20 measured", "6 measured", IMP_IRRITATION_MILD, FALSE },
    { "F", "80 measured", "20 measured", "6 measured", IMP_IRRITATION_MILD, FALSE },
    { "G", "75 measured", "20 measured", "6 measured", IMP_IRRITATION_MILD, FALSE },
    { "H", "50 measured", "20 measured", "6 measured", IMP_IRRITATION_MILD, FALSE },
    { "I", "10 measured", "20 measured", "6 measured", IMP_IRRITATION_MILD, FALSE },
  };
  g_autoptr (ImpExplanation) self = explain (table, G_N_ELEMENTS (table), 1);
  const ImpStanding *seventh = self->standings->pdata[6], *last = self->standings->pdata[7];

  g_assert_cmpuint (self->group_last, ==, 8);
  g_assert_cmpuint (self->standings->len, ==, 8);
  g_assert_cmpstr (imp_explanation_get_behind (self)->title, ==, "H");
  g_assert_cmpuint (seventh->rank, ==, 8);
  g_assert_false (seventh->leads);
  g_assert_cmpstr (last->title, ==, "I");
  g_assert_true (last->leads);
}

/* Where nothing is surely less, it is said. */
static void
test_none_behind (void)
{
  static const Row table[] = {
    { "A", "60 one", "20 one", "10 one", IMP_IRRITATION_MILD, FALSE },
    { "B", "55 one", "20 one", "10 one", IMP_IRRITATION_MILD, FALSE },
  };
  g_autoptr (ImpExplanation) self = explain (table, 2, 0);

  /* log (60 / 55) / (0.7 x sqrt (6)) = 0.0507, Phi = 0.520 */
  assert_says (
      imp_explanation_say_comparison (self),
      "Nothing stands ahead of it. 1 to 2 count as about the same. “B” comes after it with "
      "52 chances in 100; none clearly comes after it.");
}

/* 10 x 500 / 499 = 10.02 minutes is next to the present 10. */
static void
test_little (void)
{
  static const Row table[] = {
    { "A", "500 measured", "20 measured", "10 one", IMP_IRRITATION_MILD, FALSE },
    { "B", "499 measured", "20 measured", "10 one", IMP_IRRITATION_MILD, FALSE },
    { "C", "498 measured", "20 measured", "10 one", IMP_IRRITATION_MILD, FALSE },
  };
  g_autoptr (ImpExplanation) self = explain (table, 3, 1);

  assert_says (imp_explanation_say_change (self),
               "Time it once. Nobody has measured the minutes yet. With a little more it would "
               "stand before “A”. With a little less it would fall behind “C”.");
}

static void
test_text (void)
{
  g_autoptr (ImpExplanation) self = explain (rows, G_N_ELEMENTS (rows), 1);
  static const char expected[] =
      "Scanner signs out\n"
      "2nd of 8 by impact\n"
      "\n"
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month."
      " It almost surely belongs in the top ten.\n"
      "\n"
      "How the Number Comes About\n"
      "45~people (measured) × 40~times a month (several people told us) × 5~minutes "
      "(several people told us) ÷ 60 = 150~h a month, 70 to 320.\n"
      "Care 1.25: annoying (1.25) × customers do not see it (1). 150 × 1.25, about "
      "190.\n"
      "\n"
      "Where It Stands\n"
      "Impact is hours a month times care, with the range that holds four chances in "
      "five. Below a dashed line: less than the first of the group above, with at least three "
      "chances in four.\n"
      "1. Till freezes: 240, 100 to 590\n"
      "2. Scanner signs out (this one): 190, 87 to 400\n"
      "3. Expense form: 180, 76 to 450\n"
      "– – –\n"
      "4. Badge reader: 90, 48 to 170\n"
      "5. Scanner profile: 84, 35 to 200\n"
      "6. Delivery notes: 75, 31 to 180\n"
      "\n"
      "In Words\n"
      "“Till freezes” stands ahead: fewer hours, 110, but it irritates more and "
      "customers see it. The chance of that is only 61 in 100, so 1 to 3 count as "
      "about the same. “Badge reader” is the first that clearly comes after it, with 83 chances "
      "in 100.\n"
      "\n"
      "What Would Make Us Surer\n"
      "Time it once. Nobody has measured the minutes yet. From about 7~minutes each"
      " time on it would stand before “Till freezes”.\n";

  assert_says (imp_explanation_to_text (self), expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/explanation/data", test_data);
  g_test_add_func ("/model/explanation/chances-by-hand", test_chances);
  g_test_add_func ("/model/explanation/turning-points-by-hand", test_turning_points);
  g_test_add_func ("/model/explanation/in-words", test_in_words);
  g_test_add_func ("/model/explanation/at-the-ends", test_at_the_ends);
  g_test_add_func ("/model/explanation/reasons", test_reasons);
  g_test_add_func ("/model/explanation/reasons-in-words", test_reasons_in_words);
  g_test_add_func ("/model/explanation/ahead-by-the-leader", test_ahead_by_the_leader);
  g_test_add_func ("/model/explanation/what-is-not-known", test_what_is_not_known);
  g_test_add_func ("/model/explanation/reporters", test_reporters);
  g_test_add_func ("/model/explanation/little-is-said-so", test_little);
  g_test_add_func ("/model/explanation/text", test_text);
  g_test_add_func ("/model/explanation/beyond-its-neighbours", test_beyond_its_neighbours);
  g_test_add_func ("/model/explanation/none-behind", test_none_behind);
  return g_test_run ();
}
