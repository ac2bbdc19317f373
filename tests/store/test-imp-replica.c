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

  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (identity, "not an identity\n", -1, NULL));
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM replica"), ==, 2);
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
  return g_test_run ();
}
