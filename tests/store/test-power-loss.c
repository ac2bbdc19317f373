/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The power goes at any moment, and the disk keeps only what was brought to it: nothing that was
 * acknowledged is lost. With synchronous=NORMAL it would be: the test must notice. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "failing-vfs.h"
#include "store-fixture.h"
#include "support/imp-await.h"

#define N_SAVES 6

static guint n_acknowledged, n_acknowledged_at_loss;
static gboolean power_was_lost;

static void
lost_cb (void)
{
  n_acknowledged_at_loss = n_acknowledged;
  power_was_lost = TRUE;
}

/* Saves some irritants; how many calls to the disk that took. */
static guint
run_script (StoreFixture *fixture)
{
  failing_vfs_arm (0, FALSE, SQLITE_IOERR);
  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autofree char *words = g_strnfill (100 + i * 2500, 'w');

      store_fixture_record (fixture, words, i % 2 ? "21-100 one" : NULL, NULL);
      n_acknowledged++;
    }
  return failing_vfs.n_calls;
}

/* Saves until the power goes, in a folder of its own; FALSE where something was lost or damaged. */
static gboolean
survives (StoreFixture *fixture, const char *pragma, guint at)
{
  g_autofree char *remains = g_dir_make_tmp ("improve-power-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (remains, "backlog.db", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  StoreFixture after = { .path = path, .clock = fixture->clock };
  gboolean good;

  n_acknowledged = 0;
  power_was_lost = FALSE;
  failing_vfs_remember ();
  store_fixture_set_up (fixture, NULL);
  store_fixture_exec (fixture, pragma);
  failing_vfs_lose_power (at, remains, lost_cb);
  run_script (fixture);
  store_fixture_tear_down (fixture, NULL);
  failing_vfs_forget ();
  g_assert_true (power_was_lost);
  after.store = imp_store_open (path, "Inès Caron", &after.clock, NULL);
  good = after.store != NULL
         && store_fixture_query (&after, "SELECT count(*) FROM irritant") >= n_acknowledged_at_loss
         && imp_store_check (after.store, problems, NULL, NULL) && problems->len == 0;
  g_clear_pointer (&after.store, imp_store_close);
  imp_remove_folder (remains);
  return good;
}

static guint
count_survivals (StoreFixture *fixture, const char *pragma, guint n_trials)
{
  guint n_calls = run_script (fixture), n = 0;

  store_fixture_tear_down (fixture, NULL);
  for (guint i = 0; i < n_trials; i++)
    n += survives (fixture, pragma, (guint) g_test_rand_int_range (1, (gint32) n_calls));
  store_fixture_set_up (fixture, NULL);
  return n;
}

static void
test_nothing_is_lost (StoreFixture *fixture, gconstpointer data)
{
  guint n_trials = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 2000 : 200;

  g_assert_cmpuint (count_survivals (fixture, "PRAGMA synchronous = FULL", n_trials), ==, n_trials);
  g_test_message ("D2: power lost %u times, 0 edits lost, 0 damaged", n_trials);
}

static void
test_the_test_bites (StoreFixture *fixture, gconstpointer data)
{
  guint n_trials = 20, n = count_survivals (fixture, "PRAGMA synchronous = NORMAL", n_trials);

  g_assert_cmpuint (n, <, n_trials);
  g_test_message ("D2: with synchronous=NORMAL edits lost in %u of %u", n_trials - n, n_trials);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();
#define ADD(path, func)                                                                            \
  g_test_add ("/store/power-loss/" path, StoreFixture, NULL, store_fixture_set_up, func,           \
              store_fixture_tear_down)
  ADD ("nothing-is-lost", test_nothing_is_lost);
  ADD ("the-test-bites", test_the_test_bites);
  return g_test_run ();
}
