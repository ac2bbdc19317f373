/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * From one schema to the next: a verified copy first, all of a step or nothing of it. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-connection-private.h"
#include "store/imp-migration.h"

#define FIRST  "/org/example/Improve/store/migrations/0001-first.sql"
#define ROUNDS "/org/example/Improve/store/migrations/0002-rounds.sql"
#define SECOND "/org/example/Improve/tests/store/migrations/0002-second.sql"
#define BROKEN "/org/example/Improve/tests/store/migrations/0002-broken.sql"

static gboolean
refuse (ImpConnection *connection, GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_FAILED, "finishing failed");
  return FALSE;
}

static gboolean
migrate (StoreFixture *fixture,
         const char *resource,
         gboolean (*finish) (ImpConnection *, GError **),
         GError **error)
{
  const ImpMigration steps[] = { { FIRST, NULL }, { ROUNDS, NULL }, { resource, finish } };

  return imp_migration_run_steps (imp_store_get_connection (fixture->store), steps,
                                  G_N_ELEMENTS (steps), error);
}

/* The one file in backups/; NULL where there is none. */
static char *
find_backup (StoreFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  char *path;

  if (name == NULL)
    return NULL;
  g_assert_true (g_pattern_match_simple ("backlog-*-before-schema-*.db", name));
  path = g_build_filename (folder, name, NULL);
  g_assert_null (g_dir_read_name (dir));
  return path;
}

static gint64
ask_file (const char *path, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return answer;
}

static void
test_new_file_needs_no_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = find_backup (fixture);

  g_assert_null (backup);
  g_assert_cmpint (store_fixture_query (fixture, "PRAGMA user_version"), ==,
                   imp_migration_get_newest ());
}

static void
test_step_after_verified_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  GStatBuf info;

  store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon");
  migrate (fixture, SECOND, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query (fixture, "PRAGMA user_version"), ==,
                   imp_migration_get_newest () + 1);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM site WHERE second = 'Lyon'"),
                   ==, 1);
  backup = find_backup (fixture);
  g_assert_nonnull (backup);
  g_assert_cmpint (ask_file (backup, "PRAGMA user_version"), ==, imp_migration_get_newest ());
  g_assert_cmpint (ask_file (backup, "PRAGMA application_id"), ==, IMP_APPLICATION_ID);
  g_assert_cmpint (ask_file (backup, "SELECT count(*) FROM site WHERE name = 'Lyon'"), ==, 1);
  g_assert_cmpint (g_stat (backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_backup_opens_as_a_backlog (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = NULL, *before = NULL, *after = NULL;

  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  before = store_fixture_dump (fixture);
  g_assert_true (migrate (fixture, SECOND, NULL, NULL));
  backup = find_backup (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (g_rename (backup, fixture->path), ==, 0);
  store_fixture_open (fixture);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  store_fixture_assert_sound (fixture);
}

/* What a step that failed leaves behind: the old schema, every row, a file that goes on working. */
static void
assert_unchanged (StoreFixture *fixture)
{
  g_autofree char *backup = find_backup (fixture);

  g_assert_nonnull (backup);
  g_assert_cmpint (store_fixture_query (fixture, "PRAGMA user_version"), ==,
                   imp_migration_get_newest ());
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM sqlite_schema"
                                                 " WHERE name = 'second'"),
                   ==, 0);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM site"), ==, 1);
  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  store_fixture_assert_sound (fixture);
}

static void
test_broken_step_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon");
  g_assert_false (migrate (fixture, BROKEN, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_FAILED);
  assert_unchanged (fixture);
}

static void
test_refusing_finish_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon");
  g_assert_false (migrate (fixture, SECOND, refuse, &error));
  g_assert_cmpstr (error->message, ==, "finishing failed");
  assert_unchanged (fixture);
}

static void
test_no_step_without_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (migrate (fixture, SECOND, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_READ_ONLY);
  g_assert_cmpint (store_fixture_query (fixture, "PRAGMA user_version"), ==,
                   imp_migration_get_newest ());
}

static void
test_migrated_is_too_new_for_older (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *identity = g_strconcat (fixture->path, ".replica", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  g_assert_true (migrate (fixture, SECOND, NULL, NULL));
  store_fixture_close (fixture);
  g_unlink (identity);
  g_assert_null (imp_store_open (fixture->path, "Inès", &fixture->clock, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "Your data has not been modified"));
  g_assert_false (g_file_test (identity, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/migration/" path, StoreFixture, NULL, store_fixture_set_up, func,            \
              store_fixture_tear_down)
  ADD ("new-file-needs-no-backup", test_new_file_needs_no_backup);
  ADD ("step-after-verified-backup", test_step_after_verified_backup);
  ADD ("backup-opens-as-a-backlog", test_backup_opens_as_a_backlog);
  ADD ("broken-step-changes-nothing", test_broken_step_changes_nothing);
  ADD ("refusing-finish-changes-nothing", test_refusing_finish_changes_nothing);
  ADD ("no-step-without-backup", test_no_step_without_backup);
  ADD ("migrated-is-too-new-for-older", test_migrated_is_too_new_for_older);
  return g_test_run ();
}
