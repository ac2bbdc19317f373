/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The store: commits, undo, the clock, checks, opening what is not ours. */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-store-private.h"
#include "support/imp-await.h"

static void
test_commit_derives (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpCommit) result = { 0 };

  store_fixture_record (fixture, "Printer jams", "10 measured", &result);
  g_assert_cmpint (result.txn, ==, 1);
  g_assert_cmpuint (result.kinds, ==, 1u << IMP_KIND_IRRITANT | 1u << IMP_KIND_REPORT);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT hours FROM irritant"), ==,
                   20); /* 10 x 20 x 6 / 60 */
  g_assert_cmpint (store_fixture_query (fixture, "SELECT voices FROM irritant"), ==, 1);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT state FROM irritant"), ==, 1);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant_text ('prin*')"),
                   ==, 1);
  store_fixture_assert_sound (fixture);
}

/* Most that is written counts no answer. */
static void
test_medians_are_read_when_counted (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpChanges *title = imp_changes_new (), *answer = imp_changes_new ();

  store_fixture_exec (fixture, "UPDATE tally SET value = 70 WHERE question = 0");
  imp_changes_set_text (title, irritant, IMP_IRRITANT_TITLE, "Printer jams at noon");
  store_fixture_commit (fixture, title, NULL);
  g_assert_cmpfloat (fixture->store->medians.value[IMP_QUESTION_PEOPLE], ==, 10);
  imp_changes_set_text (answer, irritant, IMP_IRRITANT_OFTEN, "3 measured");
  store_fixture_commit (fixture, answer, NULL);
  g_assert_cmpfloat (fixture->store->medians.value[IMP_QUESTION_PEOPLE], ==, 70);
  g_assert_cmpfloat (fixture->store->medians.value[IMP_QUESTION_OFTEN], ==, 3);
}

static void
test_same_value_writes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpCommit) first = { 0 }, second = { 0 };
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", &first);
  ImpChanges *changes = imp_changes_new ();
  gint64 before = store_fixture_query (fixture, "SELECT count(*) FROM journal");
  const ImpSums sums = fixture->store->sums;

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Printer jams");
  store_fixture_commit (fixture, changes, &second);
  g_assert_cmpint (second.txn, ==, 0);
  g_assert_cmpmem (&fixture->store->sums, sizeof sums, &sums, sizeof sums);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM journal"), ==, before);
}

static void
test_undo_and_redo (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpCommit) first = { 0 }, second = { 0 }, undone = { 0 }, redone = { 0 }, gone = { 0 };
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", &first);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, "40 measured");
  store_fixture_commit (fixture, changes, &second);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT hours FROM irritant"), ==, 80);
  store_fixture_undo (fixture, second.txn, &undone);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT hours FROM irritant"), ==, 20);
  store_fixture_undo (fixture, undone.txn, &redone);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT hours FROM irritant"), ==, 80);
  store_fixture_undo (fixture, first.txn, &gone);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 0);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant_text ('prin*')"),
                   ==, 0);
  store_fixture_assert_sound (fixture);
}

static void
test_undo_of_undo_brings_back (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpCommit) first = { 0 }, gone = { 0 }, back = { 0 };

  store_fixture_record (fixture, "Printer jams", "10 measured", &first);
  store_fixture_undo (fixture, first.txn, &gone);
  store_fixture_undo (fixture, gone.txn, &back);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant WHERE voices = 1"),
                   ==, 1);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant_text ('prin*')"),
                   ==, 1);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT sum(n) FROM tally WHERE question = 0"), ==,
                   1);
  store_fixture_assert_sound (fixture);
}

static void
test_failure_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ImpCommit) result = { 0 }, good = { 0 };
  ImpUuid nowhere = imp_uuid_new_random ();
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT,
                        imp_changes_refer (changes, &nowhere));
  g_assert_false (imp_store_commit (fixture->store, changes, &result, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM item"), ==, 0);
  store_fixture_record (fixture, "Printer jams", "10 measured", &good);
  g_assert_cmpint (good.txn, ==, 1); /* no hole in the numbers */
  store_fixture_assert_sound (fixture);
}

/* Each row of the journal says what its writer saw, also of what the same action wrote before. */
static void
test_twice_in_one_action (StoreFixture *fixture, gconstpointer data)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem site = imp_changes_add (changes, IMP_KIND_SITE);
  g_autofree char *name = NULL;

  imp_changes_set_text (changes, site, IMP_SITE_NAME, "Lyon");
  imp_changes_set_text (changes, site, IMP_SITE_NAME, "Lyons");
  imp_changes_set_text (changes, site, IMP_SITE_NAME, "Lyons");
  store_fixture_commit (fixture, changes, NULL);
  name = store_fixture_query_text (fixture, "SELECT name FROM site");
  g_assert_cmpstr (name, ==, "Lyons");
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM journal"), ==, 3);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT base = '1:2' FROM journal"
                                                 " WHERE value = 'Lyons'"),
                   ==, 1);
  store_fixture_assert_sound (fixture);
}

static void
assert_impossible (StoreFixture *fixture, ImpKind kind, guint8 field, ImpValue value)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) result = { 0 };
  g_autoptr (GError) error = NULL;

  imp_changes_set_value (changes, imp_changes_add (changes, kind), field, &value);
  g_assert_false (imp_store_commit (fixture->store, changes, &result, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_cmpint (result.txn, ==, 0);
  g_assert_null (result.items);
}

static void
test_impossible_values_are_refused (StoreFixture *fixture, gconstpointer data)
{
  const ImpKind irritant = IMP_KIND_IRRITANT;
  char text[] = "x";

  assert_impossible (fixture, irritant, IMP_IRRITANT_TITLE,
                     (ImpValue) { IMP_VALUE_INTEGER, { 1 } });
  assert_impossible (fixture, irritant, IMP_IRRITANT_IRRITATION,
                     (ImpValue) { IMP_VALUE_INTEGER, { IMP_IRRITATION_UNBEARABLE + 1 } });
  assert_impossible (fixture, irritant, IMP_IRRITANT_IRRITATION,
                     (ImpValue) { IMP_VALUE_INTEGER, { -1 } });
  assert_impossible (fixture, irritant, IMP_IRRITANT_CUSTOMERS_SEE_IT,
                     (ImpValue) { IMP_VALUE_INTEGER, { 2 } });
  assert_impossible (fixture, irritant, IMP_IRRITANT_RECORDED,
                     (ImpValue) { IMP_VALUE_INTEGER, { G_MAXINT64 } });
  assert_impossible (fixture, irritant, IMP_IRRITANT_RECORDED,
                     (ImpValue) { IMP_VALUE_TEXT, .text = text });
  assert_impossible (fixture, IMP_KIND_ENTRY, IMP_ENTRY_HOURS,
                     (ImpValue) { IMP_VALUE_REAL, .real = NAN });
  assert_impossible (fixture, IMP_KIND_ENTRY, IMP_ENTRY_HOURS,
                     (ImpValue) { IMP_VALUE_REAL, .real = INFINITY });
  assert_impossible (fixture, irritant, 63, (ImpValue) { IMP_VALUE_INTEGER, { 1 } });
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM item"), ==, 0);
}

/* Every type of value through journal, cell and check, with what is easily lost. */
static void
test_values_are_kept_exactly (StoreFixture *fixture, gconstpointer data)
{
  const double numbers[] = { -0.0, 2.0, 0.1, 1e300, 4.9e-324 };
  ImpChanges *changes = imp_changes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    imp_changes_set_real (changes, imp_changes_add (changes, IMP_KIND_ENTRY), IMP_ENTRY_HOURS,
                          numbers[i]);
  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_SITE), IMP_SITE_NAME,
                        "0123456789abcdef"); /* as long as a UUID */
  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_SITE), IMP_SITE_NAME,
                        "'; DROP TABLE journal; --");
  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_SITE), IMP_SITE_NAME, "12");
  store_fixture_commit (fixture, changes, NULL);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  store_fixture_assert_sound (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM site"
                                                 " WHERE typeof (name) = 'text'"),
                   ==, 3);
}

static void
test_try_writes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ImpCommit) result = { 0 };
  g_autofree char *before = store_fixture_dump (fixture), *after = NULL;
  guint64 generation = imp_store_get_generation (fixture->store);

  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_SITE), IMP_SITE_NAME, "Lyon");
  g_assert_true (imp_store_try (fixture->store, changes, &result, &error));
  g_assert_cmpint (result.txn, ==, 1);
  g_assert_cmpuint (result.items->len, ==, 1);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (imp_store_get_generation (fixture->store), ==, generation);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM journal"), ==, 0);
}

static void
test_named_items_are_kept (StoreFixture *fixture, gconstpointer data)
{
  ImpCommit results[2] = { { 0 }, { 0 } };
  ImpUuid uuid = imp_uuid_new_from_name ("site:lyon");
  const char *names[] = { "Lyon", "Lyon, written again" };

  for (int i = 0; i < 2; i++)
    {
      ImpChanges *changes = imp_changes_new ();
      ImpItem site = imp_changes_add_named (changes, IMP_KIND_SITE, &uuid);

      imp_changes_set_text (changes, site, IMP_SITE_NAME, names[i]);
      store_fixture_commit (fixture, changes, &results[i]);
    }
  g_assert_false (g_array_index (results[0].known, gboolean, 0));
  g_assert_true (g_array_index (results[1].known, gboolean, 0));
  g_assert_cmpint (results[1].txn, ==, 0);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM site WHERE name = 'Lyon'"),
                   ==, 1);
  for (int i = 0; i < 2; i++)
    imp_commit_clear (&results[i]);
}

static void
test_clock_goes_on (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpCommit) first = { 0 }, second = { 0 }, third = { 0 }, fourth = { 0 };
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", &first);
  ImpChanges *changes = imp_changes_new ();
  gint64 begin_ms = fixture->now_ms;
  gint64 before = store_fixture_query (fixture, "SELECT max(hlc) FROM journal");

  store_fixture_close (fixture);
  fixture->now_ms -= 10 * 365 * 86400000ll; /* the clock is set back by ten years */
  store_fixture_open (fixture);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Printer jams again");
  store_fixture_commit (fixture, changes, &second);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT max(hlc) FROM journal"), >, before);
  g_assert_cmpint (
      store_fixture_query (fixture, "SELECT count(*) FROM irritant WHERE title LIKE '%again'"), ==,
      1);
  g_assert_cmpint (first.clock_ms, ==, 0);
  g_assert_cmpint (second.clock_ms, ==, begin_ms); /* is told */
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  store_fixture_record (fixture, "Scanner signs out", NULL, &third);
  g_assert_cmpint (third.clock_ms, ==, 0); /* once */
  fixture->now_ms += 30 * 365 * 86400000ll;
  store_fixture_record (fixture, "Form forgets", NULL, &fourth);
  g_assert_cmpint (fourth.clock_ms, ==, begin_ms); /* forward as well */
  store_fixture_assert_sound (fixture);
}

/* Back and forth by up to ten years, with and without a new start between. */
static void
test_clock_jumps (StoreFixture *fixture, gconstpointer data)
{
  const gint64 years = 10 * 365 * 86400000ll, now_ms = fixture->now_ms;
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  guint n_edits = 100, n_told = 0;

  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *title = g_strdup_printf ("Printer jams %u", i), *kept = NULL;
      gint64 before = store_fixture_query (fixture, "SELECT max(hlc) FROM journal");
      ImpChanges *changes = imp_changes_new ();
      g_auto (ImpCommit) commit = { 0 };

      fixture->now_ms = now_ms + (gint64) (g_test_rand_double_range (-1.0, 1.0) * (double) years);
      if (i % 10 == 0)
        {
          store_fixture_close (fixture);
          store_fixture_open (fixture);
        }
      imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
      store_fixture_commit (fixture, changes, &commit);
      n_told += commit.clock_ms != 0;
      g_assert_cmpint (store_fixture_query (fixture, "SELECT max(hlc) FROM journal"), >, before);
      kept = store_fixture_query_text (fixture, "SELECT title FROM irritant");
      g_assert_cmpstr (kept, ==, title);
    }
  store_fixture_assert_sound (fixture);
  g_test_message ("D10: %u edits, the clock moved by up to ten years before each, 0 refused, own"
                  " order kept, %u warnings",
                  n_edits, n_told);
  g_assert_cmpuint (n_told, >, 0);
}

static void
test_rebuild_is_equal (StoreFixture *fixture, gconstpointer data)
{
  static const char SQL_DIGEST[] =
      "SELECT count(*) * 1000 + sum(hours) + sum(impact) + sum(voices) FROM irritant";
  ImpCommit results[3] = { { 0 }, { 0 }, { 0 } };
  g_autoptr (GError) error = NULL;
  gint64 before;

  store_fixture_record (fixture, "Printer jams", "10 measured", &results[0]);
  store_fixture_record (fixture, "Scanner signs out", NULL, &results[1]);
  store_fixture_record (fixture, "Form forgets", "200 guess", &results[2]);
  before = store_fixture_query (fixture, SQL_DIGEST);
  imp_store_rebuild (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query (fixture, SQL_DIGEST), ==, before);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant_text ('s*')"), ==,
                   1);
  for (int i = 0; i < 3; i++)
    imp_commit_clear (&results[i]);
}

static void
test_change_from_outside_is_found (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpCommit) first = { 0 };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Printer jams", "10 measured", &first);
  imp_connection_exec (imp_store_get_connection (fixture->store),
                       "UPDATE journal SET value = 'Printer hums' WHERE value = 'Printer jams'",
                       &error);
  g_assert_no_error (error);
  imp_store_check (fixture->store, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >=, 1);
}

/* Opening what is not a backlog leaves every byte as it was. */
static void
assert_refused (const char *content, gsize size, int code)
{
  g_autofree char *folder = g_dir_make_tmp ("improve-store-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.db", NULL);
  gint64 now_ms = 0;
  ImpClock clock = imp_clock_fixed (&now_ms);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gsize after_size;

  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  g_assert_null (imp_store_open (path, "Inès", &clock, &error));
  g_assert_error (error, IMP_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
  g_assert_cmpmem (after, after_size, content, size);
  imp_remove_folder (folder);
}

static char *
make_foreign_database (const char *sql, gsize *size)
{
  g_autofree char *folder = g_dir_make_tmp ("improve-store-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.db", NULL);
  sqlite3 *db = NULL;
  char *content = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (path, &content, size, NULL));
  imp_remove_folder (folder);
  return content;
}

static void
test_refuses_what_is_not_ours (void)
{
  const char *text = "A text that is not a database at all, and longer than one hundred bytes, so "
                     "that it could have a header.";
  g_autofree char *foreign = NULL, *unnamed = NULL, *newer = NULL;
  gsize size;

  assert_refused (text, strlen (text), IMP_ERROR_NOT_OURS);
  assert_refused ("short", 5, IMP_ERROR_NOT_OURS);
  g_test_message ("D8: 2 text files, refused with a remedy, bytes unchanged");
  foreign = make_foreign_database ("PRAGMA application_id = 1; CREATE TABLE t (a)", &size);
  assert_refused (foreign, size, IMP_ERROR_NOT_OURS);
  unnamed = make_foreign_database ("CREATE TABLE t (a)", &size);
  assert_refused (unnamed, size, IMP_ERROR_NOT_OURS);
  g_test_message ("D8: 2 databases of others, refused with a remedy, bytes unchanged");
  newer = make_foreign_database (
      "PRAGMA application_id = 0x494D5056; PRAGMA user_version = 99; CREATE TABLE t (a)", &size);
  assert_refused (newer, size, IMP_ERROR_TOO_NEW);
}

static void
test_newer_may_forbid_writing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ImpCommit) result = { 0 };

  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  store_fixture_exec (fixture, "INSERT INTO meta (k, v) VALUES ('min_writer', 99)");
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 1);
  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_SITE), IMP_SITE_NAME, "Lyon");
  g_assert_false (imp_store_commit (fixture->store, changes, &result, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_TOO_NEW);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM replica"), ==, 1);
  store_fixture_exec (fixture, "DELETE FROM meta WHERE k = 'min_writer'");
  store_fixture_close (fixture);
  store_fixture_open (fixture); /* and who it was, it still is */
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM replica"), ==, 1);
  store_fixture_assert_sound (fixture);
}

static void
test_newer_may_forbid_reading (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_exec (fixture, "INSERT INTO meta (k, v) VALUES ('min_reader', 99)");
  store_fixture_close (fixture);
  g_assert_null (imp_store_open (fixture->path, "Inès", &fixture->clock, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_TOO_NEW);
}

static void
test_emptied_file_is_not_a_new_one (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *identity = g_strconcat (fixture->path, ".replica", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_null (imp_store_open (fixture->path, "Inès", &fixture->clock, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT);
  g_test_message ("D8: 1 empty file, refused with a remedy");
  g_clear_error (&error);
  g_unlink (identity);
  g_assert_null (imp_store_look_into (fixture->path, "Inès", &fixture->clock, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_OURS);
  store_fixture_open (
      fixture); /* nobody has written to it: as a first start leaves it that was killed */
}

static void
test_file_that_is_gone_is_not_a_new_one (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_close (fixture);
  g_unlink (fixture->path);
  g_assert_null (imp_store_open (fixture->path, "Inès", &fixture->clock, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (imp_store_begin_anew (fixture->path, &error));
  g_assert_no_error (error);
  g_assert_false (imp_store_begin_anew (fixture->path, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  store_fixture_open (fixture);
}

/* It lies where a backlog was written: it is no other file, but a damaged one. */
static void
test_destroyed_beginning_is_damage (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memset (bytes, 0x5a, 64);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  g_assert_null (imp_store_open (fixture->path, "Inès", &fixture->clock, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT);
}

static void
test_second_opening_is_busy (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (ImpCommit) first = { 0 };

  store_fixture_record (fixture, "Printer jams", "10 measured", &first);
  g_assert_null (imp_store_open (fixture->path, "Inès", &fixture->clock, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_BUSY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/" path, StoreFixture, NULL, store_fixture_set_up, func,                      \
              store_fixture_tear_down)
  ADD ("commit/derives", test_commit_derives);
  ADD ("commit/medians-are-read-when-counted", test_medians_are_read_when_counted);
  ADD ("commit/same-value-writes-nothing", test_same_value_writes_nothing);
  ADD ("commit/failure-changes-nothing", test_failure_changes_nothing);
  ADD ("commit/twice-in-one-action", test_twice_in_one_action);
  ADD ("commit/impossible-values-are-refused", test_impossible_values_are_refused);
  ADD ("commit/values-are-kept-exactly", test_values_are_kept_exactly);
  ADD ("commit/try-writes-nothing", test_try_writes_nothing);
  ADD ("commit/named-items-are-kept", test_named_items_are_kept);
  ADD ("undo/and-redo", test_undo_and_redo);
  ADD ("undo/of-undo-brings-back", test_undo_of_undo_brings_back);
  ADD ("clock/goes-on", test_clock_goes_on);
  ADD ("clock/jumps", test_clock_jumps);
  ADD ("projection/rebuild-is-equal", test_rebuild_is_equal);
  ADD ("check/change-from-outside-is-found", test_change_from_outside_is_found);
  ADD ("open/newer-may-forbid-writing", test_newer_may_forbid_writing);
  ADD ("open/newer-may-forbid-reading", test_newer_may_forbid_reading);
  ADD ("open/emptied-file-is-not-a-new-one", test_emptied_file_is_not_a_new_one);
  ADD ("open/file-that-is-gone-is-not-a-new-one", test_file_that_is_gone_is_not_a_new_one);
  ADD ("open/destroyed-beginning-is-damage", test_destroyed_beginning_is_damage);
  ADD ("open/second-is-busy", test_second_opening_is_busy);
  g_test_add_func ("/store/open/refuses-what-is-not-ours", test_refuses_what_is_not_ours);
  return g_test_run ();
}
