/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An order that is kept while there is another one: cases, and what holds for any. */
#include "config.h"

#include "backlog/imp-kept-order.h"

#define N_ITEMS 30

static ImpRanking *
make_ranking (const guint32 *items, guint n_items)
{
  ImpRanking *ranking = g_new0 (ImpRanking, 1);

  ranking->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_vals (ranking->items, items, n_items);
  ranking->n_ranked = n_items;
  return ranking;
}

#define MAKE(...)                                                                                  \
  make_ranking ((const guint32[]) { __VA_ARGS__ },                                                 \
                sizeof ((const guint32[]) { __VA_ARGS__ }) / sizeof (guint32))

/* "3#1 …": item and rank; takes both over. */
static void
assert_kept (ImpRanking *latest, ImpRanking *shown, const char *expected)
{
  g_autoptr (ImpRanking) now = latest, before = shown;
  g_autoptr (ImpRanking) kept = imp_kept_order_new (now, before->items);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; kept != NULL && i < kept->items->len; i++)
    g_string_append_printf (text, "%s%u#%u", i > 0 ? " " : "",
                            g_array_index (kept->items, guint32, i),
                            imp_ranking_get_rank (kept, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_by_hand (void)
{
  assert_kept (MAKE (1, 2, 3), MAKE (1, 2, 3), "");
  assert_kept (MAKE (1, 9, 3, 8), MAKE (1, 2, 3), ""); /* comes and goes */
  assert_kept (MAKE (2, 1, 3), MAKE (1, 2, 3), "1#2 2#1 3#3");
  assert_kept (MAKE (9, 2, 8, 1, 7), MAKE (1, 2, 3), "9#1 1#4 7#5 2#2 8#3");
  assert_kept (MAKE (5), MAKE (1, 2, 3), "");
  assert_kept (make_ranking (NULL, 0), MAKE (1), "");
}

/* What is pinned stands first at once; whoever is not any more goes where the order has them. */
static void
test_pinned (void)
{
  ImpRanking *latest = MAKE (3, 2, 1, 4);
  const guint32 ranks[] = { 3, 1, 2, 4 };

  latest->ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_vals (latest->ranks, ranks, 4);
  latest->n_pinned = 1;
  assert_kept (latest, MAKE (1, 2, 3), "3#3 1#2 4#4 2#1");
  latest = MAKE (4, 1, 2, 3);
  latest->n_pinned = 1;
  assert_kept (latest, MAKE (1, 2, 3, 4), ""); /* the others are in order */
}

/* What a search left out keeps its rank too. */
static void
test_ranks_of_a_search (void)
{
  g_autoptr (ImpRanking) latest = MAKE (4, 6), shown = MAKE (6, 4), kept = NULL;
  const guint32 ranks[] = { 7, 11 };

  latest->ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_vals (latest->ranks, ranks, 2);
  latest->n_ranked = 20;
  kept = imp_kept_order_new (latest, shown->items);
  g_assert_cmpuint (imp_ranking_get_rank (kept, 0), ==, 11);
  g_assert_cmpuint (imp_ranking_get_rank (kept, 1), ==, 7);
  g_assert_cmpuint (kept->n_ranked, ==, 20);
}

static ImpRanking *
draw_ranking (void)
{
  guint32 items[N_ITEMS];
  guint n = (guint) g_test_rand_int_range (0, N_ITEMS);

  for (guint32 i = 0; i < N_ITEMS; i++)
    items[i] = i + 1;
  for (guint i = 0; i < N_ITEMS; i++)
    {
      guint other = (guint) g_test_rand_int_range (0, N_ITEMS);
      guint32 item = items[i];

      items[i] = items[other];
      items[other] = item;
    }
  return make_ranking (items, n);
}

static guint
find (const GArray *items, guint32 item)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, guint32, i) == item)
      return i;
  return G_MAXUINT;
}

/* Everybody of the latest order once, with the latest rank; those that were shown in the order in
 * which they were. */
static void
check_kept (const ImpRanking *latest, const ImpRanking *shown, const ImpRanking *kept)
{
  guint last = 0;

  g_assert_cmpuint (kept->items->len, ==, latest->items->len);
  for (guint i = 0; i < kept->items->len; i++)
    {
      guint32 item = g_array_index (kept->items, guint32, i);
      guint before = find (shown->items, item);

      g_assert_cmpuint (find (kept->items, item), ==, i);
      g_assert_cmpuint (imp_ranking_get_rank (kept, i), ==, find (latest->items, item) + 1);
      if (before == G_MAXUINT)
        continue;
      g_assert_cmpuint (before, >=, last);
      last = before;
    }
}

static void
test_holds_for_any (void)
{
  for (int i = 0; i < 500; i++)
    {
      g_autoptr (ImpRanking) latest = draw_ranking (), shown = draw_ranking ();
      g_autoptr (ImpRanking) kept = imp_kept_order_new (latest, shown->items);

      check_kept (latest, shown, kept != NULL ? kept : latest);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backlog/kept-order/by-hand", test_by_hand);
  g_test_add_func ("/backlog/kept-order/pinned", test_pinned);
  g_test_add_func ("/backlog/kept-order/ranks-of-a-search", test_ranks_of_a_search);
  g_test_add_func ("/backlog/kept-order/holds-for-any", test_holds_for_any);
  return g_test_run ();
}
