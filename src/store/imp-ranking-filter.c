/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants the filters of a query let through. */
#include "config.h"

#include "store/imp-ranking-filter.h"

#include <string.h>

#include "base/imp-text.h"
#include "store/imp-store-private.h"

/* Each asks for the irritants of one value, some of them more than once. What is named is looked
 * for among the names, which are few; what belongs to it comes out of an index that has all that is
 * asked for. ?1: the name as names are compared, ?2: whether it is the whole name, else the
 * beginning of one of its words. */
#define NAMED "CASE ?2 WHEN 1 THEN x.folded = ?1 ELSE instr (' ' || x.folded, ' ' || ?1) > 0 END"

static const char SQL_SELECT_BY_SITE[] =
    "SELECT r.irritant FROM site x CROSS JOIN report r ON r.site = x.n WHERE " NAMED;
/* Somebody of it, or a colleague who works there. */
static const char SQL_SELECT_BY_DEPARTMENT[] =
    "SELECT r.irritant FROM department x CROSS JOIN report r ON r.department = x.n WHERE " NAMED
    " UNION ALL SELECT r.irritant FROM person y CROSS JOIN report r ON r.person = y.n"
    " WHERE y.department IN (SELECT x.n FROM department x WHERE " NAMED ")";
static const char SQL_SELECT_BY_OFFERING[] =
    "SELECT i.n FROM offering x CROSS JOIN irritant i ON i.offering = x.n WHERE " NAMED;
static const char SQL_SELECT_BY_STEP[] =
    "SELECT i.n FROM step x CROSS JOIN irritant i ON i.step = x.n WHERE " NAMED;
static const char SQL_SELECT_BY_OUTCOME[] =
    "SELECT i.n FROM outcome x CROSS JOIN irritant i ON i.outcome = x.n WHERE " NAMED;
static const char SQL_SELECT_BY_WASTE[] = "SELECT n FROM irritant WHERE waste = ?1";
static const char SQL_SELECT_BY_KIND[] = "SELECT n FROM irritant WHERE change = ?1";
/* There are as many as irritants: from the tag ?1 to the last one that begins so, ?2. */
static const char SQL_SELECT_BY_TAG[] =
    "SELECT irritant FROM tagging WHERE folded >= ?1 AND folded <= ?2";
static const char SQL_SELECT_BY_PERSON[] =
    "SELECT r.irritant FROM person x CROSS JOIN report r ON r.person = x.n WHERE " NAMED;
static const char SQL_SELECT_SINCE[] = "SELECT n FROM irritant WHERE recorded >= ?1";
static const char SQL_SELECT_BEFORE[] = "SELECT n FROM irritant WHERE recorded < ?1";
static const char SQL_SELECT_WITH_PHOTO[] = "SELECT irritant FROM attachment WHERE width > 0";
static const char SQL_SELECT_PEOPLE_UNKNOWN[] =
    "SELECT n FROM irritant WHERE unsure = 1 AND people_value IS NULL";
static const char SQL_SELECT_OFTEN_UNKNOWN[] =
    "SELECT n FROM irritant WHERE unsure = 1 AND often_value IS NULL";
static const char SQL_SELECT_MINUTES_UNKNOWN[] =
    "SELECT n FROM irritant WHERE unsure = 1 AND minutes_value IS NULL";
static const char SQL_SELECT_EFFORT_UNKNOWN[] =
    "SELECT n FROM irritant WHERE unsure = 1 AND effort_value IS NULL";
static const char SQL_SELECT_ANY_UNKNOWN[] = "SELECT n FROM irritant WHERE unsure = 1";
static const char SQL_SELECT_SEEN_BY_CUSTOMERS[] =
    "SELECT n FROM irritant WHERE customers_see_it = 1";

static const char SQL_SELECT_PINNED[] =
    "SELECT n FROM irritant WHERE pin_until >= ?1 AND pin_reason IS NOT NULL";

static const char *const by_unknown[] = {
  [IMP_QUESTION_PEOPLE] = SQL_SELECT_PEOPLE_UNKNOWN,
  [IMP_QUESTION_OFTEN] = SQL_SELECT_OFTEN_UNKNOWN,
  [IMP_QUESTION_MINUTES] = SQL_SELECT_MINUTES_UNKNOWN,
  [IMP_QUESTION_EFFORT] = SQL_SELECT_EFFORT_UNKNOWN,
  [IMP_QUERY_UNKNOWN_ANY] = SQL_SELECT_ANY_UNKNOWN,
};
/* Of the others. */
static const char *const by_key[IMP_N_QUERY_KEYS] = {
  [IMP_QUERY_SITE] = SQL_SELECT_BY_SITE,
  [IMP_QUERY_DEPARTMENT] = SQL_SELECT_BY_DEPARTMENT,
  [IMP_QUERY_OFFERING] = SQL_SELECT_BY_OFFERING,
  [IMP_QUERY_STEP] = SQL_SELECT_BY_STEP,
  [IMP_QUERY_OUTCOME] = SQL_SELECT_BY_OUTCOME,
  [IMP_QUERY_WASTE] = SQL_SELECT_BY_WASTE,
  [IMP_QUERY_KIND] = SQL_SELECT_BY_KIND,
  [IMP_QUERY_PERSON] = SQL_SELECT_BY_PERSON,
  [IMP_QUERY_TAG] = SQL_SELECT_BY_TAG,
  [IMP_QUERY_SINCE] = SQL_SELECT_SINCE,
  [IMP_QUERY_BEFORE] = SQL_SELECT_BEFORE,
  [IMP_QUERY_HAS] = SQL_SELECT_WITH_PHOTO,
  [IMP_QUERY_CUSTOMERS] = SQL_SELECT_SEEN_BY_CUSTOMERS,
  [IMP_QUERY_PINNED] = SQL_SELECT_PINNED,
};

/* How far an irritant has come: through so many keys. */
#define REFUSED 0xff
G_STATIC_ASSERT (IMP_N_QUERY_KEYS < REFUSED);

typedef struct
{
  ImpStore *store;
  guint8 *come; /* for each number of an item */
  guint n_bytes;
} Sieve;

static gboolean
makes_sense (const ImpQueryFilter *filter)
{
  switch (imp_query_key_get_sort (filter->key))
    {
    case IMP_QUERY_CHOICE:
      return filter->choice >= 0;
    case IMP_QUERY_DAY:
      return filter->day != IMP_DATE_NONE;
    case IMP_QUERY_NAMES:
    default:
      return *filter->value != '\0';
    }
}

/* "no" is "yes" the other way round. */
static gboolean
refuses (const ImpQueryFilter *filter)
{
  return filter->negated
         != (imp_query_key_is_yes_or_no (filter->key) && filter->choice == IMP_QUERY_NO);
}

/* folded, last: borrowed until the statement ends. */
static void
bind_name (ImpStatement *select, const ImpQueryFilter *filter, const char *folded, const char *last)
{
  imp_statement_bind_text (select, 1, folded);
  if (filter->key == IMP_QUERY_TAG)
    imp_statement_bind_text (select, 2, filter->whole ? folded : last);
  else
    imp_statement_bind_int (select, 2, filter->whole);
}

static void
bind_value (Sieve *self, ImpStatement *select, const ImpQueryFilter *filter)
{
  if (filter->day != IMP_DATE_NONE)
    imp_statement_bind_date (select, 1, filter->day);
  else if (filter->key == IMP_QUERY_WASTE || filter->key == IMP_QUERY_KIND)
    imp_statement_bind_int (select, 1, filter->choice + 1);
  else if (filter->key == IMP_QUERY_PINNED)
    imp_statement_bind_date (select, 1, imp_store_get_today (self->store));
}

/* What the filter finds of those that have come `from` comes to `to`. */
static gboolean
sift (Sieve *self, const ImpQueryFilter *filter, guint8 from, guint8 to, GError **error)
{
  const char *sql =
      filter->key == IMP_QUERY_UNKNOWN ? by_unknown[filter->choice] : by_key[filter->key];
  g_autofree char *folded = imp_text_fold (filter->value);
  g_autofree char *last = g_strconcat (folded, "\xf4\x8f\xbf\xbf", NULL); /* U+10FFFF */
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->store->connection, sql);

  if (imp_query_key_get_sort (filter->key) == IMP_QUERY_NAMES)
    bind_name (select, filter, folded, last);
  else
    bind_value (self, select, filter);
  while (imp_statement_next (select))
    {
      const gint64 item = imp_statement_get_int (select, 0);

      if (item >= 0 && item < self->n_bytes && (to == REFUSED || self->come[item] == from))
        self->come[item] = to;
    }
  return imp_statement_end (select, error);
}

/* Any of the values of a key is enough, and none of those that are refused. A value that makes no
 * sense finds nothing, also where it is refused. *come: through so many keys, of which this may be
 * one more. */
static gboolean
sift_key (Sieve *self, const ImpQuery *query, ImpQueryKey key, guint8 *come, GError **error)
{
  gboolean wanted = FALSE;

  for (guint i = 0; i < imp_query_get_n_filters (query); i++)
    {
      const ImpQueryFilter *filter = imp_query_get_filter (query, i);

      if (filter->key != key)
        continue;
      wanted |= !refuses (filter) || !makes_sense (filter);
      if (makes_sense (filter)
          && !sift (self, filter, *come, refuses (filter) ? REFUSED : *come + 1, error))
        return FALSE;
    }
  *come += wanted;
  return TRUE;
}

static gboolean
sift_all (Sieve *self, const ImpQuery *query, GError **error)
{
  guint8 come = 0;

  for (ImpQueryKey key = IMP_QUERY_STATE + 1; key < IMP_N_QUERY_KEYS; key++)
    if (!sift_key (self, query, key, &come, error))
      return FALSE;
  for (guint i = 0; i < self->n_bytes; i++)
    self->come[i] = self->come[i] == come;
  return TRUE;
}

gboolean
imp_ranking_has_filters (const ImpQuery *query)
{
  for (guint i = 0; i < imp_query_get_n_filters (query); i++)
    if (imp_query_get_filter (query, i)->key != IMP_QUERY_STATE)
      return TRUE;
  return FALSE;
}

static gboolean
is_kept (ImpStore *store, const ImpQuery *filters, guint n_bytes)
{
  const ImpFilterCache *cache = &store->filter;

  return cache->kept != NULL && cache->generation == store->generation
         && cache->today == imp_store_get_today (store) && cache->kept->len >= n_bytes
         && imp_query_equal (cache->query, filters);
}

void
imp_filter_cache_clear (ImpFilterCache *self)
{
  g_clear_pointer (&self->kept, g_byte_array_unref);
  g_clear_pointer (&self->query, imp_query_unref);
}

const guint8 *
imp_ranking_filter (ImpStore *store, const ImpQuery *query, guint n_bytes, GError **error)
{
  g_autoptr (ImpQuery) filters = imp_query_with_words (query, "");
  g_autoptr (GByteArray) kept = NULL;
  Sieve sieve;

  if (is_kept (store, filters, n_bytes))
    return store->filter.kept->data;
  kept = g_byte_array_sized_new (n_bytes);
  g_byte_array_set_size (kept, n_bytes);
  memset (kept->data, 0, n_bytes);
  sieve = (Sieve) { store, kept->data, n_bytes };
  if (!sift_all (&sieve, filters, error))
    return NULL;
  imp_filter_cache_clear (&store->filter);
  store->filter.generation = store->generation;
  store->filter.today = imp_store_get_today (store);
  store->filter.kept = g_steal_pointer (&kept);
  store->filter.query = g_steal_pointer (&filters);
  return store->filter.kept->data;
}
