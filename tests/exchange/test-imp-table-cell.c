/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Dates, numbers and answers as other programs write them. */
#include "config.h"

#include "exchange/imp-table-cell.h"

#define NBSP "\u00a0"

static void
assert_date (const char *text, gboolean month_first, const char *wanted)
{
  g_autofree char *iso = imp_date_to_iso (imp_cell_parse_date (text, month_first));

  g_assert_cmpstr (iso, ==, wanted);
}

static void
test_dates (void)
{
  assert_date ("2016-02-29", FALSE, "2016-02-29");
  assert_date ("2016-02-29", TRUE, "2016-02-29");
  assert_date ("2016-02-29T01:16:00Z", FALSE, "2016-02-29");
  assert_date ("2016-02-29 01:16:00.123+02:00", FALSE, "2016-02-29");
  assert_date ("29-02-2016 01:16", FALSE, "2016-02-29");
  assert_date ("29/02/2016", FALSE, "2016-02-29");
  assert_date ("9.2.16", FALSE, "2016-02-09");
  assert_date ("05-01-2026 16:24", FALSE, "2026-01-05");
  assert_date ("6/21/2025 16:14", TRUE, "2025-06-21");
  assert_date ("6/7/2025 4:14:09 PM", TRUE, "2025-06-07");
  assert_date ("14/Jul/25 3:42 PM", FALSE, "2025-07-14");
  assert_date ("14/Jul/25 3:42 PM", TRUE, "2025-07-14");
  assert_date ("Jul 14, 2025", FALSE, "2025-07-14");
  assert_date ("3 september 1998", FALSE, "1998-09-03");
}

static void
test_no_dates (void)
{
  static const char *const texts[] = { "31-02-2016", "6/21/2025",  "2016-13-01",      "tomorrow",
                                       "2016",       "29-02",      "29-02-2016 soon", "0-0-2016",
                                       "14/Foo/25",  "1.2.3.4.56", "29-02-216",       "-" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_date (texts[i], FALSE, "");
}

static void
test_order (void)
{
  ImpDateOrder order = { 0 };

  g_assert_false (imp_date_order_is_open (&order));
  imp_date_order_add (&order, "2016-02-29");
  imp_date_order_add (&order, "14/Jul/25");
  g_assert_false (imp_date_order_is_open (&order));
  imp_date_order_add (&order, "03/04/2025");
  g_assert_true (imp_date_order_is_open (&order));
  imp_date_order_add (&order, "6/21/2025 16:14");
  g_assert_false (imp_date_order_is_open (&order));
  g_assert_cmpuint (order.n_month_first, ==, 1);
  g_assert_cmpuint (order.n_day_first, ==, 0);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
  } numbers[] = { { "45", 45 },
                  { "5" NBSP "732" NBSP "943", 5732943 },
                  { "5\u202f732", 5732 },
                  { "1,200", 1200 },
                  { "1,200,300", 1200300 },
                  { "1,200.5", 1200.5 },
                  { "7,5", 7.5 },
                  { "7.25", 7.25 } };
  static const char *const no_numbers[] = { "", "x", "-1", "1e5", "0x10", "1.2.3", "12 h", "inf" };
  double number;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_true (imp_cell_parse_number (numbers[i].text, &number));
      g_assert_cmpfloat (number, ==, numbers[i].number);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (no_numbers); i++)
    g_assert_false (imp_cell_parse_number (no_numbers[i], &number));
}

static void
assert_answer (ImpQuestion question, const char *text, const char *wanted)
{
  g_autofree char *answer = imp_cell_parse_answer (question, text);

  g_assert_cmpstr (answer, ==, wanted);
}

static void
test_answers (void)
{
  assert_answer (IMP_QUESTION_PEOPLE, "21–100", "21-100 guess");
  assert_answer (IMP_QUESTION_PEOPLE, "45 measured", "45 measured");
  assert_answer (IMP_QUESTION_PEOPLE, "1" NBSP "200", "1200 guess");
  assert_answer (IMP_QUESTION_OFTEN, "Daily", "daily guess");
  assert_answer (IMP_QUESTION_MINUTES, "7,5", "7.5 guess");
  assert_answer (IMP_QUESTION_PEOPLE, "a lot", NULL);
}

static void
test_unknown (void)
{
  static const char *const unknown[] = { "", " ", "?", "-", "N/A", "null", " ? ", NBSP };
  g_autofree char *known = imp_cell_dup_known ("  A-1\u200e\a ");

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (imp_cell_dup_known (unknown[i]));
  g_assert_nonnull (known);
  g_assert_true (g_str_has_prefix (known, "A-1"));
  g_assert_null (strchr (known, '\a'));
}

static void
assert_line (const char *text, const char *wanted)
{
  g_autofree char *line = imp_cell_to_line (text, 20);

  g_assert_cmpstr (line, ==, wanted);
}

static void
test_lines (void)
{
  assert_line ("short", "short");
  assert_line (" two\nlines " NBSP "\tof it ", "two lines of it");
  assert_line ("exactly twenty chars", "exactly twenty chars");
  assert_line ("cut between words, not in them", "cut between words,…");
  assert_line ("onelongwordwithoutablankinit", "onelongwordwithouta…");
  assert_line ("éééé éééé éééé éééé éééé", "éééé éééé éééé éééé…");
}

static void
test_words (void)
{
  g_assert_cmpint (imp_cell_parse_level ("1 - High"), ==, 1);
  g_assert_cmpint (imp_cell_parse_level ("3"), ==, 3);
  g_assert_cmpint (imp_cell_parse_level ("medium"), ==, 2);
  g_assert_cmpint (imp_cell_parse_level ("17"), ==, 0);
  g_assert_cmpint (imp_cell_parse_level ("whenever"), ==, 0);
  g_assert_cmpint (imp_cell_parse_state ("Closed"), ==, IMP_CELL_FIXED);
  g_assert_cmpint (imp_cell_parse_state ("Canceled"), ==, IMP_CELL_DECLINED);
  g_assert_cmpint (imp_cell_parse_state ("Unresolved"), ==, IMP_CELL_OPEN);
  g_assert_cmpint (imp_cell_parse_state ("Awaiting User Info"), ==, IMP_CELL_OPEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table-cell/dates", test_dates);
  g_test_add_func ("/exchange/table-cell/no-dates", test_no_dates);
  g_test_add_func ("/exchange/table-cell/order-of-dates", test_order);
  g_test_add_func ("/exchange/table-cell/numbers", test_numbers);
  g_test_add_func ("/exchange/table-cell/answers", test_answers);
  g_test_add_func ("/exchange/table-cell/unknown", test_unknown);
  g_test_add_func ("/exchange/table-cell/lines", test_lines);
  g_test_add_func ("/exchange/table-cell/levels-and-states", test_words);
  return g_test_run ();
}
