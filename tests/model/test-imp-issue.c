/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One issue of "what we fixed" as data: its sums, and who owns it. */
#include "config.h"

#include "model/imp-issue.h"

static void
add_hours (ImpIssueFix *fix, double hours, ImpHoursSource source)
{
  fix->title = g_strdup ("A pallet scans in one second");
  fix->hours = hours;
  fix->hours_source = source;
}

static void
test_new (void)
{
  g_autoptr (ImpIssue) issue = imp_issue_new ();
  gboolean estimated = TRUE;

  g_assert_cmpint (imp_issue_count_fixes (issue), ==, 0);
  g_assert_cmpfloat (imp_issue_sum_hours (issue, &estimated), ==, 0);
  g_assert_false (estimated);
  g_assert_false (imp_date_is_set (issue->from) || imp_date_is_set (issue->to));
  g_assert_false (imp_date_is_set (issue->published) || imp_date_is_set (issue->next));
  g_assert_false (imp_date_is_set (imp_issue_add_big (issue)->from));
  g_assert_false (imp_date_is_set (imp_issue_add_coming (issue)->date));
  g_assert_false (imp_date_is_set (imp_issue_add_works (issue)->date));
}

static void
test_sums (void)
{
  g_autoptr (ImpIssue) issue = imp_issue_new ();
  gboolean estimated;

  add_hours (imp_issue_add_big (issue), 120, IMP_HOURS_ASKED_AGAIN);
  add_hours (imp_issue_add_small (issue), 5, IMP_HOURS_ASKED_AGAIN);
  add_hours (imp_issue_add_small (issue), 0, IMP_HOURS_ESTIMATED);
  imp_issue_add_coming (issue);
  imp_issue_add_not_now (issue);
  issue->rest_count = 9;
  issue->rest_hours = 30;
  g_assert_cmpint (imp_issue_count_fixes (issue), ==, 12);
  g_assert_cmpfloat (imp_issue_sum_hours (issue, &estimated), ==, 155);
  g_assert_false (estimated);
}

static void
test_estimated (void)
{
  g_autoptr (ImpIssue) issue = imp_issue_new ();
  gboolean estimated;

  add_hours (imp_issue_add_big (issue), 120, IMP_HOURS_ASKED_AGAIN);
  issue->rest_estimated = TRUE;
  imp_issue_sum_hours (issue, &estimated);
  g_assert_false (estimated);
  issue->rest_hours = 1;
  imp_issue_sum_hours (issue, &estimated);
  g_assert_true (estimated);
  issue->rest_hours = 0;
  add_hours (imp_issue_add_small (issue), 1, IMP_HOURS_ESTIMATED);
  imp_issue_sum_hours (issue, &estimated);
  g_assert_true (estimated);
}

static void
test_ref (void)
{
  ImpIssue *issue = imp_issue_new ();
  GValue value = G_VALUE_INIT;

  g_value_init (&value, IMP_TYPE_ISSUE);
  g_value_set_boxed (&value, issue);
  imp_issue_unref (issue);
  g_assert_true (g_value_get_boxed (&value) == issue);
  g_assert_cmpint (imp_issue_count_fixes (issue), ==, 0);
  g_value_unset (&value);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/issue/new-is-empty", test_new);
  g_test_add_func ("/model/issue/sums-what-is-printed", test_sums);
  g_test_add_func ("/model/issue/estimated-if-any-part-is", test_estimated);
  g_test_add_func ("/model/issue/values-hold-a-reference", test_ref);
  return g_test_run ();
}
