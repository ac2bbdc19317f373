/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A file that is written on a disk that fails: whole as it was, or whole as it comes. */
#include "config.h"

#include "support/bad-disk.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "base/imp-error.h"

typedef struct
{
  const char *folder;
  char *path;
  GBytes *earlier, *good; /* earlier: NULL where none stands */
  BadDiskWrite write;
  gpointer data;
} Trial;

/* In place of the one of the C library: a PDF says when it was made, and must be the same each time. */
time_t
time (time_t *now)
{
  const time_t noon = 1795262400; /* 21 November 2026, 12:00 UTC */

  if (now != NULL)
    *now = noon;
  return noon;
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, size);
}

static void
assert_holds (const Trial *self, GBytes *expected)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, expected != NULL);
  if (expected != NULL)
    {
      g_autoptr (GBytes) bytes = read_bytes (self->path);

      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

static void
put_back (const Trial *self)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data;

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  if (self->earlier == NULL)
    return;
  data = g_bytes_get_data (self->earlier, &size);
  g_file_set_contents (self->path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
assert_failure (const Trial *self, const GError *error, int code)
{
  g_autofree char *name = g_path_get_basename (self->path);

  g_assert_nonnull (error);
  g_assert_true (error->domain == IMP_ERROR);
  if (code == ENOSPC)
    g_assert_cmpint (error->code, ==, IMP_ERROR_FULL);
  if (code == EROFS)
    g_assert_cmpint (error->code, ==, IMP_ERROR_READ_ONLY);
  g_assert_true (g_str_has_prefix (error->message, "Cannot write “"));
  g_assert_nonnull (strstr (error->message, name));
  g_assert_null (strstr (error->message, ".improve-"));
  g_assert_true (g_regex_match_simple ("(Make|Choose|choose) [^.]+\\.$", error->message, 0, 0));
}

static void
write_well (const Trial *self)
{
  g_autoptr (GError) error = NULL;

  self->write (self->path, self->data, &error);
  g_assert_no_error (error);
  assert_holds (self, self->good);
}

static guint
try_all_calls (const Trial *self, const FailingFiles *disk)
{
  FailingFiles failing = *disk;
  gboolean done = FALSE;
  guint n_failed = 0;

  for (failing.first = 1; !done; failing.first++)
    {
      g_autoptr (GError) error = NULL;
      gboolean failed;

      failing_files_arm (&failing);
      done = self->write (self->path, self->data, &error);
      failed = failing_files_count_failed () > 0;
      failing_files_arm (NULL);
      g_assert_cmpint (done, ==, !failed);
      assert_holds (self, done ? self->good : self->earlier);
      if (failed)
        {
          n_failed++;
          assert_failure (self, error, disk->code);
          write_well (self);
          put_back (self);
        }
    }
  g_assert_cmpuint (n_failed, >=, 5); /* making, writing, rights, sync, name */
  return n_failed;
}

guint
bad_disk_try (const FailingFiles *disk,
              const char *folder,
              const char *name,
              BadDiskWrite write,
              gpointer data)
{
  Trial trial = { folder, g_build_filename (folder, name, NULL), NULL, NULL, write, data };
  g_autoptr (GError) error = NULL;
  guint n_failed;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write (trial.path, data, &error);
  g_assert_no_error (error);
  trial.good = read_bytes (trial.path);
  put_back (&trial);
  n_failed = try_all_calls (&trial, disk);
  trial.earlier = g_bytes_new_static ("earlier", 7);
  put_back (&trial);
  n_failed += try_all_calls (&trial, disk);
  g_bytes_unref (trial.earlier);
  g_bytes_unref (trial.good);
  g_free (trial.path);
  return n_failed;
}
