/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can stand after a key of a query, and the saved views. */
#include "config.h"

#include "store/imp-query-values.h"

#include <string.h>

#include "store/imp-irritant-table.h"
#include "store/imp-orders.h"
#include "store/imp-store-private.h"

/* Each gives pairs: what is named and an irritant, or a choice and an irritant. Front to back, out
 * of indexes that have both. */
static const char SQL_SELECT_SITE_PAIRS[] =
    "SELECT site, irritant FROM report WHERE site IS NOT NULL";
static const char SQL_SELECT_DEPARTMENT_PAIRS[] =
    "SELECT department, irritant FROM report WHERE department IS NOT NULL"
    " UNION ALL SELECT y.department, r.irritant FROM person y CROSS JOIN report r"
    " ON r.person = y.n WHERE y.department IS NOT NULL";
static const char SQL_SELECT_OFFERING_PAIRS[] =
    "SELECT offering, n FROM irritant WHERE offering IS NOT NULL";
static const char SQL_SELECT_STEP_PAIRS[] = "SELECT step, n FROM irritant WHERE step IS NOT NULL";
static const char SQL_SELECT_OUTCOME_PAIRS[] =
    "SELECT outcome, n FROM irritant WHERE outcome IS NOT NULL";
static const char SQL_SELECT_PERSON_PAIRS[] =
    "SELECT person, irritant FROM report WHERE person IS NOT NULL";
static const char SQL_SELECT_WASTE_PAIRS[] =
    "SELECT waste, n FROM irritant WHERE waste IS NOT NULL";
static const char SQL_SELECT_KIND_PAIRS[] =
    "SELECT change, n FROM irritant WHERE change IS NOT NULL";

static const char SQL_SELECT_SITES[] = "SELECT n, name FROM site ORDER BY folded, name";
static const char SQL_SELECT_DEPARTMENTS[] = "SELECT n, name FROM department ORDER BY folded, name";
static const char SQL_SELECT_OFFERINGS[] = "SELECT n, name FROM offering ORDER BY folded, name";
static const char SQL_SELECT_STEPS[] = "SELECT n, name FROM step ORDER BY folded, name";
static const char SQL_SELECT_OUTCOMES[] = "SELECT n, name FROM outcome ORDER BY folded, name";
static const char SQL_SELECT_PERSONS[] = "SELECT n, name FROM person ORDER BY folded, name";
/* All that are one tag stand together, and those of one irritant. */
static const char SQL_SELECT_TAGS[] =
    "SELECT folded, irritant, tag FROM tagging ORDER BY folded, irritant, tag";

static const char SQL_SELECT_VIEWS[] =
    "SELECT n, name, query, \"order\", columns FROM view ORDER BY folded, name";

static const struct
{
  const char *pairs, *names;
} statements[IMP_N_QUERY_KEYS] = {
  [IMP_QUERY_SITE] = { SQL_SELECT_SITE_PAIRS, SQL_SELECT_SITES },
  [IMP_QUERY_DEPARTMENT] = { SQL_SELECT_DEPARTMENT_PAIRS, SQL_SELECT_DEPARTMENTS },
  [IMP_QUERY_OFFERING] = { SQL_SELECT_OFFERING_PAIRS, SQL_SELECT_OFFERINGS },
  [IMP_QUERY_STEP] = { SQL_SELECT_STEP_PAIRS, SQL_SELECT_STEPS },
  [IMP_QUERY_OUTCOME] = { SQL_SELECT_OUTCOME_PAIRS, SQL_SELECT_OUTCOMES },
  [IMP_QUERY_PERSON] = { SQL_SELECT_PERSON_PAIRS, SQL_SELECT_PERSONS },
  [IMP_QUERY_WASTE] = { SQL_SELECT_WASTE_PAIRS, NULL },
  [IMP_QUERY_KIND] = { SQL_SELECT_KIND_PAIRS, NULL },
};

/* 1 for each number of an irritant that the query finds. */
static GByteArray *
mark_found (ImpStore *store, const ImpQuery *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (ImpRanking) ranking =
      imp_store_rank (store, query, IMP_SORT_IMPACT, cancellable, error);
  GByteArray *found;
  guint highest = 0;

  if (ranking == NULL)
    return NULL;
  for (guint i = 0; i < ranking->items->len; i++)
    highest = MAX (highest, g_array_index (ranking->items, guint32, i));
  found = g_byte_array_sized_new (highest + 1);
  g_byte_array_set_size (found, highest + 1);
  memset (found->data, 0, found->len);
  for (guint i = 0; i < ranking->items->len; i++)
    found->data[g_array_index (ranking->items, guint32, i)] = 1;
  return found;
}

static gboolean
is_found (const GByteArray *found, gint64 irritant)
{
  return irritant >= 0 && irritant < found->len && found->data[irritant];
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return one < other ? -1 : one > other;
}

/* Of guint64: the value in the upper half, the irritant in the lower; sorted. */
static GArray *
read_pairs (ImpStore *store, ImpQueryKey key, const GByteArray *found, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, statements[key].pairs);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  gboolean sorted = TRUE; /* as most indexes have them */
  guint64 before = 0;

  while (imp_statement_next (select))
    {
      const guint64 value = (guint64) imp_statement_get_int (select, 0);
      const gint64 irritant = imp_statement_get_int (select, 1);
      const guint64 pair = value << 32 | (guint64) irritant;

      if (!is_found (found, irritant))
        continue;
      g_array_append_val (pairs, pair);
      sorted &= pair >= before;
      before = pair;
    }
  if (!imp_statement_end (select, error))
    return NULL;
  if (!sorted)
    g_array_sort (pairs, compare_pairs);
  return g_steal_pointer (&pairs);
}

/* How many irritants each value has, by its number. */
static GHashTable *
count_pairs (const GArray *pairs)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  guint64 before = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const guint64 pair = g_array_index (pairs, guint64, i);
      gpointer value = GSIZE_TO_POINTER (pair >> 32);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));

      if (i == 0 || pair != before)
        g_hash_table_insert (counts, value, GUINT_TO_POINTER (n + 1));
      before = pair;
    }
  return counts;
}

static void
add_value (GPtrArray *values, const char *name, guint n)
{
  ImpQueryValue *value = g_new (ImpQueryValue, 1);

  *value = (ImpQueryValue) { g_strdup (name), n };
  g_ptr_array_add (values, value);
}

static gboolean
add_names (ImpStore *store, ImpQueryKey key, GHashTable *counts, GPtrArray *values, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, statements[key].names);

  while (imp_statement_next (select))
    {
      const gint64 item = imp_statement_get_int (select, 0);
      const char *name = imp_statement_get_text (select, 1);

      if (name != NULL && *name != '\0')
        add_value (values, name,
                   GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER (item))));
    }
  return imp_statement_end (select, error);
}

static void
add_choices (ImpQueryKey key, GHashTable *counts, GPtrArray *values)
{
  for (guint i = 0; i < imp_query_key_get_n_values (key); i++)
    add_value (values, imp_query_value_get_nick (key, i),
               GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (i + 1))));
}

static gboolean
read_named (ImpStore *store,
            ImpQueryKey key,
            const GByteArray *found,
            GPtrArray *values,
            GError **error)
{
  g_autoptr (GArray) pairs = read_pairs (store, key, found, error);
  g_autoptr (GHashTable) counts = pairs != NULL ? count_pairs (pairs) : NULL;

  if (counts == NULL)
    return FALSE;
  if (statements[key].names != NULL)
    return add_names (store, key, counts, values, error);
  add_choices (key, counts, values);
  return TRUE;
}

/* A tag is what it is compared by; it is called as the first one is written. */
static gboolean
read_tags (ImpStore *store, const GByteArray *found, GPtrArray *values, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TAGS);
  g_autofree char *tag = NULL;
  gint64 before = 0;

  while (imp_statement_next (select))
    {
      const gint64 irritant = imp_statement_get_int (select, 1);
      const gboolean another = g_set_str (&tag, imp_statement_get_text (select, 0));

      if (another)
        add_value (values, imp_statement_get_text (select, 2), 0);
      if (values->len > 0 && (another || irritant != before) && is_found (found, irritant))
        ((ImpQueryValue *) values->pdata[values->len - 1])->n++;
      before = irritant;
    }
  return imp_statement_end (select, error);
}

/* Those that come by name stay so. */
static int
compare_values (gconstpointer a, gconstpointer b)
{
  const ImpQueryValue *one = *(ImpQueryValue *const *) a, *other = *(ImpQueryValue *const *) b;

  return one->n > other->n ? -1 : one->n < other->n;
}

static gboolean
read_values (ImpStore *store,
             const ImpQuery *query,
             ImpQueryKey key,
             GPtrArray *values,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (ImpQuery) rest = imp_query_without_key (query, key);
  g_autoptr (GByteArray) found = mark_found (store, rest, cancellable, error);
  gboolean read;

  if (found == NULL)
    return FALSE;
  imp_connection_set_cancellable (store->connection, cancellable);
  read = key == IMP_QUERY_TAG ? read_tags (store, found, values, error)
                              : read_named (store, key, found, values, error);
  imp_connection_set_cancellable (store->connection, NULL);
  return read;
}

GPtrArray *
imp_store_read_query_values (ImpStore *store,
                             const ImpQuery *query,
                             ImpQueryKey key,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (imp_query_value_free);

  if (key != IMP_QUERY_TAG && statements[key].pairs == NULL)
    for (guint i = 0; i < imp_query_key_get_n_values (key); i++)
      add_value (values, imp_query_value_get_nick (key, i), 0);
  else if (!read_values (store, query, key, values, cancellable, error))
    return NULL;
  else
    g_ptr_array_sort (values, compare_values);
  return g_steal_pointer (&values);
}

GPtrArray *
imp_store_read_views (ImpStore *store, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_VIEWS);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (imp_view_free);

  while (imp_statement_next (select))
    {
      const ImpView view = {
        .item = imp_statement_get_int (select, 0),
        .name = (char *) imp_statement_get_text (select, 1),
        .query = (char *) imp_statement_get_text (select, 2),
        .order = (char *) imp_statement_get_text (select, 3),
        .columns = (char *) imp_statement_get_text (select, 4),
      };

      if (view.name != NULL && *view.name != '\0')
        g_ptr_array_add (views, imp_view_copy (&view));
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&views) : NULL;
}
