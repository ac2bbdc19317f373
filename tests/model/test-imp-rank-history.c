/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What rank an irritant had before, said aloud. */
#include "config.h"

#include "model/imp-rank-history.h"

static void
add (GArray *past, int year, int month, int day, guint rank)
{
  const ImpPastRank then = { imp_date_new (year, month, day), rank };

  g_array_append_val (past, then);
}

static void
assert_said (GArray *past, const char *words)
{
  g_autofree char *said = imp_rank_history_say (past);
  g_auto (GStrv) parts = g_strsplit (said, "\u00a0", -1);
  g_autofree char *plain = g_strjoinv (" ", parts);

  g_assert_cmpstr (plain, ==, words);
}

static void
test_words (void)
{
  g_autoptr (GArray) past = g_array_new (FALSE, FALSE, sizeof (ImpPastRank));

  assert_said (past, "");
  add (past, 2026, 6, 1, 9);
  assert_said (past, "Improve has noted its rank since 1 June.");
  add (past, 2026, 6, 8, 9);
  assert_said (past, "Rank 9 since 1 June.");
  add (past, 2026, 6, 15, 8);
  assert_said (past, "Rank 9 on 1 June, 8 now.");
  add (past, 2026, 7, 6, 8);
  assert_said (past, "Rank 8 since June 2026.");
  add (past, 2026, 9, 7, 4);
  add (past, 2026, 11, 2, 3);
  add (past, 2026, 11, 22, 2);
  assert_said (past, "Rank 8 in June 2026, 4 in September 2026, 2 now.");
}

/* Two years of every week stay one sentence. */
static void
test_long (void)
{
  g_autoptr (GArray) past = g_array_new (FALSE, FALSE, sizeof (ImpPastRank));
  guint best, worst;

  for (guint i = 0; i < 24; i++)
    add (past, 2025 + (int) i / 12, 1 + (int) i % 12, 5, 30 - i);
  assert_said (past, "Rank 13 in June 2026, 12 in July 2026, 11 in August 2026, 10 in September "
                     "2026, 9 in October 2026, 8 in November 2026, 7 now.");
  imp_rank_history_get_ends (past, &best, &worst);
  g_assert_cmpuint (best, ==, 7);
  g_assert_cmpuint (worst, ==, 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rank-history/words", test_words);
  g_test_add_func ("/model/rank-history/long", test_long);
  return g_test_run ();
}
