/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What of the record an issue of "what we fixed" is drafted from. */
#include "config.h"

#include <string.h>

#include "store/imp-announcement-table.h"
#include "store/imp-facts.h"
#include "store/imp-store-private.h"

#define OF_PERIOD                                                                                  \
  " f.state >= 3 AND (f.delivered BETWEEN ?1 AND ?2 OR f.confirmed BETWEEN ?1 AND ?2)"
#define TOLD_BY                                                                                    \
  " (SELECT 1 FROM entry e JOIN announcement a ON a.n = e.announcement WHERE e.fix = f.n"          \
  " AND e.section IN (1, 2, 5)"

/* "You said" is what was said first, where that is short. The words stand alone, without a name. */
static const char SQL_SELECT_TELLABLE[] =
    "SELECT f.n, f.title, f.did, f.now, f.todo, f.thanks, f.delivered, f.hours, f.spread,"
    " f.asked_again, f.confirmed,"
    " (SELECT t.words FROM removal r JOIN report t ON t.irritant = r.irritant WHERE r.fix = f.n"
    " AND t.words IS NOT NULL ORDER BY length (t.words) > 90, t.date, t.n LIMIT 1),"
    " (SELECT group_concat (name, ', ') FROM (SELECT DISTINCT s.name FROM removal r"
    " JOIN report t ON t.irritant = r.irritant JOIN site s ON s.n = t.site WHERE r.fix = f.n"
    " ORDER BY s.name LIMIT 4)), o.name, o.naming,"
    " (SELECT count(*) FROM site), (SELECT count(DISTINCT s.n) FROM removal r"
    " JOIN report t ON t.irritant = r.irritant JOIN site s ON s.n = t.site WHERE r.fix = f.n),"
    " f.forecast FROM fix f LEFT JOIN person o ON o.n = f.owner"
    " WHERE" OF_PERIOD " AND NOT EXISTS" TOLD_BY " AND (a.published IS NOT NULL OR ?3))"
    " ORDER BY f.hours DESC, f.n";
static const char SQL_COUNT_TOLD[] =
    "SELECT count(*) FROM fix f WHERE" OF_PERIOD " AND NOT EXISTS" TOLD_BY " AND a.n = ?4)"
    " AND EXISTS" TOLD_BY " AND (a.published IS NOT NULL OR ?3))";
static const char SQL_SELECT_COMING[] =
    "SELECT p.n, p.fix, coalesce (p.what, f.title), p.due, s.name FROM promise p"
    " LEFT JOIN fix f ON f.n = p.fix LEFT JOIN site s ON s.n = p.site"
    " WHERE p.kept IS NULL AND p.due >= ?1 ORDER BY p.due, p.n LIMIT ?2";
static const char SQL_SELECT_REFUSALS[] =
    "SELECT i.n, i.title, i.declined_reason, (SELECT s.name FROM report t"
    " JOIN site s ON s.n = t.site WHERE t.irritant = i.n ORDER BY t.date DESC LIMIT 1)"
    " FROM irritant i WHERE i.state = 6 AND i.declined BETWEEN ?1 AND ?2"
    " ORDER BY i.impact DESC LIMIT ?3";
static const char SQL_SUM_PROMISES[] =
    "SELECT count(*), coalesce (sum (kept IS NOT NULL AND kept <= first), 0) FROM promise"
    " WHERE first BETWEEN ?1 AND ?2";
static const char SQL_SELECT_MISSED[] =
    "SELECT coalesce (p.what, f.title), p.first, p.due, p.kept FROM promise p"
    " LEFT JOIN fix f ON f.n = p.fix WHERE p.first BETWEEN ?1 AND ?2"
    " AND (p.kept IS NULL OR p.kept > p.first) ORDER BY p.first, p.n";

/* A fixer is thanked by name where they agreed to it. */
static char *
dup_thanks (ImpStatement *row)
{
  char *thanks = imp_statement_dup_text (row, 5);

  if (thanks == NULL && imp_statement_get_int (row, 14) == IMP_NAMING_YES)
    thanks = imp_statement_dup_text (row, 13);
  return thanks;
}

static void
read_hours (ImpStatement *row, ImpEntry *entry, double mean, double deviation)
{
  gboolean asked_again = imp_statement_get_int (row, 9) != 0;
  double hours = imp_statement_get_real (row, 7);

  entry->hours_source = asked_again ? IMP_HOURS_ASKED_AGAIN : IMP_HOURS_ESTIMATED;
  entry->hours = asked_again || hours <= 0
                     ? hours
                     : imp_impact_shrink (imp_statement_get_real (row, 17),
                                          imp_statement_get_real (row, 8), mean, deviation);
}

static ImpEntry *
read_tellable (ImpStatement *row, double mean, double deviation)
{
  ImpEntry *entry = g_new0 (ImpEntry, 1);
  gint64 n_sites = imp_statement_get_int (row, 15);
  gboolean everywhere = n_sites > 1 && imp_statement_get_int (row, 16) == n_sites;

  entry->fix = imp_statement_get_int (row, 0);
  entry->title = imp_statement_dup_text (row, 1);
  entry->did = imp_statement_dup_text (row, 2);
  entry->now = imp_statement_dup_text (row, 3);
  entry->todo = imp_statement_dup_text (row, 4);
  entry->thanks = dup_thanks (row);
  entry->date = imp_statement_get_date (row, 6);
  entry->said = imp_statement_dup_text (row, 11);
  entry->place = everywhere ? NULL : imp_statement_dup_text (row, 12);
  entry->unconfirmed = imp_statement_get_int (row, 9) == 0; /* nobody was asked */
  read_hours (row, entry, mean, deviation);
  return entry;
}

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  const ImpEntry *left = *(ImpEntry *const *) a, *right = *(ImpEntry *const *) b;

  return (left->hours < right->hours) - (left->hours > right->hours);
}

GPtrArray *
imp_store_read_tellable (ImpStore *store, ImpDate from, ImpDate to, ImpTold told, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TELLABLE);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_entry_free);
  double mean, deviation;

  imp_sums_get_spread (&store->sums, &mean, &deviation);
  imp_statement_bind_int (select, 1, from);
  imp_statement_bind_int (select, 2, to);
  imp_statement_bind_int (select, 3, told == IMP_TOLD_DRAFTED);
  while (imp_statement_next (select))
    g_ptr_array_add (entries, read_tellable (select, mean, deviation));
  g_ptr_array_sort (entries, compare_hours);
  return imp_statement_end (select, error) ? g_steal_pointer (&entries) : NULL;
}

gboolean
imp_store_count_told (ImpStore *store, ImpAnnouncement *announcement, ImpTold told, GError **error)
{
  g_autoptr (ImpStatement) count = imp_connection_borrow (store->connection, SQL_COUNT_TOLD);

  imp_statement_bind_int (count, 1, announcement->from);
  imp_statement_bind_int (count, 2, announcement->to);
  imp_statement_bind_int (count, 3, told == IMP_TOLD_DRAFTED);
  imp_statement_bind_int (count, 4, announcement->item);
  if (imp_statement_next (count))
    announcement->told_count = (int) imp_statement_get_int (count, 0);
  return imp_statement_end (count, error);
}

static ImpEntry *
add_entry (GPtrArray *entries, ImpSection section)
{
  ImpEntry *entry = g_new0 (ImpEntry, 1);

  entry->section = section;
  entry->date = IMP_DATE_NONE;
  g_ptr_array_add (entries, entry);
  return entry;
}

GPtrArray *
imp_store_read_coming (ImpStore *store, ImpDate since, guint limit, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_COMING);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_entry_free);

  imp_statement_bind_int (select, 1, since);
  imp_statement_bind_int (select, 2, limit);
  while (imp_statement_next (select))
    {
      ImpEntry *entry = add_entry (entries, IMP_SECTION_NEXT);

      entry->promise = imp_statement_get_int (select, 0);
      entry->fix = imp_statement_get_int (select, 1);
      entry->title = imp_statement_dup_text (select, 2);
      entry->date = imp_statement_get_date (select, 3);
      entry->place = imp_statement_dup_text (select, 4);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&entries) : NULL;
}

static char *
join_refusal (const char *title, const char *reason)
{
  gboolean closed = title != NULL && g_str_has_suffix (title, ".");

  if (reason == NULL || title == NULL)
    return g_strdup (title);
  return g_strdup_printf ("%s%s %s", title, closed ? "" : ".", reason);
}

GPtrArray *
imp_store_read_refusals (ImpStore *store, ImpDate from, ImpDate to, guint limit, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REFUSALS);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_entry_free);

  imp_statement_bind_int (select, 1, from);
  imp_statement_bind_int (select, 2, to);
  imp_statement_bind_int (select, 3, limit);
  while (imp_statement_next (select))
    {
      ImpEntry *entry = add_entry (entries, IMP_SECTION_NOT_NOW);

      entry->irritant = imp_statement_get_int (select, 0);
      entry->title =
          join_refusal (imp_statement_get_text (select, 1), imp_statement_get_text (select, 2));
      entry->place = imp_statement_dup_text (select, 3);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&entries) : NULL;
}

void
imp_promise_sum_clear (ImpPromiseSum *self)
{
  g_clear_pointer (&self->missed, g_ptr_array_unref);
}

static void
free_missed (gpointer data)
{
  ImpMissed *missed = data;

  g_free (missed->what);
  g_free (missed);
}

static gboolean
read_missed (ImpStore *store, ImpDate from, ImpDate to, ImpPromiseSum *sum, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_MISSED);

  sum->missed = g_ptr_array_new_with_free_func (free_missed);
  imp_statement_bind_int (select, 1, from);
  imp_statement_bind_int (select, 2, to);
  while (imp_statement_next (select))
    {
      ImpMissed *missed = g_new (ImpMissed, 1);

      *missed =
          (ImpMissed) { imp_statement_dup_text (select, 0), imp_statement_get_date (select, 1),
                        imp_statement_get_date (select, 2), imp_statement_get_date (select, 3) };
      g_ptr_array_add (sum->missed, missed);
    }
  return imp_statement_end (select, error);
}

gboolean
imp_store_sum_promises (ImpStore *store,
                        ImpDate from,
                        ImpDate to,
                        ImpPromiseSum *sum,
                        GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SUM_PROMISES);

  memset (sum, 0, sizeof *sum);
  imp_statement_bind_int (select, 1, from);
  imp_statement_bind_int (select, 2, to);
  if (imp_statement_next (select))
    {
      sum->due = (int) imp_statement_get_int (select, 0);
      sum->kept = (int) imp_statement_get_int (select, 1);
    }
  return imp_statement_end (select, error) && read_missed (store, from, to, sum, error);
}
