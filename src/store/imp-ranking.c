/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ids of irritants in order, with their ranks and groups. */
#include "config.h"

#include "base/imp-compare.h"
#include "store/imp-connection-private.h"
#include "store/imp-irritant-table.h"
#include "store/imp-pins.h"
#include "store/imp-ranking-search.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_IDS_BY_AGE[] = "SELECT n, state FROM irritant ORDER BY recorded, n";

ImpMeasure
imp_sort_get_measure (ImpSort sort)
{
  static const ImpMeasure measures[IMP_N_SORTS] = {
    [IMP_SORT_IMPACT] = IMP_MEASURE_IMPACT, [IMP_SORT_PAYBACK] = IMP_MEASURE_PAYBACK,
    [IMP_SORT_MATCH] = IMP_MEASURE_IMPACT,  [IMP_SORT_HOURS] = IMP_MEASURE_HOURS,
    [IMP_SORT_VOICES] = IMP_MEASURE_VOICES, [IMP_SORT_RICE] = IMP_MEASURE_RICE,
    [IMP_SORT_ICE] = IMP_MEASURE_ICE,       [IMP_SORT_COST_OF_DELAY] = IMP_MEASURE_COST_OF_DELAY,
    [IMP_SORT_WSJF] = IMP_MEASURE_WSJF,
  };

  g_return_val_if_fail (sort < IMP_N_SORTS, 0);
  return measures[sort];
}

void
imp_ranking_free (ImpRanking *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->ranks, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->strays, g_array_unref);
  g_free (self);
}

gboolean
imp_ranking_is_stray (const ImpRanking *self, guint position)
{
  const guint32 wanted = position;

  return self->strays != NULL
         && g_array_binary_search (self->strays, &wanted, imp_compare_uint32, NULL);
}

guint
imp_ranking_get_rank (const ImpRanking *self, guint position)
{
  return self->ranks != NULL ? g_array_index (self->ranks, guint32, position) : position + 1;
}

guint
imp_ranking_get_group (const ImpRanking *self, guint position, guint *first, guint *last)
{
  const guint32 rank = imp_ranking_get_rank (self, position);
  guint low = 0, high;

  if (self->groups == NULL)
    return 0;
  /* The last group that starts at the rank or before it. */
  for (high = self->groups->len; high - low > 1;)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->groups, guint32, middle) < rank)
        low = middle;
      else
        high = middle;
    }
  *first = g_array_index (self->groups, guint32, low) + 1;
  *last = high < self->groups->len ? g_array_index (self->groups, guint32, high) : self->n_ranked;
  return low + 1;
}

static GArray *
select_by_age (ImpStore *store, guint states, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_IDS_BY_AGE);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (imp_statement_next (select))
    {
      gint64 number = imp_statement_get_int (select, 0);
      guint32 item = (guint32) number;

      if (number < 1 || number > IMP_ORDERS_HIGHEST_ITEM)
        {
          imp_connection_fail (store->connection, SQLITE_CORRUPT, error);
          return NULL;
        }
      if (states & 1u << (imp_statement_get_int (select, 1) & 31))
        g_array_append_val (items, item);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&items) : NULL;
}

static void
copy_rank (const ImpRank *rank, ImpRankingCache *cache)
{
  guint n_items, n_groups;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n_items);
  const guint32 *groups = imp_rank_get_groups (rank, &n_groups);

  cache->items = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_items);
  for (guint i = 0; i < n_items; i++)
    g_array_append_val (cache->items, entries[i].item);
  cache->n_asked = imp_rank_count_known (rank);
  cache->groups = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_groups);
  g_array_append_vals (cache->groups, groups, n_groups);
}

static gboolean
fill_cache (ImpStore *store, GError **error)
{
  ImpRankingCache *cache = &store->ranking;
  const ImpRank *rank;

  g_clear_pointer (&cache->items, g_array_unref);
  g_clear_pointer (&cache->groups, g_array_unref);
  if (cache->measure == 0)
    {
      cache->items = select_by_age (store, cache->states, error);
      cache->n_asked = cache->items != NULL ? cache->items->len : 0;
    }
  else if ((rank = imp_orders_get (store, cache->measure, cache->states, error)) != NULL)
    copy_rank (rank, cache);
  return cache->items != NULL;
}

/* Kept between questions: while somebody types, only the words change. */
static gboolean
get_items (ImpStore *store, guint states, ImpSort sort, GError **error)
{
  ImpRankingCache *cache = &store->ranking;
  const ImpMeasure measure = imp_sort_get_measure (sort);

  if (cache->items != NULL && cache->generation == store->generation && cache->states == states
      && cache->measure == measure)
    return TRUE;
  cache->generation = store->generation;
  cache->states = states;
  cache->measure = measure;
  return fill_cache (store, error);
}

static ImpRanking *
rank (ImpStore *store, const ImpQuery *query, ImpSort sort, GError **error)
{
  const guint states = imp_query_get_states (query) & ~(1u << IMP_STATE_MERGED);
  g_autoptr (ImpRanking) ranking = g_new0 (ImpRanking, 1);
  const ImpRankingCache *cache = &store->ranking;

  if (!get_items (store, states, sort, error))
    return NULL;
  ranking->n_ranked = cache->items->len;
  ranking->n_asked = cache->n_asked;
  if (!imp_query_is_narrow (query))
    ranking->items = g_array_ref (cache->items);
  else if (!imp_ranking_search (store, query, cache->items, sort == IMP_SORT_MATCH, ranking, error))
    return NULL;
  if (cache->groups != NULL)
    ranking->groups = g_array_ref (cache->groups);
  ranking->mixed = sort == IMP_SORT_MATCH && imp_query_get_search (query) != NULL;
  if (!ranking->mixed && !imp_pins_raise (store, ranking, error))
    return NULL;
  return g_steal_pointer (&ranking);
}

ImpRanking *
imp_store_rank (ImpStore *store,
                const ImpQuery *query,
                ImpSort sort,
                GCancellable *cancellable,
                GError **error)
{
  ImpRanking *ranking;

  imp_connection_set_cancellable (store->connection, cancellable);
  ranking = rank (store, query, sort, error);
  imp_connection_set_cancellable (store->connection, NULL);
  return ranking;
}
