/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pinned irritants stand first in a list. */
#include "config.h"

#include "store/imp-pins.h"

#include "base/imp-compare.h"
#include "store/imp-store-private.h"

/* With a day and a reason: a merge may leave one of them. */
static const char SQL_SELECT_PINNED[] =
    "SELECT n FROM irritant WHERE pin_until >= ?1 AND pin_reason IS NOT NULL AND (1 << state) & ?2";

/* Of guint32, ascending. */
static GArray *
read_pinned (ImpStore *store, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_PINNED);
  g_autoptr (GArray) pinned = g_array_new (FALSE, FALSE, sizeof (guint32));

  imp_statement_bind_int (select, 1, imp_store_get_today (store));
  imp_statement_bind_int (select, 2, IMP_STATES_NOT_FIXED);
  while (imp_statement_next (select))
    {
      guint32 item = (guint32) imp_statement_get_int (select, 0);

      g_array_append_val (pinned, item);
    }
  g_array_sort (pinned, imp_compare_uint32);
  return imp_statement_end (select, error) ? g_steal_pointer (&pinned) : NULL;
}

/* Where they stand, of guint32, ascending. Most items are outside the numbers of the pinned. */
static GArray *
find_positions (const GArray *items, GArray *pinned)
{
  const guint32 *data = (const guint32 *) (gpointer) items->data;
  const guint32 lowest = g_array_index (pinned, guint32, 0);
  const guint32 highest = g_array_index (pinned, guint32, pinned->len - 1);
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < items->len && positions->len < pinned->len; i++)
    {
      if (data[i] < lowest || data[i] > highest)
        continue;
      if (g_array_binary_search (pinned, &data[i], imp_compare_uint32, NULL))
        g_array_append_val (positions, i);
    }
  return positions;
}

/* A copy with what stands at the positions first, then what stands between them. */
static GArray *
move_first (const GArray *values, const GArray *positions)
{
  const guint32 *data = (const guint32 *) (gpointer) values->data;
  GArray *moved = g_array_sized_new (FALSE, FALSE, sizeof (guint32), values->len);
  guint32 from = 0;

  for (guint i = 0; i < positions->len; i++)
    g_array_append_val (moved, data[g_array_index (positions, guint32, i)]);
  for (guint i = 0; i < positions->len; i++)
    {
      const guint32 position = g_array_index (positions, guint32, i);

      g_array_append_vals (moved, data + from, position - from);
      from = position + 1;
    }
  g_array_append_vals (moved, data + from, values->len - from);
  return moved;
}

static GArray *
count_ranks (guint n)
{
  GArray *ranks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  guint32 *data;

  g_array_set_size (ranks, n);
  data = (guint32 *) (gpointer) ranks->data;
  for (guint32 i = 0; i < n; i++)
    data[i] = i + 1;
  return ranks;
}

/* Takes over `moved`. */
static void
replace (GArray **place, GArray *moved)
{
  g_array_unref (*place);
  *place = moved;
}

gboolean
imp_pins_raise (ImpStore *store, ImpRanking *ranking, GError **error)
{
  g_autoptr (GArray) pinned = read_pinned (store, error);
  g_autoptr (GArray) positions = NULL;

  if (pinned == NULL || pinned->len == 0)
    return pinned != NULL;
  positions = find_positions (ranking->items, pinned);
  if (positions->len == 0)
    return TRUE;
  if (ranking->ranks == NULL)
    ranking->ranks = count_ranks (ranking->items->len);
  replace (&ranking->items, move_first (ranking->items, positions));
  replace (&ranking->ranks, move_first (ranking->ranks, positions));
  ranking->n_pinned = positions->len;
  return TRUE;
}
