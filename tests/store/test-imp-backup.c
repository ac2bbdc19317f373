/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backups are whole or not there, and what is restored is what was backed up. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-backup.h"
#include "store/imp-restore.h"
#include "store/imp-store-private.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

static gboolean
back_up (StoreFixture *fixture, ImpBackupReason reason, GError **error)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);

  return imp_backup_write (imp_store_get_connection (fixture->store), folder, fixture->now_ms,
                           reason, NULL, error);
}

static GPtrArray *
list (StoreFixture *fixture)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);

  return imp_backup_list (folder, fixture->path, NULL);
}

static gboolean
is_due (StoreFixture *fixture)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);

  return imp_backup_is_due (fixture->store, folder);
}

static void
test_restores_what_was (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  const ImpBackup *backup;
  ImpUuid replica;

  store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  before = store_fixture_dump (fixture);
  replica = fixture->store->replica;
  g_assert_true (back_up (fixture, IMP_BACKUP_BY_HAND, &error));
  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = backups->pdata[0];
  g_assert_cmpint (backup->reason, ==, IMP_BACKUP_BY_HAND);
  g_assert_cmpint (backup->time_ms, ==, fixture->now_ms);
  g_assert_cmpuint (backup->size, >, 4096);
  store_fixture_close (fixture);
  imp_restore_backup (fixture->path, backup->path, fixture->now_ms, FALSE, NULL, &error);
  g_assert_no_error (error);
  store_fixture_open (fixture);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (imp_uuid_equal (&fixture->store->replica, &replica)); /* another laptop */
  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  store_fixture_assert_sound (fixture);
}

static void
corrupt (const char *path, gsize at)
{
  FILE *file = g_fopen (path, "r+");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) at, SEEK_SET), ==, 0);
  g_assert_cmpint (fwrite ("improve improve improve improve!", 1, 32, file), ==, 32);
  fclose (file);
}

/* A damaged backup takes nothing's place. */
static void
test_damaged_backup_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  ImpUuid replica = fixture->store->replica;

  store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, &error));
  before = store_fixture_dump (fixture);
  backups = list (fixture);
  corrupt (((ImpBackup *) backups->pdata[0])->path, 4096 * 3);
  store_fixture_close (fixture);
  g_assert_false (imp_restore_backup (fixture->path, ((ImpBackup *) backups->pdata[0])->path,
                                      fixture->now_ms, FALSE, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT);
  store_fixture_open (fixture);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (imp_uuid_equal (&fixture->store->replica, &replica));
}

/* The backup of a damaged file fails, and the good ones before it stay. */
static void
test_damaged_file_spoils_no_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 page;

  store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  for (int i = 0; i < 12; i++, fixture->now_ms += 60000)
    g_assert_true (back_up (fixture, IMP_BACKUP_BY_HAND, &error));
  before = list (fixture);
  g_assert_cmpuint (before->len, ==, 10);
  page = store_fixture_query (fixture, "SELECT rootpage FROM sqlite_schema WHERE name = 'journal'");
  store_fixture_close (fixture);
  corrupt (fixture->path, (gsize) (page - 1) * 4096); /* nobody reads it before it is copied */
  store_fixture_open (fixture);
  g_assert_false (back_up (fixture, IMP_BACKUP_BY_HAND, &error));
  g_assert_true (g_str_has_prefix (error->message, "Cannot back up: "));
  after = list (fixture);
  g_assert_cmpuint (after->len, ==, before->len);
  g_test_message ("D12: %u good backups untouched by that of a damaged file", after->len);
}

static void
test_damaged_file_is_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL, *bytes = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, &error));
  backups = list (fixture);
  store_fixture_close (fixture);
  corrupt (fixture->path, 0);
  imp_restore_backup (fixture->path, ((ImpBackup *) backups->pdata[0])->path, fixture->now_ms, TRUE,
                      NULL, &error);
  g_assert_no_error (error);
  kept = g_build_filename (fixture->folder, "backlog-damaged-20261121T120000Z.db", NULL);
  g_assert_true (g_file_get_contents (kept, &bytes, &size, NULL));
  g_assert_cmpmem (bytes, 7, "improve", 7);
  store_fixture_open (fixture);
  store_fixture_assert_sound (fixture);
}

/* Damaged after somebody opened it: what they write next would be gone. */
static void
test_open_file_is_not_replaced (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, &error));
  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  backups = list (fixture);
  g_assert_false (imp_restore_backup (fixture->path, ((ImpBackup *) backups->pdata[0])->path,
                                      fixture->now_ms, TRUE, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_BUSY);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count (*) FROM irritant"), ==, 2);
}

static void
test_is_due_once_a_day_when_changed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (is_due (fixture)); /* nothing in it */
  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_true (is_due (fixture));
  g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, &error));
  fixture->now_ms += 60000;
  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  g_assert_false (is_due (fixture)); /* today's is there */
  fixture->now_ms += DAY_MS;
  g_assert_true (is_due (fixture));
  g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, &error));
  fixture->now_ms += DAY_MS;
  g_assert_false (is_due (fixture)); /* nothing new */
}

/* A year ahead for a while: neither the backup of then nor the stamps of then count as of today. */
static void
test_is_due_after_a_fast_clock (StoreFixture *fixture, gconstpointer data)
{
  gint64 today_ms = fixture->now_ms;
  g_autoptr (GError) error = NULL;

  fixture->now_ms += 365 * DAY_MS;
  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, &error));
  fixture->now_ms = today_ms;
  g_assert_false (is_due (fixture)); /* nothing new */
  for (int i = 0; i < 3; i++, fixture->now_ms += DAY_MS)
    {
      store_fixture_record (fixture, "Printer jams", NULL, NULL);
      g_assert_true (is_due (fixture));
      g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, &error));
      g_assert_false (is_due (fixture));
    }
}

/* A year of backups from a clock that ran ahead: those of now are kept as if they were not there. */
static void
test_backups_from_ahead_push_none_out (StoreFixture *fixture, gconstpointer data)
{
  gint64 today_ms = fixture->now_ms;
  g_autoptr (GPtrArray) backups = NULL;
  guint n_of_now = 0;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  for (int i = 1; i < 15; i++)
    {
      fixture->now_ms = today_ms + i * 31 * DAY_MS;
      g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, NULL));
    }
  for (int i = 0; i < 12; i++)
    {
      fixture->now_ms = today_ms + i * 60000;
      g_assert_true (back_up (fixture, IMP_BACKUP_BY_HAND, NULL));
    }
  backups = list (fixture);
  for (guint i = 0; i < backups->len; i++)
    n_of_now += ((ImpBackup *) backups->pdata[i])->time_ms < today_ms + DAY_MS;
  g_assert_cmpuint (n_of_now, ==, 10);
  g_assert_cmpuint (backups->len, >, 20);
}

/* What was written after the backup, then lost by restoring it, is not what is written next. */
static void
test_is_due_after_a_restore (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, &error));
  backups = list (fixture);
  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  fixture->now_ms += 60000;
  g_assert_true (back_up (fixture, IMP_BACKUP_BEFORE_RESTORE, &error));
  store_fixture_close (fixture);
  g_assert_true (imp_restore_backup (fixture->path, ((ImpBackup *) backups->pdata[0])->path,
                                     fixture->now_ms, FALSE, NULL, &error));
  store_fixture_open (fixture);
  store_fixture_record (fixture, "Another one", NULL, NULL);
  fixture->now_ms += DAY_MS;
  g_assert_true (is_due (fixture));
}

static ImpUuid
read_dataset (StoreFixture *fixture)
{
  static const char SQL_SELECT_DATASET[] = "SELECT v FROM meta WHERE k = 'dataset'";
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (imp_store_get_connection (fixture->store), SQL_SELECT_DATASET);
  g_autoptr (GError) error = NULL;
  ImpUuid dataset;

  g_assert_true (imp_statement_fetch (select, &error));
  g_assert_true (imp_statement_get_uuid (select, 0, &dataset, &error));
  return dataset;
}

/* A year of backups, one in four days; what each held, by its time. */
static GHashTable *
back_up_for_a_year (StoreFixture *fixture)
{
  GHashTable *dumps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (int i = 0; i < 100; i++, fixture->now_ms += i < 85 ? 4 * DAY_MS : DAY_MS / 2)
    {
      if (i % 5 == 0 || i > 80)
        store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
      g_assert_true (back_up (fixture, IMP_BACKUP_DAILY, NULL));
      g_hash_table_insert (dumps, g_memdup2 (&fixture->now_ms, sizeof fixture->now_ms),
                           store_fixture_dump (fixture));
    }
  return dumps;
}

/* Last ten, days, weeks, months: whichever is restored is what it was, on another laptop. */
static void
test_every_step_of_rotation_restores (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) dumps = back_up_for_a_year (fixture);
  g_autoptr (GPtrArray) backups = list (fixture);
  ImpUuid dataset = read_dataset (fixture), last = fixture->store->replica;

  g_assert_cmpuint (backups->len, >, 20);
  g_assert_cmpuint (backups->len, <, 34);
  for (guint i = 0; i < backups->len; i++)
    {
      const ImpBackup *backup = backups->pdata[i];
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      ImpUuid same;

      store_fixture_close (fixture);
      imp_restore_backup (fixture->path, backup->path, fixture->now_ms, FALSE, NULL, &error);
      g_assert_no_error (error);
      store_fixture_open (fixture);
      after = store_fixture_dump (fixture);
      g_assert_cmpstr (after, ==, g_hash_table_lookup (dumps, &backup->time_ms));
      same = read_dataset (fixture);
      g_assert_true (imp_uuid_equal (&same, &dataset));
      g_assert_false (imp_uuid_equal (&fixture->store->replica, &last));
      last = fixture->store->replica;
    }
  store_fixture_assert_sound (fixture);
  g_test_message ("D12: %u steps of rotation restored, equal, each on another laptop",
                  backups->len);
}

static void
test_none_takes_the_place_of_another (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_true (back_up (fixture, IMP_BACKUP_BEFORE_RESTORE, &error));
  g_assert_true (back_up (fixture, IMP_BACKUP_BEFORE_RESTORE, &error)); /* in the same second */
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
}

/* Whoever stops it: a folder that cannot be made. */
static void
test_says_where_it_cannot (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "a file", -1, NULL));
  g_assert_false (back_up (fixture, IMP_BACKUP_DAILY, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_READ_ONLY);
  g_assert_true (g_str_has_prefix (error->message, "Cannot back up: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/backup/" path, StoreFixture, NULL, store_fixture_set_up, func,               \
              store_fixture_tear_down)
  ADD ("restores-what-was", test_restores_what_was);
  ADD ("damaged-backup-is-refused", test_damaged_backup_is_refused);
  ADD ("damaged-file-spoils-no-backup", test_damaged_file_spoils_no_backup);
  ADD ("damaged-file-is-kept", test_damaged_file_is_kept);
  ADD ("open-file-is-not-replaced", test_open_file_is_not_replaced);
  ADD ("is-due-once-a-day-when-changed", test_is_due_once_a_day_when_changed);
  ADD ("is-due-after-a-fast-clock", test_is_due_after_a_fast_clock);
  ADD ("backups-from-ahead-push-none-out", test_backups_from_ahead_push_none_out);
  ADD ("is-due-after-a-restore", test_is_due_after_a_restore);
  ADD ("every-step-of-rotation-restores", test_every_step_of_rotation_restores);
  ADD ("none-takes-the-place-of-another", test_none_takes_the_place_of_another);
  ADD ("says-where-it-cannot", test_says_where_it_cannot);
  return g_test_run ();
}
