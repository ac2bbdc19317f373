/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sentence said aloud, and the words of lists. A ~ stands for a no-break space. */
#include "config.h"

#include "model/imp-sentence.h"

#include <string.h>

/* Text forms of the four answers, the reporters, and what is said; NULL is don't know. */
typedef struct
{
  const char *answers[IMP_N_QUESTIONS];
  int reporters;
  const char *sentence;
} Case;

static ImpFacts
parse_facts (const char *const answers[IMP_N_QUESTIONS], int reporters)
{
  ImpFacts facts = { .reporters = reporters };

  for (ImpQuestion i = 0; i < IMP_N_QUESTIONS; i++)
    g_assert_true (imp_answer_parse (i, answers[i], &facts.answer[i]));
  return facts;
}

static ImpImpact
compute (const ImpFacts *facts)
{
  ImpMedians medians = imp_medians_default ();
  ImpImpact impact;

  imp_impact_compute (facts, &medians, &impact);
  return impact;
}

static char *
show_no_break (char *text)
{
  g_autofree char *owned = text;
  g_auto (GStrv) parts = g_strsplit (owned, "\u00a0", -1);

  return g_strjoinv ("~", parts);
}

static void
assert_said (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      ImpFacts facts = parse_facts (cases[i].answers, MAX (cases[i].reporters, 1));
      ImpImpact impact = compute (&facts);
      g_autofree char *said = show_no_break (imp_impact_to_sentence (&facts, &impact, NULL, NULL));

      g_assert_cmpstr (said, ==, cases[i].sentence);
    }
}

static void
test_known (void)
{
  static const Case cases[] = {
    { { "45 measured", "40 several", "5 several", NULL },
      14,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month." },
    { { "21-100 one", "daily one", "5-10 one", NULL },
      1,
      "About 46~people lose 7~minutes to this once a day: roughly 110~hours a month." },
    { { "1 one", "daily one", "5 one", NULL },
      1,
      "One~person loses 5~minutes to this once a day: roughly 1.7~hours a month." },
    { { "1 guess", "daily one", "<1 one", NULL },
      1,
      "One~person loses 30~seconds to this once a day: roughly 10~minutes a month." },
    { { "2 measured", "20 one", "10 one", NULL },
      1,
      "Two~people lose 10~minutes to this once a day: roughly 6.7~hours a month." },
    { { "2-5 one", "weekly one", "2-4 one", NULL },
      1,
      "About three~people lose 3~minutes to this once a week: roughly 36~minutes a month." },
    { { "6-20 one", "monthly one", "11-30 one", NULL },
      1,
      "About eleven~people lose 18~minutes to this once a month: roughly 3.3~hours a month." },
    { { "101-500 one", "2-3/week one", "31-90 one", NULL },
      1,
      "About 220~people lose 53~minutes to this two or three times a week: roughly "
      "2000~hours a month." },
    { { "500+ guess", "3+/day guess", "90+ guess", NULL },
      1,
      "About 1000~people lose 3~hours to this three~times a day: roughly 180000~hours a "
      "month." },
    { { "12 measured", "8 one", "15 one", NULL },
      1,
      "Twelve~people lose 15~minutes to this twice a week: roughly 24~hours a month." },
    { { "13 measured", "2 one", "15 one", NULL },
      1,
      "About 13~people lose 15~minutes to this twice a month: roughly 6.5~hours a month." },
    { { "146 measured", "16 one", "7.5 one", NULL },
      1,
      "About 146~people lose 7.5~minutes to this four~times a week: roughly 290~hours a "
      "month." },
    { { "10 one", "10 one", "1 one", NULL },
      1,
      "Ten~people lose 1~minute to this ten~times a month: roughly 1.7~hours a month." },
    { { "10 one", "30 one", "6 one", NULL },
      1,
      "Ten~people lose 6~minutes to this 30~times a month: roughly 30~hours a month." },
    { { "10 one", "130 one", "6 one", NULL },
      1,
      "Ten~people lose 6~minutes to this seven~times a day: roughly 130~hours a month." },
    { { "10 one", "rarely one", "90 one", NULL },
      1,
      "Ten~people lose 90~minutes to this about three~times a year: roughly 3.8~hours a "
      "month." },
    { { "10 one", "0.5 one", "120 one", NULL },
      1,
      "Ten~people lose 2~hours to this about six~times a year: roughly 10~hours a month." },
    { { "10 one", "0.0833 one", "480 one", NULL },
      1,
      "Ten~people lose 8~hours to this about once a year: roughly 6.7~hours a month." },
    { { "10 one", "0.02 one", "240 one", NULL },
      1,
      "Ten~people lose 4~hours to this less than once a year: roughly 48~minutes a month." },
    { { "3 one", "1 one", "0.1 one", NULL },
      1,
      "Three~people lose 6~seconds to this once a month: roughly 1~minute a month." },
    { { "1 one", "rarely one", "<1 one", NULL },
      1,
      "One~person loses 30~seconds to this about three~times a year: roughly 1~minute a "
      "month." },
    { { "6-20 one", "daily one", "5-10 one", NULL },
      14,
      "At least 14~people lose 7~minutes to this once a day: roughly 33~hours a month." },
    { { "2 one", "4 one", "7.5 one", NULL },
      1,
      "Two~people lose 7.5~minutes to this once a week: roughly 1~hour a month." },
    { { "1 one", "12 one", "5 one", NULL },
      1,
      "One~person loses 5~minutes to this three~times a week: roughly 1~hour a month." },
    { { "6-20 one", "1.5 one", "45 one", NULL },
      1,
      "About eleven~people lose 45~minutes to this about 18~times a year: roughly 12~hours "
      "a month." },
    { { "100000 guess", "20 guess", "60 guess", NULL },
      1,
      "About 100000~people lose 1~hour to this once a day: roughly 2000000~hours a month." },
  };

  assert_said (cases, G_N_ELEMENTS (cases));
}

static void
test_effort (void)
{
  static const Case cases[] = {
    { { "45 measured", "40 several", "5 several", "24 guess" },
      14,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about three~days, so it pays for itself in under a week." },
    { { "45 measured", "40 several", "5 several", "<2h guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about an hour, so it pays for itself in less than a day." },
    { { "45 measured", "40 several", "5 several", "0.5 guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about half an hour, so it pays for itself in less than a day." },
    { { "45 measured", "40 several", "5 several", "0.25 guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about 15~minutes, so it pays for itself in less than a day." },
    { { "45 measured", "40 several", "5 several", "3 guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about three~hours, so it pays for itself in less than a day." },
    { { "45 measured", "40 several", "5 several", "half-day guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about half a day, so it pays for itself in a day." },
    { { "45 measured", "40 several", "5 several", "8 guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about a day, so it pays for itself in under a week." },
    { { "45 measured", "40 several", "5 several", "1-2days guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about a day and a half, so it pays for itself in under a week." },
    { { "45 measured", "40 several", "5 several", "week guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about a week, so it pays for itself in about eight~days." },
    { { "45 measured", "40 several", "5 several", "month guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about a month, so it pays for itself in about a month." },
    { { "45 measured", "40 several", "5 several", "longer guess" },
      1,
      "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. It "
      "should take us about three~months, so it pays for itself in about three~months." },
    { { "6-20 one", "weekly one", "5-10 one", "week guess" },
      1,
      "About eleven~people lose 7~minutes to this once a week: roughly 5.2~hours a month. "
      "It should take us about a week, so it pays for itself in about eight~months." },
    { { "6-20 one", "weekly one", "5-10 one", "half-day guess" },
      1,
      "About eleven~people lose 7~minutes to this once a week: roughly 5.2~hours a month. "
      "It should take us about half a day, so it pays for itself in about three~weeks." },
    { { "6-20 one", "daily one", "5-10 one", "half-day guess" },
      1,
      "About eleven~people lose 7~minutes to this once a day: roughly 26~hours a month. It "
      "should take us about half a day, so it pays for itself in under a week." },
    { { "6-20 one", "daily one", "5-10 one", "longer guess" },
      1,
      "About eleven~people lose 7~minutes to this once a day: roughly 26~hours a month. It "
      "should take us about three~months, so it pays for itself in about 19~months." },
    { { "10 one", "20 one", "6 one", "5 one" },
      1,
      "Ten~people lose 6~minutes to this once a day: roughly 20~hours a month. It should "
      "take us about half a day, so it pays for itself in about a week." },
    { { "10 one", "20 one", "6 one", "8 one" },
      1,
      "Ten~people lose 6~minutes to this once a day: roughly 20~hours a month. It should "
      "take us about a day, so it pays for itself in about twelve~days." },
    { { "10 one", "20 one", "6 one", "15 one" },
      1,
      "Ten~people lose 6~minutes to this once a day: roughly 20~hours a month. It should "
      "take us about two~days, so it pays for itself in about three~weeks." },
    { { "10 one", "20 one", "6 one", "240 one" },
      1,
      "Ten~people lose 6~minutes to this once a day: roughly 20~hours a month. It should "
      "take us about six~weeks, so it pays for itself in about a year." },
    { { "1 one", "daily one", "<1 one", "<2h guess" },
      1,
      "One~person loses 30~seconds to this once a day: roughly 10~minutes a month. It "
      "should take us about an hour, so it pays for itself in about six~months." },
    { { "2-5 one", "rarely one", "11-30 one", "longer one" },
      1,
      "About three~people lose 18~minutes to this about three~times a year: roughly "
      "14~minutes a month. It should take us about three~months, so it never really pays "
      "for itself." },
    { { "10 one", "20 one", "60 one", "1920 one" },
      1,
      "Ten~people lose 1~hour to this once a day: roughly 200~hours a month. It should take "
      "us about a year, so it pays for itself in about ten~months." },
  };

  assert_said (cases, G_N_ELEMENTS (cases));
}

static void
test_not_known (void)
{
  static const Case cases[] = {
    { { NULL, NULL, NULL, NULL }, 1, "How many people, how often and how long is not known yet." },
    { { NULL, NULL, NULL, "week guess" },
      1,
      "How many people, how often and how long is not known yet. It should take us about a "
      "week." },
    { { "21-100 one", NULL, NULL, NULL },
      1,
      "About 46~people; how often and how long not known yet: roughly 22~hours a month, "
      "very unsure." },
    { { NULL, "daily one", NULL, NULL },
      1,
      "Once a day; how many people and how long not known yet: roughly 26~hours a month, "
      "very unsure." },
    { { NULL, NULL, "5-10 one", NULL },
      1,
      "7~minutes each time; how many people and how often not known yet: roughly 5.2~hours "
      "a month, very unsure." },
    { { "21-100 one", "rarely one", NULL, NULL },
      1,
      "About 46~people, about three~times a year; minutes not known yet: roughly 1.4~hours "
      "a month, very unsure." },
    { { "21-100 one", NULL, "<1 one", NULL },
      1,
      "About 46~people, 30~seconds each time; how often not known yet: roughly 1.5~hours a "
      "month, very unsure." },
    { { NULL, "3+/day one", "11-30 one", NULL },
      1,
      "18~minutes each time, three~times a day; how many people not known yet: roughly "
      "200~hours a month, very unsure." },
    { { "1 one", "daily one", NULL, NULL },
      1,
      "One~person, once a day; minutes not known yet: roughly 2.4~hours a month, very "
      "unsure." },
    { { "1 one", NULL, NULL, NULL },
      1,
      "One~person; how often and how long not known yet: roughly 28~minutes a month, very "
      "unsure." },
    { { NULL, "daily one", "5-10 one", "1-2days one" },
      1,
      "7~minutes each time, once a day; how many people not known yet: roughly 26~hours a "
      "month, very unsure. It should take us about a day and a half." },
    { { "6-20 one", NULL, NULL, NULL },
      14,
      "At least 14~people; how often and how long not known yet: roughly 6.6~hours a month, "
      "very unsure." },
  };

  assert_said (cases, G_N_ELEMENTS (cases));
}

/* With the median of the pictures' backlog, five minutes. */
static void
test_median (void)
{
  static const char *const answers[] = { "21-100 one", "daily one", NULL, NULL };
  ImpFacts facts = parse_facts (answers, 1);
  ImpMedians medians = { { 11, 4, 5, 12 } };
  ImpImpact impact;
  g_autofree char *said = NULL;

  imp_impact_compute (&facts, &medians, &impact);
  said = show_no_break (imp_impact_to_sentence (&facts, &impact, NULL, NULL));
  g_assert_cmpstr (said, ==,
                   "About 46~people, once a day; minutes not known yet: roughly 76~hours a month, "
                   "very unsure.");
}

/* Whatever is known, in every combination: one sentence or two, nothing left to fill in, and the
 * bold range is the hours. */
static void
test_every_combination (void)
{
  for (int i = 0; i < 7 * 7 * 7 * 7; i++)
    {
      ImpFacts facts = {
        .answer = { { i % 7, 0, 3 }, { i / 7 % 7, 0, 3 }, { i / 49 % 7, 0, 3 }, { i / 343, 0, 3 } },
        .reporters = 1
      };
      ImpImpact impact = compute (&facts);
      int start = -1, end = -1;
      g_autofree char *said = imp_impact_to_sentence (&facts, &impact, &start, &end);
      g_autofree char *bold = g_strndup (said + start, (gsize) (end - start));

      g_assert_null (strpbrk (said, "{}%"));
      g_assert_null (strstr (said, "  "));
      g_assert_false (g_ascii_islower (said[0]));
      g_assert_true (g_str_has_suffix (said, "."));
      if (!imp_facts_are_asked (&facts))
        {
          g_assert_cmpstr (bold, ==, "");
          continue;
        }
      g_assert_true (g_ascii_isdigit (bold[0]));
      g_assert_true (g_str_has_suffix (bold, "\u00a0hours a month")
                     || g_str_has_suffix (bold, "\u00a0hour a month")
                     || g_str_has_suffix (bold, "\u00a0minutes a month")
                     || g_str_has_suffix (bold, "\u00a0minute a month"));
    }
}

static void
test_payback (void)
{
  static const struct
  {
    double effort, hours;
    const char *words;
  } cases[] = {
    { 24, 150, "5~days" },  { 40, 110, "11~days" }, { 12, 92, "4~days" },   { 4, 60, "2~days" },
    { 4, 120, "1~day" },    { 1, 1000, "1~day" },   { 40, 22, "2~months" }, { 10, 15, "3~weeks" },
    { 40, 40, "1~month" },  { 40, 3.3, "1~year" },  { 160, 1, "never" },    { 40, 0, "never" },
    { 240, 10, "2~years" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ImpImpact impact = { .effort = cases[i].effort, .hours = cases[i].hours };
      g_autofree char *words = show_no_break (imp_impact_to_payback_words (&impact));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_hours (void)
{
  static const struct
  {
    double hours;
    const char *words;
  } cases[] = { { 147, "150~h" },    { 9.24, "9.2~h" }, { 1, "1~h" }, { 0.374, "0.37~h" },
                { 0.02, "<~0.1~h" }, { 0, "0~h" },      { 3, "3~h" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = show_no_break (imp_impact_to_hours_words (cases[i].hours));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_care (void)
{
  g_autofree char *annoying =
      imp_impact_to_care_words (&(ImpFacts) { .irritation = IMP_IRRITATION_ANNOYING });
  g_autofree char *seen = imp_impact_to_care_words (
      &(ImpFacts) { .irritation = IMP_IRRITATION_UNBEARABLE, .customers_see_it = TRUE });
  g_autofree char *none = imp_impact_to_care_words (&(ImpFacts) { 0 });

  g_assert_cmpstr (annoying, ==, "annoying; customers do not see it");
  g_assert_cmpstr (seen, ==, "unbearable; customers see it");
  g_assert_cmpstr (none, ==, "how annoying is not known yet; customers do not see it");
}

/* 150 / 2.1555 = 69.6 and 150 x 2.1555 = 323.3 in two figures; and the place by its chance. */
static void
test_rank_and_range (void)
{
  const char *const answers[] = { "45 measured", "40 several", "5 several", "24 guess" };
  ImpFacts facts = parse_facts (answers, 14);
  ImpImpact impact = compute (&facts);
  int start, end;
  g_autofree char *said = imp_impact_to_ranked_sentence (&facts, &impact, 0.93, &start, &end);
  g_autofree char *hours = g_strndup (said + start, (gsize) (end - start));
  g_autofree char *shown = show_no_break (g_steal_pointer (&said));
  g_autofree char *range = show_no_break (imp_impact_to_range (&impact));
  g_autofree char *words = show_no_break (imp_impact_to_range_words (&impact));

  g_assert_cmpstr (shown, ==,
                   "About 45~people lose 5~minutes to this twice a day: roughly 150~hours a month. "
                   "It should take us about three~days, so it pays for itself in under a week. "
                   "It almost surely belongs in the top ten.");
  g_assert_cmpstr (hours, ==, "150\u00a0hours a month");
  g_assert_cmpstr (range, ==, "70 to 320");
  g_assert_cmpstr (words, ==, "between 70 and 320~hours a month");
}

static void
test_small_ranges (void)
{
  ImpImpact minutes = { .low = 0.051, .high = 0.62 }, hours = { .low = 0.051, .high = 1.2 };
  g_autofree char *range = show_no_break (imp_impact_to_range (&minutes));
  g_autofree char *words = show_no_break (imp_impact_to_range_words (&minutes));
  g_autofree char *wide = show_no_break (imp_impact_to_range_words (&hours));

  g_assert_cmpstr (range, ==, "3.1 to 37~min");
  g_assert_cmpstr (words, ==, "between 3.1 and 37~minutes a month");
  g_assert_cmpstr (wide, ==, "between 0.051 and 1.2~hours a month");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sentence/says-what-is-known", test_known);
  g_test_add_func ("/model/sentence/says-effort-and-payback", test_effort);
  g_test_add_func ("/model/sentence/says-what-is-not-known", test_not_known);
  g_test_add_func ("/model/sentence/reckons-with-the-median", test_median);
  g_test_add_func ("/model/sentence/is-whole-in-every-combination", test_every_combination);
  g_test_add_func ("/model/sentence/payback-for-a-column", test_payback);
  g_test_add_func ("/model/sentence/hours-for-a-column", test_hours);
  g_test_add_func ("/model/sentence/care-for-a-row", test_care);
  g_test_add_func ("/model/sentence/rank-and-range", test_rank_and_range);
  g_test_add_func ("/model/sentence/small-ranges", test_small_ranges);
  return g_test_run ();
}
