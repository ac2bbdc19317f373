/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk that fails or is full while a backup is written or restored: the old one whole or the new
 * one whole, and the good backups untouched. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "base/imp-error.h"
#include "failing-vfs.h"
#include "store-fixture.h"
#include "store/imp-backup.h"
#include "store/imp-restore.h"

static void
add_photo (StoreFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();

  g_ptr_array_add (changes->blobs, g_bytes_new_take (g_malloc0 (50000), 50000));
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_set_up (StoreFixture *fixture, gconstpointer data)
{
  failing_vfs_arm (0, FALSE, SQLITE_IOERR);
  store_fixture_set_up (fixture, data);
  for (int i = 0; i < 20; i++)
    store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  add_photo (fixture);
}

static void
test_tear_down (StoreFixture *fixture, gconstpointer data)
{
  failing_vfs_arm (0, FALSE, SQLITE_IOERR);
  store_fixture_tear_down (fixture, data);
}

static gboolean
back_up (StoreFixture *fixture, GError **error)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);

  return imp_backup_write (imp_store_get_connection (fixture->store), folder, fixture->now_ms,
                           IMP_BACKUP_BY_HAND, NULL, error);
}

/* How many backups there are, and nothing else beside them. */
static guint
count_backups (StoreFixture *fixture)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);
  g_autoptr (GPtrArray) backups = imp_backup_list (folder, fixture->path, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, backups->len);
  return backups->len;
}

typedef struct
{
  int code;
  gboolean for_ever;
} Disk;

static const Disk fails_once = { SQLITE_IOERR, FALSE };
static const Disk fails = { SQLITE_IOERR, TRUE };
static const Disk is_full = { SQLITE_FULL, TRUE };

/* The everyday run looks at some of the calls; the long one at all. */
static guint
get_stride (guint n_calls)
{
  return g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1 : MAX (1, n_calls / 24);
}

static void
test_backup (StoreFixture *fixture, gconstpointer data)
{
  const Disk *disk = data;
  g_autofree char *before = store_fixture_dump (fixture);
  guint n_calls, n_failed = 0, n_good = 1;

  failing_vfs_arm (0, FALSE, disk->code);
  g_assert_true (back_up (fixture, NULL));
  n_calls = failing_vfs.n_calls;
  g_assert_cmpuint (n_calls, >, 10);
  for (guint n = 1; n <= n_calls; n += get_stride (n_calls))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      fixture->now_ms += 1000;
      failing_vfs_arm (n, disk->for_ever, disk->code);
      if (back_up (fixture, &error))
        n_good++;
      else
        n_failed++;
      failing_vfs_arm (0, FALSE, disk->code);
      g_assert_true (error == NULL || error->domain == IMP_ERROR);
      g_assert_cmpuint (count_backups (fixture), ==, MIN (n_good, 10));
      after = store_fixture_dump (fixture);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_cmpuint (n_failed, >, 5);
  fixture->now_ms += 1000;
  g_assert_true (back_up (fixture, NULL)); /* as soon as the disk does */
  store_fixture_assert_sound (fixture);
  g_test_message ("D6: %u backups failed, 0 backups lost or half", n_failed);
}

static char *
restore_with (StoreFixture *fixture,
              const char *backup,
              guint n,
              const Disk *disk,
              guint *n_hit,
              gboolean *done)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  failing_vfs_arm (n, disk->for_ever, disk->code);
  *done = imp_restore_backup (fixture->path, backup, fixture->now_ms, FALSE, NULL, &error);
  g_assert_true (*done == (error == NULL));
  g_assert_true (error == NULL || error->domain == IMP_ERROR);
  *n_hit = failing_vfs.n_failed;
  failing_vfs_arm (0, FALSE, disk->code);
  store_fixture_open (fixture);
  store_fixture_assert_sound (fixture);
  return store_fixture_dump (fixture);
}

static void
test_restore (StoreFixture *fixture, gconstpointer data)
{
  const Disk *disk = data;
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);
  g_autofree char *backed_up = store_fixture_dump (fixture);
  g_autoptr (GPtrArray) backups = NULL;
  gboolean done = FALSE;
  guint n_failed = 0, n_hit = 0;

  g_assert_true (back_up (fixture, NULL));
  backups = imp_backup_list (folder, fixture->path, NULL);
  store_fixture_record (fixture, "Printer jams", NULL, NULL);
  for (guint n = 1; !done; n += g_getenv ("IMPROVE_TEST_LONG") != NULL ? 1 : 5)
    {
      g_autofree char *before = store_fixture_dump (fixture), *after = NULL;

      after =
          restore_with (fixture, ((ImpBackup *) backups->pdata[0])->path, n, disk, &n_hit, &done);
      g_assert_cmpstr (after, ==, done ? backed_up : before);
      n_failed += !done;
      done = n_hit == 0; /* beyond the last call */
    }
  g_assert_cmpuint (n_failed, >, 0);
  g_test_message ("D6: %u restorings failed, 0 backlogs lost or half", n_failed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();
#define ADD(path, disk, func)                                                                      \
  g_test_add ("/store/bad-disk-backup/" path, StoreFixture, &disk, test_set_up, func,              \
              test_tear_down)
  ADD ("one-call-fails", fails_once, test_backup);
  ADD ("all-calls-fail", fails, test_backup);
  ADD ("disk-is-full", is_full, test_backup);
  ADD ("restoring-one-call-fails", fails_once, test_restore);
  ADD ("restoring-all-calls-fail", fails, test_restore);
  return g_test_run ();
}
