/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Many seeds of laptops that write without knowing of each other: nothing diverges, nothing is
 * lost. A seed that fails is shrunk to the few steps that matter. */
#include "config.h"

#include "merge-simulator.h"

#define N_STEPS        2000
#define N_ORDERS       100
#define SEEDS_EVERYDAY 50
#define SEEDS_LONG     1000

static char *
judge (guint seed, SimFault fault, const GArray *steps)
{
  g_autoptr (SimWorld) world = sim_world_new (seed, fault);

  sim_world_run (world, steps);
  sim_world_heal (world);
  return sim_world_judge (world);
}

/* The steps without those from `begin` to `end`, if they still fail; else NULL. */
static GArray *
cut (guint seed, SimFault fault, const GArray *steps, guint begin, guint end)
{
  g_autoptr (GArray) fewer = g_array_copy ((GArray *) steps);
  g_autofree char *wrong = NULL;

  g_array_remove_range (fewer, begin, end - begin);
  wrong = judge (seed, fault, fewer);
  return wrong != NULL ? g_steal_pointer (&fewer) : NULL;
}

/* Leaves out ever smaller runs of steps for as long as what is left still fails. */
static GArray *
shrink (guint seed, SimFault fault, const GArray *steps)
{
  GArray *least = g_array_copy ((GArray *) steps);

  for (guint run = least->len / 2; run > 0; run /= 2)
    for (guint begin = 0; begin < least->len;)
      {
        GArray *fewer = cut (seed, fault, least, begin, MIN (begin + run, least->len));

        if (fewer == NULL)
          {
            begin += run;
            continue;
          }
        g_array_unref (least);
        least = fewer;
      }
  return least;
}

static void
report (guint seed, const char *wrong, const GArray *steps)
{
  g_autoptr (GArray) least = shrink (seed, SIM_SOUND, steps);

  g_test_message ("Seed %u: %s. It takes these %u of %u steps:", seed, wrong, least->len,
                  steps->len);
  for (guint i = 0; i < least->len; i++)
    {
      const SimStep *step = &g_array_index (least, SimStep, i);

      g_test_message ("  { %u, %u, %u, %u }", step->kind, step->replica, step->other, step->number);
    }
  g_test_fail_printf ("seed %u: %s", seed, wrong);
}

static void
tell (guint first, guint n_seeds, guint n_rows, guint n_conflicts, guint n_merged)
{
  g_test_message (
      "S1: %u seeds from %u on, %u rows, one digest each; at the end %u fields with several values,"
      " %u items merged into another",
      n_seeds, first, n_rows, n_conflicts, n_merged);
  g_test_message ("S2: %u seeds, 0 lost texts", n_seeds);
  g_test_message ("S3: %u seeds, 0 edits behind a value their author had seen", n_seeds);
}

/* Everyday the same seeds; in the long form others each time, by GTest's seed, which is printed. */
static void
test_nothing_diverges (void)
{
  gboolean in_long = g_getenv ("IMPROVE_TEST_LONG") != NULL;
  guint n_seeds = in_long ? SEEDS_LONG : SEEDS_EVERYDAY;
  guint first = in_long ? (guint) g_test_rand_int_range (1, G_MAXINT32 - SEEDS_LONG) : 1;
  guint n_rows = 0, n_conflicts = 0, n_merged = 0;

  for (guint seed = first; seed < first + n_seeds; seed++)
    {
      g_autoptr (GArray) steps = sim_steps_new (seed, N_STEPS);
      g_autoptr (SimWorld) world = sim_world_new (seed, SIM_SOUND);
      g_autofree char *wrong = NULL;

      sim_world_run (world, steps);
      sim_world_heal (world);
      if ((wrong = sim_world_judge (world)) != NULL)
        report (seed, wrong, steps);
      n_rows += sim_world_count_rows (world);
      n_conflicts += sim_world_count_conflicts (world);
      n_merged += sim_world_count_merged (world);
    }
  if (!g_test_failed ())
    tell (first, n_seeds, n_rows, n_conflicts, n_merged);
  g_assert_cmpuint (n_merged, >, n_seeds);
  g_assert_cmpuint (n_conflicts, >, n_seeds); /* or the laptops never met a conflict */
}

static void
test_order_does_not_matter (void)
{
  g_autoptr (GArray) steps = sim_steps_new (6, N_STEPS);
  g_autoptr (SimWorld) world = sim_world_new (6, SIM_SOUND);

  sim_world_run (world, steps);
  sim_world_heal (world);
  for (guint i = 0; i < N_ORDERS; i++)
    {
      g_autofree char *wrong = sim_world_judge_order (world, i);

      g_assert_cmpstr (wrong, ==, NULL);
    }
  g_test_message ("S4: %u orders, one digest", N_ORDERS);
}

typedef struct
{
  SimFault fault;
  const char *finds; /* what does not hold then */
} Bite;

/* A test that finds nothing in broken rules would find nothing at all. */
static void
test_bites (gconstpointer data)
{
  const Bite *bite = data;
  SimFault fault = bite->fault;
  g_autoptr (GArray) steps = sim_steps_new (5, 300), least = NULL;
  g_autofree char *wrong = judge (5, fault, steps), *again = NULL;

  g_assert_true (g_str_has_prefix (wrong, bite->finds));
  least = shrink (5, fault, steps);
  again = judge (5, fault, least);
  g_assert_nonnull (again);
  g_test_message ("Found: %s, in %u steps", again, least->len);
  g_assert_cmpuint (least->len, <=, 6);
}

int
main (int argc, char **argv)
{
  static const Bite arrival = { SIM_LAST_ARRIVED_HOLDS, "S1: " };
  static const Bite clocks = { SIM_PLAIN_CLOCK, "S3: " };
  static const Bite one_head = { SIM_ONE_HEAD, "S2: " };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/merge/nothing-diverges", test_nothing_diverges);
  g_test_add_func ("/store/merge/order-does-not-matter", test_order_does_not_matter);
  g_test_add_data_func ("/store/merge/test-finds-arrival-order", &arrival, test_bites);
  g_test_add_data_func ("/store/merge/test-finds-plain-clocks", &clocks, test_bites);
  g_test_add_data_func ("/store/merge/test-finds-lost-texts", &one_head, test_bites);
  return g_test_run ();
}
