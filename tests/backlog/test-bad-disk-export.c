/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk that fails, is full or cannot be written while the backlog, or a photo of it, is written
 * into a file: what stood there stays whole, and no half file comes. */
#include "config.h"

#include <errno.h>

#include "backlog-fixture.h"
#include "backlog/imp-backlog-attachments.h"
#include "support/bad-disk.h"

#define SIZE 300000 /* more than one buffer */

static ImpIrritantPage *
attach (BacklogFixture *fixture)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The printer jams", 10);
  GPtrArray *attachables = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (SIZE, 'p'), SIZE);
  g_autoptr (GPtrArray) refused = NULL, there = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  guint n_added;

  g_ptr_array_add (attachables, imp_attachable_new_bytes (bytes, "log.txt"));
  imp_backlog_attach_async (fixture->backlog, irritant, attachables, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_attach_finish (fixture->backlog, result, &n_added, &refused, &there, &error);
  g_assert_no_error (error);
  return backlog_fixture_read_page (fixture, irritant);
}

typedef struct
{
  ImpBacklog *backlog;
  const ImpAttachment *attachment;
} Source;

static gboolean
save (const char *path, gpointer data, GError **error)
{
  Source *source = data;
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_save_attachment_async (source->backlog, source->attachment, path, NULL, imp_await_cb,
                                     &await);
  result = imp_await (&await);
  return imp_backlog_save_attachment_finish (source->backlog, result, error);
}

static gboolean export (const char *path, gpointer data, GError **error)
{
  Source *source = data;
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_export_async (source->backlog, path, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_export_finish (source->backlog, result, error);
}

static void
test_attachment (BacklogFixture *fixture, gconstpointer disk)
{
  g_autoptr (ImpIrritantPage) page = attach (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "photos", NULL);
  Source source = { fixture->backlog, page->attachments->pdata[0] };

  g_test_message ("D6: %u attachments failed to be saved, 0 files lost or half",
                  bad_disk_try (disk, folder, "log.txt", save, &source));
}

static void
test_export (BacklogFixture *fixture, gconstpointer disk)
{
  g_autoptr (ImpIrritantPage) page = attach (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "stick", NULL);
  Source source = { fixture->backlog, NULL };

  g_test_message ("D6: %u exports failed, 0 files lost or half",
                  bad_disk_try (disk, folder, "all.json", export, &source));
}

int
main (int argc, char **argv)
{
  static const FailingFiles fails_once = { 0, FALSE, EIO }, fails = { 0, TRUE, EIO },
                            is_full = { 0, TRUE, ENOSPC }, is_read_only = { 0, TRUE, EROFS };

  g_test_init (&argc, &argv, NULL);
#define ADD(path, disk, func)                                                                      \
  g_test_add ("/backlog/bad-disk-export/" path, BacklogFixture, &disk, backlog_fixture_set_up,     \
              func, backlog_fixture_tear_down)
  ADD ("attachment/one-call-fails", fails_once, test_attachment);
  ADD ("attachment/all-calls-fail", fails, test_attachment);
  ADD ("attachment/disk-is-full", is_full, test_attachment);
  ADD ("attachment/read-only", is_read_only, test_attachment);
  ADD ("export/one-call-fails", fails_once, test_export);
  ADD ("export/all-calls-fail", fails, test_export);
  ADD ("export/disk-is-full", is_full, test_export);
  ADD ("export/read-only", is_read_only, test_export);
  return g_test_run ();
}
