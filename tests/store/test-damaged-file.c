/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files that were cut off or changed at random: an error that says what to do, never a crash. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <time.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-irritant-table.h"

/* A backlog of some pages, closed; its bytes. */
static char *
make_backlog (StoreFixture *fixture, gsize *size)
{
  char *bytes = NULL;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Irritant %d, with words to search", i);

      store_fixture_record (fixture, title, i % 2 == 0 ? "21-100 one" : NULL, NULL);
    }
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, size, NULL));
  return bytes;
}

static guint
get_n_rounds (guint everyday, guint in_long)
{
  return g_getenv ("IMPROVE_TEST_LONG") != NULL ? in_long : everyday;
}

static void
assert_bytes (const char *path, const char *bytes, gsize size)
{
  g_autofree char *now = NULL;
  gsize now_size;

  g_assert_true (g_file_get_contents (path, &now, &now_size, NULL));
  g_assert_cmpmem (now, now_size, bytes, size);
}

static void
test_cut_off (StoreFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = make_backlog (fixture, &size);
  guint n_rounds = get_n_rounds (100, 1000);

  for (guint i = 0; i < n_rounds; i++)
    {
      gsize cut = i < 3 ? i * 50 : size * i / n_rounds;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) cut, NULL));
      if (imp_store_open (fixture->path, "Inès", &fixture->clock, &error) != NULL)
        g_error ("a file was opened that was cut off at %zu of %zu bytes", cut, size);
      g_assert_true (error->domain == IMP_ERROR);
      g_assert_true (error->code == IMP_ERROR_CORRUPT || error->code == IMP_ERROR_NOT_OURS);
      g_assert_nonnull (strstr (error->message, fixture->path));
      assert_bytes (fixture->path, bytes, cut);
    }
  g_test_message ("D8: %u places to cut a file off, all refused with a remedy, bytes unchanged",
                  n_rounds);
}

#define PAGE_SIZE 4096

/* Numbers of the pages in which the journal's rows stand: those with a hash of one. */
static GArray *
find_journal (const char *path, const char *bytes, gsize size)
{
  static const char SQL_SELECT_HASHES[] = "SELECT vhash FROM journal";
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (gsize));
  sqlite3_stmt *rows = NULL;
  sqlite3 *db = NULL;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  g_assert_cmpint (sqlite3_prepare_v2 (db, SQL_SELECT_HASHES, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      const char *at = memmem (bytes, size, sqlite3_column_blob (rows, 0),
                               (gsize) sqlite3_column_bytes (rows, 0));
      gsize page = (gsize) (at - bytes) / PAGE_SIZE;

      g_assert_nonnull (at);
      g_array_append_val (pages, page);
    }
  sqlite3_finalize (rows);
  sqlite3_close (db);
  return pages;
}

/* Half of the time one of the journal. */
static gsize
pick_page (const GArray *journal, gsize size)
{
  if (g_test_rand_bit ())
    return (gsize) g_test_rand_int_range (0, (gint32) (size / PAGE_SIZE));
  return g_array_index (journal, gsize, g_test_rand_int_range (0, (gint32) journal->len));
}

/* Some bytes of one page, or a page in the place of another. */
static void
damage (char *bytes, gsize size, const GArray *journal)
{
  gsize page = pick_page (journal, size);

  if (g_test_rand_bit ())
    memcpy (bytes + page * PAGE_SIZE, bytes + pick_page (journal, size) * PAGE_SIZE, PAGE_SIZE);
  else
    for (int i = g_test_rand_int_range (1, 9); i > 0; i--)
      bytes[page * PAGE_SIZE + (gsize) g_test_rand_int_range (0, PAGE_SIZE)] =
          (char) g_test_rand_int_range (0, 256);
}

/* What a program does with an open backlog: each may fail, and say why. */
static void
use_store (ImpStore *store, guint *n_problems)
{
  g_autoptr (ImpQuery) query = imp_query_parse ("state:any site:a has:photo words");
  g_autoptr (ImpRanking) ranking = imp_store_rank (store, query, IMP_SORT_IMPACT, NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };

  if (ranking != NULL)
    imp_store_read_irritants (store, &g_array_index (ranking->items, guint32, 0),
                              ranking->items->len, rows, NULL);
  if (!imp_store_check (store, problems, NULL, NULL) || problems->len > 0)
    (*n_problems)++;
  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT), IMP_IRRITANT_TITLE,
                        "Printer jams");
  imp_store_commit (store, changes, &commit, NULL);
  imp_store_rebuild (store, NULL);
}

/* Of the processor in this thread, which does all the work, so that a busy machine does not matter. */
static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Opens and uses the file; whether something was found to be wrong with it. */
static gboolean
is_found (StoreFixture *fixture, double *longest)
{
  double start = get_seconds ();
  g_autoptr (GError) error = NULL;
  ImpStore *store = imp_store_open (fixture->path, "Inès", &fixture->clock, &error);
  guint n_found = 0;

  if (store != NULL)
    use_store (store, &n_found);
  else
    g_assert_true (error->domain == IMP_ERROR);
  g_clear_pointer (&store, imp_store_close);
  *longest = MAX (*longest, get_seconds () - start);
  return n_found > 0 || error != NULL;
}

static void
test_changed_at_random (StoreFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = make_backlog (fixture, &size), *changed = g_malloc (size);
  g_autofree char *good = store_fixture_digest_journal (fixture->path);
  g_autoptr (GArray) journal = find_journal (fixture->path, bytes, size);
  guint n_found = 0, n_rewritten = 0, n_rounds = get_n_rounds (200, 5000);
  double longest = 0.0;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *digest = NULL;
      gboolean found;

      memcpy (changed, bytes, size);
      damage (changed, size, journal);
      g_assert_true (g_file_set_contents (fixture->path, changed, (gssize) size, NULL));
      digest = store_fixture_digest_journal (fixture->path);
      found = is_found (fixture, &longest);
      n_found += found;
      if (digest == NULL || g_str_equal (digest, good))
        continue;
      n_rewritten++; /* SQLite reads it as if it were right */
      g_assert_true (found);
    }
  g_test_message (
      "D11: %u damaged files, 0 crashes, %u found, all %u whose journal reads otherwise,"
      " the longest %.2f s",
      n_rounds, n_found, n_rewritten, longest);
  g_assert_cmpuint (n_rewritten, >, 0);
  g_assert_cmpfloat (longest, <, 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/damaged-file/" path, StoreFixture, NULL, store_fixture_set_up, func,         \
              store_fixture_tear_down)
  ADD ("cut-off", test_cut_off);
  ADD ("changed-at-random", test_changed_at_random);
  return g_test_run ();
}
