/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk that fails, is full or cannot be written while a photo is saved from the backlog: the file
 * that was there stays whole, and no half one comes. */
#include "config.h"

#include <errno.h>
#include <string.h>

#include "backlog-fixture.h"
#include "backlog/imp-backlog-attachments.h"
#include "base/imp-error.h"
#include "support/failing-files.h"

#define SIZE 300000 /* more than one buffer */

static ImpIrritantPage *
attach (BacklogFixture *fixture)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The printer jams", 10);
  GPtrArray *attachables = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (SIZE, 'p'), SIZE);
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  guint n_added;

  g_ptr_array_add (attachables, imp_attachable_new_bytes (bytes, "log.txt"));
  imp_backlog_attach_async (fixture->backlog, irritant, attachables, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_attach_finish (fixture->backlog, result, &n_added, &refused, &error);
  g_assert_no_error (error);
  return backlog_fixture_read_page (fixture, irritant);
}

static gboolean
save (BacklogFixture *fixture, const ImpAttachment *attachment, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_save_attachment_async (fixture->backlog, attachment, path, NULL, imp_await_cb,
                                     &await);
  result = imp_await (&await);
  return imp_backlog_save_attachment_finish (fixture->backlog, result, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
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
}

static void
assert_holds (const char *path, gboolean saved)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpuint (size, ==, saved ? SIZE : strlen ("earlier"));
  g_assert_cmpint (contents[size - 1], ==, saved ? 'p' : 'r');
}

static void
test_save (BacklogFixture *fixture, gconstpointer data)
{
  FailingFiles failing = *(const FailingFiles *) data;
  g_autoptr (ImpIrritantPage) page = attach (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "photos", NULL);
  g_autofree char *path = g_build_filename (folder, "log.txt", NULL);
  gboolean saved = FALSE;
  guint n_failed = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "earlier", -1, NULL));
  for (failing.first = 1; !saved; failing.first++)
    {
      g_autoptr (GError) error = NULL;

      failing_files_arm (&failing);
      saved = save (fixture, page->attachments->pdata[0], path, &error);
      n_failed += failing_files_count_failed () > 0;
      failing_files_arm (NULL);
      assert_holds (path, saved);
      g_assert_cmpuint (count_files (folder), ==, 1);
      if (!saved)
        assert_failure (error, failing.code);
    }
  g_assert_cmpuint (n_failed, >=, 4); /* making, writing, rights, sync, name */
  g_test_message ("D6: %u attachments failed to be saved, 0 files lost or half", n_failed);
}

int
main (int argc, char **argv)
{
  static const FailingFiles fails_once = { 0, FALSE, EIO }, fails = { 0, TRUE, EIO },
                            is_full = { 0, TRUE, ENOSPC }, is_read_only = { 0, TRUE, EROFS };

  g_test_init (&argc, &argv, NULL);
#define ADD(path, disk)                                                                            \
  g_test_add ("/backlog/bad-disk-attachment/" path, BacklogFixture, &disk, backlog_fixture_set_up, \
              test_save, backlog_fixture_tear_down)
  ADD ("one-call-fails", fails_once);
  ADD ("all-calls-fail", fails);
  ADD ("disk-is-full", is_full);
  ADD ("read-only", is_read_only);
  return g_test_run ();
}
