/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An order narrowed by a query, and graded by the words searched for. */
#include "config.h"

#include "store/imp-ranking-search.h"

#include <string.h>

#include "store/imp-ranking-filter.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_HITS[] = "SELECT rowid FROM irritant_text (?1)";

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

static gboolean
grade_found (ImpStore *store,
             const ImpSearch *search,
             gboolean by_match,
             GByteArray *grades,
             GError **error)
{
  g_autofree char *all = join_words (search, " ", "*");
  guint n_found;

  return raise_grades (store, all, grades, 0, FOUND, &n_found, error)
         && (!by_match || tells_little (search)
             || grade_titles (store, search, n_found, grades, error));
}

static gboolean
apply_filters (ImpStore *store, const ImpQuery *query, GByteArray *grades, GError **error)
{
  const guint8 *kept = imp_ranking_filter (store, query, grades->len, error);

  for (guint i = 0; kept != NULL && i < grades->len; i++)
    grades->data[i] = kept[i] ? grades->data[i] : 0;
  return kept != NULL;
}

static GByteArray *
grade_all (ImpStore *store, const ImpQuery *query, GArray *all, gboolean by_match, GError **error)
{
  g_autoptr (GByteArray) grades = make_grades (all);
  const ImpSearch *search = imp_query_get_search (query);

  if (search == NULL)
    memset (grades->data, FOUND, grades->len);
  else if (!grade_found (store, search, by_match, grades, error))
    return NULL;
  if (imp_ranking_has_filters (query) && !apply_filters (store, query, grades, error))
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

gboolean
imp_ranking_search (ImpStore *store,
                    const ImpQuery *query,
                    GArray *all,
                    gboolean by_match,
                    ImpRanking *ranking,
                    GError **error)
{
  g_autoptr (GByteArray) grades = grade_all (store, query, all, by_match, error);

  if (grades == NULL)
    return FALSE;
  ranking->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  ranking->ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  place_graded (ranking, all, grades);
  return TRUE;
}
