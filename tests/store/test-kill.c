/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A program that is killed at any moment loses nothing that it has acknowledged. */
#include "config.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "support/imp-await.h"

#define ROUNDS_A_FILE 10 /* then a new one, so that some die while they make theirs */

/* What the child has said: the numbers of the irritants that were saved when it said so. */
typedef struct
{
  guint n_acknowledged;
  guint last;
} Heard;

static ImpChanges *
make_changes (guint number, ImpItem earlier)
{
  g_autofree char *title = g_strdup_printf ("%u", number);
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, number % 2 ? "21-100 one" : NULL);
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, "It does it again");
  if (earlier != 0) /* and an edit of what is there */
    imp_changes_set_text (changes, earlier, IMP_IRRITANT_DESCRIPTION, title);
  return changes;
}

/* Saves and says so until it is killed. */
static G_NORETURN void
run_child (StoreFixture *fixture, int out)
{
  guint number;

  store_fixture_open (fixture);
  number = (guint) store_fixture_query (fixture, "SELECT count(*) FROM irritant");
  for (;;)
    {
      ImpItem earlier = store_fixture_query (fixture, "SELECT coalesce (max (n), 0) FROM irritant");

      number++;
      store_fixture_commit (fixture, make_changes (number, earlier), NULL);
      if (write (out, &number, sizeof number) != sizeof number)
        _exit (1);
    }
}

/* Kills a child at a random moment, at the latest then, and hears all it has said. */
static void
kill_one (StoreFixture *fixture, gint32 latest_us, Heard *heard)
{
  int ends[2], status;
  guint number;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    run_child (fixture, ends[1]);
  close (ends[1]);
  g_usleep ((gulong) g_test_rand_int_range (0, latest_us));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status)); /* it had not failed by itself */
  while (read (ends[0], &number, sizeof number) == sizeof number)
    {
      heard->n_acknowledged++;
      heard->last = number;
    }
  close (ends[0]);
}

/* At most one more than was acknowledged in each round; none twice and none missing. */
static void
assert_nothing_lost (StoreFixture *fixture, const Heard *heard)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  store_fixture_open (fixture);
  n = store_fixture_query (fixture, "SELECT count(*) FROM irritant");
  g_assert_cmpint (n, >=, heard->last);
  g_assert_cmpint (n, <=, heard->n_acknowledged + ROUNDS_A_FILE);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(DISTINCT title) FROM irritant"), ==,
                   n);
  g_assert_cmpint (
      store_fixture_query (fixture, "SELECT coalesce (max (0 + title), 0) FROM irritant"), ==, n);
  store_fixture_assert_sound (fixture);
  before = store_fixture_dump (fixture);
  imp_store_rebuild (fixture->store, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  store_fixture_close (fixture);
}

static void
test_killed_at_any_moment (StoreFixture *fixture, gconstpointer data)
{
  guint n_kills = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1000 : 100, n_saved = 0;
  g_autofree char *folder = g_steal_pointer (&fixture->folder);
  gint32 latest_us = 60000;

  store_fixture_close (fixture);
  g_free (fixture->path);
  for (guint i = 0; i < n_kills / ROUNDS_A_FILE; i++)
    {
      Heard heard = { 0 };

      fixture->path = g_strdup_printf ("%s/%u/backlog.db", folder, i);
      for (guint k = 0; k < ROUNDS_A_FILE; k++)
        kill_one (fixture, latest_us, &heard);
      assert_nothing_lost (fixture, &heard);
      n_saved += heard.n_acknowledged;
      if (heard.n_acknowledged < ROUNDS_A_FILE && latest_us < G_USEC_PER_SEC)
        latest_us *= 2; /* a busy machine: they must have time to save something */
      g_free (fixture->path);
    }
  g_test_message ("D1: %u kills, %u edits acknowledged, 0 lost, 0 damaged", n_kills, n_saved);
  g_assert_cmpuint (n_saved, >, n_kills / 2);
  fixture->folder = g_steal_pointer (&folder);
  fixture->path = NULL;
}

/* Makes the file, says so, and waits to be killed. */
static G_NORETURN void
make_file (StoreFixture *fixture, int out)
{
  store_fixture_open (fixture);
  if (write (out, "m", 1) != 1)
    _exit (1);
  for (;;)
    pause ();
}

/* How long it takes until the file is made; it is killed by then, or as soon as it is. */
static gint64
kill_maker (StoreFixture *fixture, gint64 after_us)
{
  gint64 start = g_get_monotonic_time ();
  int ends[2], status;
  char said;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    make_file (fixture, ends[1]);
  close (ends[1]);
  if (after_us >= 0)
    g_usleep ((gulong) after_us);
  else
    g_assert_cmpint (read (ends[0], &said, 1), ==, 1);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status)); /* it had not failed by itself */
  close (ends[0]);
  return g_get_monotonic_time () - start;
}

/* By the file alone, whatever stands in a log. TRUE where there is one. */
static gboolean
is_there_whole (StoreFixture *fixture)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  sqlite3 *db = NULL;
  sqlite3_stmt *tables = NULL;
  g_autofree char *address = g_strdup_printf ("file:%s?immutable=1", fixture->path);

  if (!g_file_get_contents (fixture->path, &bytes, &size, NULL))
    return FALSE;
  g_assert_cmpint (sqlite3_open_v2 (address, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT count(*) FROM irritant", -1, &tables, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (tables), ==, SQLITE_ROW);
  sqlite3_finalize (tables);
  sqlite3_close (db);
  return TRUE;
}

/* Nor does a file under another name stay, once the next start was there. */
static void
assert_alone (StoreFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "backlog.db"));
}

static void
test_killed_while_making_the_file (StoreFixture *fixture, gconstpointer data)
{
  guint n_kills = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1000 : 50, n_made = 0;
  gint64 longest;

  store_fixture_close (fixture);
  imp_remove_folder (fixture->folder);
  longest = kill_maker (fixture, -1);
  g_assert_true (is_there_whole (fixture));
  for (guint i = 0; i < n_kills; i++)
    {
      imp_remove_folder (fixture->folder);
      kill_maker (fixture, longest * i / n_kills);
      n_made += is_there_whole (fixture);
      store_fixture_open (fixture);
      store_fixture_assert_sound (fixture);
      store_fixture_close (fixture);
      assert_alone (fixture);
    }
  g_test_message ("D1: %u kills while a backlog is made, %u not made, %u made, 0 in between",
                  n_kills, n_kills - n_made, n_made);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill/killed-at-any-moment", StoreFixture, NULL, store_fixture_set_up,
              test_killed_at_any_moment, store_fixture_tear_down);
  g_test_add ("/store/kill/killed-while-making-the-file", StoreFixture, NULL, store_fixture_set_up,
              test_killed_while_making_the_file, store_fixture_tear_down);
  return g_test_run ();
}
