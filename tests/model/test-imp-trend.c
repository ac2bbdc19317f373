/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether something is reported more often than it was. */
#include "config.h"

#include "model/imp-trend.h"

static void
test_judge (void)
{
  g_assert_cmpint (imp_trend_judge (0, 0), ==, IMP_TREND_NONE);
  g_assert_cmpint (imp_trend_judge (2, 0), ==, IMP_TREND_NONE);
  g_assert_cmpint (imp_trend_judge (3, 0), ==, IMP_TREND_MORE);
  g_assert_cmpint (imp_trend_judge (0, 3), ==, IMP_TREND_LESS);
  g_assert_cmpint (imp_trend_judge (2, 1), ==, IMP_TREND_SAME); /* one more is chance */
  g_assert_cmpint (imp_trend_judge (6, 4), ==, IMP_TREND_MORE);
  g_assert_cmpint (imp_trend_judge (12, 10), ==, IMP_TREND_SAME);
  g_assert_cmpstr (imp_trend_get_words (IMP_TREND_MORE), ==, "more often lately");
  g_assert_cmpstr (imp_trend_get_label (IMP_TREND_NONE), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/trend/judge", test_judge);
  return g_test_run ();
}
