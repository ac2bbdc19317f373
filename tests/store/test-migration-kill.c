/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A program that is killed while it brings a backlog to the next schema leaves the old one or the
 * new one, whole, and before the new one a copy of the old. */
#include "config.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/imp-migration.h"
#include "support/imp-await.h"

#define FIRST  "/org/example/Improve/store/migrations/0001-first.sql"
#define ROUNDS "/org/example/Improve/store/migrations/0002-rounds.sql"
#define SECOND "/org/example/Improve/tests/store/migrations/0002-second.sql"

#define N_SITES 200

static gboolean
migrate (StoreFixture *fixture)
{
  const ImpMigration steps[] = { { FIRST, NULL }, { ROUNDS, NULL }, { SECOND, NULL } };

  return imp_migration_run_steps (imp_store_get_connection (fixture->store), steps,
                                  G_N_ELEMENTS (steps), NULL);
}

typedef enum
{
  BEFORE, /* it never begins */
  AMID,   /* any time after it began, also when it is done */
  AFTER,  /* it has said that it is done */
} Moment;

/* What it says once the backlog is open, and once it has migrated. */
static G_NORETURN void
run_child (StoreFixture *fixture, int out, Moment moment)
{
  store_fixture_open (fixture);
  if (write (out, "o", 1) != 1)
    _exit (1);
  if (moment != BEFORE && (!migrate (fixture) || write (out, "m", 1) != 1))
    _exit (1);
  for (;;)
    pause ();
}

static void
kill_one (StoreFixture *fixture, Moment moment, gulong after_us)
{
  int ends[2], status;
  char said;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    run_child (fixture, ends[1], moment);
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &said, 1), ==, 1);
  if (moment == AFTER)
    g_assert_cmpint (read (ends[0], &said, 1), ==, 1);
  else
    g_usleep (after_us);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status)); /* it had not failed by itself */
  close (ends[0]);
}

/* One number out of a file of whatever schema, which SQLite finds whole. */
static gint64
ask_file (const char *path, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return answer;
}

static gboolean
has_good_backup (StoreFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".db")
          && ask_file (path, "PRAGMA user_version") == imp_migration_get_newest ()
          && ask_file (path, "SELECT count(*) FROM site") == N_SITES)
        return TRUE;
    }
  return FALSE;
}

/* TRUE where it is the new one. */
static gboolean
assert_old_or_new (StoreFixture *fixture)
{
  gint64 version = ask_file (fixture->path, "PRAGMA user_version");

  g_assert_cmpint (ask_file (fixture->path, "SELECT count(*) FROM site"), ==, N_SITES);
  if (version == imp_migration_get_newest () + 1)
    {
      g_assert_cmpint (ask_file (fixture->path, "SELECT count(*) FROM site WHERE second = name"),
                       ==, N_SITES);
      g_assert_true (has_good_backup (fixture));
      return TRUE;
    }
  g_assert_cmpint (version, ==, imp_migration_get_newest ());
  store_fixture_open (fixture);
  store_fixture_assert_sound (fixture);
  store_fixture_close (fixture);
  return FALSE;
}

static void
add_sites (StoreFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();

  for (guint i = 0; i < N_SITES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Site %u", i);

      imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_SITE), 1, name);
    }
  store_fixture_commit (fixture, changes, NULL);
}

static gulong
measure (StoreFixture *fixture)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_true (migrate (fixture));
  return (gulong) (g_get_monotonic_time () - start);
}

/* The first before it begins and the last when it is done, so that some are old and some new; the
 * others at moments spread over the time that it takes. */
static gboolean
is_new_after_kill (StoreFixture *fixture, guint i, guint n_kills, gulong longest)
{
  Moment moment = i == 0 ? BEFORE : i == n_kills - 1 ? AFTER : AMID;
  gboolean is_new;

  kill_one (fixture, moment, moment == AMID ? longest * i / n_kills * 3 / 2 : 0);
  is_new = assert_old_or_new (fixture);
  g_assert_true (moment == AMID || is_new == (moment == AFTER));
  return is_new;
}

static void
test_killed_while_migrating (StoreFixture *fixture, gconstpointer data)
{
  guint n_kills = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 100 : 10, n_new = 0;
  g_autofree char *bytes = NULL;
  gulong longest;
  gsize size;

  add_sites (fixture);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  store_fixture_open (fixture);
  longest = measure (fixture);
  store_fixture_close (fixture);
  for (guint i = 0; i < n_kills; i++)
    {
      imp_remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
      n_new += is_new_after_kill (fixture, i, n_kills, longest);
    }
  g_test_message ("D7: %u kills during a migration, %u old, %u new, 0 damaged", n_kills,
                  n_kills - n_new, n_new);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/migration/killed-while-migrating", StoreFixture, NULL, store_fixture_set_up,
              test_killed_while_migrating, store_fixture_tear_down);
  return g_test_run ();
}
