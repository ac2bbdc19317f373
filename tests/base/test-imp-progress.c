/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How far a work of one or several pieces is. */
#include "config.h"

#include "base/imp-progress.h"

static void
test_whole (void)
{
  g_autoptr (ImpProgress) progress = imp_progress_new ();

  imp_progress_set (progress, 0.5);
  g_assert_cmpfloat_with_epsilon (imp_progress_get (progress), 0.5, 0.001);
  imp_progress_set (progress, 7);
  g_assert_cmpfloat_with_epsilon (imp_progress_get (progress), 1, 0.001);
}

/* What is beyond its part is the end of that. */
static void
test_parts (void)
{
  g_autoptr (ImpProgress) progress = imp_progress_new ();

  imp_progress_begin_part (progress, 0, 0.2);
  imp_progress_set (progress, 2);
  g_assert_cmpfloat_with_epsilon (imp_progress_get (progress), 0.2, 0.001);
  imp_progress_begin_part (progress, 0.2, 1);
  g_assert_cmpfloat_with_epsilon (imp_progress_get (progress), 0.2, 0.001);
  imp_progress_set (progress, 0.5);
  g_assert_cmpfloat_with_epsilon (imp_progress_get (progress), 0.6, 0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/progress/whole", test_whole);
  g_test_add_func ("/base/progress/parts", test_parts);
  return g_test_run ();
}
