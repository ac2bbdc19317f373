/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Answers: their text form, what they are worth, how sure they are, and their rows. */
#include "config.h"

#include "model/imp-answer.h"

#include <math.h>

static ImpAnswer
parse (ImpQuestion question, const char *text)
{
  ImpAnswer answer;

  g_assert_true (imp_answer_parse (question, text, &answer));
  return answer;
}

static void
assert_reads_back (ImpQuestion question, const ImpAnswer *answer)
{
  g_autofree char *text = imp_answer_print (question, answer);
  ImpAnswer again = parse (question, text);

  g_assert_cmpint (again.band, ==, answer->band);
  g_assert_cmpfloat (again.number, ==, answer->number);
  g_assert_cmpint (again.known, ==, answer->known);
}

static void
test_bands_round_trip (void)
{
  for (ImpQuestion question = 0; question < IMP_N_QUESTIONS; question++)
    for (int band = 1; band <= IMP_N_BANDS; band++)
      for (ImpKnown known = IMP_KNOWN_MEASURED; known <= IMP_KNOWN_GUESS; known++)
        assert_reads_back (question, &(ImpAnswer) { band, 0, known });
}

static void
test_numbers_round_trip (void)
{
  static const double numbers[] = { IMP_ANSWER_MIN, 0.1, 1.0 / 3, 45, 146.5, IMP_ANSWER_MAX };

  for (ImpQuestion question = 0; question < IMP_N_QUESTIONS; question++)
    for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
      assert_reads_back (question, &(ImpAnswer) { 0, numbers[i], IMP_KNOWN_ONE });
}

static void
test_text_form (void)
{
  g_autofree char *band = imp_answer_print (IMP_QUESTION_PEOPLE, &(ImpAnswer) { 4, 0, 3 });
  g_autofree char *number = imp_answer_print (IMP_QUESTION_OFTEN, &(ImpAnswer) { 0, 0.1, 1 });
  g_autofree char *none = imp_answer_print (IMP_QUESTION_EFFORT, &(ImpAnswer) { 0 });

  g_assert_cmpstr (band, ==, "21-100 one");
  g_assert_cmpstr (number, ==, "0.1 measured");
  g_assert_null (none);
}

/* The words that docs/exchange.md promises to read. */
static void
test_documented_bands (void)
{
  static const char *const nicks[IMP_N_QUESTIONS][IMP_N_BANDS] = {
    { "1", "2-5", "6-20", "21-100", "101-500", "500+" },
    { "rarely", "monthly", "weekly", "2-3/week", "daily", "3+/day" },
    { "<1", "2-4", "5-10", "11-30", "31-90", "90+" },
    { "<2h", "half-day", "1-2days", "week", "month", "longer" },
  };

  for (ImpQuestion question = 0; question < IMP_N_QUESTIONS; question++)
    for (int i = 0; i < IMP_N_BANDS; i++)
      {
        ImpAnswer answer = parse (question, nicks[question][i]);

        g_assert_cmpint (answer.band, ==, i + 1);
        g_assert_cmpint (answer.known, ==, IMP_KNOWN_GUESS);
      }
}

static void
test_not_known (void)
{
  ImpAnswer from_null = parse (IMP_QUESTION_PEOPLE, NULL);
  ImpAnswer from_empty = parse (IMP_QUESTION_PEOPLE, "");

  g_assert_false (imp_answer_is_known (&from_null));
  g_assert_false (imp_answer_is_known (&from_empty));
  g_assert_cmpfloat (imp_answer_get_value (IMP_QUESTION_PEOPLE, &from_null), ==, 0);
  g_assert_cmpint (imp_answer_get_band (IMP_QUESTION_PEOPLE, &from_null), ==, 0);
}

static void
test_refuses (void)
{
  static const char *const wrong[] = {
    " ",
    "many",
    "45 mesured",
    "45  one",
    " 45 one",
    "45 one ",
    "45 one more",
    "one",
    "-3 one",
    "0 one",
    "0.0001",
    "1000001 guess",
    "1e3 one",
    "0x1p4",
    "inf guess",
    "nan one",
    "4,5 one",
    "4.5.1 one",
    "45\tone",
    "21–100 one",
    "daily one",
    "45\none",
    "99999999999999999999999999999999",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      ImpAnswer answer = { 3, 0, IMP_KNOWN_ONE };

      g_assert_false (imp_answer_parse (IMP_QUESTION_PEOPLE, wrong[i], &answer));
      g_assert_cmpint (answer.band, ==, 3);
    }
}

/* The figures of the design, to three significant ones. */
static void
test_values (void)
{
  static const double values[IMP_N_QUESTIONS][IMP_N_BANDS] = {
    { 1, 3.16, 10.95, 45.8, 224.7, 1000 },
    { 0.25, 1, 4, 10, 20, 60 },
    { 0.5, 2.83, 7.07, 18.2, 52.8, 180 },
    { 1, 4, 12, 40, 160, 480 },
  };

  for (ImpQuestion question = 0; question < IMP_N_QUESTIONS; question++)
    for (int i = 0; i < IMP_N_BANDS; i++)
      {
        double value = imp_answer_get_value (question, &(ImpAnswer) { i + 1, 0, 1 });

        g_assert_cmpfloat_with_epsilon (value, values[question][i], values[question][i] / 500);
      }
}

/* What a band is worth lies in that band, and more is never in a lower one. */
static void
test_band_of_number (void)
{
  for (ImpQuestion question = 0; question < IMP_N_QUESTIONS; question++)
    {
      int last = 1;

      for (int band = 1; band <= IMP_N_BANDS; band++)
        {
          double value = imp_answer_get_value (question, &(ImpAnswer) { band, 0, 1 });

          g_assert_cmpint (imp_answer_get_band (question, &(ImpAnswer) { 0, value, 1 }), ==, band);
        }
      for (double number = IMP_ANSWER_MIN; number < IMP_ANSWER_MAX; number *= 1.1)
        {
          int band = imp_answer_get_band (question, &(ImpAnswer) { 0, number, 1 });

          g_assert_cmpint (band, >=, last);
          last = band;
        }
      g_assert_cmpint (last, ==, IMP_N_BANDS);
    }
}

static void
test_band_edges (void)
{
  static const struct
  {
    ImpQuestion question;
    double number;
    int band;
  } cases[] = {
    { IMP_QUESTION_PEOPLE, 1, 1 },   { IMP_QUESTION_PEOPLE, 2, 2 },
    { IMP_QUESTION_PEOPLE, 5, 2 },   { IMP_QUESTION_PEOPLE, 6, 3 },
    { IMP_QUESTION_PEOPLE, 20, 3 },  { IMP_QUESTION_PEOPLE, 21, 4 },
    { IMP_QUESTION_PEOPLE, 100, 4 }, { IMP_QUESTION_PEOPLE, 101, 5 },
    { IMP_QUESTION_PEOPLE, 500, 5 }, { IMP_QUESTION_PEOPLE, 501, 6 },
    { IMP_QUESTION_OFTEN, 40, 6 },   { IMP_QUESTION_OFTEN, 2, 2 },
    { IMP_QUESTION_MINUTES, 1, 1 },  { IMP_QUESTION_MINUTES, 2, 2 },
    { IMP_QUESTION_MINUTES, 5, 3 },  { IMP_QUESTION_MINUTES, 10, 3 },
    { IMP_QUESTION_MINUTES, 11, 4 }, { IMP_QUESTION_MINUTES, 30, 4 },
    { IMP_QUESTION_MINUTES, 31, 5 }, { IMP_QUESTION_MINUTES, 90, 5 },
    { IMP_QUESTION_MINUTES, 91, 6 }, { IMP_QUESTION_EFFORT, 24, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ImpAnswer answer = { 0, cases[i].number, IMP_KNOWN_ONE };

      g_assert_cmpint (imp_answer_get_band (cases[i].question, &answer), ==, cases[i].band);
    }
}

static void
test_spread (void)
{
  static const double spreads[] = { [0] = 1.1,
                                    [IMP_KNOWN_MEASURED] = 0.2,
                                    [IMP_KNOWN_SEVERAL] = 0.4,
                                    [IMP_KNOWN_ONE] = 0.7,
                                    [IMP_KNOWN_GUESS] = 1.1 };

  for (ImpKnown known = 0; known <= IMP_KNOWN_GUESS; known++)
    g_assert_cmpfloat (imp_answer_get_spread (&(ImpAnswer) { 2, 0, known }), ==, spreads[known]);
  g_assert_cmpfloat (imp_answer_get_spread (&(ImpAnswer) { 0, 0, IMP_KNOWN_MEASURED }), ==, 1.4);
}

static void
assert_row (ImpQuestion question, const char *text, const char *words, const char *source)
{
  ImpAnswer answer = parse (question, text);
  g_autofree char *said = imp_answer_to_words (question, &answer);
  g_autofree char *known = imp_answer_to_source_words (question, &answer);

  g_assert_cmpstr (said, ==, words);
  g_assert_cmpstr (known, ==, source);
}

static void
test_rows (void)
{
  assert_row (IMP_QUESTION_PEOPLE, "45 measured", "About 45\u00a0people", "21–100 · measured");
  assert_row (IMP_QUESTION_PEOPLE, "146 one", "About 146\u00a0people",
              "101–500 · one person told us");
  assert_row (IMP_QUESTION_PEOPLE, "1 guess", "One\u00a0person", "1 · a guess");
  assert_row (IMP_QUESTION_OFTEN, "40 several", "Twice a day",
              "40\u00a0a\u00a0month · several people told us");
  assert_row (IMP_QUESTION_OFTEN, "rarely one", "About three\u00a0times a year",
              "0.25\u00a0a\u00a0month · one person told us");
  assert_row (IMP_QUESTION_MINUTES, "5 several", "5\u00a0minutes each time",
              "5–10 · several people told us");
  assert_row (IMP_QUESTION_EFFORT, "24 guess", "Three\u00a0days to fix",
              "24\u00a0hours of work · a guess");
  assert_row (IMP_QUESTION_EFFORT, "<2h one", "An hour to fix",
              "1\u00a0hour of work · one person told us");
}

static void
test_rows_not_known (void)
{
  for (ImpQuestion question = 0; question < IMP_N_QUESTIONS; question++)
    {
      g_autofree char *words = imp_answer_to_words (question, &(ImpAnswer) { 0 });
      g_autofree char *source = imp_answer_to_source_words (question, &(ImpAnswer) { 0 });

      g_assert_true (g_str_has_suffix (words, "not known yet"));
      g_assert_cmpstr (source, ==, "reckoned as the middle of all the others");
    }
}

static void
test_labels (void)
{
  g_assert_cmpstr (imp_band_get_label (IMP_QUESTION_PEOPLE, 4), ==, "21–100");
  g_assert_cmpstr (imp_band_get_label (IMP_QUESTION_OFTEN, 4), ==, "2–3 a week");
  g_assert_cmpstr (imp_band_get_label (IMP_QUESTION_MINUTES, 1), ==, "Under 1");
  g_assert_cmpstr (imp_band_get_label (IMP_QUESTION_EFFORT, 6), ==, "Longer");
  g_assert_cmpstr (imp_band_get_label (IMP_QUESTION_EFFORT, 0), ==, "Don’t know");
  g_assert_cmpstr (imp_question_get_label (IMP_QUESTION_PEOPLE), ==, "How many people?");
  g_assert_cmpstr (imp_known_get_label (IMP_KNOWN_SEVERAL), ==, "Several people");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/answer/bands-round-trip", test_bands_round_trip);
  g_test_add_func ("/model/answer/numbers-round-trip", test_numbers_round_trip);
  g_test_add_func ("/model/answer/prints-its-text-form", test_text_form);
  g_test_add_func ("/model/answer/reads-documented-bands", test_documented_bands);
  g_test_add_func ("/model/answer/none-is-not-known", test_not_known);
  g_test_add_func ("/model/answer/refuses-what-is-none", test_refuses);
  g_test_add_func ("/model/answer/band-is-worth-its-middle", test_values);
  g_test_add_func ("/model/answer/finds-band-of-number", test_band_of_number);
  g_test_add_func ("/model/answer/bounds-belong-to-their-band", test_band_edges);
  g_test_add_func ("/model/answer/spread-follows-source", test_spread);
  g_test_add_func ("/model/answer/says-its-row", test_rows);
  g_test_add_func ("/model/answer/says-what-is-not-known", test_rows_not_known);
  g_test_add_func ("/model/answer/labels", test_labels);
  return g_test_run ();
}
