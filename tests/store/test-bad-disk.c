/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk that fails or is full at every single call: nothing acknowledged is lost, and saving works
 * again as soon as the disk does. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/imp-error.h"
#include "failing-vfs.h"
#include "store-fixture.h"
#include "store/imp-erasure.h"
#include "store/imp-forget.h"
#include "store/imp-store-private.h"
#include "support/imp-await.h"

#define N_STEPS 25
#define NAME    "Whitfield"

/* So short that it goes over into the database on the way, not only at the end. */
static const char SHORT_LOG[] = "PRAGMA wal_autocheckpoint = 20";

/* `data`: what is to be said to the connection, or NULL. */
static void
test_set_up (StoreFixture *fixture, gconstpointer data)
{
  failing_vfs_arm (0, FALSE, SQLITE_IOERR);
  store_fixture_set_up (fixture, data);
  if (data != NULL)
    store_fixture_exec (fixture, data);
}

static void
test_tear_down (StoreFixture *fixture, gconstpointer data)
{
  failing_vfs_arm (0, FALSE, SQLITE_IOERR);
  store_fixture_tear_down (fixture, data);
}

/* What stands in memory and must follow the file, also back. */
typedef struct
{
  gint64 rseq, last_hlc;
  guint8 head[32];
  ImpMedians medians;
  ImpSums sums;
  guint64 generation;
} Memory;

static Memory
remember (ImpStore *store)
{
  Memory memory;

  memset (&memory, 0, sizeof memory);
  memory.rseq = store->rseq;
  memory.last_hlc = store->last_hlc;
  memcpy (memory.head, store->head, sizeof memory.head);
  memory.medians = store->medians;
  memory.sums = store->sums;
  memory.generation = store->generation;
  return memory;
}

static ImpChanges *
make_step (guint step)
{
  static const char *const people[] = { "1 measured", "21-100 one", "500+ guess", NULL };
  ImpChanges *changes = imp_changes_new ();
  g_autofree char *title = g_strdup_printf ("Irritant %u", step);
  g_autofree char *words = g_strnfill (200 + step * 40, 'w');
  g_autofree char *photo = g_strnfill (step * 1000, 'p');
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, people[step % 4]);
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, words);
  g_ptr_array_add (changes->blobs, g_bytes_new (photo, step * 1000));
  return changes;
}

/* TRUE where the step was acknowledged; a failure says what to do, and leaves memory as it was. */
static gboolean
try_step (StoreFixture *fixture, guint step)
{
  g_autoptr (ImpChanges) changes = make_step (step);
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GError) error = NULL;
  Memory before = remember (fixture->store), after;

  if (imp_store_commit (fixture->store, changes, &commit, &error))
    return TRUE;
  g_assert_nonnull (error);
  if (failing_vfs.code == SQLITE_FULL)
    g_assert_error (error, IMP_ERROR, IMP_ERROR_FULL);
  g_assert_true (error->domain == IMP_ERROR);
  after = remember (fixture->store);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  return FALSE;
}

/* All steps, each until it is acknowledged where it failed once; how many were refused. */
static guint
run_script (StoreFixture *fixture, gboolean again)
{
  guint n_refused = 0;

  for (guint step = 0; step < N_STEPS; step++)
    if (!try_step (fixture, step))
      {
        n_refused++;
        if (again)
          g_assert_true (try_step (fixture, step)); /* the next save works */
      }
  return n_refused;
}

/* After the disk has recovered: everything acknowledged is there, once, and in order; and of what was
 * refused at most so many, which a log holds whole when only the sync at its end fails and then the
 * program ends. */
static void
assert_whole (StoreFixture *fixture, guint n_acknowledged, guint n_more)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  failing_vfs_arm (0, FALSE, SQLITE_IOERR);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  n = store_fixture_query (fixture, "SELECT count(*) FROM irritant");
  g_assert_cmpint (n, >=, n_acknowledged);
  g_assert_cmpint (n, <=, n_acknowledged + n_more);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(DISTINCT title) FROM irritant"), ==,
                   n);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM blob"), ==, n);
  /* With a refused save in its file a laptop may not know it for its own, and be another one. */
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM replica"), <=, 1 + n_more);
  store_fixture_assert_sound (fixture);
  before = store_fixture_dump (fixture);
  imp_store_rebuild (fixture->store, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* A store as new as that of a test's start. */
static void
begin_anew (StoreFixture *fixture, gconstpointer data)
{
  test_tear_down (fixture, NULL);
  test_set_up (fixture, data);
}

/* The everyday run looks at some of the calls, others each time (the seed is printed); the long one
 * at all. */
static guint
get_stride (guint n_calls)
{
  return g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1 : MAX (1, n_calls / 24);
}

static guint
get_first (guint stride)
{
  return (guint) g_test_rand_int_range (1, (gint32) stride + 1);
}

/* Of the script and the closing; with a short log some write to the database itself on the way. */
static guint
count_calls (StoreFixture *fixture, gconstpointer data, int code)
{
  failing_vfs_arm (0, FALSE, code);
  g_assert_cmpuint (run_script (fixture, FALSE), ==, 0);
  g_assert_cmpuint (failing_vfs.n_calls, >, N_STEPS);
  g_assert_true ((failing_vfs.n_main_writes > 0) == (data == SHORT_LOG));
  store_fixture_close (fixture);
  g_assert_cmpuint (failing_vfs.n_main_writes, >, 0);
  return failing_vfs.n_calls;
}

/* What cannot be written to the log is refused, once; a checkpoint that fails refuses nothing, as what
 * was saved stands in the log. */
static void
test_one_call_fails (StoreFixture *fixture, gconstpointer data)
{
  guint n_calls = count_calls (fixture, data, SQLITE_IOERR), stride = get_stride (n_calls);
  guint n_tried = 0, n_refused = 0;

  for (guint n = get_first (stride); n <= n_calls; n += stride, n_tried++)
    {
      guint refused;

      begin_anew (fixture, data);
      failing_vfs_arm (n, FALSE, SQLITE_IOERR);
      refused = run_script (fixture, TRUE);
      g_assert_cmpuint (refused, >=, failing_vfs.n_log_failed);
      n_refused += refused;
      store_fixture_close (fixture);
      assert_whole (fixture, N_STEPS, 0);
    }
  g_test_message ("D3: %u of %u calls failed once%s, %u saves refused, the next one worked",
                  n_tried, n_calls, data == SHORT_LOG ? " with a short log" : "", n_refused);
}

static void
test_all_calls_fail (StoreFixture *fixture, gconstpointer data)
{
  guint n_calls = count_calls (fixture, data, SQLITE_IOERR), stride = get_stride (n_calls);
  guint n_tried = 0;

  for (guint n = get_first (stride); n <= n_calls; n += stride, n_tried++)
    {
      guint n_refused;

      begin_anew (fixture, data);
      failing_vfs_arm (n, TRUE, SQLITE_IOERR);
      n_refused = run_script (fixture, FALSE);
      store_fixture_close (fixture);
      assert_whole (fixture, N_STEPS - n_refused, n_refused > 0);
    }
  g_test_message ("D4: %u of %u calls after which all failed%s, nothing acknowledged lost", n_tried,
                  n_calls, data == SHORT_LOG ? " with a short log" : "");
}

static void
test_disk_is_full (StoreFixture *fixture, gconstpointer data)
{
  guint n_calls = count_calls (fixture, data, SQLITE_FULL), stride = get_stride (n_calls);
  guint n_tried = 0, n_refused = 0;

  for (guint n = get_first (stride); n <= n_calls; n += stride, n_tried++)
    {
      guint n_saved;

      begin_anew (fixture, data);
      failing_vfs_arm (n, TRUE, SQLITE_FULL);
      n_saved = N_STEPS - run_script (fixture, FALSE);
      n_refused += N_STEPS - n_saved;
      if (n % 2 == 0) /* it is closed while there is none */
        store_fixture_close (fixture);
      failing_vfs_arm (0, FALSE, SQLITE_FULL); /* room again: without a restart */
      if (fixture->store == NULL)
        store_fixture_open (fixture);
      g_assert_true (try_step (fixture, N_STEPS));
      assert_whole (fixture, n_saved + 1, 0);
    }
  g_assert_cmpuint (n_refused, >, n_tried);
  g_test_message ("D5: %u of %u writes from which on it was full%s, %u saves refused, saves again",
                  n_tried, n_calls, data == SHORT_LOG ? " with a short log" : "", n_refused);
}

/* Whether it is said that all traces are gone. */
static gboolean
try_erase (StoreFixture *fixture, ImpItem person)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GError) error = NULL;

  if (imp_erasure_add_person (fixture->store, person, changes, &error)
      && imp_store_erase (fixture->store, changes, &commit, &error))
    return TRUE;
  g_assert_true (error != NULL && error->domain == IMP_ERROR);
  return FALSE;
}

static ImpItem
begin_erasing (StoreFixture *fixture)
{
  begin_anew (fixture, SHORT_LOG);
  for (int i = 0; i < 5; i++)
    store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  return store_fixture_add_named (fixture, IMP_KIND_PERSON, NAME);
}

static void
assert_erased (StoreFixture *fixture)
{
  g_assert_cmpuint (store_fixture_count_bytes (fixture, NAME), ==, 0);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 5);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM person"), ==, 0);
  store_fixture_assert_sound (fixture);
}

/* Writing the file anew: all traces gone, or it is said that they may not be, and then once more. */
static void
test_erasing_fails (StoreFixture *fixture, gconstpointer data)
{
  const gboolean for_ever = GPOINTER_TO_INT (data);
  ImpItem person = begin_erasing (fixture);
  guint n_calls, stride, n_refused = 0;

  failing_vfs_arm (0, FALSE, SQLITE_IOERR);
  g_assert_true (try_erase (fixture, person));
  g_assert_cmpuint (failing_vfs.n_main_writes, >, 0);
  n_calls = failing_vfs.n_calls;
  stride = get_stride (n_calls);
  for (guint n = get_first (stride); n <= n_calls; n += stride)
    {
      gboolean erased;

      person = begin_erasing (fixture);
      failing_vfs_arm (n, for_ever, SQLITE_IOERR);
      erased = try_erase (fixture, person);
      n_refused += !erased;
      failing_vfs_arm (0, FALSE, SQLITE_IOERR);
      if (!erased)
        g_assert_true (try_erase (fixture, person));
      assert_erased (fixture);
    }
  g_assert_cmpuint (n_refused, >, 5);
}

static void
test_rebuilding_fails (StoreFixture *fixture, gconstpointer data)
{
  guint stride = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1 : 7, n_calls = stride + 1;
  g_autofree char *expected = NULL;

  run_script (fixture, FALSE);
  store_fixture_exec (fixture, "PRAGMA cache_size = 10"); /* so that it writes on the way */
  expected = store_fixture_dump (fixture);
  for (guint n = 1; n < n_calls; n += stride)
    {
      Memory before = remember (fixture->store), after;
      g_autoptr (GError) error = NULL;
      g_autofree char *dump = NULL;

      failing_vfs_arm (n, TRUE, SQLITE_IOERR);
      if (imp_store_rebuild (fixture->store, &error))
        break;
      n_calls = n + stride + 1;
      failing_vfs_arm (0, FALSE, SQLITE_IOERR);
      after = remember (fixture->store);
      g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
      dump = store_fixture_dump (fixture);
      g_assert_cmpstr (dump, ==, expected);
    }
  g_assert_cmpuint (n_calls, >, 2 * stride);
  assert_whole (fixture, N_STEPS, 0);
}

/* Opening: says why it cannot, and can as soon as the disk does. */
static void
fail_opening (StoreFixture *fixture, int code, gboolean anew)
{
  guint stride = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1 : 5, n_calls = 1;

  for (guint n = 1; n <= n_calls; n += stride)
    {
      g_autoptr (GError) error = NULL;

      if (anew)
        begin_anew (fixture, NULL);
      store_fixture_close (fixture);
      if (anew)
        g_unlink (fixture->path);
      failing_vfs_arm (n, TRUE, code);
      fixture->store = imp_store_open (fixture->path, "Inès Caron", &fixture->clock, &error);
      n_calls = fixture->store == NULL ? n + stride : n;
      if (fixture->store == NULL)
        g_assert_true (error->domain == IMP_ERROR && strstr (error->message, fixture->path));
      failing_vfs_arm (0, FALSE, code);
      if (fixture->store == NULL)
        store_fixture_open (fixture);
      store_fixture_assert_sound (fixture);
    }
  g_assert_cmpuint (n_calls, >, 1);
}

static void
test_opening_fails (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  fail_opening (fixture, SQLITE_IOERR, FALSE);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 1);
}

static void
test_first_opening_fails (StoreFixture *fixture, gconstpointer data)
{
  fail_opening (fixture, SQLITE_IOERR, TRUE);
}

static void
test_first_opening_finds_no_room (StoreFixture *fixture, gconstpointer data)
{
  fail_opening (fixture, SQLITE_FULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();
#define ADD(path, func)                                                                            \
  g_test_add ("/store/bad-disk/" path, StoreFixture, NULL, test_set_up, func, test_tear_down)
#define ADD_SHORT_LOG(path, func)                                                                  \
  ADD (path, func);                                                                                \
  g_test_add ("/store/bad-disk/" path "-with-a-short-log", StoreFixture, SHORT_LOG, test_set_up,   \
              func, test_tear_down)
  ADD_SHORT_LOG ("one-call-fails", test_one_call_fails);
  ADD_SHORT_LOG ("all-calls-fail", test_all_calls_fail);
  ADD_SHORT_LOG ("disk-is-full", test_disk_is_full);
  g_test_add ("/store/bad-disk/erasing-fails-once", StoreFixture, GINT_TO_POINTER (FALSE),
              store_fixture_set_up, test_erasing_fails, test_tear_down);
  g_test_add ("/store/bad-disk/erasing-fails-for-ever", StoreFixture, GINT_TO_POINTER (TRUE),
              store_fixture_set_up, test_erasing_fails, test_tear_down);
  ADD ("rebuilding-fails", test_rebuilding_fails);
  ADD ("opening-fails", test_opening_fails);
  ADD ("first-opening-fails", test_first_opening_fails);
  ADD ("first-opening-finds-no-room", test_first_opening_finds_no_room);
  return g_test_run ();
}
