/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The chance of the top ten: cases reckoned by hand, and against drawing everything. */
#include "config.h"

#include "model/imp-normal.h"
#include "model/imp-top-ten.h"
#include "rank-entries.h"

#include <math.h>

/* Of two thousand draws: four standard deviations at one half. */
#define CLOSE 0.045

static double
draw_one (const ImpRankEntry *entries, guint n_entries, guint i)
{
  g_autoptr (ImpTopTen) self = imp_top_ten_draw (entries, n_entries);

  return imp_top_ten_get_chance (self, &entries[i]);
}

static void
test_few (void)
{
  ImpRankEntry entries[10];

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = make_entry (i, i + 1, i / 10.0);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_assert_cmpfloat (draw_one (entries, G_N_ELEMENTS (entries), i), ==, 1);
}

/* Eleven of the same for ten places: ten in eleven each. */
static void
test_eleven_equals (void)
{
  ImpRankEntry entries[11];
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = make_entry (i, 40, 0.7);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      double chance = draw_one (entries, G_N_ELEMENTS (entries), i);

      g_assert_cmpfloat_with_epsilon (chance, 10 / 11.0, CLOSE);
      sum += chance;
    }
  g_assert_cmpfloat_with_epsilon (sum, 10, 1e-9);
}

/* Nine that nobody reaches, and two for the last place: the chance that one is ahead of the other,
 * 0.6027 (see /model/estimate/chance-by-hand). */
static void
test_last_place (void)
{
  ImpRankEntry entries[11];

  for (guint i = 0; i < 9; i++)
    entries[i] = make_entry (i, 1e6 * (i + 1), 0.2);
  entries[9] = make_entry (9, 238, 0.4 * sqrt (3));
  entries[10] = make_entry (10, 187.5, 0.6);
  g_assert_cmpfloat_with_epsilon (draw_one (entries, 11, 9), 0.6027, CLOSE);
  g_assert_cmpfloat_with_epsilon (draw_one (entries, 11, 10), 0.3973, CLOSE);
  g_assert_cmpfloat (draw_one (entries, 11, 0), ==, 1);
}

/* Twelve of the same for ten places: ten in twelve each, whoever stands among the first ten. */
static void
test_weigh (void)
{
  ImpRankEntry entries[12];
  g_autoptr (ImpTopTen) few = NULL, equals = NULL, exact = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = make_entry (i, 40, 0.7);
  few = imp_top_ten_draw (entries, 10);
  equals = imp_top_ten_draw (entries, G_N_ELEMENTS (entries));
  g_assert_cmpfloat (imp_top_ten_weigh (few, entries, 10), ==, -1);
  g_assert_cmpfloat_with_epsilon (imp_top_ten_weigh (equals, entries, G_N_ELEMENTS (entries)),
                                  10 / 12.0, CLOSE);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = make_entry (i, 100 - i, 0);
  exact = imp_top_ten_draw (entries, G_N_ELEMENTS (entries));
  g_assert_cmpfloat (imp_top_ten_weigh (exact, entries, G_N_ELEMENTS (entries)), ==, 1);
}

static void
test_known_exactly (void)
{
  ImpRankEntry entries[50];

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = make_entry (i, 100 - i, 0);
  g_assert_cmpfloat (draw_one (entries, G_N_ELEMENTS (entries), 9), ==, 1);
  g_assert_cmpfloat (draw_one (entries, G_N_ELEMENTS (entries), 10), ==, 0);
}

/* Ten thousand tickets nobody has asked about do not crowd out what is known. */
static void
test_unknown_take_no_part (void)
{
  g_autofree ImpRankEntry *entries = g_new (ImpRankEntry, 10010);
  g_autoptr (ImpTopTen) self = NULL;

  for (guint i = 0; i < 10010; i++)
    entries[i] = i < 10 ? make_entry (i, 40, 0.7)
                        : make_entry (i, imp_rank_get_unasked_value (1, 20000), 1.4 * sqrt (3));
  self = imp_top_ten_draw (entries, 10010);
  g_assert_cmpfloat (imp_top_ten_get_chance (self, &entries[9]), ==, 1);
  g_assert_cmpfloat (imp_top_ten_get_chance (self, &entries[10]), ==, -1);
}

static void
make_backlog (GRand *rand, ImpRankEntry *entries, guint n)
{
  for (guint i = 0; i < n; i++)
    entries[i] =
        make_entry (i, exp (g_rand_double_range (rand, 0, 6)), g_rand_double_range (rand, 0.2, 2));
}

/* The tenth highest of what was drawn, all of which lie above -1000. */
static double
find_tenth (const double *drawn, guint n)
{
  double top[IMP_TOP_TEN + 1];

  for (guint i = 0; i < IMP_TOP_TEN + 1; i++)
    top[i] = -1000;
  for (guint i = 0; i < n; i++)
    {
      guint place = IMP_TOP_TEN;

      for (; place > 0 && top[place - 1] < drawn[i]; place--)
        top[place] = top[place - 1];
      top[place] = drawn[i];
    }
  return top[IMP_TOP_TEN - 1];
}

#define N_NAIVE 5000

/* Leaving out what lies below the floor changes nothing: the same as drawing every irritant every
 * time and sorting. */
static void
test_against_drawing_all (void)
{
  enum
  {
    N = 300
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree ImpRankEntry *entries = g_new (ImpRankEntry, N);
  g_autoptr (ImpTopTen) self = NULL;
  guint wins[N] = { 0 };

  make_backlog (rand, entries, N);
  for (guint draw = 0; draw < N_NAIVE; draw++)
    {
      double drawn[N], tenth;

      for (guint i = 0; i < N; i++)
        drawn[i] =
            entries[i].log
            + entries[i].spread * imp_normal_get_exceeded (g_rand_double_range (rand, 1e-12, 1));
      tenth = find_tenth (drawn, N);
      for (guint i = 0; i < N; i++)
        wins[i] += drawn[i] >= tenth;
    }
  self = imp_top_ten_draw (entries, N);
  for (guint i = 0; i < N; i++)
    g_assert_cmpfloat_with_epsilon (imp_top_ten_get_chance (self, &entries[i]),
                                    (double) wins[i] / N_NAIVE, CLOSE);
}

static void
test_ten_places (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint n = 11; n < 5000; n *= 2)
    {
      g_autofree ImpRankEntry *entries = g_new (ImpRankEntry, n);
      g_autoptr (ImpTopTen) self = NULL;
      double sum = 0;

      make_backlog (rand, entries, n);
      self = imp_top_ten_draw (entries, n);
      for (guint i = 0; i < n; i++)
        sum += imp_top_ten_get_chance (self, &entries[i]);
      g_assert_cmpfloat_with_epsilon (sum, 10, 1e-9);
    }
}

/* The dice are each irritant's own: neither the order of importing nor the number decides. */
static void
test_same_everywhere (void)
{
  enum
  {
    N = 500
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  ImpRankEntry here[N], there[N];
  g_autoptr (ImpTopTen) at_home = NULL, elsewhere = NULL;

  make_backlog (rand, here, N);
  for (guint i = 0; i < N; i++)
    {
      there[i] = here[N - 1 - i];
      there[i].item = i + 7;
    }
  at_home = imp_top_ten_draw (here, N);
  elsewhere = imp_top_ten_draw (there, N);
  for (guint i = 0; i < N; i++)
    g_assert_cmpfloat (imp_top_ten_get_chance (at_home, &here[i]), ==,
                       imp_top_ten_get_chance (elsewhere, &there[N - 1 - i]));
}

static void
test_monotone (void)
{
  enum
  {
    N = 100
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  ImpRankEntry entries[N];

  make_backlog (rand, entries, N);
  for (guint i = 0; i < N; i += 7)
    {
      double before = draw_one (entries, N, i);

      entries[i].log += 0.5f;
      g_assert_cmpfloat (draw_one (entries, N, i), >=, before - 0.02);
      entries[i].log -= 0.5f;
    }
}

static void
test_words (void)
{
  g_assert_cmpstr (imp_top_ten_to_words (0.9), ==, "It almost surely belongs in the top ten.");
  g_assert_cmpstr (imp_top_ten_to_words (0.8995), ==, "It probably belongs in the top ten.");
  g_assert_cmpstr (imp_top_ten_to_words (0.7), ==, "It probably belongs in the top ten.");
  g_assert_cmpstr (imp_top_ten_to_words (0.3), ==, "It could be in the top ten.");
  g_assert_cmpstr (imp_top_ten_to_words (0.2995), ==, "It is probably not in the top ten.");
  g_assert_cmpstr (imp_top_ten_to_words (0), ==, "It is probably not in the top ten.");
  g_assert_null (imp_top_ten_to_words (-1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/top-ten/few", test_few);
  g_test_add_func ("/model/top-ten/eleven-equals", test_eleven_equals);
  g_test_add_func ("/model/top-ten/last-place-by-hand", test_last_place);
  g_test_add_func ("/model/top-ten/known-exactly", test_known_exactly);
  g_test_add_func ("/model/top-ten/unknown-take-no-part", test_unknown_take_no_part);
  g_test_add_func ("/model/top-ten/against-drawing-all", test_against_drawing_all);
  g_test_add_func ("/model/top-ten/ten-places", test_ten_places);
  g_test_add_func ("/model/top-ten/same-everywhere", test_same_everywhere);
  g_test_add_func ("/model/top-ten/monotone", test_monotone);
  g_test_add_func ("/model/top-ten/words", test_words);
  g_test_add_func ("/model/top-ten/weigh", test_weigh);
  return g_test_run ();
}
