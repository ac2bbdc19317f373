/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where a promise stands. */
#include "config.h"

#include "model/imp-briefing.h"

#define TODAY 20000

static void
test_states (void)
{
  static const struct
  {
    ImpDate first, kept;
    gboolean refused;
    ImpPromisedState state;
  } cases[] = {
    { TODAY, IMP_DATE_NONE, FALSE, IMP_PROMISED_UNDER_WAY },
    { TODAY - 1, IMP_DATE_NONE, FALSE, IMP_PROMISED_MISSED },
    { TODAY - 1, TODAY - 1, FALSE, IMP_PROMISED_KEPT },
    { TODAY + 5, TODAY - 1, FALSE, IMP_PROMISED_KEPT },
    { TODAY - 5, TODAY - 1, FALSE, IMP_PROMISED_KEPT_LATE },
    { TODAY - 5, IMP_DATE_NONE, TRUE, IMP_PROMISED_REFUSED },
    { TODAY + 5, IMP_DATE_NONE, TRUE, IMP_PROMISED_REFUSED },
    /* It was refused once, and done all the same. */
    { TODAY, TODAY - 1, TRUE, IMP_PROMISED_KEPT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        imp_promised_find_state (cases[i].first, cases[i].kept, cases[i].refused, TODAY), ==,
        cases[i].state);
}

static void
test_is_shared (void)
{
  ImpBriefing *briefing = imp_briefing_new ();
  g_autoptr (ImpBriefing) other = imp_briefing_ref (briefing);

  briefing->leader = g_strdup ("Ana Costa");
  imp_briefing_unref (briefing);
  g_assert_cmpstr (other->leader, ==, "Ana Costa");
  g_assert_cmpuint (other->promised->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/briefing/where-a-promise-stands", test_states);
  g_test_add_func ("/model/briefing/is-shared", test_is_shared);
  return g_test_run ();
}
