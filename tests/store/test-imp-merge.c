/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which value of a field holds, and what the clock stamps. */
#include "config.h"

#include "store/imp-merge.h"

/* A write: "rep:rseq", over which heads, with which stamp. */
typedef struct
{
  const char *row, *base;
  gint64 hlc;
} Row;

static char *
merge (const Row *rows, guint n_rows, guint *holds)
{
  static const ImpUuid replicas[4] = { { { 0 } }, { { 1 } }, { { 2 } }, { { 3 } } };
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  ImpWrite writes[8] = { 0 };

  for (guint i = 0; i < n_rows; i++)
    {
      GArray *base = g_array_new (FALSE, FALSE, sizeof (ImpHead));

      g_assert_true (imp_heads_parse (rows[i].row, heads));
      writes[i].row = g_array_index (heads, ImpHead, 0);
      writes[i].replica = &replicas[writes[i].row.rep];
      writes[i].hlc = rows[i].hlc;
      g_assert_true (imp_heads_parse (rows[i].base, base));
      writes[i].base = base;
    }
  *holds = imp_merge_writes (writes, n_rows, heads);
  for (guint i = 0; i < n_rows; i++)
    g_array_unref ((GArray *) writes[i].base);
  return imp_heads_print ((ImpHead *) (gpointer) heads->data, heads->len);
}

static void
assert_merges (const Row *rows, guint n_rows, const char *heads)
{
  Row turned[8];

  for (guint turn = 0; turn < n_rows; turn++)
    {
      g_autofree char *merged = NULL;
      guint holds;

      for (guint i = 0; i < n_rows; i++)
        turned[i] = rows[(i + turn) % n_rows];
      merged = merge (turned, n_rows, &holds);
      g_assert_cmpstr (merged, ==, heads);
      g_assert_true (g_str_has_prefix (heads, turned[holds].row));
    }
}

static void
test_heads_print_and_parse (void)
{
  static const char *const good[] = { "", "1:17", "1:17,2:4", "12:9223372036854775807" };
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *again = NULL;

      g_assert_true (imp_heads_parse (good[i], heads));
      again = imp_heads_print ((ImpHead *) (gpointer) heads->data, heads->len);
      g_assert_cmpstr (again, ==, good[i]);
    }
  g_assert_true (imp_heads_parse (NULL, heads));
  g_assert_cmpuint (heads->len, ==, 0);
}

static void
test_heads_refuse_malformed (void)
{
  static const char *const bad[] = { "1",    "1:",    "1:17,",    ",",
                                     ":4",   "1:-17", "1:17;2:4", "1:17 ",
                                     " 1:1", "1:1:1", "a:b",      "1:99999999999999999999" };
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (imp_heads_parse (bad[i], heads))
      g_error ("“%s” was taken for heads", bad[i]);
}

static void
test_replaces_what_was_seen (void)
{
  const Row one[] = { { "1:1", "", 1 } };
  const Row next[] = { { "1:1", "", 1 }, { "1:2", "1:1", 2 } };
  const Row merged[] = { { "1:2", "", 1 }, { "2:1", "", 2 }, { "3:1", "1:2,2:1", 3 } };

  assert_merges (one, G_N_ELEMENTS (one), "1:1");
  assert_merges (next, G_N_ELEMENTS (next), "1:2");
  assert_merges (merged, G_N_ELEMENTS (merged), "3:1");
}

static void
test_keeps_what_was_not_seen (void)
{
  const Row beside[] = { { "1:1", "", 1 }, { "1:2", "1:1", 5 }, { "2:1", "1:1", 4 } };
  const Row third[] = { { "1:2", "", 1 }, { "2:1", "", 2 }, { "3:7", "2:1", 3 } };
  const Row twice[] = { { "1:2", "", 1 }, { "2:1", "", 2 }, { "2:1", "", 2 } };
  /* What 2:1 was written over has not arrived yet. */
  const Row early[] = { { "1:1", "", 1 }, { "2:1", "1:2", 9 } };

  assert_merges (beside, G_N_ELEMENTS (beside), "1:2,2:1");
  assert_merges (third, G_N_ELEMENTS (third), "3:7,1:2");
  assert_merges (twice, G_N_ELEMENTS (twice), "2:1,1:2");
  assert_merges (early, G_N_ELEMENTS (early), "2:1,1:1");
}

static void
test_highest_stamp_wins (void)
{
  const Row later[] = { { "2:1", "", 1 }, { "1:1", "", 2 } };
  const Row same[] = { { "1:1", "", 2 }, { "2:1", "", 2 } }; /* then the higher replica */

  assert_merges (later, G_N_ELEMENTS (later), "1:1,2:1");
  assert_merges (same, G_N_ELEMENTS (same), "2:1,1:1");
}

static void
test_forged_ring_has_a_value (void)
{
  const Row ring[] = { { "1:1", "2:1", 1 }, { "2:1", "1:1", 2 } };
  const Row self[] = { { "1:1", "1:1", 1 } };

  assert_merges (ring, G_N_ELEMENTS (ring), "2:1");
  assert_merges (self, G_N_ELEMENTS (self), "1:1");
}

static gboolean
survives (const char *heads_text, const char *seen_text)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  g_assert_true (imp_heads_parse (heads_text, heads) && imp_heads_parse (seen_text, seen));
  imp_vector_join (vector, (ImpHead *) (gpointer) seen->data, seen->len);
  return imp_life_survives (heads, vector);
}

static void
test_unseen_write_keeps_alive (void)
{
  g_assert_true (survives ("1:1", ""));
  g_assert_false (survives ("1:1,1:4", "1:4"));
  g_assert_true (survives ("1:1,2:1", "1:9"));              /* another laptop wrote meanwhile */
  g_assert_true (survives ("1:10", "1:9"));                 /* or it was restored */
  g_assert_false (survives ("1:2,2:3", "1:2,2:1,2:3,1:1")); /* two deleted it, each knew a part */
  g_assert_false (survives ("", "1:1"));
}

static void
test_clock_never_goes_back (void)
{
  gint64 now = 1795262400000, stamp = now << 16;

  g_assert_cmpint (imp_clock_stamp (now, 0, 0), ==, stamp);
  g_assert_cmpint (imp_clock_stamp (now, stamp, 0), ==, stamp + 1);
  g_assert_cmpint (imp_clock_stamp (now, stamp + 7, stamp + 3), ==, stamp + 8);
  /* A cell written by a computer three years ahead does not beat who edits it now. */
  g_assert_cmpint (imp_clock_stamp (now, stamp, stamp * 2), ==, stamp * 2 + 1);
  g_assert_cmpint (imp_clock_stamp (now, stamp, G_MAXINT64), ==, G_MAXINT64); /* or a damaged one */
  g_assert_cmpint (imp_clock_stamp (now - 86400000, stamp, 0), ==, stamp + 1);
  g_assert_cmpint (imp_clock_stamp (-now, stamp, 0), ==, stamp + 1); /* before 1970 */
  g_assert_cmpint (imp_clock_stamp (G_MAXINT64, stamp, 0), >, stamp);
}

static void
test_clock_does_not_follow_a_wrong_one (void)
{
  gint64 now = 1795262400000, stamp = now << 16, hour = 3600000;

  g_assert_cmpint (imp_clock_adopt (now, stamp, (now + hour) << 16), ==, (now + hour) << 16);
  g_assert_cmpint (imp_clock_adopt (now, stamp, (now - hour) << 16), ==, stamp);
  g_assert_cmpint (imp_clock_adopt (now, stamp, (now + 3 * 365 * 24 * hour) << 16), ==, stamp);
  g_assert_cmpint (imp_clock_adopt (now, stamp, G_MAXINT64), ==, stamp);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/merge/heads-print-and-parse", test_heads_print_and_parse);
  g_test_add_func ("/store/merge/heads-refuse-malformed", test_heads_refuse_malformed);
  g_test_add_func ("/store/merge/replaces-what-was-seen", test_replaces_what_was_seen);
  g_test_add_func ("/store/merge/keeps-what-was-not-seen", test_keeps_what_was_not_seen);
  g_test_add_func ("/store/merge/highest-stamp-wins", test_highest_stamp_wins);
  g_test_add_func ("/store/merge/forged-ring-has-a-value", test_forged_ring_has_a_value);
  g_test_add_func ("/store/merge/unseen-write-keeps-alive", test_unseen_write_keeps_alive);
  g_test_add_func ("/store/merge/clock-never-goes-back", test_clock_never_goes_back);
  g_test_add_func ("/store/merge/clock-does-not-follow-a-wrong-one",
                   test_clock_does_not_follow_a_wrong_one);
  return g_test_run ();
}
