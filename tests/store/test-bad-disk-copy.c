/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A second folder that fails, is full or cannot be written while a backup is copied there: what
 * stood there stays, and no half file comes. */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-backup.h"
#include "support/failing-files.h"

/* More than stands in one buffer, so that it can fail in the middle. */
static char *
back_up (StoreFixture *fixture)
{
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);
  g_autoptr (GError) error = NULL;
  ImpChanges *changes = imp_changes_new ();
  char *written = NULL;

  g_ptr_array_add (changes->blobs, g_bytes_new_take (g_strnfill (300000, 'p'), 300000));
  store_fixture_commit (fixture, changes, NULL);
  fixture->now_ms += 60000;
  imp_backup_write (imp_store_get_connection (fixture->store), folder, fixture->now_ms,
                    IMP_BACKUP_BY_HAND, &written, &error);
  g_assert_no_error (error);
  return written;
}

static char *
read_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, size);
}

/* Every file of the folder, by name, with what it holds. */
static char *
look (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *sum = read_file (path);

      g_ptr_array_add (files, g_strdup_printf ("%s %s", name, sum));
    }
  g_ptr_array_sort_values (files, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (files, NULL);
  return g_strjoinv ("\n", (char **) files->pdata);
}

/* Ten good ones and a new one that comes: with its arrival the oldest goes. */
static void
fill (StoreFixture *fixture, const char *folder)
{
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *backup = back_up (fixture);
      g_autoptr (GError) error = NULL;

      imp_backup_copy (backup, fixture->path, folder, &error);
      g_assert_no_error (error);
    }
}

static void
assert_failure (const GError *error, int code)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == IMP_ERROR);
  if (code == ENOSPC)
    g_assert_cmpint (error->code, ==, IMP_ERROR_FULL);
  if (code == EROFS)
    g_assert_cmpint (error->code, ==, IMP_ERROR_READ_ONLY);
  g_assert_true (g_str_has_prefix (error->message, "The backup is good, but is not in the second"));
}

static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  FailingFiles failing = *(const FailingFiles *) data;
  g_autofree char *folder = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *backup = NULL, *before = NULL;
  gboolean copied = FALSE;
  guint n_failed = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fill (fixture, folder);
  before = look (folder);
  backup = back_up (fixture);
  for (failing.first = 1; !copied; failing.first++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      failing_files_arm (&failing);
      copied = imp_backup_copy (backup, fixture->path, folder, &error);
      n_failed += failing_files_count_failed () > 0;
      failing_files_arm (NULL);
      after = look (folder);
      g_assert_cmpint (copied, ==, !g_str_equal (before, after));
      if (!copied)
        assert_failure (error, failing.code);
    }
  g_assert_cmpuint (n_failed, >, 5); /* making, writes, rights, sync, name */
  g_test_message ("D6: %u copies to a second folder failed, 0 files lost or half", n_failed);
}

/* Whoever counts calls that nobody makes proves nothing. */
static void
test_calls_are_seen (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *backup = back_up (fixture), *here = NULL, *there = NULL, *name = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  failing_files_arm (NULL);
  g_assert_true (imp_backup_copy (backup, fixture->path, folder, NULL));
  g_assert_cmpuint (failing_files_count_calls (), >, 5);
  name = g_path_get_basename (backup);
  here = read_file (backup);
  g_clear_pointer (&folder, g_free);
  folder = g_build_filename (fixture->folder, "stick", name, NULL);
  there = read_file (folder);
  g_assert_cmpstr (here, ==, there);
}

/* Names and addresses stand in it. */
static void
test_is_private (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *backup = back_up (fixture), *name = g_path_get_basename (backup);
  g_autofree char *copy = g_build_filename (folder, name, NULL);
  GStatBuf info;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_true (imp_backup_copy (backup, fixture->path, folder, NULL));
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

int
main (int argc, char **argv)
{
  static const FailingFiles fails_once = { 0, FALSE, EIO }, fails = { 0, TRUE, EIO },
                            is_full = { 0, TRUE, ENOSPC }, is_read_only = { 0, TRUE, EROFS };

  g_test_init (&argc, &argv, NULL);
#define ADD(path, disk, func)                                                                      \
  g_test_add ("/store/bad-disk-copy/" path, StoreFixture, disk, store_fixture_set_up, func,        \
              store_fixture_tear_down)
  ADD ("calls-are-seen", NULL, test_calls_are_seen);
  ADD ("one-call-fails", &fails_once, test_copy);
  ADD ("all-calls-fail", &fails, test_copy);
  ADD ("disk-is-full", &is_full, test_copy);
  ADD ("read-only", &is_read_only, test_copy);
  ADD ("is-private", NULL, test_is_private);
  return g_test_run ();
}
