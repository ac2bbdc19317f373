/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ids of irritants in order: a covering index, narrowed and graded by the words searched for. */
#include "config.h"

#include <string.h>

#include "model/imp-search.h"
#include "store/imp-connection-private.h"
#include "store/imp-irritant-table.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_IDS_BY_AGE[] = "SELECT n, state FROM irritant ORDER BY recorded, n";
static const char SQL_SELECT_HITS[] = "SELECT rowid FROM irritant_text (?1)";

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
  g_free (self);
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
    cache->items = select_by_age (store, cache->states, error);
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

/* Each word between quotation marks, so that nothing in it is query language; `beginning` says what
 * stands after it: "badge"* "lyon"* . */
static char *
join_words (const ImpSearch *search, const char *between, const char *beginning)
{
  GString *query = g_string_new (NULL);

  for (guint i = 0; i < imp_search_count_words (search); i++)
    g_string_append_printf (query, "%s\"%s\"%s", i > 0 ? between : "",
                            imp_search_get_word (search, i), beginning);
  return g_string_free_and_steal (query);
}

/* How well an irritant matches, a byte for each number up to the highest of the items; 0: not at
 * all. What a damaged index names beyond is left out. */
static GByteArray *
make_grades (GArray *items)
{
  guint32 highest = 0;
  GByteArray *grades = g_byte_array_new ();

  for (guint i = 0; i < items->len; i++)
    highest = MAX (highest, g_array_index (items, guint32, i));
  g_byte_array_set_size (grades, highest + 1);
  memset (grades->data, 0, grades->len);
  return grades;
}

/* Those that the query finds, of those that have grade `from` or better. n_found: how many; may be
 * NULL. */
static gboolean
raise_grades (ImpStore *store,
              const char *query,
              GByteArray *grades,
              guint8 from,
              guint8 to,
              guint *n_found,
              GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_HITS);

  guint n = 0;

  imp_statement_bind_text (select, 1, query);
  for (; imp_statement_next (select); n++)
    {
      gint64 item = imp_statement_get_int (select, 0);

      if (item >= 0 && item < grades->len && grades->data[item] >= from)
        grades->data[item] = to;
    }
  if (n_found != NULL)
    *n_found = n;
  return imp_statement_end (select, error);
}

/* One letter is the beginning of too much to tell anything. */
static gboolean
tells_little (const ImpSearch *search)
{
  return imp_search_count_words (search) == 1
         && g_utf8_strlen (imp_search_get_word (search, 0), -1) == 1;
}

enum
{
  FOUND = 1,
  SOME_IN_TITLE,
  ALL_IN_TITLE,
  WHOLE_IN_TITLE, /* not only their beginnings */
  N_GRADES
};

static gboolean
grade_beginnings (ImpStore *store, const ImpSearch *search, GByteArray *grades, GError **error)
{
  g_autofree char *any = join_words (search, " OR ", "*");
  g_autofree char *all = join_words (search, " ", "*");
  g_autofree char *some_in_title = g_strdup_printf ("{title} : (%s)", any);
  g_autofree char *all_in_title = g_strdup_printf ("{title} : (%s)", all);

  return (imp_search_count_words (search) == 1
          || raise_grades (store, some_in_title, grades, FOUND, SOME_IN_TITLE, NULL, error))
         && raise_grades (store, all_in_title, grades, FOUND, ALL_IN_TITLE, NULL, error);
}

static gboolean
grade_whole (ImpStore *store, const ImpSearch *search, GByteArray *grades, GError **error)
{
  g_autofree char *whole = join_words (search, " ", "");
  g_autofree char *whole_in_title = g_strdup_printf ("{title} : (%s)", whole);

  return raise_grades (store, whole_in_title, grades, FOUND, WHOLE_IN_TITLE, NULL, error);
}

/* Beginnings that are everywhere tell nothing of what is meant, and take as long to look through as
 * the search itself. */
static gboolean
grade_titles (ImpStore *store,
              const ImpSearch *search,
              guint n_found,
              GByteArray *grades,
              GError **error)
{
  return (n_found > store->most_graded || grade_beginnings (store, search, grades, error))
         && grade_whole (store, search, grades, error);
}

static GByteArray *
grade_all (ImpStore *store, const ImpSearch *search, GArray *all, gboolean by_match, GError **error)
{
  g_autoptr (GByteArray) grades = make_grades (all);
  g_autofree char *query = join_words (search, " ", "*");
  guint n_found;

  if (!raise_grades (store, query, grades, 0, FOUND, &n_found, error)
      || (by_match && !grade_titles (store, search, n_found, grades, error)))
    return NULL;
  return g_steal_pointer (&grades);
}

/* The best first, those of a grade in the order they have in `all`: counted, then put in place. */
static void
place_graded (ImpRanking *ranking, GArray *all, const GByteArray *grades)
{
  const guint32 *items = (const guint32 *) (gpointer) all->data;
  guint counts[N_GRADES] = { 0 }, next[N_GRADES] = { 0 };

  for (guint i = 0; i < all->len; i++)
    counts[grades->data[items[i]]]++;
  for (guint8 grade = N_GRADES - 1; grade > FOUND; grade--)
    next[grade - 1] = next[grade] + counts[grade];
  g_array_set_size (ranking->items, next[FOUND] + counts[FOUND]);
  g_array_set_size (ranking->ranks, next[FOUND] + counts[FOUND]);
  for (guint i = 0; i < all->len; i++)
    {
      const guint8 grade = grades->data[items[i]];

      if (grade < FOUND)
        continue;
      g_array_index (ranking->items, guint32, next[grade]) = items[i];
      g_array_index (ranking->ranks, guint32, next[grade]++) = i + 1;
    }
}

static gboolean
sweep (ImpStore *store,
       const ImpSearch *search,
       GArray *all,
       gboolean by_match,
       ImpRanking *ranking,
       GError **error)
{
  g_autoptr (GByteArray) grades = NULL;

  by_match &= !tells_little (search);
  grades = grade_all (store, search, all, by_match, error);
  if (grades == NULL)
    return FALSE;
  ranking->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  ranking->ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  place_graded (ranking, all, grades);
  return TRUE;
}

static ImpRanking *
rank (ImpStore *store, guint states, ImpSort sort, const char *words, GError **error)
{
  g_autoptr (ImpRanking) ranking = g_new0 (ImpRanking, 1);
  g_autoptr (ImpSearch) search = imp_search_new (words);
  const ImpRankingCache *cache = &store->ranking;

  if (!get_items (store, states, sort, error))
    return NULL;
  ranking->n_ranked = cache->items->len;
  if (search == NULL)
    ranking->items = g_array_ref (cache->items);
  else if (!sweep (store, search, cache->items, sort == IMP_SORT_MATCH, ranking, error))
    return NULL;
  if (cache->groups != NULL)
    ranking->groups = g_array_ref (cache->groups);
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

  states &= ~(1u << IMP_STATE_MERGED);
  imp_connection_set_cancellable (store->connection, cancellable);
  ranking = rank (store, states, sort, search, error);
  imp_connection_set_cancellable (store->connection, NULL);
  return ranking;
}
