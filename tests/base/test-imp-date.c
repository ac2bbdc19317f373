/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Days of the calendar: parsing, months, words, and the clock that is passed in. */
#include "config.h"

#include "base/imp-date.h"

#define NBSP "\u00a0"

static void
test_parse (void)
{
  g_assert_cmpint (imp_date_parse ("1970-01-01"), ==, 0);
  g_assert_cmpint (imp_date_parse ("1969-12-31"), ==, -1);
  g_assert_cmpint (imp_date_parse ("2016-02-29"), ==, imp_date_new (2016, 2, 29));
  g_assert_cmpint (imp_date_parse ("2016-03-01") - imp_date_parse ("2016-02-28"), ==, 2);
}

static void
test_parse_refuses (void)
{
  static const char *const not_a_day[] = {
    NULL,          "",           "2015-02-29",  "2016-13-01",  "2016-00-10",           "2016-04-31",
    "0000-01-01",  "2016-02-2x", "29-02-2016x", "tomorrow",    "2016-02-29T01:16:00Z", "2016-2-9",
    " 2016-02-09", "+016-02-09", "2016-02- 9",  "2016-02-09 ", "२०१६-02-09",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (not_a_day); i++)
    g_assert_cmpint (imp_date_parse (not_a_day[i]), ==, IMP_DATE_NONE);
}

static void
test_iso_round_trip (void)
{
  static const char *const days[] = { "0001-01-01", "1900-02-28", "2026-11-21", "9999-12-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *iso = imp_date_to_iso (imp_date_parse (days[i]));

      g_assert_cmpstr (iso, ==, days[i]);
    }
}

static void
test_none (void)
{
  g_autofree char *iso = imp_date_to_iso (IMP_DATE_NONE);
  g_autofree char *words = imp_date_to_words (IMP_DATE_NONE);

  g_assert_false (imp_date_is_set (IMP_DATE_NONE));
  g_assert_cmpstr (iso, ==, "");
  g_assert_cmpstr (words, ==, "");
}

static void
test_month (void)
{
  ImpDate leap = imp_date_new (2024, 2, 10);
  ImpDate december = imp_date_new (2026, 12, 31);

  g_assert_cmpint (imp_date_month_start (leap), ==, imp_date_new (2024, 2, 1));
  g_assert_cmpint (imp_date_month_end (leap), ==, imp_date_new (2024, 2, 29));
  g_assert_cmpint (imp_date_month_start (december), ==, imp_date_new (2026, 12, 1));
  g_assert_cmpint (imp_date_month_end (december), ==, december);
}

static void
test_words (void)
{
  ImpDate day = imp_date_new (2026, 11, 1);
  g_autofree char *words = imp_date_to_words (day);
  g_autofree char *words_year = imp_date_to_words_year (day);
  g_autofree char *short_words = imp_date_to_short_words (day);
  g_autofree char *month = imp_date_to_month_words (day);
  g_autofree char *weekday = imp_date_to_weekday (day);
  g_autofree char *weekday_words = imp_date_to_weekday_words (day);

  g_assert_cmpstr (words, ==, "1" NBSP "November");
  g_assert_cmpstr (words_year, ==, "1" NBSP "November" NBSP "2026");
  g_assert_cmpstr (short_words, ==, "1" NBSP "Nov");
  g_assert_cmpstr (month, ==, "November 2026");
  g_assert_cmpstr (weekday, ==, "Sunday");
  g_assert_cmpstr (weekday_words, ==, "Sunday 1" NBSP "November");
}

static void
test_clock_fixed (void)
{
  gint64 now_ms = 0;
  ImpClock clock = imp_clock_fixed (&now_ms);

  g_assert_cmpint (imp_clock_today (&clock), ==, 0);
  now_ms = G_GINT64_CONSTANT (86400000) - 1;
  g_assert_cmpint (imp_clock_now_ms (&clock), ==, now_ms);
  g_assert_cmpint (imp_clock_today (&clock), ==, 0);
  now_ms++;
  g_assert_cmpint (imp_clock_today (&clock), ==, 1);
}

static void
test_of_a_moment (void)
{
  g_assert_cmpint (imp_date_from_ms (IMP_DAY_MS - 1), ==, 0);
  g_assert_cmpint (imp_date_from_ms (IMP_DAY_MS), ==, 1);
  g_assert_false (imp_date_is_set (imp_date_from_ms (G_MAXINT64)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/parses-iso-days", test_parse);
  g_test_add_func ("/base/date/refuses-what-is-no-day", test_parse_refuses);
  g_test_add_func ("/base/date/iso-round-trip", test_iso_round_trip);
  g_test_add_func ("/base/date/none-is-empty", test_none);
  g_test_add_func ("/base/date/starts-and-ends-month", test_month);
  g_test_add_func ("/base/date/says-days-in-words", test_words);
  g_test_add_func ("/base/date/of-a-moment", test_of_a_moment);
  g_test_add_func ("/base/clock/fixed-follows-its-variable", test_clock_fixed);
  return g_test_run ();
}
