/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The order and its groups: cases reckoned by hand. */
#include "config.h"

#include "rank-entries.h"

#include <math.h>

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
      g_autoptr (ImpRank) rank = rank_entries (NULL, 0);
      guint first, end;

      for (guint32 j = 0; j < cases[i].n; j++)
        imp_rank_change (rank, (ImpRankEntry[]) { make_entry (j, j + 1, 1) });
      imp_rank_get_neighbours (rank, cases[i].position, 6, &first, &end);
      g_assert_cmpuint (first, ==, cases[i].first);
      g_assert_cmpuint (end, ==, cases[i].end);
    }
}

/* 1.4 x sqrt (3) = 2.4249: as unsure as no answer at all, and yet an answer. */
static void
test_known (void)
{
  ImpRankEntry unknown = make_entry (1, imp_rank_get_unasked_value (3, 20000), 1.4 * sqrt (3));
  ImpRankEntry least = make_entry (1, 1e-300, 1.4 * sqrt (3));

  g_assert_false (imp_rank_entry_is_known (&unknown));
  g_assert_true (imp_rank_entry_is_known (&least));
  g_assert_cmpuint (sizeof (ImpRankEntry), ==, 16);
}

/* Behind what is worth least: more voices first, then the newer; all of them one group. */
static void
test_unasked_are_the_last_group (void)
{
  const ImpRankEntry entries[] = {
    make_entry (1, imp_rank_get_unasked_value (1, 20000), 2.4),
    make_entry (2, imp_rank_get_unasked_value (1, 20001), 2.4),
    make_entry (3, imp_rank_get_unasked_value (0, IMP_DATE_NONE), 2.4),
    make_entry (4, imp_rank_get_unasked_value (G_MAXINT, 20000), 2.4),
    make_entry (5, imp_rank_get_unasked_value (2, 100), 2.4),
    make_entry (6, 1e-300, 2.4),
    make_entry (7, 50, 0.5),
  };
  g_autoptr (ImpRank) rank = rank_entries (entries, G_N_ELEMENTS (entries));
  g_autoptr (ImpRank) none = rank_entries (entries, 5);

  assert_shows (rank, "7 | 6 | 4 5 2 1 3");
  g_assert_cmpuint (imp_rank_count_known (rank), ==, 2);
  g_assert_cmpuint (imp_rank_count_known (none), ==, 0);
  imp_rank_change (rank, (ImpRankEntry[]) { make_entry (2, 60, 0.5) });
  assert_shows (rank, "2 7 | 6 | 4 5 1 3");
  g_assert_cmpuint (imp_rank_count_known (rank), ==, 3);
}

/* An index holds doubles, an order in memory floats: nobody has to sort again. */
static void
test_unasked_as_floats (void)
{
  for (int voices = 0; voices < 300; voices++)
    {
      const double value = imp_rank_get_unasked_value (voices, 20000);
      const ImpRankEntry entry = make_entry (1, value, 2.4);

      g_assert_cmpfloat ((double) entry.log, ==, value);
      g_assert_cmpfloat (imp_rank_get_unasked_value (voices + 1, 0), >, value);
    }
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
  g_test_add_func ("/model/rank/neighbours", test_neighbours);
  g_test_add_func ("/model/rank/no-answer-at-all", test_known);
  g_test_add_func ("/model/rank/unasked-are-the-last-group", test_unasked_are_the_last_group);
  g_test_add_func ("/model/rank/unasked-as-floats", test_unasked_as_floats);
  return g_test_run ();
}
