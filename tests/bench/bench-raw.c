/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The floors: bare SQLite and bare files, with nothing of Improve in between. */
#include "config.h"

#include "bench-raw.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

static const char SQL_SELECT_IDS[] = "SELECT n, state FROM irritant ORDER BY impact DESC, tie";
static const char SQL_SELECT_ROW[] =
    "SELECT i.title, o.name, i.recorded, i.voices, i.state, i.reporters, i.irritation,"
    " i.customers_see_it, i.people, i.often, i.minutes, i.effort,"
    " (SELECT group_concat (name, ', ') FROM (SELECT DISTINCT s.name FROM report r"
    " JOIN site s ON s.n = r.site WHERE r.irritant = i.n ORDER BY s.name))"
    " FROM irritant i LEFT JOIN offering o ON o.n = i.offering WHERE i.n = ?1";
static const char SQL_SELECT_HITS[] = "SELECT rowid FROM irritant_text (?1)";
static const char SQL_SELECT_CELLS[] =
    "SELECT c.item, c.field, c.value, i.id FROM cell c JOIN item i ON i.n = c.item";
static const char SQL_SELECT_SCHEMA[] =
    "SELECT replace (sql, ' TABLE ', ' TABLE new.'), name FROM sqlite_schema"
    " WHERE type = 'table' AND name NOT LIKE 'irritant_text%' AND name NOT LIKE 'sqlite_%'";
static const char SQL_SELECT_INDEXES[] =
    "SELECT replace (sql, 'INDEX ', 'INDEX new.') FROM sqlite_schema"
    " WHERE type = 'index' AND sql IS NOT NULL";
static const char SQL_CREATE_TEXT[] =
    "CREATE VIRTUAL TABLE new.irritant_text USING fts5 (title, said, names, fixes, content = '',"
    " contentless_delete = 1, prefix = '1 2 3',"
    " tokenize = \"unicode61 remove_diacritics 0 categories 'L* M* N* Co'\");"
    "INSERT INTO new.irritant_text (irritant_text, rank) VALUES ('hashsize', 67108864);"
    "INSERT INTO new.irritant_text (rowid, title, said, names, fixes) SELECT i.n, i.title,"
    " concat_ws (' ', i.description, (SELECT group_concat (words, ' ') FROM report"
    " WHERE irritant = i.n)),"
    " concat_ws (' ', o.name, (SELECT group_concat (concat_ws (' ', p.name, d.name, pd.name,"
    " s.name), ' ') FROM report r LEFT JOIN person p ON p.n = r.person"
    " LEFT JOIN department d ON d.n = r.department LEFT JOIN department pd ON pd.n = p.department"
    " LEFT JOIN site s ON s.n = r.site WHERE r.irritant = i.n)),"
    " (SELECT group_concat (concat_ws (' ', f.title, f.did, f.now), ' ') FROM removal m"
    " JOIN fix f ON f.n = m.fix WHERE m.irritant = i.n)"
    " FROM irritant i LEFT JOIN offering o ON o.n = i.offering;";

struct _BenchRaw
{
  sqlite3 *db;
  sqlite3_stmt *ids, *row, *hits; /* prepared once, as any program would */
};

static gboolean
fail (sqlite3 *db, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "SQLite: %s", sqlite3_errmsg (db));
  return FALSE;
}

static gboolean
prepare (BenchRaw *self, const char *sql, sqlite3_stmt **statement, GError **error)
{
  return sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL)
             == SQLITE_OK
         || fail (self->db, error);
}

static sqlite3 *
open_database (const char *name, int flags, GError **error)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (name, &db, flags | SQLITE_OPEN_URI, NULL) == SQLITE_OK
      && sqlite3_exec (db, "PRAGMA cache_size = -16000", NULL, NULL, NULL) == SQLITE_OK)
    return db;
  fail (db, error);
  sqlite3_close (db);
  return NULL;
}

BenchRaw *
bench_raw_open (const char *path, GError **error)
{
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", path);
  g_autoptr (BenchRaw) self = g_new0 (BenchRaw, 1);

  self->db = open_database (uri, SQLITE_OPEN_READONLY, error);
  if (self->db != NULL && prepare (self, SQL_SELECT_IDS, &self->ids, error)
      && prepare (self, SQL_SELECT_ROW, &self->row, error)
      && prepare (self, SQL_SELECT_HITS, &self->hits, error))
    return g_steal_pointer (&self);
  return NULL;
}

void
bench_raw_close (BenchRaw *self)
{
  sqlite3_finalize (self->ids);
  sqlite3_finalize (self->row);
  sqlite3_finalize (self->hits);
  sqlite3_close (self->db);
  g_free (self);
}

/* All rows of a statement; their first column is kept, which is what one would do with it. */
static gboolean
collect (BenchRaw *self, sqlite3_stmt *statement, GArray *items, GError **error)
{
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      guint32 item = (guint32) sqlite3_column_int64 (statement, 0);

      g_array_append_val (items, item);
    }
  return sqlite3_reset (statement) == SQLITE_OK || fail (self->db, error);
}

static gboolean
read_row (BenchRaw *self, guint32 item, GError **error)
{
  sqlite3_bind_int64 (self->row, 1, item);
  if (sqlite3_step (self->row) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (self->row); i++)
      g_free (g_strdup ((const char *) sqlite3_column_text (self->row, i)));
  return sqlite3_reset (self->row) == SQLITE_OK || fail (self->db, error);
}

gboolean
bench_raw_read_page (BenchRaw *self, guint n_rows, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!collect (self, self->ids, items, error))
    return FALSE;
  for (guint i = 0; i < MIN (n_rows, items->len); i++)
    if (!read_row (self, g_array_index (items, guint32, i), error))
      return FALSE;
  return TRUE;
}

gboolean
bench_raw_search (BenchRaw *self, const char *query, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));

  sqlite3_bind_text (self->hits, 1, query, -1, SQLITE_STATIC);
  return collect (self, self->hits, items, error);
}

gboolean
bench_raw_export (BenchRaw *self, const char *path, GError **error)
{
  sqlite3_stmt *cells = NULL;
  FILE *file = g_fopen (path, "w");
  gboolean done;

  if (file == NULL || !prepare (self, SQL_SELECT_CELLS, &cells, error))
    return file != NULL && fclose (file) != 0;
  while (sqlite3_step (cells) == SQLITE_ROW)
    fprintf (file, "%" G_GINT64_FORMAT " %s\n", (gint64) sqlite3_column_int64 (cells, 1),
             (const char *) sqlite3_column_text (cells, 2));
  done = sqlite3_finalize (cells) == SQLITE_OK || fail (self->db, error);
  return fclose (file) == 0 && done;
}

gboolean
bench_raw_append (const char *path, gsize n_bytes, GError **error)
{
  g_autofree char *bytes = g_malloc0 (n_bytes);
  int file = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  gboolean done =
      file >= 0 && write (file, bytes, n_bytes) == (gssize) n_bytes && fdatasync (file) == 0;

  if (!done)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "Cannot append to “%s”: %s",
                 path, g_strerror (errno));
  if (file >= 0)
    close (file);
  return done;
}

static gboolean
run (sqlite3 *db, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || fail (db, error);
}

/* Row by row, as a program writes that has the rows in hand. */
static gboolean
copy_rows (sqlite3 *db, sqlite3_stmt *select, sqlite3_stmt *insert, GError **error)
{
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (select); i++)
        sqlite3_bind_value (insert, i + 1, sqlite3_column_value (select, i));
      if (sqlite3_step (insert) != SQLITE_DONE)
        return fail (db, error);
      sqlite3_reset (insert);
    }
  return TRUE;
}

/* "?, ?, ?" */
static char *
print_marks (int n)
{
  GString *marks = g_string_new ("?");

  for (int i = 1; i < n; i++)
    g_string_append (marks, ", ?");
  return g_string_free (marks, FALSE);
}

static gboolean
copy_table (sqlite3 *db, const char *name, GError **error)
{
  g_autofree char *query = g_strdup_printf ("SELECT * FROM main.%s", name);
  sqlite3_stmt *select = NULL, *insert = NULL;
  gboolean done =
      sqlite3_prepare_v2 (db, query, -1, &select, NULL) == SQLITE_OK || fail (db, error);
  g_autofree char *marks = print_marks (sqlite3_column_count (select));
  g_autofree char *sql = g_strdup_printf ("INSERT INTO new.%s VALUES (%s)", name, marks);

  done = done && (sqlite3_prepare_v2 (db, sql, -1, &insert, NULL) == SQLITE_OK || fail (db, error))
         && copy_rows (db, select, insert, error);
  sqlite3_finalize (select);
  sqlite3_finalize (insert);
  return done;
}

static gboolean
copy_tables (sqlite3 *db, GError **error)
{
  sqlite3_stmt *tables = NULL;
  gboolean done = sqlite3_prepare_v2 (db, SQL_SELECT_SCHEMA, -1, &tables, NULL) == SQLITE_OK;

  while (done && sqlite3_step (tables) == SQLITE_ROW)
    done = run (db, (const char *) sqlite3_column_text (tables, 0), error)
           && copy_table (db, (const char *) sqlite3_column_text (tables, 1), error);
  return sqlite3_finalize (tables) == SQLITE_OK && done;
}

static gboolean
create_indexes (sqlite3 *db, GError **error)
{
  sqlite3_stmt *indexes = NULL;
  gboolean done = sqlite3_prepare_v2 (db, SQL_SELECT_INDEXES, -1, &indexes, NULL) == SQLITE_OK;

  while (done && sqlite3_step (indexes) == SQLITE_ROW)
    done = run (db, (const char *) sqlite3_column_text (indexes, 0), error);
  return sqlite3_finalize (indexes) == SQLITE_OK && done;
}

gboolean
bench_raw_copy (const char *from, const char *to, GError **error)
{
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", from);
  char *attach = sqlite3_mprintf ("ATTACH %Q AS new; PRAGMA new.journal_mode = WAL;"
                                  " PRAGMA new.synchronous = FULL; BEGIN",
                                  to);
  sqlite3 *db = open_database (uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  gboolean done = db != NULL && run (db, attach, error) && copy_tables (db, error)
                  && create_indexes (db, error) && run (db, SQL_CREATE_TEXT, error)
                  && run (db, "COMMIT", error);

  sqlite3_free (attach);
  sqlite3_close (db);
  return done;
}
