/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * States derived from dates, confirmations and fixes. */
#include "config.h"

#include "model/imp-state.h"

static void
test_fix (void)
{
  static const struct
  {
    gboolean started, delivered;
    ImpVerdict verdict;
    ImpFixState state;
  } cases[] = {
    { FALSE, FALSE, 0, IMP_FIX_STATE_PLANNED },
    { TRUE, FALSE, 0, IMP_FIX_STATE_BEING_FIXED },
    { TRUE, TRUE, 0, IMP_FIX_STATE_DELIVERED },
    { FALSE, TRUE, 0, IMP_FIX_STATE_DELIVERED },
    { TRUE, TRUE, IMP_VERDICT_GONE, IMP_FIX_STATE_CONFIRMED },
    { TRUE, TRUE, IMP_VERDICT_BETTER, IMP_FIX_STATE_DELIVERED },
    { TRUE, TRUE, IMP_VERDICT_STILL_THERE, IMP_FIX_STATE_BEING_FIXED },
    { FALSE, FALSE, IMP_VERDICT_GONE, IMP_FIX_STATE_PLANNED },
    { TRUE, FALSE, IMP_VERDICT_GONE, IMP_FIX_STATE_BEING_FIXED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (imp_fix_state_derive (cases[i].started, cases[i].delivered, cases[i].verdict),
                     ==, cases[i].state);
}

static void
test_irritant (void)
{
  static const struct
  {
    int n_in_state[IMP_FIX_STATE_CONFIRMED + 1]; /* none, planned, being fixed, delivered, … */
    gboolean declined;
    ImpState state;
  } cases[] = {
    { { 0 }, FALSE, IMP_STATE_OPEN },
    { { 0 }, TRUE, IMP_STATE_DECLINED },
    { { 0, 1, 0, 0, 0 }, FALSE, IMP_STATE_PLANNED },
    { { 0, 0, 1, 0, 0 }, FALSE, IMP_STATE_BEING_FIXED },
    { { 0, 0, 0, 1, 0 }, FALSE, IMP_STATE_FIXED },
    { { 0, 0, 0, 0, 1 }, FALSE, IMP_STATE_CONFIRMED },
    /* The least advanced of several decides, and a fix outweighs a refusal. */
    { { 0, 0, 0, 2, 1 }, FALSE, IMP_STATE_FIXED },
    { { 0, 1, 1, 1, 1 }, FALSE, IMP_STATE_PLANNED },
    { { 0, 0, 1, 0, 0 }, TRUE, IMP_STATE_BEING_FIXED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (imp_state_derive (cases[i].n_in_state, cases[i].declined), ==, cases[i].state);
}

static void
test_labels (void)
{
  g_assert_cmpstr (imp_state_get_label (IMP_STATE_BEING_FIXED), ==, "Being fixed");
  g_assert_cmpstr (imp_state_get_label (IMP_STATE_DECLINED), ==, "Declined");
  g_assert_cmpstr (imp_fix_state_get_label (IMP_FIX_STATE_DELIVERED), ==, "Delivered");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/fix-state/follows-dates-and-verdict", test_fix);
  g_test_add_func ("/model/state/follows-fixes", test_irritant);
  g_test_add_func ("/model/state/labels", test_labels);
  return g_test_run ();
}
