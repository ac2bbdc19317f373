/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk that fails, is full or cannot be written while an announcement is written into a file, in
 * each of its forms: what stood there stays whole, and no half file comes. */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "publish/imp-document.h"
#include "sample-issue.h"
#include "support/bad-disk.h"

typedef struct
{
  ImpIssue *issue;
  ImpForm form;
} Source;

static gboolean
write_issue (const char *path, gpointer data, GError **error)
{
  Source *source = data;

  return imp_issue_write_as (source->issue, &imp_paper_a4, source->form, path, error);
}

static guint
try_form (const FailingFiles *disk, ImpIssue *issue, const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("improve-issue-XXXXXX", NULL);
  g_autofree char *within = g_build_filename (folder, "intranet", NULL);
  g_autofree char *path = g_build_filename (within, name, NULL);
  Source source = { issue };
  guint n_failed;

  g_assert_true (imp_form_from_path (name, &source.form));
  n_failed = bad_disk_try (disk, within, name, write_issue, &source);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (within), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return n_failed;
}

static void
test_issue (gconstpointer disk)
{
  static const char *const names[] = { "fixed.pdf", "fixed.html", "fixed.md", "fixed.txt" };
  g_autoptr (ImpIssue) issue = sample_issue_new_long ();
  guint n_failed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    n_failed += try_form (disk, issue, names[i]);
  g_test_message ("D6: %u announcements failed to be written, 0 files lost or half", n_failed);
}

int
main (int argc, char **argv)
{
  static const FailingFiles fails_once = { 0, FALSE, EIO }, fails = { 0, TRUE, EIO },
                            is_full = { 0, TRUE, ENOSPC }, is_read_only = { 0, TRUE, EROFS };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/publish/bad-disk-issue/one-call-fails", &fails_once, test_issue);
  g_test_add_data_func ("/publish/bad-disk-issue/all-calls-fail", &fails, test_issue);
  g_test_add_data_func ("/publish/bad-disk-issue/disk-is-full", &is_full, test_issue);
  g_test_add_data_func ("/publish/bad-disk-issue/read-only", &is_read_only, test_issue);
  return g_test_run ();
}
