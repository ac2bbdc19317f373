/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An open store in a folder of its own, and what tests ask of it. */
#include "config.h"

#include <string.h>

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "base/imp-error.h"
#include "store/imp-connection-private.h"
#include "store/imp-sharing.h"
#include "support/imp-await.h"

void
store_fixture_open (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->store = imp_store_open (self->path, "Inès Caron", &self->clock, &error);
  g_assert_no_error (error);
}

void
store_fixture_close (StoreFixture *self)
{
  g_clear_pointer (&self->store, imp_store_close);
}

void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("improve-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "backlog.db", NULL);
  self->now_ms = 1795262400000; /* 21 November 2026, noon */
  self->clock = imp_clock_fixed (&self->now_ms);
  store_fixture_open (self);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  store_fixture_close (self);
  imp_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* By SQLite itself: the cache of statements goes by the address of constants. */
static sqlite3_stmt *
prepare (StoreFixture *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = imp_store_get_connection (self->store)->db;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return statement;
}

gint64
store_fixture_query (StoreFixture *self, const char *sql)
{
  sqlite3_stmt *statement = prepare (self, sql);
  gint64 value;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

char *
store_fixture_query_text (StoreFixture *self, const char *sql)
{
  sqlite3_stmt *statement = prepare (self, sql);
  const char *text;
  char *copy;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = (const char *) sqlite3_column_text (statement, 0);
  copy = g_strdup (text != NULL ? text : "");
  sqlite3_finalize (statement);
  return copy;
}

void
store_fixture_exec (StoreFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  imp_connection_exec (imp_store_get_connection (self->store), sql, &error);
  g_assert_no_error (error);
}

void
store_fixture_commit (StoreFixture *self, ImpChanges *changes, ImpCommit *commit)
{
  g_autoptr (ImpChanges) owned = changes;
  g_auto (ImpCommit) unwanted = { 0 };
  g_autoptr (GError) error = NULL;

  imp_store_commit (self->store, owned, commit != NULL ? commit : &unwanted, &error);
  g_assert_no_error (error);
}

void
store_fixture_undo (StoreFixture *self, gint64 txn, ImpCommit *commit)
{
  g_autoptr (GError) error = NULL;
  ImpChanges *changes = imp_store_invert (self->store, txn, &error);

  g_assert_no_error (error);
  store_fixture_commit (self, changes, commit);
}

void
store_fixture_refuse_undo (StoreFixture *self, gint64 txn)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpChanges) changes = imp_store_invert (self->store, txn, &error);

  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_null (changes);
}

/* Commits, and gives the number of the first new item. */
static ImpItem
commit_new (StoreFixture *self, ImpChanges *changes)
{
  g_auto (ImpCommit) commit = { 0 };

  store_fixture_commit (self, changes, &commit);
  return g_array_index (commit.items, ImpItem, 0);
}

ImpItem
store_fixture_record (StoreFixture *self, const char *title, const char *people, ImpCommit *commit)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);
  g_auto (ImpCommit) unwanted = { 0 };

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, people);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_OFTEN, "daily one");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, "6 one");
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, title);
  store_fixture_commit (self, changes, commit != NULL ? commit : &unwanted);
  return g_array_index ((commit != NULL ? commit : &unwanted)->items, ImpItem, 0);
}

ImpItem
store_fixture_record_unasked (StoreFixture *self, const char *title, ImpDate recorded)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_RECORDED, recorded);
  return commit_new (self, changes);
}

ImpItem
store_fixture_add_named (StoreFixture *self, ImpKind kind, const char *name)
{
  ImpChanges *changes = imp_changes_new ();

  /* The name is field 1 of each kind that has one. */
  imp_changes_set_text (changes, imp_changes_add (changes, kind), 1, name);
  return commit_new (self, changes);
}

ImpItem
store_fixture_add_report (StoreFixture *self, ImpItem irritant, ImpItem site, ImpDate date)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, site);
  imp_changes_set_date (changes, report, IMP_REPORT_DATE, date);
  return commit_new (self, changes);
}

ImpItem
store_fixture_add_fix (StoreFixture *self, const char *title, ImpItem irritant, ImpDate delivered)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem fix = imp_changes_add (changes, IMP_KIND_FIX);

  imp_changes_set_text (changes, fix, IMP_FIX_TITLE, title);
  imp_changes_set_date (changes, fix, IMP_FIX_DELIVERED, delivered);
  imp_changes_add_removal (changes, fix, irritant);
  return commit_new (self, changes);
}

void
store_fixture_confirm (StoreFixture *self,
                       ImpItem fix,
                       ImpDate date,
                       ImpVerdict verdict,
                       const char *minutes)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem confirmation = imp_changes_add (changes, IMP_KIND_CONFIRMATION);

  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_FIX, fix);
  imp_changes_set_date (changes, confirmation, IMP_CONFIRMATION_DATE, date);
  imp_changes_set_integer (changes, confirmation, IMP_CONFIRMATION_VERDICT, verdict);
  imp_changes_set_text (changes, confirmation, IMP_CONFIRMATION_MINUTES, minutes);
  store_fixture_commit (self, changes, NULL);
}

void
store_fixture_delete (StoreFixture *self, ImpItem item)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_delete (changes, item);
  store_fixture_commit (self, changes, NULL);
}

void
store_fixture_pass_on (StoreFixture *from, StoreFixture *to, guint n_most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) have = imp_store_dup_vector (to->store, &error);
  g_autoptr (GPtrArray) rows = imp_store_read_rows (from->store, have, n_most, &error);
  ImpApplied applied;

  imp_store_apply_rows (to->store, rows, &applied, &error);
  g_assert_no_error (error);
}

guint
store_fixture_count_bytes (StoreFixture *self, const char *bytes)
{
  static const char *const endings[] = { "", "-wal", "-journal", ".replica", ".erased" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);
      g_autofree char *contents = NULL;
      gsize size;

      if (!g_file_get_contents (path, &contents, &size, NULL))
        continue;
      for (const char *at = contents;
           (at = memmem (at, size - (gsize) (at - contents), bytes, strlen (bytes))) != NULL; at++)
        n++;
    }
  return n;
}

void
store_fixture_assert_sound (StoreFixture *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  imp_store_check (self->store, problems, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
dump_rows (StoreFixture *self, const char *sql, GString *dump)
{
  sqlite3_stmt *statement = prepare (self, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);

          if (sqlite3_column_type (statement, i) == SQLITE_FLOAT)
            g_string_append_printf (dump, "|%.17g", sqlite3_column_double (statement, i));
          else
            g_string_append_printf (dump, "|%s", text != NULL ? text : "NULL");
        }
      g_string_append_c (dump, '\n');
    }
  sqlite3_finalize (statement);
}

char *
store_fixture_dump (StoreFixture *self)
{
  GString *dump = g_string_new (NULL);

  for (int kind = 1; kind < IMP_N_KINDS; kind++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", imp_kind_get_name ((ImpKind) kind));

      g_string_append_printf (dump, "%s\n", imp_kind_get_name ((ImpKind) kind));
      dump_rows (self, sql, dump);
    }
  dump_rows (self, "SELECT sha256, length (bytes) FROM blob ORDER BY 1", dump);
  dump_rows (self, "SELECT * FROM tally ORDER BY 1, 2", dump);
  dump_rows (self, "SELECT * FROM state_sum ORDER BY 1", dump);
  store_fixture_exec (self, "CREATE VIRTUAL TABLE temp.word USING"
                            " fts5vocab (main, irritant_text, instance)");
  dump_rows (self, "SELECT * FROM temp.word ORDER BY 1, 2, 3, 4", dump);
  store_fixture_exec (self, "DROP TABLE temp.word");
  return g_string_free_and_steal (dump);
}

char *
store_fixture_digest_journal (const char *path)
{
  static const char SQL_SELECT_JOURNAL[] = "SELECT * FROM journal NOT INDEXED ORDER BY rep, rseq";
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *rows = NULL;
  sqlite3 *db = NULL;
  int code;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  sqlite3_prepare_v2 (db, SQL_SELECT_JOURNAL, -1, &rows, NULL);
  while (rows != NULL && (code = sqlite3_step (rows)) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (rows); i++)
      {
        char type = (char) sqlite3_column_type (rows, i);
        const void *bytes = sqlite3_column_blob (rows, i);

        g_checksum_update (sum, (const guchar *) &type, 1);
        if (bytes != NULL)
          g_checksum_update (sum, bytes, sqlite3_column_bytes (rows, i));
      }
  code = rows != NULL ? sqlite3_finalize (rows) : SQLITE_ERROR;
  sqlite3_close (db);
  return code == SQLITE_OK ? g_strdup (g_checksum_get_string (sum)) : NULL;
}
