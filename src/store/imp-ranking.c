/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ids of irritants in order: a covering index, narrowed by the words searched for. */
#include "config.h"

#include <string.h>

#include "store/imp-irritant-table.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_IDS_BY_IMPACT[] =
    "SELECT n, state FROM irritant ORDER BY impact DESC, n";
static const char SQL_SELECT_IDS_BY_PAYBACK[] =
    "SELECT n, state FROM irritant ORDER BY payback DESC, n";
static const char SQL_SELECT_IDS_BY_AGE[] = "SELECT n, state FROM irritant ORDER BY recorded, n";
static const char SQL_SELECT_HITS[] = "SELECT rowid FROM irritant_text (?1)";

static const char *const select_ids[] = {
  [IMP_SORT_IMPACT] = SQL_SELECT_IDS_BY_IMPACT,
  [IMP_SORT_PAYBACK] = SQL_SELECT_IDS_BY_PAYBACK,
  [IMP_SORT_AGE] = SQL_SELECT_IDS_BY_AGE,
};

void
imp_ranking_free (ImpRanking *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->ranks, g_array_unref);
  g_free (self);
}

static GArray *
select_items (ImpStore *store, guint states, ImpSort sort, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, select_ids[sort]);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (imp_statement_next (select))
    {
      guint32 item = (guint32) imp_statement_get_int (select, 0);

      if (states & 1u << (imp_statement_get_int (select, 1) & 31))
        g_array_append_val (items, item);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&items) : NULL;
}

/* Kept between questions: while somebody types, only the words change. */
static GArray *
get_items (ImpStore *store, guint states, ImpSort sort, GError **error)
{
  ImpRankingCache *cache = &store->ranking;

  if (cache->items == NULL || cache->generation != store->generation || cache->states != states
      || cache->sort != (int) sort)
    {
      g_clear_pointer (&cache->items, g_array_unref);
      cache->items = select_items (store, states, sort, error);
      cache->generation = store->generation;
      cache->states = states;
      cache->sort = (int) sort;
    }
  return cache->items;
}

/* Each word between quotation marks, so that nothing in it is query language, and as a beginning:
 * badge "badge"* . NULL where there is no word. */
static char *
make_query (const char *search)
{
  g_auto (GStrv) words = g_strsplit_set (search != NULL ? search : "", " \t\n\"", -1);
  GString *query = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean has_letter = FALSE;

      for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
        has_letter |= g_unichar_isalnum (g_utf8_get_char (p));
      if (has_letter)
        g_string_append_printf (query, "%s\"%s\"*", query->len > 0 ? " " : "", words[i]);
    }
  return g_string_free (query, query->len == 0);
}

/* One bit for each number up to the highest of the items; what a damaged index names beyond is
 * left out. */
static GByteArray *
make_bits (GArray *items)
{
  guint32 highest = 0;
  GByteArray *bits = g_byte_array_new ();

  for (guint i = 0; i < items->len; i++)
    highest = MAX (highest, g_array_index (items, guint32, i));
  g_byte_array_set_size (bits, highest / 8 + 1);
  memset (bits->data, 0, bits->len);
  return bits;
}

static gboolean
mark_hits (ImpStore *store, const char *query, GByteArray *bits, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_HITS);

  imp_statement_bind_text (select, 1, query);
  while (imp_statement_next (select))
    {
      gint64 item = imp_statement_get_int (select, 0);

      if (item >= 0 && item / 8 < bits->len)
        bits->data[item / 8] |= (guint8) (1 << item % 8);
    }
  return imp_statement_end (select, error);
}

static gboolean
sweep (ImpStore *store, const char *query, GArray *all, ImpRanking *ranking, GError **error)
{
  g_autoptr (GByteArray) bits = make_bits (all);

  if (!mark_hits (store, query, bits, error))
    return FALSE;
  ranking->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  ranking->ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < all->len; i++)
    {
      guint32 item = g_array_index (all, guint32, i), rank = i + 1;

      if (!(bits->data[item / 8] & 1 << item % 8))
        continue;
      g_array_append_val (ranking->items, item);
      g_array_append_val (ranking->ranks, rank);
    }
  return TRUE;
}

static ImpRanking *
rank (ImpStore *store, guint states, ImpSort sort, const char *search, GError **error)
{
  g_autoptr (ImpRanking) ranking = g_new0 (ImpRanking, 1);
  GArray *all = get_items (store, states, sort, error);
  g_autofree char *query = make_query (search);

  if (all == NULL)
    return NULL;
  ranking->n_ranked = all->len;
  if (query == NULL)
    ranking->items = g_array_ref (all);
  else if (!sweep (store, query, all, ranking, error))
    return NULL;
  return g_steal_pointer (&ranking);
}

ImpRanking *
imp_store_rank (ImpStore *store,
                guint states,
                ImpSort sort,
                const char *search,
                GCancellable *cancellable,
                GError **error)
{
  ImpRanking *ranking;

  imp_connection_set_cancellable (store->connection, cancellable);
  ranking = rank (store, states, sort, search, error);
  imp_connection_set_cancellable (store->connection, NULL);
  return ranking;
}
