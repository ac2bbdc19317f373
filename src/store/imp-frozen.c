/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Published announcements: what colleagues have read, whatever is written later. */
#include "config.h"

#include "store/imp-frozen.h"

#include "store/imp-item.h"

#define ANNOUNCEMENT "12"
#define ENTRY        "13"

G_STATIC_ASSERT (IMP_KIND_ANNOUNCEMENT == 12 && IMP_KIND_ENTRY == 13);
G_STATIC_ASSERT (IMP_ANNOUNCEMENT_DOCUMENT == 7 && IMP_ENTRY_UNCONFIRMED == 18);

/* The document is text that anybody may have sent: it is looked at only where it is JSON, and every
 * value is made what its column holds. One without "rest" does not say which entries it was made
 * from. */
static const char SQL_UPDATE_FROZEN[] =
    "WITH d AS (SELECT document ->> '$.title' AS title,"
    " unixepoch (document ->> '$.from') / 86400 AS begins,"
    " unixepoch (document ->> '$.to') / 86400 AS ends,"
    " unixepoch (document ->> '$.published') / 86400 AS published,"
    " unixepoch (document ->> '$.next') / 86400 AS next,"
    " CAST (document ->> '$.number' AS INTEGER) AS number,"
    " CAST (document ->> '$.rest-count' AS INTEGER) - json_array_length (document, '$.rest')"
    " AS rest_count, CAST (document ->> '$.rest-hours' AS REAL) AS rest_hours"
    " FROM announcement WHERE n = ?1 AND CASE WHEN published IS NOT NULL AND json_valid (document)"
    " THEN json_type (document, '$.rest') IS 'array' ELSE 0 END) "
    "UPDATE announcement AS a SET frozen = 1, title = d.title, \"from\" = d.begins,"
    " \"to\" = d.ends, published = coalesce (d.published, a.published), next = d.next,"
    " number = d.number, rest_count = d.rest_count, rest_hours = d.rest_hours,"
    " late = nullif (a.title IS NOT d.title OR a.\"from\" IS NOT d.begins"
    " OR a.\"to\" IS NOT d.ends OR a.next IS NOT d.next, 0) FROM d WHERE a.n = ?1";

/* The lines of the document of ?1, and the items that they name. */
#define LINES                                                                                      \
  "WITH line AS MATERIALIZED (SELECT s.column1 AS section, j.key AS position, j.value AS value,"   \
  " unhex (replace (j.value ->> 'entry', '-', '')) AS entry,"                                      \
  " unhex (replace (j.value ->> 'fix', '-', '')) AS fix,"                                          \
  " unhex (replace (j.value ->> 'irritant', '-', '')) AS irritant,"                                \
  " unhex (replace (j.value ->> 'promise', '-', '')) AS promise"                                   \
  " FROM announcement a, (VALUES (1, '$.big'), (2, '$.small'), (3, '$.coming'),"                   \
  " (4, '$.not-now'), (5, '$.rest'), (6, '$.works')) s, json_each (a.document, s.column2) j"       \
  " WHERE a.n = ?1 AND a.frozen = 1 AND j.type = 'object') "

/* What they are made from may come later than they do. */
static const char SQL_INSERT_ITEMS[] = LINES
    "INSERT OR IGNORE INTO item (id, kind) SELECT id, kind FROM (SELECT entry AS id, " ENTRY
    " AS kind FROM line UNION ALL SELECT fix, 0 FROM line UNION ALL SELECT irritant, 0 FROM line"
    " UNION ALL SELECT promise, 0 FROM line) WHERE length (id) = 16";
static const char SQL_INSERT_ENTRIES[] = LINES
    "REPLACE INTO entry (n, announcement, section, position, fix, irritant, promise, title, said,"
    " did, now, thanks, todo, place, date, hours, hours_source, count, unconfirmed, frozen)"
    " SELECT i.n, ?1, section, position, (SELECT n FROM item WHERE id = line.fix),"
    " (SELECT n FROM item WHERE id = line.irritant), (SELECT n FROM item WHERE id = line.promise),"
    " coalesce (value ->> 'title', value ->> 'text'), value ->> 'said', value ->> 'did',"
    " value ->> 'now', value ->> 'thanks', value ->> 'todo', value ->> 'place',"
    " unixepoch (coalesce (value ->> 'from', value ->> 'date')) / 86400,"
    " CAST (value ->> 'hours' AS REAL), CAST (value ->> 'hours-source' AS INTEGER),"
    " value ->> 'count', CAST (value ->> 'unconfirmed' AS INTEGER), 1"
    " FROM line JOIN item i ON i.id = line.entry AND i.kind = " ENTRY;

static const char SQL_SELECT_ENTRIES[] =
    "SELECT n FROM entry WHERE announcement = ?1 UNION SELECT c.item FROM cell c"
    " JOIN item i ON i.n = c.item WHERE c.field = 1 AND typeof (c.value) = 'integer'"
    " AND c.value = ?1 AND i.kind = " ENTRY;
static const char SQL_DELETE_ENTRIES[] = "DELETE FROM entry WHERE announcement = ?1";

/* What a cell c of an entry e, or of an announcement a, said at the publication, and which of their
 * fields the pages show. */
#define TOLD_BY_ENTRY                                                                              \
  " CASE WHEN e.announcement IS NULL THEN NULL ELSE CASE c.field WHEN 2 THEN e.section"            \
  " WHEN 7 THEN e.title WHEN 8 THEN e.said WHEN 9 THEN e.did WHEN 10 THEN e.now"                   \
  " WHEN 11 THEN e.thanks WHEN 12 THEN e.todo WHEN 13 THEN e.place WHEN 14 THEN e.date"            \
  " WHEN 17 THEN e.count END END"
#define SHOWN_OF_ENTRY                                                                             \
  " CASE WHEN e.announcement IS NULL THEN c.field = 7 WHEN e.section <= 2"                         \
  " THEN c.field IN (2, 7, 8, 9, 10, 11, 12, 13, 14, 17)"                                          \
  " WHEN e.section <> 5 THEN c.field IN (2, 7, 13, 14) ELSE c.field = 2 END"
#define TOLD_BY_ISSUE                                                                              \
  " CASE c.field WHEN 1 THEN a.title WHEN 2 THEN a.\"from\" WHEN 3 THEN a.\"to\""                  \
  " WHEN 4 THEN a.number WHEN 5 THEN a.published WHEN 6 THEN a.next WHEN 7 THEN a.document END"
#define SHOWN_OF_ISSUE " c.field IN (1, 2, 3, 6)"

static const char SQL_MARK_ENTRY[] =
    "UPDATE entry AS e SET late = (SELECT 1 FROM cell c WHERE c.item = e.n AND" SHOWN_OF_ENTRY
    " AND c.value IS NOT" TOLD_BY_ENTRY " LIMIT 1) WHERE n = ?1 AND frozen = 1";
/* One that the pages do not have. */
static const char SQL_MARK_STRANGER[] =
    "UPDATE entry SET announcement = NULL, late = 1 WHERE n = ?1 AND frozen IS NULL"
    " AND announcement IN (SELECT n FROM announcement WHERE frozen = 1)";

static const char SQL_SELECT_LATE[] =
    "WITH late AS (SELECT c.item, " ENTRY " AS kind, c.field, coalesce (e.announcement, o.value)"
    " AS announcement FROM entry e JOIN cell c ON c.item = e.n"
    " JOIN cell o ON o.item = e.n AND o.field = 1 WHERE e.late = 1 AND" SHOWN_OF_ENTRY
    " AND c.value IS NOT" TOLD_BY_ENTRY " UNION ALL SELECT c.item, " ANNOUNCEMENT ", c.field, a.n"
    " FROM announcement a JOIN cell c ON c.item = a.n WHERE a.late = 1 AND" SHOWN_OF_ISSUE
    " AND c.value IS NOT" TOLD_BY_ISSUE ") "
    "SELECT l.item, l.kind, l.field, p.hlc >> 16, p.actor, w.hlc >> 16, w.actor, c.value FROM late "
    "l"
    " JOIN cell c ON c.item = l.item AND c.field = l.field"
    " JOIN journal w ON w.rep = c.rep AND w.rseq = c.rseq"
    " JOIN cell d ON d.item = l.announcement AND d.field = 7"
    " JOIN journal p ON p.rep = d.rep AND p.rseq = d.rseq ORDER BY l.item, l.field";
static const char SQL_SELECT_TOLD_BY_ENTRY[] =
    "SELECT" TOLD_BY_ENTRY " FROM entry e JOIN (SELECT ?2 AS field) c WHERE e.n = ?1"
    " AND e.announcement IS NOT NULL AND" SHOWN_OF_ENTRY;
static const char SQL_SELECT_TOLD_BY_ISSUE[] =
    "SELECT" TOLD_BY_ISSUE " FROM announcement a JOIN (SELECT ?2 AS field) c WHERE a.n = ?1"
    " AND a.frozen = 1 AND c.field BETWEEN 1 AND 7";

static gboolean
run (ImpStore *store, const char *sql, ImpItem item, GError **error)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (store->connection, sql);

  imp_statement_bind_int (statement, 1, item);
  return imp_statement_run (statement, error);
}

gboolean
imp_frozen_mark_entry (ImpStore *store, ImpItem entry, GError **error)
{
  return run (store, SQL_MARK_ENTRY, entry, error) && run (store, SQL_MARK_STRANGER, entry, error);
}

static gboolean
read_entries (ImpStore *store, ImpItem announcement, GArray *entries, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_ENTRIES);

  imp_statement_bind_int (select, 1, announcement);
  while (imp_statement_next (select))
    {
      ImpItem entry = imp_statement_get_int (select, 0);

      g_array_append_val (entries, entry);
    }
  return imp_statement_end (select, error);
}

static gboolean
project_entries (ImpStore *store, const GArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      ImpItem entry = g_array_index (entries, ImpItem, i);
      gboolean alive;

      if (!imp_item_is_alive (store, entry, &alive, error)
          || !imp_projection_write (store, IMP_KIND_ENTRY, entry, alive, error))
        return FALSE;
    }
  return TRUE;
}

/* Those that it had, those of the document, and those whose cells name it. */
gboolean
imp_frozen_project (ImpStore *store, ImpItem announcement, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  return run (store, SQL_UPDATE_FROZEN, announcement, error)
         && read_entries (store, announcement, entries, error)
         && run (store, SQL_DELETE_ENTRIES, announcement, error)
         && run (store, SQL_INSERT_ITEMS, announcement, error)
         && run (store, SQL_INSERT_ENTRIES, announcement, error)
         && read_entries (store, announcement, entries, error)
         && project_entries (store, entries, error);
}

ImpStatement *
imp_frozen_select_late (ImpStore *store)
{
  return imp_connection_borrow (store->connection, SQL_SELECT_LATE);
}

gboolean
imp_frozen_read_told (ImpStore *store,
                      ImpKind kind,
                      ImpItem item,
                      guint8 field,
                      gboolean *told,
                      ImpValue *value,
                      GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, kind == IMP_KIND_ENTRY ? SQL_SELECT_TOLD_BY_ENTRY
                                                                       : SQL_SELECT_TOLD_BY_ISSUE);

  *value = (ImpValue) { IMP_VALUE_NONE };
  imp_statement_bind_int (select, 1, item);
  imp_statement_bind_int (select, 2, field);
  *told = imp_statement_next (select);
  if (*told)
    *value = imp_statement_dup_value (select, 0);
  return imp_statement_end (select, error);
}
