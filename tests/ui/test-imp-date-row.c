/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A day, typed or chosen. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/common/imp-date-row.h"

#define TODAY (imp_date_new (2026, 11, 21))

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } cases[] = {
    { "2026-11-27", "2026-11-27" },
    { "27 November 2026", "2026-11-27" },
    { "27\u00a0November 2026", "2026-11-27" },
    { " 27 Nov ", "2026-11-27" },
    { "15 december", "2026-12-15" },
    { "15 January", "2027-01-15" },
    { "1 November", "2026-11-01" },
    { "29 February 2028", "2028-02-29" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (imp_date_row_parse (cases[i].text, TODAY), ==, imp_date_parse (cases[i].iso));
}

static void
test_parse_refuses (void)
{
  static const char *const not_a_day[] = { "", "  ", "soon", "31 February", "November", "<b>" };

  for (gsize i = 0; i < G_N_ELEMENTS (not_a_day); i++)
    g_assert_cmpint (imp_date_row_parse (not_a_day[i], TODAY), ==, IMP_DATE_NONE);
}

static void
count_cb (int *n)
{
  (*n)++;
}

static void
test_typing (void)
{
  ImpDateRow *row = g_object_ref_sink (g_object_new (IMP_TYPE_DATE_ROW, NULL));
  int n_notified = 0;

  imp_date_row_set_today (row, TODAY);
  g_signal_connect_swapped (row, "notify::date", G_CALLBACK (count_cb), &n_notified);
  g_assert_true (imp_date_row_is_valid (row));
  imp_date_row_set_date (row, imp_date_new (2026, 12, 4));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "4\u00a0December\u00a02026");
  g_assert_cmpint (imp_date_row_get_date (row), ==, imp_date_new (2026, 12, 4));
  g_assert_cmpint (n_notified, ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (row), "sooner or later");
  g_assert_false (imp_date_row_is_valid (row));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_cmpint (n_notified, ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (imp_date_row_is_valid (row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_finalize_object (row);
}

static void
test_earliest (void)
{
  ImpDateRow *row = g_object_ref_sink (g_object_new (IMP_TYPE_DATE_ROW, NULL));

  imp_date_row_set_today (row, TODAY);
  imp_date_row_set_earliest (row, TODAY);
  g_assert_true (imp_date_row_is_valid (row));
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-11-20");
  g_assert_false (imp_date_row_is_valid (row));
  g_assert_cmpint (imp_date_row_get_date (row), ==, IMP_DATE_NONE);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-11-21");
  g_assert_cmpint (imp_date_row_get_date (row), ==, TODAY);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_finalize_object (row);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/date-row/parse", test_parse);
  g_test_add_func ("/ui/date-row/parse-refuses", test_parse_refuses);
  g_test_add_func ("/ui/date-row/typing", test_typing);
  g_test_add_func ("/ui/date-row/earliest", test_earliest);
  return g_test_run ();
}
