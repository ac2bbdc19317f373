/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog of every schema there has been opens, whole, and can be written. */
#include "config.h"

#include <sqlite3.h>

#include "store/store-fixture.h"

/* Puts a stored backlog in the place of the fixture's. */
static void
load (StoreFixture *fixture, int version)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "migration", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", name, sqlite3_errmsg (db));
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (db);
}

static void
assert_whole (StoreFixture *fixture)
{
  g_autofree char *before = store_fixture_dump (fixture), *after = NULL, *title = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_assert_sound (fixture);
  imp_store_rebuild (fixture->store, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 2);
  title = store_fixture_query_text (fixture, "SELECT title FROM irritant ORDER BY n DESC");
  g_assert_cmpstr (title, ==, "Printer jams");
  store_fixture_record (fixture, "Scanner signs out", "10 measured", NULL);
  store_fixture_assert_sound (fixture);
}

static void
test_every_schema_opens (StoreFixture *fixture, gconstpointer data)
{
  int newest = (int) store_fixture_query (fixture, "PRAGMA user_version");

  for (int version = 1; version <= newest; version++)
    {
      store_fixture_close (fixture);
      load (fixture, version);
      store_fixture_open (fixture);
      g_assert_cmpint (store_fixture_query (fixture, "PRAGMA user_version"), ==, newest);
      assert_whole (fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/migration/stored-schemas/every-one-opens", StoreFixture, NULL, store_fixture_set_up,
              test_every_schema_opens, store_fixture_tear_down);
  return g_test_run ();
}
