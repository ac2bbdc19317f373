/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who this laptop is, and what travels in place of its local number. */
#include "config.h"

#include <glib/gstdio.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-store-private.h"

static void
test_heads_travel_by_uuid (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *named = NULL, *expected = NULL, *none = NULL, *alive = NULL;
  char uuid[IMP_UUID_STRING_LEN];

  imp_uuid_print (&fixture->store->replica, uuid);
  expected = g_strdup_printf ("%s:17,%s:4", uuid, uuid);
  g_assert_true (imp_replica_name_heads (fixture->store, "1:17,1:4", &named, &error));
  g_assert_cmpstr (named, ==, expected);
  g_assert_true (imp_replica_name_heads (fixture->store, NULL, &none, &error));
  g_assert_null (none);
  g_assert_true (imp_replica_name_heads (fixture->store, "1", &alive, &error));
  g_assert_cmpstr (alive, ==, "1");
}

static void
test_heads_of_nobody_fail (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *named = NULL;

  g_assert_false (imp_replica_name_heads (fixture->store, "7:1", &named, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

static void
test_stays_the_same (StoreFixture *fixture, gconstpointer data)
{
  ImpUuid before = fixture->store->replica;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  g_assert_true (imp_uuid_equal (&fixture->store->replica, &before));
  g_assert_cmpint (fixture->store->rseq, ==,
                   store_fixture_query (fixture, "SELECT max(rseq) FROM journal"));
}

/* A file that travelled without its identity beside it is another laptop's. */
static void
test_copy_without_identity_is_another (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *identity = g_strconcat (fixture->path, ".replica", NULL);

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_close (fixture);
  g_unlink (identity);
  store_fixture_open (fixture);
  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM replica"), ==, 2);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(DISTINCT rep) FROM journal"), ==, 2);
  store_fixture_assert_sound (fixture);
}

/* A backup of last week put in place of the file: its numbers must not be given out twice. */
static void
test_restored_copy_is_another (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  store_fixture_open (fixture);
  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM replica"), ==, 2);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 1);
  store_fixture_record (fixture, "Form forgets", NULL, NULL);
  store_fixture_assert_sound (fixture);
}

static void
test_nonsense_beside_is_another (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *identity = g_strconcat (fixture->path, ".replica", NULL);

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (identity, "not an identity\n", -1, NULL));
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM replica"), ==, 2);
}

/* A copy made in the middle of a session that ended with a crash, put in place of the file: it may
 * hold as many rows as were noted, and still others went out under the numbers that follow. */
static void
test_copy_of_a_crashed_session_is_another (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *identity = g_strconcat (fixture->path, ".replica", NULL);
  g_autofree char *bytes = NULL, *noted = NULL;
  gsize size;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  store_fixture_open (fixture);
  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_true (g_file_get_contents (identity, &noted, NULL, NULL)); /* as a crash leaves it */
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (identity, noted, -1, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM replica"), ==, 2);
}

static void
test_crash_keeps_who_it_is (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *identity = g_strconcat (fixture->path, ".replica", NULL);
  g_autofree char *noted = NULL;
  ImpUuid before = fixture->store->replica;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  g_assert_true (g_file_get_contents (identity, &noted, NULL, NULL));
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (identity, noted, -1, NULL));
  store_fixture_open (fixture);
  g_assert_true (imp_uuid_equal (&fixture->store->replica, &before));
}

/* A slip in a name leaves nothing; a backlog that is empty but was there stays. */
static void
test_nothing_written_nothing_left (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "slip.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  ImpStore *store = imp_store_open (path, "Inès", &fixture->clock, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  imp_store_close (store);
  store_fixture_close (fixture);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_assert_true (imp_store_begin_anew (path, &error));
  store = imp_store_open (path, "Inès", &fixture->clock, &error);
  g_assert_no_error (error);
  imp_store_close (store);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/replica/" path, StoreFixture, NULL, store_fixture_set_up, func,              \
              store_fixture_tear_down)
  ADD ("heads-travel-by-uuid", test_heads_travel_by_uuid);
  ADD ("heads-of-nobody-fail", test_heads_of_nobody_fail);
  ADD ("stays-the-same", test_stays_the_same);
  ADD ("copy-without-identity-is-another", test_copy_without_identity_is_another);
  ADD ("restored-copy-is-another", test_restored_copy_is_another);
  ADD ("nonsense-beside-is-another", test_nonsense_beside_is_another);
  ADD ("copy-of-a-crashed-session-is-another", test_copy_of_a_crashed_session_is_another);
  ADD ("crash-keeps-who-it-is", test_crash_keeps_who_it_is);
  ADD ("nothing-written-nothing-left", test_nothing_written_nothing_left);
  return g_test_run ();
}
