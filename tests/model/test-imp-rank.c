/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The order and its groups: cases reckoned by hand, and what holds for any backlog. */
#include "config.h"

#include "model/imp-rank.h"

#include <math.h>
#include <string.h>

static ImpRankEntry
make_entry (guint32 item, double value, double spread)
{
  g_autofree char *name = g_strdup_printf ("irritant %u", item);
  ImpUuid uuid = imp_uuid_new_from_name (name);

  return imp_rank_entry (item, &uuid, &(ImpEstimate) { value, spread });
}

static ImpRank *
rank_entries (const ImpRankEntry *entries, guint n_entries)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (ImpRankEntry));

  g_array_append_vals (array, entries, n_entries);
  return imp_rank_new (array);
}

static char *
show (const ImpRank *rank)
{
  GString *text = g_string_new (NULL);
  guint n;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n);

  for (guint i = 0; i < n; i++)
    {
      guint first, end;

      imp_rank_get_group (rank, i, &first, &end);
      g_string_append_printf (text, "%s%u",
                              i == 0       ? ""
                              : i == first ? " | "
                                           : " ",
                              entries[i].item);
      g_assert_cmpuint (end, >, i);
    }
  return g_string_free_and_steal (text);
}

static void
assert_shows (const ImpRank *rank, const char *expected)
{
  g_autofree char *shown = show (rank);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_groups_by_hand (void)
{
  /* All with spread 0.5: ahead with 75 % from a factor of exp (0.6745 x sqrt (0.5)) = 1.611 on.
   * 100 leads 80 and 63 (100 / 62.07 = 1.611), not 62; 62 leads 39 (62 / 38.48), not 38. */
  const ImpRankEntry entries[] = { make_entry (1, 63, 0.5), make_entry (2, 100, 0.5),
                                   make_entry (3, 39, 0.5), make_entry (4, 62, 0.5),
                                   make_entry (5, 80, 0.5), make_entry (6, 38, 0.5) };
  g_autoptr (ImpRank) rank = rank_entries (entries, G_N_ELEMENTS (entries));
  guint n;
  const guint32 *groups = imp_rank_get_groups (rank, &n);

  assert_shows (rank, "2 5 1 | 4 3 | 6");
  g_assert_cmpmem (groups, n * sizeof *groups, ((guint32[]) { 0, 3, 5 }), 3 * sizeof *groups);
}

/* What is unsure counts as about the same as more of its neighbours, and need not be last of its
 * group. 0.6745 x sqrt (0.04 + 1.96) = 0.954, a factor of 2.6; of two sure ones 0.19, or 1.21. */
static void
test_unsure_among_sure (void)
{
  const ImpRankEntry entries[] = { make_entry (1, 100, 0.2), make_entry (2, 50, 1.4),
                                   make_entry (3, 45, 0.2), make_entry (4, 44, 0.2) };
  g_autoptr (ImpRank) rank = rank_entries (entries, G_N_ELEMENTS (entries));

  assert_shows (rank, "1 2 | 3 4");
}

static void
test_known_exactly (void)
{
  const ImpRankEntry entries[] = { make_entry (1, 7, 0), make_entry (2, 3, 0), make_entry (3, 7, 0),
                                   make_entry (4, 2, 0) };
  g_autoptr (ImpRank) rank = rank_entries (entries, G_N_ELEMENTS (entries));
  guint first, end;

  imp_rank_get_group (rank, 0, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  imp_rank_get_group (rank, 3, &first, &end);
  g_assert_cmpuint (first, ==, 3);
  g_assert_cmpuint (end, ==, 4);
}

static void
test_empty (void)
{
  g_autoptr (ImpRank) rank = rank_entries (NULL, 0);
  const ImpRankEntry entry = make_entry (1, 7, 1);
  ImpRankMove move = imp_rank_change (rank, &entry);

  g_assert_cmpuint (move.from, ==, IMP_RANK_NONE);
  g_assert_cmpuint (move.to, ==, 0);
  g_assert_true (move.regrouped);
  move = imp_rank_remove (rank, 1);
  g_assert_cmpuint (move.from, ==, 0);
  g_assert_cmpuint (move.to, ==, IMP_RANK_NONE);
  g_assert_true (move.regrouped);
  move = imp_rank_remove (rank, 1);
  g_assert_cmpuint (move.from, ==, IMP_RANK_NONE);
  g_assert_cmpuint (imp_rank_find (rank, 1), ==, IMP_RANK_NONE);
}

static void
test_no_value (void)
{
  const ImpRankEntry entries[] = { make_entry (1, 0, 0.7), make_entry (2, 1e-9, 0.7) };
  g_autoptr (ImpRank) rank = rank_entries (entries, G_N_ELEMENTS (entries));

  assert_shows (rank, "2 | 1");
}

static void
test_changes (void)
{
  const ImpRankEntry entries[] = { make_entry (1, 100, 0.2), make_entry (2, 50, 0.2),
                                   make_entry (3, 25, 0.2), make_entry (4, 12, 0.2) };
  g_autoptr (ImpRank) rank = rank_entries (entries, G_N_ELEMENTS (entries));
  ImpRankEntry up = make_entry (3, 70, 0.2), same = make_entry (3, 69, 0.2);
  ImpRankEntry down = make_entry (1, 11.9, 0.2);
  ImpRankMove move = imp_rank_change (rank, &up);

  assert_shows (rank, "1 | 3 | 2 | 4");
  g_assert_true (move.from == 2 && move.to == 1 && !move.regrouped);
  move = imp_rank_change (rank, &same);
  g_assert_true (move.from == 1 && move.to == 1 && !move.regrouped);
  move = imp_rank_change (rank, &down);
  assert_shows (rank, "3 | 2 | 4 1");
  g_assert_true (move.from == 0 && move.to == 3 && move.regrouped);
}

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
      g_autofree char *shown = show (rank);

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
  const ImpRankEntry here[] = { imp_rank_entry (1, &first, &same),
                                imp_rank_entry (2, &second, &same) };
  const ImpRankEntry there[] = { imp_rank_entry (2, &first, &same),
                                 imp_rank_entry (1, &second, &same) };
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
      g_autofree char *shown = show (anew);

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
      g_autofree char *before = show (rank), *after = NULL;

      imp_rank_get_group (rank, 150, &first, &end);
      lower.log -= 1;
      lower.spread /= 2;
      imp_rank_change (rank, &lower);
      after = show (rank);
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
  g_autofree char *shown = show (rank);

  for (guint i = 0; i < in_minutes->len; i++)
    g_array_index (in_minutes, ImpRankEntry, i).log += (float) log (60 * 12);
  other = imp_rank_new (g_array_ref (in_minutes));
  assert_shows (other, shown);
}

static void
test_neighbours (void)
{
  static const struct
  {
    guint n, position, first, end;
  } cases[] = { { 13, 0, 0, 6 },  { 13, 1, 0, 6 },   { 13, 2, 0, 6 }, { 13, 5, 3, 9 },
                { 13, 9, 7, 13 }, { 13, 12, 7, 13 }, { 4, 3, 0, 4 },  { 1, 0, 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (ImpRank) rank = imp_rank_new (make_backlog (rand, cases[i].n));
      guint first, end;

      imp_rank_get_neighbours (rank, cases[i].position, 6, &first, &end);
      g_assert_cmpuint (first, ==, cases[i].first);
      g_assert_cmpuint (end, ==, cases[i].end);
    }
}

/* 1.4 x sqrt (3) = 2.4249: no answer at all. One guess makes it 2.27. */
static void
test_known (void)
{
  ImpRankEntry unknown = make_entry (1, 40, 1.4 * sqrt (3));
  ImpRankEntry guess = make_entry (1, 40, sqrt (1.4 * 1.4 * 2 + 1.1 * 1.1));

  g_assert_false (imp_rank_entry_is_known (&unknown));
  g_assert_true (imp_rank_entry_is_known (&guess));
  g_assert_cmpuint (sizeof (ImpRankEntry), ==, 16);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rank/groups-by-hand", test_groups_by_hand);
  g_test_add_func ("/model/rank/unsure-among-sure", test_unsure_among_sure);
  g_test_add_func ("/model/rank/known-exactly", test_known_exactly);
  g_test_add_func ("/model/rank/empty", test_empty);
  g_test_add_func ("/model/rank/no-value-is-last", test_no_value);
  g_test_add_func ("/model/rank/changes", test_changes);
  g_test_add_func ("/model/rank/groups-as-defined", test_groups_as_defined);
  g_test_add_func ("/model/rank/independent-of-import-order", test_import_order);
  g_test_add_func ("/model/rank/independent-of-numbers", test_numbers_do_not_matter);
  g_test_add_func ("/model/rank/changes-as-anew", test_changes_as_anew);
  g_test_add_func ("/model/rank/stable-under-a-change-far-below", test_change_far_below);
  g_test_add_func ("/model/rank/monotone", test_monotone);
  g_test_add_func ("/model/rank/unit-free", test_unit_free);
  g_test_add_func ("/model/rank/neighbours", test_neighbours);
  g_test_add_func ("/model/rank/no-answer-at-all", test_known);
  return g_test_run ();
}
