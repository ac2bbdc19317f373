/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading rounds: lists, the page of one, whom they meet. */
#include "config.h"

#include "store/imp-round-table.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-heard-table.h"
#include "store/imp-reporter.h"
#include "store/imp-store-private.h"

#define LINE_COLUMNS                                                                               \
  "SELECT v.n, v.site, s.name, v.planned, v.time, v.place, v.visitors, v.started, v.ended,"        \
  " (SELECT count(*) FROM report t JOIN irritant i ON i.n = t.irritant WHERE t.round = v.n),"      \
  " (SELECT count(*) FROM promise WHERE round = v.n),"                                             \
  " (SELECT count(*) FROM observation WHERE round = v.n),"                                         \
  " (SELECT count(*) FROM meeting WHERE round = v.n AND met = 1),"                                 \
  " (SELECT count(*) FROM meeting WHERE round = v.n), v.questions, v.note"                         \
  " FROM round v LEFT JOIN site s ON s.n = v.site"

static const char SQL_SELECT_ROUND[] = LINE_COLUMNS " WHERE v.n = ?1";
static const char SQL_SELECT_OPEN_ROUNDS[] = LINE_COLUMNS " WHERE v.ended IS NULL";
static const char SQL_SELECT_PAST_ROUNDS[] =
    LINE_COLUMNS " WHERE v.ended IS NOT NULL ORDER BY v.ended DESC, v.n DESC";
static const char SQL_SELECT_DUE_SITES[] =
    "SELECT s.n, s.name, s.weeks, (SELECT max(ended) FROM round WHERE site = s.n) FROM site s"
    " WHERE s.weeks > 0 AND NOT EXISTS (SELECT 1 FROM round WHERE site = s.n AND ended IS NULL)";
static const char SQL_SELECT_ROUNDS_BEFORE[] =
    "SELECT n, ended FROM round WHERE site = ?1 AND n <> ?2 AND ended <= ?3"
    " ORDER BY ended DESC, n DESC LIMIT 2";
static const char SQL_SELECT_LAST_QUESTIONS[] =
    "SELECT questions FROM round WHERE site = ?1 ORDER BY planned DESC, n DESC LIMIT 1";
static const char SQL_SELECT_MEETINGS[] =
    "SELECT m.n, m.person, m.department, p.name, d.name, m.met FROM meeting m"
    " LEFT JOIN person p ON p.n = m.person LEFT JOIN department d ON d.n = m.department"
    " WHERE m.round = ?1 ORDER BY p.folded IS NULL, p.folded, d.folded, m.n";

static const char SQL_SELECT_MEETING[] =
    "SELECT n FROM meeting WHERE round = ?1 AND coalesce (person, 0) = ?2"
    " AND (?2 <> 0 OR department = ?3) ORDER BY n LIMIT 1";
static const char SQL_SELECT_UNMET_SOMEBODY[] =
    "SELECT n FROM meeting WHERE round = ?1 AND person IS NULL AND coalesce (met, 0) = 0"
    " AND department IN (?3, (SELECT department FROM person WHERE n = ?2)) ORDER BY n LIMIT 1";

/* The site is what a round is known by: one that is gone is called so. */
static char *
dup_site (ImpStatement *row, int column)
{
  return g_strdup (imp_statement_is_null (row, column) ? _ ("Unknown site")
                                                       : imp_statement_get_text (row, column));
}

int
imp_round_get_time (ImpStatement *row, int column)
{
  return imp_statement_is_null (row, column)
             ? IMP_ROUND_ANY_TIME
             : imp_statement_get_choice (row, column, IMP_ROUND_ANY_TIME, IMP_ROUND_LAST_TIME);
}

static void
fill_line (ImpStatement *row, ImpRoundLine *line)
{
  line->item = imp_statement_get_int (row, 0);
  line->site = imp_statement_get_int (row, 1);
  line->site_name = dup_site (row, 2);
  line->planned = imp_statement_get_date (row, 3);
  line->time = imp_round_get_time (row, 4);
  line->place = imp_statement_dup_text (row, 5);
  line->visitors = imp_statement_dup_text (row, 6);
  line->started_ms = imp_statement_get_int (row, 7);
  line->ended_ms = imp_statement_get_int (row, 8);
  line->n_reports = (guint) imp_statement_get_int (row, 9);
  line->n_promises = (guint) imp_statement_get_int (row, 10);
  line->n_observations = (guint) imp_statement_get_int (row, 11);
  line->n_met = (guint) imp_statement_get_int (row, 12);
  line->n_to_meet = (guint) imp_statement_get_int (row, 13);
}

static ImpRoundLine *
read_line (ImpStatement *row)
{
  ImpRoundLine *line = g_new0 (ImpRoundLine, 1);

  fill_line (row, line);
  return line;
}

void
imp_round_row_clear (ImpRoundRow *self)
{
  imp_round_line_clear (&self->line);
  g_clear_pointer (&self->questions, g_free);
  g_clear_pointer (&self->note, g_free);
}

gboolean
imp_store_read_round (ImpStore *store, ImpItem round, ImpRoundRow *row, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_ROUND);

  *row = (ImpRoundRow) { 0 };
  imp_statement_bind_int (select, 1, round);
  if (!imp_statement_next (select))
    {
      if (imp_statement_end (select, error))
        g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, _ ("it is not there any more"));
      return FALSE;
    }
  fill_line (select, &row->line);
  row->questions = imp_statement_dup_text (select, 14);
  row->note = imp_statement_dup_text (select, 15);
  return TRUE;
}

static gboolean
add_due_sites (ImpStore *store, GPtrArray *lines, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_DUE_SITES);
  const ImpDate today = imp_store_get_today (store);

  while (imp_statement_next (select))
    {
      ImpRoundLine *line = g_new0 (ImpRoundLine, 1);
      const gint64 last = imp_statement_get_int (select, 3);

      line->site = imp_statement_get_int (select, 0);
      line->site_name = dup_site (select, 1);
      line->planned =
          imp_round_find_due (last != 0 ? imp_date_from_ms (last) : IMP_DATE_NONE,
                              imp_statement_get_choice (select, 2, 0, IMP_ROUND_MOST_WEEKS), today);
      line->time = IMP_ROUND_ANY_TIME;
      g_ptr_array_add (lines, line);
    }
  return imp_statement_end (select, error);
}

/* What is under way first. */
static gint
compare_ahead (gconstpointer a, gconstpointer b)
{
  const ImpRoundLine *one = a, *other = b;

  if ((one->started_ms != 0) != (other->started_ms != 0))
    return one->started_ms != 0 ? -1 : 1;
  if (one->planned != other->planned)
    return one->planned < other->planned ? -1 : 1;
  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;
  return one->item != other->item ? (one->item < other->item ? -1 : 1)
                                  : g_utf8_collate (one->site_name, other->site_name);
}

GPtrArray *
imp_store_read_rounds_ahead (ImpStore *store, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_OPEN_ROUNDS);
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_round_line_free);

  while (imp_statement_next (select))
    g_ptr_array_add (lines, read_line (select));
  if (!imp_statement_end (select, error) || !add_due_sites (store, lines, error))
    return NULL;
  g_ptr_array_sort_values (lines, compare_ahead);
  return g_steal_pointer (&lines);
}

/* *found: whether all words (folded; NULL: none) stand in it. */
static gboolean
look_through (ImpStore *store,
              const ImpRoundLine *line,
              const char *words,
              gboolean *found,
              GError **error)
{
  g_autofree char *said = NULL, *folded = NULL;

  *found = words == NULL;
  if (*found)
    return TRUE;
  if (!imp_store_dup_said (store, line->item, line->site_name, &said, error))
    return FALSE;
  folded = imp_text_fold (said);
  *found = imp_text_has_words (folded, words);
  return TRUE;
}

GPtrArray *
imp_store_read_rounds_past (ImpStore *store, const char *text, guint limit, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_PAST_ROUNDS);
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_round_line_free);
  g_autofree char *words = text != NULL ? imp_text_fold (text) : NULL;
  gboolean found;

  while (lines->len < limit && imp_statement_next (select))
    {
      ImpRoundLine *line = read_line (select);

      g_ptr_array_add (lines, line);
      if (!look_through (store, line, words, &found, error))
        return NULL;
      if (!found)
        g_ptr_array_remove_index (lines, lines->len - 1);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&lines) : NULL;
}

gboolean
imp_store_find_rounds_before (ImpStore *store,
                              const ImpRoundLine *line,
                              ImpRoundBefore before[2],
                              GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ROUNDS_BEFORE);

  before[0] = before[1] = (ImpRoundBefore) { 0, IMP_DATE_NONE };
  imp_statement_bind_int (select, 1, line->site);
  imp_statement_bind_int (select, 2, line->item);
  imp_statement_bind_int (select, 3, line->started_ms != 0 ? line->started_ms : G_MAXINT64);
  for (guint i = 0; i < 2 && imp_statement_next (select); i++)
    before[i] = (ImpRoundBefore) { imp_statement_get_int (select, 0),
                                   imp_date_from_ms (imp_statement_get_int (select, 1)) };
  return imp_statement_end (select, error);
}

gboolean
imp_store_dup_last_questions (ImpStore *store, ImpItem site, char **questions, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_LAST_QUESTIONS);

  imp_statement_bind_int (select, 1, site);
  *questions = imp_statement_next (select) ? imp_statement_dup_text (select, 0) : NULL;
  return imp_statement_end (select, error);
}

static gboolean
find_meeting (ImpStore *store,
              const char *sql,
              ImpItem round,
              ImpItem person,
              ImpItem department,
              ImpItem *meeting,
              GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, sql);

  imp_statement_bind_int (select, 1, round);
  imp_statement_bind_int (select, 2, person);
  imp_statement_bind_int (select, 3, department);
  *meeting = imp_statement_next (select) ? imp_statement_get_int (select, 0) : 0;
  return imp_statement_end (select, error);
}

gboolean
imp_store_find_meeting (ImpStore *store,
                        ImpItem round,
                        ImpItem person,
                        ImpItem department,
                        ImpItem *meeting,
                        GError **error)
{
  return find_meeting (store, SQL_SELECT_MEETING, round, person, department, meeting, error);
}

gboolean
imp_store_find_unmet_somebody (ImpStore *store,
                               ImpItem round,
                               ImpItem person,
                               ImpItem department,
                               ImpItem *meeting,
                               GError **error)
{
  return find_meeting (store, SQL_SELECT_UNMET_SOMEBODY, round, person, department, meeting, error);
}

gboolean
imp_store_read_meetings (ImpStore *store, ImpItem round, GPtrArray *meetings, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_MEETINGS);

  imp_statement_bind_int (select, 1, round);
  while (imp_statement_next (select))
    {
      ImpMeetingLine *line = g_new0 (ImpMeetingLine, 1);

      line->item = imp_statement_get_int (select, 0);
      line->person = imp_statement_get_int (select, 1);
      line->department = imp_statement_get_int (select, 2);
      line->name = imp_reporter_dup_name (imp_statement_get_text (select, 3),
                                          imp_statement_get_text (select, 4), NULL);
      line->met = imp_statement_get_int (select, 5) != 0;
      g_ptr_array_add (meetings, line);
    }
  return imp_statement_end (select, error);
}
