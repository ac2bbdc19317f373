/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what wants something now. */
#include "config.h"

#include "store/imp-today-table.h"

#include <glib/gi18n-lib.h>

#include "store/imp-fix-table.h"
#include "store/imp-round-table.h"
#include "store/imp-store-private.h"
#include "store/imp-told-table.h"

static const char SQL_COUNT_PROMISES_DUE[] =
    "SELECT coalesce (sum (p.due < ?2), 0), coalesce (sum (p.due >= ?2), 0),"
    " max (CASE WHEN p.due >= ?2 THEN p.due END) FROM promise p LEFT JOIN fix f ON f.n = p.fix"
    " WHERE p.kept IS NULL AND p.due <= ?1 AND coalesce (f.state, 0) < 3";
/* Who said that it is better has been asked. */
#define TO_CONFIRM                                                                                 \
  " FROM fix f INDEXED BY fix_to_confirm WHERE f.state = 3 AND NOT EXISTS (SELECT 1"               \
  " FROM confirmation c WHERE c.fix = f.n AND c.date >= f.delivered)"
static const char SQL_SELECT_TO_CONFIRM[] =
    "SELECT f.n, f.title, f.delivered" TO_CONFIRM " ORDER BY f.delivered, f.n LIMIT ?1";
static const char SQL_COUNT_TO_CONFIRM[] = "SELECT count(*)" TO_CONFIRM;
G_STATIC_ASSERT (IMP_FIX_STATE_DELIVERED == 3);
static const char SQL_SELECT_TO_ASK[] =
    "SELECT w.name FROM removal r JOIN report t ON t.irritant = r.irritant"
    " JOIN person w ON w.n = t.person WHERE r.fix = ?1 GROUP BY w.n ORDER BY max (t.date) DESC, w.n"
    " LIMIT ?2";
static const char SQL_COUNT_PROMISED_ON[] =
    "SELECT count(*), count (kept) FROM promise WHERE round = ?1";

/* Promises */

static gboolean
count_promises (ImpStore *store, ImpDate until, ImpToday *today, GError **error)
{
  g_autoptr (ImpStatement) count =
      imp_connection_borrow (store->connection, SQL_COUNT_PROMISES_DUE);

  imp_statement_bind_int (count, 1, until);
  imp_statement_bind_int (count, 2, today->day);
  if (imp_statement_next (count))
    {
      today->n_late = (guint) imp_statement_get_int (count, 0);
      today->n_due = (guint) imp_statement_get_int (count, 1);
      today->last_due = imp_statement_get_date (count, 2);
    }
  return imp_statement_end (count, error);
}

static gboolean
read_promises (ImpStore *store, ImpToday *today, GError **error)
{
  const ImpDate until = today->day + IMP_TODAY_PROMISE_DAYS;

  return imp_store_read_promises_due (store, until, IMP_TODAY_ROWS, today->promises, error)
         && count_promises (store, until, today, error);
}

/* Fixes */

static gboolean
read_reporters (ImpStore *store, ImpToConfirm *fix, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TO_ASK);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  imp_statement_bind_int (select, 1, fix->fix);
  imp_statement_bind_int (select, 2, IMP_TODAY_ASKED);
  while (imp_statement_next (select))
    if (!imp_statement_is_null (select, 0))
      g_strv_builder_add (names, imp_statement_get_text (select, 0));
  fix->reporters = g_strv_builder_end (names);
  return imp_statement_end (select, error);
}

static gboolean
read_all_reporters (ImpStore *store, GPtrArray *fixes, GError **error)
{
  for (guint i = 0; i < fixes->len; i++)
    if (!read_reporters (store, fixes->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
count_fixes (ImpStore *store, ImpToday *today, GError **error)
{
  g_autoptr (ImpStatement) count = imp_connection_borrow (store->connection, SQL_COUNT_TO_CONFIRM);

  if (imp_statement_next (count))
    today->n_to_confirm = (guint) imp_statement_get_int (count, 0);
  return imp_statement_end (count, error);
}

static gboolean
read_fixes (ImpStore *store, ImpToday *today, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_TO_CONFIRM);

  imp_statement_bind_int (select, 1, IMP_TODAY_ROWS);
  while (imp_statement_next (select))
    {
      ImpToConfirm *fix = g_new0 (ImpToConfirm, 1);

      fix->fix = imp_statement_get_int (select, 0);
      fix->title =
          g_strdup (imp_statement_is_null (select, 1) ? _ ("Untitled fix")
                                                      : imp_statement_get_text (select, 1));
      fix->delivered = imp_statement_get_date (select, 2);
      g_ptr_array_add (today->to_confirm, fix);
    }
  return imp_statement_end (select, error) && read_all_reporters (store, today->to_confirm, error)
         && count_fixes (store, today, error);
}

/* Rounds */

static gboolean
count_promised (ImpStore *store, ImpItem round, ImpTodayRound *row, GError **error)
{
  g_autoptr (ImpStatement) count = imp_connection_borrow (store->connection, SQL_COUNT_PROMISED_ON);

  imp_statement_bind_int (count, 1, round);
  if (imp_statement_next (count))
    {
      row->n_promised = (guint) imp_statement_get_int (count, 0);
      row->n_kept = (guint) imp_statement_get_int (count, 1);
    }
  return imp_statement_end (count, error);
}

static gboolean
read_last_round (ImpStore *store, ImpTodayRound *row, GError **error)
{
  ImpRoundBefore before[2];

  if (!imp_store_find_rounds_before (store, &row->line, before, error))
    return FALSE;
  row->last = before[0].day;
  return before[0].round == 0 || count_promised (store, before[0].round, row, error);
}

/* Takes what the line holds. */
static gboolean
add_round (ImpStore *store, ImpRoundLine *line, ImpToday *today, GError **error)
{
  ImpTodayRound *row = g_new0 (ImpTodayRound, 1);

  row->line = *line;
  *line = (ImpRoundLine) { 0 };
  g_ptr_array_add (today->rounds, row);
  return read_last_round (store, row, error);
}

static void
count_round (const ImpRoundLine *line, ImpToday *today)
{
  const gboolean is_under_way = imp_round_line_get_state (line) == IMP_ROUND_UNDER_WAY;

  today->n_rounds++;
  today->n_under_way += is_under_way;
  today->n_due_rounds += !is_under_way && line->planned <= today->day;
}

static gboolean
read_rounds (ImpStore *store, ImpToday *today, GError **error)
{
  g_autoptr (GPtrArray) lines = imp_store_read_rounds_ahead (store, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      ImpRoundLine *line = lines->pdata[i];

      if (line->planned > today->day + IMP_TODAY_ROUND_DAYS
          && imp_round_line_get_state (line) == IMP_ROUND_PLANNED_STATE)
        continue;
      count_round (line, today);
      if (today->rounds->len < IMP_TODAY_ROWS && !add_round (store, line, today, error))
        return FALSE;
    }
  return lines != NULL;
}

static gboolean
has_irritants (ImpStore *store)
{
  for (int state = IMP_STATE_OPEN; state < IMP_N_STATES; state++)
    if (store->sums.asked[state].n + store->sums.unasked[state].n > 0)
      return TRUE;
  return FALSE;
}

ImpToday *
imp_store_read_today (ImpStore *store, GError **error)
{
  g_autoptr (ImpToday) today = imp_today_new (imp_store_get_today (store));
  const ImpDate news = today->day - IMP_BRIEFING_NEWS_DAYS;

  today->is_new = !has_irritants (store);
  return read_promises (store, today, error) && read_fixes (store, today, error)
                 && imp_store_read_news (store, news, today, error)
                 && read_rounds (store, today, error)
             ? g_steal_pointer (&today)
             : NULL;
}
