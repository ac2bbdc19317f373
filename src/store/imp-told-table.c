/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who was told what became of a report, and who was not yet. */
#include "config.h"

#include "store/imp-told-table.h"

#include <glib/gi18n-lib.h>

#include "store/imp-reporter.h"
#include "store/imp-store-private.h"

/* Reporter r, be it somebody in a department, was not told. Two questions, for each of them is then
 * answered by one look at an index, however many were told of the same. */
#define IS_UNTOLD(OF)                                                                              \
  " AND NOT EXISTS (SELECT 1 FROM told t WHERE " OF " AND t.person = r.person)"                    \
  " AND (r.person IS NOT NULL OR NOT EXISTS (SELECT 1 FROM told t WHERE " OF                       \
  " AND t.person IS NULL AND t.department = r.department))"
#define HERE       " AND r.site = ?1"
#define EVERYWHERE ""
#define REPORTERS(WHERE)                                                                           \
  " CROSS JOIN report r ON r.irritant = i.n" WHERE " LEFT JOIN person p ON p.n = r.person"         \
  " LEFT JOIN department d ON d.n = r.department"
#define IS_SOMEBODY " AND (p.n IS NOT NULL OR d.n IS NOT NULL)"

/* From what is news on, for that is little of all that was reported. */
#define UNTOLD_OF_FIXES(WHERE)                                                                     \
  "SELECT i.n, f.n, p.n, d.n, p.name, d.name, f.title, f.now, p.hears, f.delivered FROM fix f"     \
  " CROSS JOIN removal m ON m.fix = f.n CROSS JOIN irritant i ON i.n = m.irritant" REPORTERS (     \
      WHERE) " WHERE f.delivered >= ?2 AND i.state IN (4, 5) AND r.date <= "                       \
             "f.delivered" IS_SOMEBODY IS_UNTOLD (                                                 \
                 "t.fix = f.n") " AND NOT EXISTS (SELECT 1 FROM confirmation c WHERE c.fix = f.n"  \
                                " AND c.person = r.person)"                                        \
                                " AND NOT EXISTS (SELECT 1 FROM promise q WHERE q.fix = f.n AND "  \
                                "q.person = r.person"                                              \
                                " AND q.kept IS NOT NULL)"
#define UNTOLD_OF_REFUSALS(WHERE)                                                                  \
  "SELECT i.n, 0, p.n, d.n, p.name, d.name, i.title, i.declined_reason, p.hears, i.declined"       \
  " FROM irritant i" REPORTERS (WHERE) " WHERE i.declined >= ?2 AND i.state = 6" IS_SOMEBODY       \
      IS_UNTOLD ("t.irritant = i.n AND t.fix IS NULL")

static const char SQL_SELECT_UNTOLD_OF_FIXES[] = UNTOLD_OF_FIXES (HERE);
static const char SQL_SELECT_UNTOLD_OF_REFUSALS[] = UNTOLD_OF_REFUSALS (HERE);
static const char SQL_SELECT_ALL_UNTOLD_OF_FIXES[] =
    UNTOLD_OF_FIXES (EVERYWHERE) " ORDER BY f.delivered, f.n";
static const char SQL_SELECT_ALL_UNTOLD_OF_REFUSALS[] =
    UNTOLD_OF_REFUSALS (EVERYWHERE) " ORDER BY i.declined, i.n";
G_STATIC_ASSERT (IMP_STATE_FIXED == 4 && IMP_STATE_CONFIRMED == 5 && IMP_STATE_DECLINED == 6);

/* Who heard about a fix heard about all that it removes. */
static const char SQL_SELECT_TOLD_OF_FIX[] =
    "SELECT n FROM told WHERE fix = ?1 AND coalesce (person, 0) = ?2"
    " AND (?2 <> 0 OR coalesce (department, 0) = ?3)";
static const char SQL_SELECT_TOLD_OF_REFUSAL[] =
    "SELECT n FROM told WHERE irritant = ?1 AND fix IS NULL AND coalesce (person, 0) = ?2"
    " AND (?2 <> 0 OR coalesce (department, 0) = ?3)";

GArray *
imp_store_read_told (ImpStore *store,
                     ImpItem irritant,
                     ImpItem fix,
                     ImpItem person,
                     ImpItem department,
                     GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (
      store->connection, fix != 0 ? SQL_SELECT_TOLD_OF_FIX : SQL_SELECT_TOLD_OF_REFUSAL);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  imp_statement_bind_int (select, 1, fix != 0 ? fix : irritant);
  imp_statement_bind_int (select, 2, person);
  imp_statement_bind_int (select, 3, department);
  while (imp_statement_next (select))
    {
      const ImpItem item = imp_statement_get_int (select, 0);

      g_array_append_val (items, item);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&items) : NULL;
}

static ImpUntold *
read_line (ImpStatement *row)
{
  ImpUntold *untold = g_new0 (ImpUntold, 1);

  untold->irritant = imp_statement_get_int (row, 0);
  untold->fix = imp_statement_get_int (row, 1);
  untold->person = imp_statement_get_int (row, 2);
  untold->department = imp_statement_get_int (row, 3);
  untold->who = imp_reporter_dup_name (imp_statement_get_text (row, 4),
                                       imp_statement_get_text (row, 5), NULL);
  untold->what = g_strdup (imp_statement_is_null (row, 6) ? _ ("Untitled fix")
                                                          : imp_statement_get_text (row, 6));
  untold->why = imp_statement_dup_text (row, 7);
  untold->hears = imp_statement_dup_text (row, 8);
  untold->since = imp_statement_get_date (row, 9);
  return untold;
}

/* FALSE where they are among them: whoever said it twice is told once. */
static gboolean
note_teller (GHashTable *seen, ImpStatement *row)
{
  const gint64 fix = imp_statement_get_int (row, 1), person = imp_statement_get_int (row, 2);

  return g_hash_table_add (
      seen, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                             fix != 0 ? fix : -imp_statement_get_int (row, 0), person,
                             person != 0 ? 0 : imp_statement_get_int (row, 3)));
}

static gboolean
add_untold (ImpStore *store,
            const char *sql,
            ImpItem site,
            ImpDate since,
            GPtrArray *untold,
            GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, sql);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  imp_statement_bind_int (select, 1, site);
  imp_statement_bind_int (select, 2, since);
  while (imp_statement_next (select))
    if (note_teller (seen, select))
      g_ptr_array_add (untold, read_line (select));
  return imp_statement_end (select, error);
}

static gint
compare_untold (gconstpointer a, gconstpointer b)
{
  const ImpUntold *one = a, *other = b;

  if (one->since != other->since)
    return one->since < other->since ? -1 : 1;
  return g_utf8_collate (one->who, other->who);
}

gboolean
imp_store_read_untold (ImpStore *store,
                       ImpItem site,
                       ImpDate since,
                       GPtrArray *untold,
                       guint *n_untold,
                       GError **error)
{
  if (!add_untold (store, SQL_SELECT_UNTOLD_OF_FIXES, site, since, untold, error)
      || !add_untold (store, SQL_SELECT_UNTOLD_OF_REFUSALS, site, since, untold, error))
    return FALSE;
  g_ptr_array_sort_values (untold, compare_untold);
  *n_untold = untold->len;
  g_ptr_array_set_size (untold, MIN ((int) untold->len, IMP_BRIEFING_MOST));
  return TRUE;
}

/* What is read of all sites, row by row. */
typedef struct
{
  GHashTable *colleagues; /* each who has not heard of something, once */
  GPtrArray *news;        /* of ImpNews: the first of them */
  guint n;                /* how many there are */
  guint n_reports;        /* that were read for it */
} Reel;

static void
note_colleague (GHashTable *colleagues, ImpStatement *row)
{
  const gint64 person = imp_statement_get_int (row, 2);
  const gint64 who = person != 0 ? person : -imp_statement_get_int (row, 3);

  if (!g_hash_table_contains (colleagues, &who))
    g_hash_table_add (colleagues, g_memdup2 (&who, sizeof who));
}

/* Rows about the same thing come one after the other. */
static void
add_news (Reel *reel, ImpStatement *row, ImpItem *about)
{
  const ImpItem irritant = imp_statement_get_int (row, 0), fix = imp_statement_get_int (row, 1);
  const ImpItem item = fix != 0 ? fix : irritant;
  const gboolean is_new = item != *about;
  ImpNews *last;

  reel->n += is_new;
  *about = item;
  if (is_new && reel->n <= IMP_TODAY_MOST)
    g_ptr_array_add (reel->news, imp_news_new (irritant, fix, imp_statement_get_date (row, 9)));
  if (reel->n > IMP_TODAY_MOST)
    return;
  last = g_ptr_array_index (reel->news, reel->news->len - 1);
  last->n_untold++;
  if (last->untold->len < IMP_TODAY_MOST)
    g_ptr_array_add (last->untold, read_line (row));
}

static gboolean
is_cut (const Reel *reel)
{
  return reel->n > IMP_TODAY_COUNTED || reel->n_reports > IMP_TODAY_REPORTS;
}

/* Where the reports end early, who reported the last thing is not counted to the end. */
static void
note_cut (Reel *reel)
{
  ImpNews *last = reel->news->len > 0 ? g_ptr_array_index (reel->news, reel->news->len - 1) : NULL;

  if (reel->n_reports > IMP_TODAY_REPORTS && last != NULL && reel->n <= IMP_TODAY_MOST)
    last->more_untold = TRUE;
}

static gboolean
read_news (ImpStore *store, const char *sql, ImpDate since, Reel *reel, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, sql);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ImpItem about = 0;

  imp_statement_bind_int (select, 2, since);
  while (reel->n <= IMP_TODAY_COUNTED && reel->n_reports <= IMP_TODAY_REPORTS
         && imp_statement_next (select) && ++reel->n_reports <= IMP_TODAY_REPORTS)
    if (note_teller (seen, select))
      {
        note_colleague (reel->colleagues, select);
        add_news (reel, select, &about);
      }
  note_cut (reel);
  return imp_statement_end (select, error);
}

static gint
compare_news (gconstpointer a, gconstpointer b)
{
  const ImpNews *one = a, *other = b;

  if (one->since != other->since)
    return one->since < other->since ? -1 : 1;
  return one->irritant < other->irritant ? -1 : one->irritant > other->irritant;
}

gboolean
imp_store_read_news (ImpStore *store, ImpDate since, ImpToday *today, GError **error)
{
  g_autoptr (GHashTable) colleagues =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reel fixes = { colleagues, today->news, 0, 0 };
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_news_free);
  Reel refusals = { colleagues, refused, 0, 0 };

  if (!read_news (store, SQL_SELECT_ALL_UNTOLD_OF_FIXES, since, &fixes, error)
      || !read_news (store, SQL_SELECT_ALL_UNTOLD_OF_REFUSALS, since, &refusals, error))
    return FALSE;
  g_ptr_array_extend_and_steal (today->news, g_steal_pointer (&refused));
  g_ptr_array_sort_values (today->news, compare_news);
  g_ptr_array_set_size (today->news, MIN ((int) today->news->len, IMP_TODAY_MOST));
  today->n_news = MIN (fixes.n, IMP_TODAY_COUNTED) + MIN (refusals.n, IMP_TODAY_COUNTED);
  today->more_news = is_cut (&fixes) || is_cut (&refusals);
  today->n_untold = g_hash_table_size (colleagues);
  return TRUE;
}
