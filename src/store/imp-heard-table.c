/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what was heard on rounds. */
#include "config.h"

#include "store/imp-heard-table.h"

#include <glib/gi18n-lib.h>

#include "base/imp-compare.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-answers.h"
#include "store/imp-facts.h"
#include "store/imp-reporter.h"
#include "store/imp-store-private.h"

/* Of report or remark h: who it is of, and how they are called. */
#define WHO_COLUMNS "h.n, h.words, h.person, h.department, p.name, d.name, pd.name, p.naming"
#define WHO_TABLES                                                                                 \
  " LEFT JOIN person p ON p.n = h.person LEFT JOIN department d ON d.n = h.department"             \
  " LEFT JOIN department pd ON pd.n = p.department"
/* When it was written down: what it belongs to is never written again. */
#define WHEN " JOIN cell c ON c.item = h.n AND c.field = 1"

/* The first report came with its irritant. */
#define IS_FIRST                                                                                   \
  " i.recorded >= h.date AND NOT EXISTS (SELECT 1 FROM report e JOIN cell ec ON ec.item = e.n"     \
  " AND ec.field = 1 WHERE e.irritant = i.n AND ec.hlc < c.hlc)"

/* By the same colleague or department, who adds no voice. */
#define IS_REPEATED                                                                                \
  " EXISTS (SELECT 1 FROM report e JOIN cell ec ON ec.item = e.n AND ec.field = 1"                 \
  " WHERE e.irritant = h.irritant AND ec.hlc < c.hlc"                                              \
  " AND coalesce (e.person, -e.department) = coalesce (h.person, -h.department))"

/* With the last promise about it on this round. */
static const char SQL_SELECT_HEARD_REPORTS[] =
    "SELECT " WHO_COLUMNS ", c.hlc, h.irritant, i.title, h.people, h.often, h.minutes, i.voices,"
    " (SELECT count(*) FROM attachment WHERE irritant = i.n AND width > 0), i.state,"
    " i.declined_reason," IS_FIRST ","
    " q.n, coalesce (q.what, f.title), o.name, q.first," IS_REPEATED " FROM report h" WHEN
    " JOIN irritant i ON i.n = h.irritant" WHO_TABLES
    " LEFT JOIN promise q ON q.n = (SELECT max(q.n) FROM promise q JOIN removal m"
    " ON m.fix = q.fix AND m.irritant = i.n WHERE q.round = ?1)"
    " LEFT JOIN fix f ON f.n = q.fix LEFT JOIN person o ON o.n = f.owner WHERE h.round = ?1";
static const char SQL_SELECT_HEARD_OBSERVATIONS[] =
    "SELECT " WHO_COLUMNS ", c.hlc, h.sort FROM observation h" WHEN WHO_TABLES
    " WHERE h.round = ?1";
static const char SQL_SELECT_OBSERVATIONS[] =
    "SELECT " WHO_COLUMNS ", h.date, h.sort, h.folded, s.name FROM observation h"
    " JOIN round v ON v.n = h.round LEFT JOIN site s ON s.n = coalesce (h.site, v.site)" WHO_TABLES
    " ORDER BY h.date DESC, h.n DESC";
static const char SQL_SELECT_SAID[] =
    "SELECT h.words FROM report h JOIN irritant i ON i.n = h.irritant WHERE h.round = ?1"
    " UNION ALL SELECT words FROM observation WHERE round = ?1";

static const char SQL_SELECT_REPORT[] =
    "SELECT h.words, h.person, h.department, h.site, h.date, h.irritant, h.people, h.often,"
    " h.minutes," IS_FIRST ", NOT EXISTS (SELECT 1 FROM report WHERE irritant = i.n AND n <> h.n)"
    " AND NOT EXISTS (SELECT 1 FROM removal WHERE irritant = i.n)"
    " AND NOT EXISTS (SELECT 1 FROM attachment WHERE irritant = i.n)"
    " FROM report h" WHEN " JOIN irritant i ON i.n = h.irritant WHERE h.n = ?1";
static const char SQL_SELECT_OBSERVATION[] =
    "SELECT words, person, department, site, date, sort FROM observation WHERE n = ?1";

/* A line with when it was written down. */
typedef struct
{
  gint64 when;
  ImpHeardLine *line;
} Written;

static ImpHeardLine *
read_line (ImpStatement *row)
{
  ImpHeardLine *line = g_new0 (ImpHeardLine, 1);
  const char *words = imp_statement_get_text (row, 1);

  line->item = imp_statement_get_int (row, 0);
  line->words = g_strdup (words != NULL ? words : "");
  line->person = imp_statement_get_int (row, 2);
  line->department = imp_statement_get_int (row, 3);
  line->who =
      imp_reporter_dup_name (imp_statement_get_text (row, 4), imp_statement_get_text (row, 5),
                             imp_statement_get_text (row, 6));
  line->group = imp_statement_dup_text (row, imp_statement_get_text (row, 6) != NULL ? 6 : 5);
  line->naming = (ImpNaming) imp_statement_get_choice (row, 7, 0, IMP_NAMING_ASK);
  line->promised_for = IMP_DATE_NONE;
  return line;
}

static ImpHeardLine *
read_report (ImpStatement *row)
{
  ImpHeardLine *line = read_line (row);

  line->irritant = imp_statement_get_int (row, 9);
  line->title = imp_statement_dup_text (row, 10);
  imp_statement_get_answers (row, 11, IMP_N_TOLD, line->answers);
  line->n_voices = (guint) imp_statement_get_int (row, 14);
  line->n_photos = (guint) imp_statement_get_int (row, 15);
  line->state = (ImpState) imp_statement_get_choice (row, 16, IMP_STATE_OPEN, IMP_STATE_MERGED);
  if (line->state == IMP_STATE_DECLINED)
    line->refusal = imp_statement_dup_text (row, 17);
  line->kind = imp_statement_get_int (row, 18) != 0 ? IMP_HEARD_IRRITANT : IMP_HEARD_ME_TOO;
  line->promise = imp_statement_get_int (row, 19);
  line->promised = imp_statement_dup_text (row, 20);
  line->promised_by = imp_statement_dup_text (row, 21);
  line->promised_for = imp_statement_get_date (row, 22);
  line->repeated = imp_statement_get_int (row, 23) != 0;
  return line;
}

/* What came without a sort was said by the way. */
static ImpHeardKind
get_kind (ImpStatement *row, int column)
{
  static const ImpHeardKind kinds[] = {
    [IMP_OBSERVATION_WORKS] = IMP_HEARD_WORKS,
    [IMP_OBSERVATION_ELSE] = IMP_HEARD_ELSE,
    [IMP_OBSERVATION_THANKS] = IMP_HEARD_THANKS,
  };
  const int sort = imp_statement_get_choice (row, column, 0, IMP_OBSERVATION_THANKS);

  return sort != 0 ? kinds[sort] : IMP_HEARD_ELSE;
}

static ImpHeardLine *
read_observation (ImpStatement *row)
{
  ImpHeardLine *line = read_line (row);

  line->kind = get_kind (row, 9);
  return line;
}

static gboolean
add_written (ImpStore *store,
             const char *sql,
             ImpItem round,
             ImpHeardLine *(*read) (ImpStatement *),
             GArray *written,
             GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, sql);

  imp_statement_bind_int (select, 1, round);
  while (imp_statement_next (select))
    {
      const Written one = { imp_statement_get_int (select, 8), read (select) };

      g_array_append_val (written, one);
    }
  return imp_statement_end (select, error);
}

static gint
compare_written (gconstpointer a, gconstpointer b)
{
  const Written *one = a, *other = b;
  const gint order = imp_compare_int64 (&one->when, &other->when);

  return order != 0 ? order : imp_compare_int64 (&one->line->item, &other->line->item);
}

gboolean
imp_store_read_heard (ImpStore *store, ImpItem round, GPtrArray *heard, GError **error)
{
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (Written));
  const gboolean done =
      add_written (store, SQL_SELECT_HEARD_REPORTS, round, read_report, written, error)
      && add_written (store, SQL_SELECT_HEARD_OBSERVATIONS, round, read_observation, written,
                      error);

  g_array_sort (written, compare_written);
  for (guint i = 0; i < written->len; i++)
    g_ptr_array_add (heard, g_array_index (written, Written, i).line);
  return done;
}

void
imp_heard_row_clear (ImpHeardRow *self)
{
  g_clear_pointer (&self->words, g_free);
}

static void
fill_row (ImpStatement *select, ImpHeardRow *row)
{
  row->words = imp_statement_dup_text (select, 0);
  row->person = imp_statement_get_int (select, 1);
  row->department = imp_statement_get_int (select, 2);
  row->site = imp_statement_get_int (select, 3);
  row->date = imp_statement_get_date (select, 4);
}

/* *found: it is a report. */
static gboolean
read_report_row (ImpStore *store, ImpItem line, ImpHeardRow *row, gboolean *found, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REPORT);

  imp_statement_bind_int (select, 1, line);
  *found = imp_statement_next (select);
  if (!*found)
    return imp_statement_end (select, error);
  fill_row (select, row);
  row->irritant = imp_statement_get_int (select, 5);
  imp_statement_get_answers (select, 6, IMP_N_TOLD, row->answers);
  row->kind = imp_statement_get_int (select, 9) != 0 ? IMP_HEARD_IRRITANT : IMP_HEARD_ME_TOO;
  row->alone = row->kind == IMP_HEARD_IRRITANT && imp_statement_get_int (select, 10) != 0;
  return TRUE;
}

gboolean
imp_store_read_heard_row (ImpStore *store, ImpItem line, ImpHeardRow *row, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_OBSERVATION);
  gboolean found;

  *row = (ImpHeardRow) { 0 };
  if (!read_report_row (store, line, row, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  imp_statement_bind_int (select, 1, line);
  if (imp_statement_next (select))
    {
      fill_row (select, row);
      row->kind = get_kind (select, 5);
      return TRUE;
    }
  if (imp_statement_end (select, error))
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, _ ("it is not there any more"));
  return FALSE;
}

static gboolean
is_wanted (ImpStatement *row, const char *words, ImpObservationSort sort)
{
  const char *folded = imp_statement_get_text (row, 10);

  return (sort == 0 || imp_statement_get_int (row, 9) == (gint64) sort)
         && (words == NULL || (folded != NULL && imp_text_has_words (folded, words)));
}

GPtrArray *
imp_store_read_observations (ImpStore *store,
                             const char *text,
                             ImpObservationSort sort,
                             guint limit,
                             GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_OBSERVATIONS);
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_heard_line_free);
  g_autofree char *words = text != NULL ? imp_text_fold (text) : NULL;

  while (lines->len < limit && imp_statement_next (select))
    if (is_wanted (select, words, sort))
      {
        ImpHeardLine *line = read_observation (select);

        line->title = imp_round_say_place (imp_statement_get_text (select, 11),
                                           imp_statement_get_date (select, 8));
        g_ptr_array_add (lines, line);
      }
  return imp_statement_end (select, error) ? g_steal_pointer (&lines) : NULL;
}

gboolean
imp_store_dup_said (ImpStore *store, ImpItem round, const char *before, char **said, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_SAID);
  GString *all = g_string_new (before);

  imp_statement_bind_int (select, 1, round);
  while (imp_statement_next (select))
    if (!imp_statement_is_null (select, 0))
      g_string_append_printf (all, "\n%s", imp_statement_get_text (select, 0));
  *said = g_string_free_and_steal (all);
  return imp_statement_end (select, error);
}
