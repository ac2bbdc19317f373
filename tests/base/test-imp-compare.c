/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Comparing numbers that lie far from each other. */
#include "config.h"

#include "base/imp-compare.h"

static void
test_uint32 (void)
{
  const guint32 low = 1, high = G_MAXUINT32;

  g_assert_cmpint (imp_compare_uint32 (&low, &high), <, 0);
  g_assert_cmpint (imp_compare_uint32 (&high, &low), >, 0);
  g_assert_cmpint (imp_compare_uint32 (&high, &high), ==, 0);
}

static void
test_int64 (void)
{
  const gint64 low = G_MININT64, high = G_MAXINT64;

  g_assert_cmpint (imp_compare_int64 (&low, &high), <, 0);
  g_assert_cmpint (imp_compare_int64 (&high, &low), >, 0);
  g_assert_cmpint (imp_compare_int64 (&low, &low), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/compare/uint32", test_uint32);
  g_test_add_func ("/base/compare/int64", test_int64);
  return g_test_run ();
}
