/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saving what can be read of damaged files: never less than what can be proved, never a crash, and
 * the damaged file stays as it is. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-salvage.h"
#include "support/imp-await.h"

#define N_IRRITANTS 60
#define N_DELETED   7 /* every ninth */

static void
fill (StoreFixture *fixture)
{
  for (int i = 0; i < N_IRRITANTS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Irritant %d, with words to search", i);
      ImpItem irritant = store_fixture_record (fixture, title, "21-100 one", NULL);

      fixture->now_ms += 60000;
      if (i % 7 == 0)
        store_fixture_add_fix (fixture, "Another driver", irritant, STORE_FIXTURE_TODAY);
      if (i % 9 == 0)
        store_fixture_delete (fixture, irritant);
    }
}

/* A backlog of some pages, closed; its bytes. */
static char *
make_backlog (StoreFixture *fixture, gsize *size)
{
  char *bytes = NULL;

  fill (fixture);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, size, NULL));
  return bytes;
}

/* Some bytes of one page, a page in the place of another, or nothing but zeros. */
static void
damage (char *bytes, gsize size)
{
  gsize n_pages = size / 4096, page = (gsize) g_test_rand_int_range (0, (gint32) n_pages);
  char *at = bytes + page * 4096;
  int kind = g_test_rand_int_range (0, 3);

  if (kind == 0)
    memcpy (at, bytes + (gsize) g_test_rand_int_range (0, (gint32) n_pages) * 4096, 4096);
  else if (kind == 1)
    memset (at, 0, 4096);
  else
    for (int i = g_test_rand_int_range (1, 9); i > 0; i--)
      at[g_test_rand_int_range (0, 4096)] = (char) g_test_rand_int_range (0, 256);
}

/* Every row as a line, in its order, as far as SQLite can read them one after another; `in_full`
 * with what goes by numbers of the file, and what is not to be seen. */
static GPtrArray *
read_rows (const char *path, gboolean in_full)
{
  static const char SQL_SELECT_ROWS[] =
      "SELECT hex (r.id), j.rseq, j.hlc, j.actor, j.txn, hex (i.id), j.field,"
      " CASE j.field WHEN 0 THEN typeof (j.value) ELSE quote (j.value) END, quote (j.hash),"
      " CASE WHEN ?1 THEN j.rep || ' ' || j.wire || ' ' || j.entity || ' ' || i.kind || ' '"
      " || quote (j.value) || quote (j.base) || quote (j.salt) || quote (j.vhash) END,"
      " j.txn = j.rseq FROM journal j JOIN replica r ON r.n = j.rep"
      " JOIN item i ON i.n = j.item ORDER BY j.rep, j.rseq";
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *rows = NULL;
  sqlite3 *db = NULL;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  sqlite3_prepare_v2 (db, SQL_SELECT_ROWS, -1, &rows, NULL);
  sqlite3_bind_int (rows, 1, in_full);
  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW)
    {
      GString *line = g_string_new (NULL);

      for (int i = 0; i < sqlite3_column_count (rows); i++)
        g_string_append_printf (line, "%s|", (const char *) sqlite3_column_text (rows, i));
      g_ptr_array_add (lines, g_string_free_and_steal (line));
    }
  sqlite3_finalize (rows);
  sqlite3_close (db);
  return lines;
}

/* How many rows from the first on are what they were; only whole actions count. */
static guint
count_same (const GPtrArray *rows, const GPtrArray *original)
{
  guint n = 0;

  while (n < rows->len && n < original->len && g_str_equal (rows->pdata[n], original->pdata[n]))
    n++;
  while (n > 0 && n < original->len && !g_str_has_suffix (original->pdata[n], "|1|"))
    n--;
  return n;
}

static char *
make_folder (StoreFixture *fixture)
{
  char *folder = g_build_filename (fixture->folder, "saved", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  return folder;
}

static void
assert_bytes (const char *path, const char *bytes, gsize size)
{
  g_autofree char *now = NULL;
  gsize now_size;

  g_assert_true (g_file_get_contents (path, &now, &now_size, NULL));
  g_assert_cmpmem (now, now_size, bytes, size);
}

/* Opens what was saved in the place of the fixture's own backlog. */
static void
look_at (StoreFixture *fixture, const char *saved)
{
  g_autofree char *own = g_steal_pointer (&fixture->path);

  fixture->path = g_strdup (saved);
  store_fixture_open (fixture);
  store_fixture_assert_sound (fixture);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&own);
}

/* What was saved, its rows, and that all is well with it; NULL where nothing could be. */
static ImpSalvage *
salvage (StoreFixture *fixture, const char *bytes, gsize size, GPtrArray **rows)
{
  g_autofree char *folder = make_folder (fixture), *saved = NULL;
  g_autoptr (GError) error = NULL;
  ImpSalvage *salvage = NULL;

  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  salvage = imp_salvage_file (fixture->path, folder, &fixture->clock, NULL, &saved, &error);
  assert_bytes (fixture->path, bytes, size);
  if (salvage == NULL)
    g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT);
  else
    {
      look_at (fixture, saved);
      store_fixture_close (fixture);
    }
  *rows = salvage != NULL ? read_rows (saved, FALSE) : g_ptr_array_new ();
  imp_remove_folder (folder);
  return salvage;
}

static void
test_all_of_a_sound_one (StoreFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = make_backlog (fixture, &size);
  g_autoptr (GPtrArray) original = read_rows (fixture->path, FALSE), rows = NULL;
  g_autoptr (ImpSalvage) saved = salvage (fixture, bytes, size, &rows);
  g_autofree char *details = imp_salvage_dup_details (saved);

  g_assert_cmpuint (saved->n_saved, ==, original->len);
  g_assert_cmpuint (saved->n_missing + saved->n_unproved, ==, 0);
  g_assert_cmpuint (count_same (rows, original), ==, original->len);
  g_assert_null (details);
}

/* Without the beginning of the file SQLite takes it for none at all. */
static void
test_without_beginning (StoreFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = make_backlog (fixture, &size);
  g_autoptr (GPtrArray) original = read_rows (fixture->path, FALSE), rows = NULL;
  g_autoptr (ImpSalvage) saved = NULL;

  memset (bytes, 0, 4096);
  saved = salvage (fixture, bytes, size, &rows);
  g_assert_cmpuint (count_same (rows, original), ==, original->len);
}

/* What a killed program had in its log only. */
static void
test_with_log (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = make_folder (fixture), *saved = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *killed = g_build_filename (fixture->folder, "killed.db", NULL);
  g_autofree char *killed_log = g_strconcat (killed, "-wal", NULL);
  g_autofree char *bytes = NULL, *log_bytes = NULL;
  g_autoptr (ImpSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, log_size;
  gint64 n_rows;

  fill (fixture);
  n_rows = store_fixture_query (fixture, "SELECT count(*) FROM journal");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (log, &log_bytes, &log_size, NULL));
  g_assert_cmpuint (log_size, >, 4096);
  memset (bytes, 'x', 16);
  g_assert_true (g_file_set_contents (killed, bytes, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (killed_log, log_bytes, (gssize) log_size, NULL));
  salvage = imp_salvage_file (killed, folder, &fixture->clock, NULL, &saved, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salvage->n_saved, ==, n_rows);
  assert_bytes (killed, bytes, size);
  assert_bytes (killed_log, log_bytes, log_size);
}

static void
test_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (ImpSalvage) saved = NULL;

  store_fixture_close (fixture);
  saved = salvage (fixture, "Nothing of a backlog", 20, &rows);
  g_assert_null (saved);
}

/* The middle of the journal is gone: what was deleted after it stays deleted, and what was
 * recorded after it is there. */
static void
test_after_a_gap (StoreFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = make_backlog (fixture, &size);
  g_autofree char *folder = make_folder (fixture), *saved = NULL, *summary = NULL, *details = NULL;
  g_autoptr (ImpSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;
  char *title;

  title = memmem (bytes, size, "Irritant 20, with words", strlen ("Irritant 20, with words"));
  g_assert_nonnull (title);
  for (; title != NULL;
       title = memmem (bytes, size, "Irritant 20, with words", strlen ("Irritant 20, with words")))
    *title = 'i';
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  salvage = imp_salvage_file (fixture->path, folder, &fixture->clock, NULL, &saved, &error);
  g_assert_no_error (error);
  summary = imp_salvage_dup_summary (salvage);
  details = imp_salvage_dup_details (salvage);
  g_test_message ("%s\n%s", summary, details);
  g_assert_cmpuint (salvage->n_missing, ==, 2); /* the title, and the words of the report */
  look_at (fixture, saved);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==,
                   N_IRRITANTS - N_DELETED);
  g_assert_cmpint (store_fixture_query (fixture,
                                        "SELECT count(*) FROM irritant"
                                        " WHERE title = 'Irritant 59, with words to search'"),
                   ==, 1);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM cell WHERE heads NOT NULL"),
                   ==, 0);
  store_fixture_close (fixture);
}

/* The stamp under which something was recorded reads later than its deletion: who deletes has seen
 * what was recorded, whatever the stamps say. */
static void
test_stamp_of_later (StoreFixture *fixture, gconstpointer data)
{
  static const char SQL_DAMAGE[] =
      "UPDATE journal SET hlc = hlc + (7200000 << 16) WHERE rseq IN (SELECT min (rseq)"
      " FROM journal WHERE field = 0 GROUP BY item HAVING count(*) > 1)";
  g_autofree char *folder = make_folder (fixture), *saved = NULL;
  g_autoptr (ImpSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  store_fixture_exec (fixture, SQL_DAMAGE);
  store_fixture_close (fixture);
  salvage = imp_salvage_file (fixture->path, folder, &fixture->clock, NULL, &saved, &error);
  g_assert_no_error (error);
  look_at (fixture, saved);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==,
                   N_IRRITANTS - N_DELETED);
  store_fixture_close (fixture);
}

static void
test_damaged_at_random (StoreFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = make_backlog (fixture, &size), *changed = g_malloc (size);
  g_autoptr (GPtrArray) original = read_rows (fixture->path, FALSE);
  g_autoptr (GPtrArray) in_full = read_rows (fixture->path, TRUE);
  guint n_rounds = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1000 : 50, n_proved = 0;
  guint64 n_saved = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GPtrArray) readable = NULL, rows = NULL;
      g_autoptr (ImpSalvage) saved = NULL;

      memcpy (changed, bytes, size);
      damage (changed, size);
      g_assert_true (g_file_set_contents (fixture->path, changed, (gssize) size, NULL));
      readable = read_rows (fixture->path, TRUE);
      saved = salvage (fixture, changed, size, &rows);
      g_assert_nonnull (saved);
      g_assert_cmpuint (count_same (rows, original), >=, count_same (readable, in_full));
      g_assert_cmpuint (saved->n_saved, ==, rows->len);
      n_proved += count_same (rows, original);
      n_saved += saved->n_saved;
    }
  g_test_message ("D11: %u damaged files saved, %.1f %% of the rows, %.1f %% in their place, each"
                  " chain verifies",
                  n_rounds, 100.0 * (double) n_saved / original->len / n_rounds,
                  100.0 * n_proved / original->len / n_rounds);
  g_assert_cmpuint (n_saved, >, (guint64) original->len * n_rounds * 9 / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/salvage/" path, StoreFixture, NULL, store_fixture_set_up, func,              \
              store_fixture_tear_down)
  ADD ("all-of-a-sound-one", test_all_of_a_sound_one);
  ADD ("without-beginning", test_without_beginning);
  ADD ("with-log", test_with_log);
  ADD ("nothing", test_nothing);
  ADD ("after-a-gap", test_after_a_gap);
  ADD ("stamp-of-later", test_stamp_of_later);
  ADD ("damaged-at-random", test_damaged_at_random);
  return g_test_run ();
}
