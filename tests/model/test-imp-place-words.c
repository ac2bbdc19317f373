/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where an irritant stands, and where an answer moved it, in words. */
#include "config.h"

#include "model/imp-place-words.h"

static void
assert_place (guint rank, const char *words)
{
  g_autofree char *said = imp_place_to_words (rank);

  g_assert_cmpstr (said, ==, words);
}

static void
test_ordinals (void)
{
  assert_place (1, "1st");
  assert_place (2, "2nd");
  assert_place (3, "3rd");
  assert_place (4, "4th");
  assert_place (10, "10th");
  assert_place (11, "11th");
  assert_place (12, "12th");
  assert_place (13, "13th");
  assert_place (21, "21st");
  assert_place (112, "112th");
  assert_place (122, "122nd");
}

static void
test_place (void)
{
  g_autofree char *impact = imp_place_say (2, 39, IMP_MEASURE_IMPACT);
  g_autofree char *delay = imp_place_say (3, 39, IMP_MEASURE_COST_OF_DELAY);
  g_autofree char *age = imp_place_say (1, 39, 0);

  g_assert_cmpstr (impact, ==, "2nd of 39 by impact");
  g_assert_cmpstr (delay, ==, "3rd of 39 by cost of delay");
  g_assert_cmpstr (age, ==, "1st of 39 by age");
}

static void
assert_move (guint from, guint to, const char *words)
{
  const ImpImpact impact = { .hours = 61, .low = 40.4, .high = 91 };
  g_autofree char *said = imp_place_say_move (from, to, &impact);

  g_assert_cmpstr (said, ==, words);
}

static void
test_move (void)
{
  assert_move (7, 3, "From 7th to 3rd; about 61\u00a0hours a month now, between 40 and 91.");
  assert_move (7, 7, "Still 7th; about 61\u00a0hours a month now, between 40 and 91.");
  assert_move (0, 7, "7th by impact; about 61\u00a0hours a month now, between 40 and 91.");
  assert_move (7, 0, "About 61\u00a0hours a month now, between 40 and 91.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/place-words/ordinals", test_ordinals);
  g_test_add_func ("/model/place-words/place", test_place);
  g_test_add_func ("/model/place-words/move", test_move);
  return g_test_run ();
}
