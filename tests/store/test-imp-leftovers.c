/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Copies that were not finished go, those under way do not, unless they are stopped. */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "store-fixture.h"
#include "store/imp-backup.h"
#include "store/imp-leftovers.h"
#include "store/imp-store-private.h"
#include "support/imp-await.h"

#define LEFTOVER ".backlog.db.improve-AbCdEf" /* beside the backlog of the fixture */

static ImpBackupWriting *
begin (StoreFixture *fixture)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);
  g_autoptr (GError) error = NULL;
  ImpBackupWriting *writing = imp_backup_begin (imp_store_get_connection (fixture->store), folder,
                                                fixture->now_ms, IMP_BACKUP_BY_HAND, &error);
  gboolean more = TRUE;

  g_assert_no_error (error);
  while (more)
    g_assert_true (imp_backup_advance (writing, 10, &more, &error));
  return writing;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The only file of a folder. */
static char *
find_file (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_build_filename (folder, g_dir_read_name (dir), NULL);
}

/* A backup whose process was killed: its file is there, and nobody holds it. */
static void
leave_behind (StoreFixture *fixture, const char *folder)
{
  ImpBackupWriting *writing = begin (fixture);
  g_autofree char *path = find_file (folder);
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);

  g_assert_cmpint (g_rename (path, away), ==, 0);
  imp_backup_writing_free (writing);
  g_assert_cmpint (g_rename (away, path), ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_goes_at_the_next_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  leave_behind (fixture, folder);
  g_assert_true (imp_backup_write (imp_store_get_connection (fixture->store), folder,
                                   fixture->now_ms, IMP_BACKUP_DAILY, NULL, NULL));
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_goes_on_opening (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);
  g_autofree char *saving = g_build_filename (fixture->folder, IMP_LEFTOVERS_SAVING "AbCdEf", NULL);
  g_autofree char *saved = g_build_filename (saving, "backlog.db", NULL);
  g_autofree char *reading = g_dir_make_tmp (IMP_LEFTOVERS_READING "XXXXXX", NULL);

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  leave_behind (fixture, folder);
  g_assert_cmpint (g_mkdir (saving, 0700), ==, 0);
  g_assert_true (g_file_set_contents (saved, "Scanner signs out", -1, NULL));
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_assert_false (g_file_test (saving, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (reading, G_FILE_TEST_EXISTS));
}

static void
assert_goes (StoreFixture *fixture, const char *path)
{
  ImpFileReplace *file = imp_file_replace_begin (path, NULL);
  g_autofree char *temporary = g_strdup (imp_file_replace_get_temporary (file));

  imp_leftovers_remove (fixture->path);
  g_assert_true (g_file_test (temporary, G_FILE_TEST_EXISTS)); /* in use */
  imp_file_replace_free (file);
  g_assert_true (g_file_set_contents (temporary, "left", -1, NULL));
  imp_leftovers_remove (fixture->path);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
}

/* Of a restore that was killed, and of what somebody was writing. */
static void
test_what_was_not_put_in_place_goes (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *draft = g_strconcat (fixture->path, ".record" IMP_DRAFT_ENDING, NULL);

  assert_goes (fixture, fixture->path);
  assert_goes (fixture, draft);
}

static void
test_looking_removes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *leftover = g_build_filename (fixture->folder, LEFTOVER, NULL);
  g_autoptr (GError) error = NULL;
  ImpStore *looking;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (leftover, "left", -1, NULL));
  looking = imp_store_look_into (fixture->path, "Inès", &fixture->clock, &error);
  g_assert_no_error (error);
  imp_store_close (looking);
  g_assert_true (g_file_test (leftover, G_FILE_TEST_EXISTS));
  store_fixture_open (fixture);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
}

/* They lie beside the file, not beside a link to it. */
static void
test_goes_through_a_link (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *leftover = g_build_filename (fixture->folder, LEFTOVER, NULL);
  g_autofree char *elsewhere = g_dir_make_tmp ("improve-link-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (elsewhere, "mine.db", NULL);
  g_autoptr (GError) error = NULL;
  ImpStore *store;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  store_fixture_close (fixture);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_true (g_file_set_contents (leftover, "left", -1, NULL));
  store = imp_store_open (link, "Inès", &fixture->clock, &error);
  g_assert_no_error (error);
  imp_store_close (store);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  g_assert_null (imp_store_open (link, "Inès", &fixture->clock, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT); /* known by what stands beside the file */
  imp_remove_folder (elsewhere);
  g_unlink (fixture->path);
}

static void
test_under_way_stays (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path), *written = NULL;
  g_autoptr (ImpBackupWriting) writing = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  writing = begin (fixture);
  imp_leftovers_remove (fixture->path);
  g_assert_true (imp_backup_write (imp_store_get_connection (fixture->store), folder,
                                   fixture->now_ms, IMP_BACKUP_DAILY, NULL, NULL));
  written = imp_backup_finish (writing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 2);
}

/* What was copied before somebody was erased does not become a backup after. */
static void
test_stopped_is_never_named (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);
  g_autoptr (ImpBackupWriting) writing = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  writing = begin (fixture);
  imp_leftovers_stop_backups (folder, fixture->path, NULL);
  g_assert_null (imp_backup_finish (writing, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_CONFLICT);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_others_stay (StoreFixture *fixture, gconstpointer data)
{
  static const char *const others[] = { ".other.db.improve-AbCdEf", ".backlog.db.improve-",
                                        ".improve-saving-money", "notes" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, others[i], NULL);

      g_assert_true (g_file_set_contents (path, "of somebody else", -1, NULL));
      imp_leftovers_remove (fixture->path);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/leftovers/" path, StoreFixture, NULL, store_fixture_set_up, func,            \
              store_fixture_tear_down)
  ADD ("goes-at-the-next-backup", test_goes_at_the_next_backup);
  ADD ("goes-on-opening", test_goes_on_opening);
  ADD ("what-was-not-put-in-place-goes", test_what_was_not_put_in_place_goes);
  ADD ("looking-removes-nothing", test_looking_removes_nothing);
  ADD ("goes-through-a-link", test_goes_through_a_link);
  ADD ("under-way-stays", test_under_way_stays);
  ADD ("stopped-is-never-named", test_stopped_is_never_named);
  ADD ("others-stay", test_others_stay);
  return g_test_run ();
}
