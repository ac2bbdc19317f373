/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Quantities that nobody knows exactly: tables, cases reckoned by hand, and what holds for all. */
#include "config.h"

#include "model/imp-estimate.h"
#include "model/imp-normal.h"

#include <math.h>

/* Any table of the normal distribution. */
static void
test_chance_by_table (void)
{
  g_assert_cmpfloat_with_epsilon (imp_normal_get_chance (0), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (imp_normal_get_chance (1), 0.841344746, 1e-9);
  g_assert_cmpfloat_with_epsilon (imp_normal_get_chance (-1.959963985), 0.025, 1e-9);
  g_assert_cmpfloat_with_epsilon (imp_normal_get_chance (IMP_Z_SURE), IMP_CHANCE_SURE, 1e-15);
  g_assert_cmpfloat_with_epsilon (imp_normal_get_density (0), 0.398942280, 1e-9);
  g_assert_cmpfloat_with_epsilon (imp_normal_get_density (-1), 0.241970725, 1e-9);
}

static void
test_exceeded_is_the_inverse (void)
{
  for (double z = -8; z <= 8; z += 0.03125)
    {
      double chance = imp_normal_get_chance (-z);

      /* Near one a double has no room for what is missing. */
      g_assert_cmpfloat_with_epsilon (imp_normal_get_exceeded (chance), z, z < -6 ? 0.1 : 1e-6);
    }
}

static void
test_range_by_hand (void)
{
  /* exp (1.28 x 0.6) = exp (0.768) = 2.1555: 150 / 2.1555 and 150 x 2.1555 */
  ImpEstimate scanner = { 150, 0.6 }, exact = { 150, 0 };

  g_assert_cmpfloat_with_epsilon (imp_estimate_get_low (&scanner), 69.59, 0.01);
  g_assert_cmpfloat_with_epsilon (imp_estimate_get_high (&scanner), 323.32, 0.01);
  g_assert_cmpfloat (imp_estimate_get_low (&exact), ==, 150);
  g_assert_cmpfloat (imp_estimate_get_high (&exact), ==, 150);
}

static void
test_range_holds_four_in_five (void)
{
  for (double spread = 0.1; spread < 3; spread += 0.1)
    {
      ImpEstimate self = { 40, spread };
      ImpEstimate low = { imp_estimate_get_low (&self), 0 };
      ImpEstimate high = { imp_estimate_get_high (&self), 0 };
      double inside =
          imp_estimate_get_chance (&self, &low) - imp_estimate_get_chance (&self, &high);

      g_assert_cmpfloat_with_epsilon (inside, 0.8, 0.001);
    }
}

static void
test_chance_by_hand (void)
{
  /* Tills 238, each answer from several: 0.4 x sqrt (3) = 0.6928. Scanners 187.5, spread 0.6.
   * log (238 / 187.5) = 0.2385; sqrt (0.48 + 0.36) = 0.9165; z = 0.2602; Phi = 0.6027. */
  ImpEstimate tills = { 238, 0.4 * sqrt (3) }, scanners = { 187.5, 0.6 };

  g_assert_cmpfloat_with_epsilon (imp_estimate_get_chance (&tills, &scanners), 0.6027, 0.0001);
  g_assert_cmpfloat_with_epsilon (imp_estimate_get_chance (&scanners, &tills), 0.3973, 0.0001);
}

static void
test_chance_of_the_exact (void)
{
  ImpEstimate more = { 2, 0 }, less = { 1, 0 };

  g_assert_cmpfloat (imp_estimate_get_chance (&more, &less), ==, 1);
  g_assert_cmpfloat (imp_estimate_get_chance (&less, &more), ==, 0);
  g_assert_cmpfloat (imp_estimate_get_chance (&more, &more), ==, 0.5);
}

/* Hours or minutes, days or months: the chance is the same; both chances make one; and the surer
 * of two pairs is decided more clearly. */
static void
test_chance_holds_for_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (int i = 0; i < 1000; i++)
    {
      ImpEstimate a = { exp (g_rand_double_range (rand, -3, 6)), g_rand_double (rand) * 2 };
      ImpEstimate b = { exp (g_rand_double_range (rand, -3, 6)), g_rand_double (rand) * 2 };
      ImpEstimate a_in_minutes = { a.value * 60, a.spread },
                  b_in_minutes = { b.value * 60, b.spread };
      ImpEstimate more = { a.value * 1.1, a.spread }, surer = { a.value, a.spread / 2 };
      double chance = imp_estimate_get_chance (&a, &b);

      g_assert_cmpfloat_with_epsilon (imp_estimate_get_chance (&b, &a), 1 - chance, 1e-9);
      g_assert_cmpfloat_with_epsilon (imp_estimate_get_chance (&a_in_minutes, &b_in_minutes),
                                      chance, 1e-9);
      g_assert_cmpfloat (imp_estimate_get_chance (&more, &b), >=, chance);
      g_assert_cmpfloat (fabs (imp_estimate_get_chance (&surer, &b) - 0.5), >=,
                         fabs (chance - 0.5));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/normal/chance-by-table", test_chance_by_table);
  g_test_add_func ("/model/normal/exceeded-is-the-inverse", test_exceeded_is_the_inverse);
  g_test_add_func ("/model/estimate/range-by-hand", test_range_by_hand);
  g_test_add_func ("/model/estimate/range-holds-four-in-five", test_range_holds_four_in_five);
  g_test_add_func ("/model/estimate/chance-by-hand", test_chance_by_hand);
  g_test_add_func ("/model/estimate/chance-of-the-exact", test_chance_of_the_exact);
  g_test_add_func ("/model/estimate/chance-holds-for-all", test_chance_holds_for_all);
  return g_test_run ();
}
