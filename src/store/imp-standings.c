/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where irritants stood, week by week. */
#include "config.h"

#include "store/imp-standings.h"

#include <glib/gi18n-lib.h>

#include "store/imp-connection-private.h"
#include "store/imp-store-private.h"

#define MOST_NOTED 1000
#define DAYS_KEPT  731
#define KIND       "6" /* IMP_KIND_IRRITANT */

G_STATIC_ASSERT (IMP_KIND_IRRITANT == 6);

static const char SQL_SELECT_NEWEST_DAY[] =
    "SELECT coalesce (max (day), -2147483648) FROM standing";
static const char SQL_INSERT_STANDING[] =
    "REPLACE INTO standing (irritant, day, rank) VALUES (?1, ?2, ?3)";
/* Also what a clock that was wrong has dated ahead. */
static const char SQL_DELETE_OUT_OF_TIME[] = "DELETE FROM standing WHERE day < ?1 OR day > ?2";
static const char SQL_DELETE_GONE[] =
    "DELETE FROM standing WHERE irritant NOT IN (SELECT n FROM irritant)";
static const char SQL_SELECT_STANDINGS[] =
    "SELECT day, rank FROM standing WHERE irritant = ?1 AND day <= ?2 ORDER BY day";
static const char SQL_COUNT_STRANGE[] =
    "SELECT count(*) FROM standing WHERE rank < 1"
    " OR irritant NOT IN (SELECT n FROM item WHERE kind = " KIND ")";

/* Weeks begin on Monday; 1 January 1970 was a Thursday. */
static gint64
get_week (gint64 day)
{
  const gint64 shifted = day + 3;

  return (shifted - (shifted % 7 + 7) % 7) / 7;
}

static gboolean
is_due (ImpStore *store, ImpDate today, gboolean *due, GError **error)
{
  gint64 newest;

  if (!imp_connection_query_int (store->connection, SQL_SELECT_NEWEST_DAY, &newest, error))
    return FALSE;
  *due = get_week (newest) != get_week (today);
  return TRUE;
}

static gboolean
delete_old (ImpStore *store, ImpDate today, GError **error)
{
  g_autoptr (ImpStatement) delete =
      imp_connection_borrow (store->connection, SQL_DELETE_OUT_OF_TIME);

  imp_statement_bind_int (delete, 1, today - DAYS_KEPT);
  imp_statement_bind_int (delete, 2, today);
  return imp_statement_run (delete, error)
         && imp_connection_exec (store->connection, SQL_DELETE_GONE, error);
}

static gboolean
insert (ImpStore *store, const ImpRank *rank, ImpDate today, GError **error)
{
  g_autoptr (ImpStatement) insert = imp_connection_borrow (store->connection, SQL_INSERT_STANDING);
  guint n_entries;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n_entries);

  for (guint i = 0; i < MIN (n_entries, MOST_NOTED); i++)
    {
      if (!imp_rank_entry_is_known (&entries[i]))
        continue;
      imp_statement_bind_int (insert, 1, entries[i].item);
      imp_statement_bind_int (insert, 2, today);
      imp_statement_bind_int (insert, 3, i + 1);
      if (!imp_statement_run (insert, error))
        return FALSE;
      imp_statement_reset (insert);
    }
  return TRUE;
}

gboolean
imp_standings_note (ImpStore *store, GError **error)
{
  const ImpDate today = imp_store_get_today (store);
  const ImpRank *rank;
  gboolean due = FALSE;

  if (!imp_store_check_writable (store, NULL))
    return TRUE;
  if (!is_due (store, today, &due, error))
    return FALSE;
  if (!due)
    return TRUE;
  rank = imp_orders_get (store, IMP_MEASURE_IMPACT, IMP_STATES_NOT_FIXED, error);
  if (rank == NULL || !imp_connection_begin (store->connection, error))
    return FALSE;
  if (delete_old (store, today, error) && insert (store, rank, today, error)
      && imp_connection_commit (store->connection, error))
    return TRUE;
  imp_connection_rollback (store->connection);
  return FALSE;
}

gboolean
imp_standings_read (ImpStore *store, ImpItem irritant, guint rank_now, GArray *past, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_STANDINGS);
  const ImpPastRank now = { imp_store_get_today (store), rank_now };
  gboolean noted = FALSE;

  imp_statement_bind_int (select, 1, irritant);
  imp_statement_bind_int (select, 2, now.day);
  while (imp_statement_next (select))
    {
      const ImpPastRank then = { imp_statement_get_date (select, 0),
                                 (guint) imp_statement_get_int (select, 1) };

      noted = TRUE;
      if (then.day < now.day)
        g_array_append_val (past, then);
    }
  if (noted)
    g_array_append_val (past, now);
  return imp_statement_end (select, error);
}

gboolean
imp_standings_check (ImpStore *store, GPtrArray *problems, GError **error)
{
  gint64 n_strange;

  if (!imp_connection_query_int (store->connection, SQL_COUNT_STRANGE, &n_strange, error))
    return FALSE;
  if (n_strange > 0)
    g_ptr_array_add (problems,
                     g_strdup_printf (ngettext ("%u rank that was noted is of no irritant. Restore "
                                                "a backup",
                                                "%u ranks that were noted are of no irritant. "
                                                "Restore a backup",
                                                (gulong) n_strange),
                                      (guint) n_strange));
  return TRUE;
}
