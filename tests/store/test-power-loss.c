/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The power goes at any moment, and the disk keeps only what was brought to it: nothing that was
 * acknowledged is lost. With synchronous=NORMAL it would be: the test must notice. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "failing-vfs.h"
#include "store-fixture.h"
#include "store/imp-erasure.h"
#include "store/imp-forget.h"
#include "support/imp-await.h"

#define N_SAVES 6
#define NAME    "Whitfield"

/* With a log so short that it goes over into the database on the way, not only at the end. */
#define SHORT_LOG "PRAGMA wal_autocheckpoint = 20"

typedef struct
{
  guint n_saved;
  gboolean erased;
} Acknowledged;

static Acknowledged acknowledged, acknowledged_at_loss;
static gboolean power_was_lost;
static guint n_on_the_way; /* writes to the database itself before the erasure */
static guint n_to_erase;   /* calls until it was acknowledged */

static void
lost_cb (void)
{
  acknowledged_at_loss = acknowledged;
  power_was_lost = TRUE;
}

/* Which writes the file anew. */
static void
erase (StoreFixture *fixture, ImpItem person)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GError) error = NULL;

  n_on_the_way = failing_vfs.n_main_writes;
  imp_erasure_add_person (fixture->store, person, changes, &error);
  g_assert_no_error (error);
  imp_store_erase (fixture->store, changes, &commit, &error);
  g_assert_no_error (error);
  acknowledged.erased = TRUE;
  n_to_erase = failing_vfs.n_calls;
}

/* Gives the person who is to be erased. */
static ImpItem
begin (StoreFixture *fixture, const char *pragmas)
{
  store_fixture_exec (fixture, pragmas);
  acknowledged = (Acknowledged) { 0 };
  return store_fixture_add_named (fixture, IMP_KIND_PERSON, NAME);
}

/* Saves some irritants, erases the person among them and closes; how many calls to the disk. */
static guint
run_script (StoreFixture *fixture, ImpItem person)
{
  failing_vfs_arm (0, FALSE, SQLITE_IOERR);
  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autofree char *words = g_strnfill (100 + i * 2500, 'w');

      store_fixture_record (fixture, words, i % 2 ? "21-100 one" : NULL, NULL);
      acknowledged.n_saved++;
      if (i == N_SAVES / 2)
        erase (fixture, person);
    }
  store_fixture_close (fixture);
  return failing_vfs.n_calls;
}

static gboolean
is_whole (StoreFixture *after)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  return store_fixture_query (after, "SELECT count(*) FROM irritant")
             >= acknowledged_at_loss.n_saved
         && (!acknowledged_at_loss.erased || store_fixture_count_bytes (after, NAME) == 0)
         && imp_store_check (after->store, problems, NULL, NULL) && problems->len == 0;
}

/* Saves until the power goes, in a folder of its own; FALSE where something was lost or damaged. */
static gboolean
survives (StoreFixture *fixture, const char *pragmas, guint at)
{
  g_autofree char *remains = g_dir_make_tmp ("improve-power-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (remains, "backlog.db", NULL);
  StoreFixture after = { .path = path, .clock = fixture->clock };
  ImpItem person;
  gboolean good;

  power_was_lost = FALSE;
  failing_vfs_remember ();
  store_fixture_set_up (fixture, NULL);
  person = begin (fixture, pragmas);
  failing_vfs_lose_power (at, remains, lost_cb);
  run_script (fixture, person);
  failing_vfs_lose_power_now (); /* not every run needs as many calls */
  failing_vfs_forget ();
  store_fixture_tear_down (fixture, NULL);
  g_assert_true (power_was_lost);
  after.store = imp_store_open (path, "Inès Caron", &after.clock, NULL);
  good = after.store != NULL && is_whole (&after);
  store_fixture_close (&after);
  imp_remove_folder (remains);
  return good;
}

/* At any call of the script, the closing among them. */
static guint
count_survivals (StoreFixture *fixture, const char *pragmas, guint n_trials, guint *n_main_lost)
{
  guint n_calls, n = 0;

  n_calls = run_script (fixture, begin (fixture, pragmas));
  g_assert_cmpuint (failing_vfs.n_main_writes, >, 0);
  store_fixture_tear_down (fixture, NULL);
  for (guint i = 0; i < n_trials; i++)
    {
      n += survives (fixture, pragmas, (guint) g_test_rand_int_range (1, (gint32) n_calls + 1));
      *n_main_lost += failing_vfs.n_main_lost;
    }
  store_fixture_set_up (fixture, NULL);
  return n;
}

static void
test_nothing_is_lost (StoreFixture *fixture, gconstpointer data)
{
  guint n_trials = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1000 : 100, n_main_lost = 0;

  g_assert_cmpuint (count_survivals (fixture, data, n_trials, &n_main_lost), ==, n_trials);
  g_test_message ("D2: %u losses of power, 0 edits lost, 0 damaged; %u writes to the database"
                  " itself had not reached the disk",
                  n_trials, n_main_lost);
  g_assert_cmpuint (n_main_lost, >, 0);
  g_assert_true ((n_on_the_way > 0) == g_str_equal (data, SHORT_LOG));
}

/* Right after it was said that no traces are left. */
static void
test_erased_stays_erased (StoreFixture *fixture, gconstpointer data)
{
  run_script (fixture, begin (fixture, data));
  store_fixture_tear_down (fixture, NULL);
  for (guint i = 0; i < 20; i++)
    g_assert_true (survives (fixture, data, n_to_erase + 1));
  store_fixture_set_up (fixture, NULL);
}

static void
test_the_test_bites (StoreFixture *fixture, gconstpointer data)
{
  guint n_trials = 20, n_main_lost = 0;
  guint n = count_survivals (fixture, "PRAGMA synchronous = NORMAL", n_trials, &n_main_lost);

  g_assert_cmpuint (n, <, n_trials);
  g_test_message ("Bites: with synchronous=NORMAL edits lost in %u of %u", n_trials - n, n_trials);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();
#define ADD(path, pragmas, func)                                                                   \
  g_test_add ("/store/power-loss/" path, StoreFixture, pragmas, store_fixture_set_up, func,        \
              store_fixture_tear_down)
  ADD ("nothing-is-lost", "", test_nothing_is_lost);
  ADD ("nothing-is-lost-with-a-short-log", SHORT_LOG, test_nothing_is_lost);
  ADD ("erased-stays-erased", "", test_erased_stays_erased);
  ADD ("erased-stays-erased-with-a-short-log", SHORT_LOG, test_erased_stays_erased);
  ADD ("the-test-bites", NULL, test_the_test_bites);
  return g_test_run ();
}
