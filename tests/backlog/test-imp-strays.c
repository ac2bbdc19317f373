/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows stand out of their order: cases, and what holds for any. */
#include "config.h"

#include "backlog/imp-strays.h"

#define N_RANKS 10

static GArray *
make_ranks (const guint32 *ranks, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (array, ranks, n);
  return array;
}

static void
assert_strays (const guint32 *ranks, guint n, const char *expected)
{
  g_autoptr (GArray) array = make_ranks (ranks, n), strays = imp_strays_find (array, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < strays->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (strays, guint32, i));
  g_assert_cmpstr (text->str, ==, expected);
}

#define ASSERT_STRAYS(expected, ...)                                                               \
  assert_strays ((const guint32[]) { __VA_ARGS__ },                                                \
                 sizeof ((const guint32[]) { __VA_ARGS__ }) / sizeof (guint32), expected)

static void
test_by_hand (void)
{
  assert_strays (NULL, 0, "");
  ASSERT_STRAYS ("", 1, 2, 3);
  ASSERT_STRAYS ("1", 1, 9, 2, 3);         /* fell, and stays where it was */
  ASSERT_STRAYS ("3", 2, 3, 4, 1);         /* rose */
  ASSERT_STRAYS ("1 2", 1, 8, 9, 2, 3, 4); /* two next to each other */
  ASSERT_STRAYS ("0 4", 9, 2, 3, 4, 1, 5);
}

/* What is pinned stands first, whatever its rank. */
static void
test_from_a_position (void)
{
  const guint32 ranks[] = { 7, 3, 1, 9, 2, 4 };
  g_autoptr (GArray) array = make_ranks (ranks, G_N_ELEMENTS (ranks));
  g_autoptr (GArray) strays = imp_strays_find (array, 2), none = imp_strays_find (array, 6);

  g_assert_cmpuint (strays->len, ==, 1);
  g_assert_cmpuint (g_array_index (strays, guint32, 0), ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

/* No smaller set would do: counted over all sets of ten. */
static guint
count_fewest (const guint32 *ranks)
{
  guint fewest = N_RANKS;

  for (guint set = 0; set < 1u << N_RANKS; set++)
    {
      guint32 last = 0;
      guint out = 0;

      for (guint i = 0; i < N_RANKS; i++)
        if (set & 1u << i)
          out++;
        else if (ranks[i] > last)
          last = ranks[i];
        else
          out = N_RANKS;
      fewest = MIN (fewest, out);
    }
  return fewest;
}

static void
test_holds_for_any (void)
{
  for (guint round = 0; round < 50; round++)
    {
      guint32 ranks[N_RANKS], last = 0;
      g_autoptr (GArray) array = NULL, strays = NULL;
      guint next = 0;

      for (guint i = 0; i < N_RANKS; i++)
        ranks[i] = i + 1;
      for (guint i = 0; i < N_RANKS; i++)
        {
          const guint other = (guint) g_test_rand_int_range (0, N_RANKS);
          const guint32 kept = ranks[i];

          ranks[i] = ranks[other];
          ranks[other] = kept;
        }
      array = make_ranks (ranks, N_RANKS);
      strays = imp_strays_find (array, 0);
      g_assert_cmpuint (strays->len, ==, count_fewest (ranks));
      for (guint i = 0; i < N_RANKS; i++)
        if (next < strays->len && g_array_index (strays, guint32, next) == i)
          next++;
        else
          {
            g_assert_cmpuint (ranks[i], >, last);
            last = ranks[i];
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backlog/strays/by-hand", test_by_hand);
  g_test_add_func ("/backlog/strays/from-a-position", test_from_a_position);
  g_test_add_func ("/backlog/strays/holds-for-any", test_holds_for_any);
  return g_test_run ();
}
