/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which value of a field holds, and what the clock stamps. */
#include "config.h"

#include "store/imp-merge.h"

static char *
apply (const char *heads_text, const char *base_text, gint64 rep, gint64 rseq)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) base = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  g_assert_true (imp_heads_parse (heads_text, heads));
  g_assert_true (imp_heads_parse (base_text, base));
  imp_heads_apply (heads, base, (ImpHead) { rep, rseq });
  return imp_heads_print ((ImpHead *) (gpointer) heads->data, heads->len);
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
test_apply_replaces_what_was_seen (void)
{
  g_autofree char *next = apply ("1:1", "1:1", 1, 2), *first = apply ("", "", 1, 1),
                  *merged = apply ("1:2,2:1", "1:2,2:1", 3, 1);

  g_assert_cmpstr (next, ==, "1:2");
  g_assert_cmpstr (first, ==, "1:1");
  g_assert_cmpstr (merged, ==, "3:1");
}

static void
test_apply_keeps_what_was_not_seen (void)
{
  g_autofree char *beside = apply ("1:2", "1:1", 2, 1), *third = apply ("1:2,2:1", "2:1", 3, 7),
                  *twice = apply ("1:2,2:1", "1:1", 2, 1);

  g_assert_cmpstr (beside, ==, "1:2,2:1");
  g_assert_cmpstr (third, ==, "1:2,3:7");
  g_assert_cmpstr (twice, ==, "1:2,2:1"); /* the same row again */
}

static void
test_highest_stamp_wins (void)
{
  g_assert_true (imp_stamp_wins (2, 0, 1));
  g_assert_false (imp_stamp_wins (1, 0, 2));
  g_assert_true (imp_stamp_wins (2, 1, 2)); /* at the same moment the higher replica */
  g_assert_false (imp_stamp_wins (2, -1, 2));
  g_assert_false (imp_stamp_wins (2, 0, 2)); /* the row itself, once more */
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
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/merge/heads-print-and-parse", test_heads_print_and_parse);
  g_test_add_func ("/store/merge/heads-refuse-malformed", test_heads_refuse_malformed);
  g_test_add_func ("/store/merge/replaces-what-was-seen", test_apply_replaces_what_was_seen);
  g_test_add_func ("/store/merge/keeps-what-was-not-seen", test_apply_keeps_what_was_not_seen);
  g_test_add_func ("/store/merge/highest-stamp-wins", test_highest_stamp_wins);
  g_test_add_func ("/store/merge/clock-never-goes-back", test_clock_never_goes_back);
  return g_test_run ();
}
