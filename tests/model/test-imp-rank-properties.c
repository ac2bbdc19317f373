/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The order and its groups: what holds for any backlog. */
#include "config.h"

#include "rank-entries.h"

#include <math.h>

static GArray *
make_backlog (GRand *rand, guint n)
{
  static const double spreads[] = { 0, 0.35, 0.6, 0.7, 1.21, 1.9, 2.42 };
  GArray *array = g_array_new (FALSE, FALSE, sizeof (ImpRankEntry));

  for (guint32 i = 0; i < n; i++)
    {
      /* Many are of the same value, as bands make them. */
      ImpRankEntry entry = make_entry (i + 1, exp (g_rand_int_range (rand, -6, 14) / 2.0),
                                       spreads[g_rand_int_range (rand, 0, G_N_ELEMENTS (spreads))]);

      g_array_append_val (array, entry);
    }
  return array;
}

static void
shuffle (GRand *rand, GArray *array)
{
  ImpRankEntry *entries = (ImpRankEntry *) (gpointer) array->data;

  for (guint i = array->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      ImpRankEntry swapped = entries[i - 1];

      entries[i - 1] = entries[j];
      entries[j] = swapped;
    }
}

/* The groups again, straight from the definition. */
static void
assert_defined (const ImpRank *rank)
{
  guint n, leader = 0;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n);

  for (guint i = 0; i < n; i++)
    {
      guint first, end;
      double chance = imp_estimate_get_chance (
          &(ImpEstimate) { exp (entries[leader].log), entries[leader].spread },
          &(ImpEstimate) { exp (entries[i].log), entries[i].spread });

      if (chance >= IMP_CHANCE_SURE)
        leader = i;
      imp_rank_get_group (rank, i, &first, &end);
      g_assert_cmpuint (first, ==, leader);
      g_assert_true (i == 0 || entries[i - 1].log >= entries[i].log);
    }
}

static void
test_groups_as_defined (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (ImpRank) rank =
          imp_rank_new (make_backlog (rand, (guint) g_rand_int_range (rand, 0, 300)));

      assert_defined (rank);
    }
}

static void
test_import_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int i = 0; i < 50; i++)
    {
      GArray *backlog = make_backlog (rand, 200);
      GArray *other = g_array_copy (backlog);
      g_autoptr (ImpRank) rank = imp_rank_new (backlog), again = NULL;
      g_autofree char *shown = show_rank (rank);

      shuffle (rand, other);
      again = imp_rank_new (other);
      assert_shows (again, shown);
    }
}

/* Numbers are given in the order of importing; what equals are told apart by is not. */
static void
test_numbers_do_not_matter (void)
{
  ImpUuid first = imp_uuid_new_from_name ("b"), second = imp_uuid_new_from_name ("a");
  const ImpEstimate same = { 40, 0.7 };
  const ImpRankEntry here[] = { imp_rank_entry (1, imp_rank_get_tie (&first), &same),
                                imp_rank_entry (2, imp_rank_get_tie (&second), &same) };
  const ImpRankEntry there[] = { imp_rank_entry (2, imp_rank_get_tie (&first), &same),
                                 imp_rank_entry (1, imp_rank_get_tie (&second), &same) };
  g_autoptr (ImpRank) rank_here = rank_entries (here, 2), rank_there = rank_entries (there, 2);
  guint n;

  g_assert_cmpuint (imp_rank_get_entries (rank_here, &n)[0].tie, ==,
                    imp_rank_get_entries (rank_there, &n)[0].tie);
  g_assert_cmpuint (here[0].tie, !=, here[1].tie);
}

/* One change after the other comes to what ranking all of it anew gives. */
static void
test_changes_as_anew (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (ImpRank) rank = imp_rank_new (make_backlog (rand, 60));

  for (int i = 0; i < 500; i++)
    {
      guint32 item = (guint32) g_rand_int_range (rand, 1, 80);
      ImpRankEntry entry =
          make_entry (item, exp (g_rand_int_range (rand, -6, 14) / 2.0), g_rand_double (rand));
      gboolean removes = g_rand_int_range (rand, 0, 3) == 0;
      ImpRankMove move = removes ? imp_rank_remove (rank, item) : imp_rank_change (rank, &entry);
      guint n;
      const ImpRankEntry *entries = imp_rank_get_entries (rank, &n);
      g_autoptr (ImpRank) anew = rank_entries (entries, n);
      g_autofree char *shown = show_rank (anew);

      assert_shows (rank, shown);
      assert_defined (rank);
      g_assert_cmpuint (imp_rank_find (rank, item), ==, move.to);
    }
}

static void
test_change_far_below (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (ImpRank) rank = imp_rank_new (make_backlog (rand, 200));
      guint first, end, n;
      const ImpRankEntry changed = imp_rank_get_entries (rank, &n)[150];
      ImpRankEntry lower = changed;
      g_autofree char *before = show_rank (rank), *after = NULL;

      imp_rank_get_group (rank, 150, &first, &end);
      lower.log -= 1;
      lower.spread /= 2;
      imp_rank_change (rank, &lower);
      after = show_rank (rank);
      /* Up to the group that it was in, nothing is another than before. */
      for (guint j = 0, bars = 0; before[j] != '\0' && bars < first; j++)
        {
          g_assert_cmpint (before[j], ==, after[j]);
          bars += g_ascii_isdigit (before[j]) && !g_ascii_isdigit (before[j + 1]);
        }
    }
}

/* More of any answer is more of the product: nobody falls by it. */
static void
test_monotone (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (ImpRank) rank = imp_rank_new (make_backlog (rand, 100));
      guint n;
      ImpRankEntry entry = imp_rank_get_entries (rank, &n)[g_rand_int_range (rand, 0, 100)];
      ImpRankMove move;

      entry.log += (float) g_rand_double (rand);
      move = imp_rank_change (rank, &entry);
      g_assert_cmpuint (move.to, <=, move.from);
    }
}

/* Minutes a year instead of hours a month: the same order, the same groups. */
static void
test_unit_free (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autoptr (GArray) in_minutes = make_backlog (rand, 300);
  g_autoptr (ImpRank) rank = imp_rank_new (g_array_copy (in_minutes)), other = NULL;
  g_autofree char *shown = show_rank (rank);

  for (guint i = 0; i < in_minutes->len; i++)
    g_array_index (in_minutes, ImpRankEntry, i).log += (float) log (60 * 12);
  other = imp_rank_new (g_array_ref (in_minutes));
  assert_shows (other, shown);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rank/groups-as-defined", test_groups_as_defined);
  g_test_add_func ("/model/rank/independent-of-import-order", test_import_order);
  g_test_add_func ("/model/rank/independent-of-numbers", test_numbers_do_not_matter);
  g_test_add_func ("/model/rank/changes-as-anew", test_changes_as_anew);
  g_test_add_func ("/model/rank/stable-under-a-change-far-below", test_change_far_below);
  g_test_add_func ("/model/rank/monotone", test_monotone);
  g_test_add_func ("/model/rank/unit-free", test_unit_free);
  return g_test_run ();
}
