/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files from outside opened safely, and files written whole or not at all. */
#include "config.h"

#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "base/imp-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path; /* in the folder; nothing stands there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("improve-file-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "backlog.json", NULL);
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
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_content (const char *path, const char *wanted)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, wanted);
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_refused (const char *path, ImpError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = imp_file_open_input (path, &error);

  g_assert_null (stream);
  g_assert_error (error, IMP_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "Cannot read “"));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_opens_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  char buffer[8] = "";

  write_text (fixture->path, "text");
  stream = imp_file_open_input (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 7, NULL, &error), ==, 4);
  g_assert_cmpstr (buffer, ==, "text");
}

static void
test_refuses_other_than_files (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->path, IMP_ERROR_NOT_FOUND, "no such file");
  assert_refused (fixture->folder, IMP_ERROR_INPUT, "folder");
  assert_refused ("/dev/zero", IMP_ERROR_INPUT, "ordinary file");
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture->path, IMP_ERROR_INPUT, "ordinary file");
}

static void
test_refuses_link (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink ("/etc/passwd", fixture->path), ==, 0);
  assert_refused (fixture->path, IMP_ERROR_INPUT, "link");
}

static void
test_refuses_too_large (Fixture *fixture, gconstpointer data)
{
  write_text (fixture->path, "");
  g_assert_cmpint (truncate (fixture->path, IMP_FILE_MAX_INPUT + 1), ==, 0);
  assert_refused (fixture->path, IMP_ERROR_INPUT, "64 MiB");
}

static void
test_opens_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  write_text (fixture->path, "");
  g_assert_cmpint (truncate (fixture->path, IMP_FILE_MAX_INPUT + 1), ==, 0);
  stream = imp_file_open_large_input (fixture->path, &error);
  g_assert_no_error (error);
  g_clear_object (&stream);
  stream = imp_file_open_large_input (fixture->folder, &error);
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
}

static ImpFileReplace *
begin (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  ImpFileReplace *replace = imp_file_replace_begin (path, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (imp_file_replace_get_stream (replace), text, strlen (text), NULL, NULL,
                             &error);
  g_assert_no_error (error);
  return replace;
}

static void
test_replaces_at_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpFileReplace) replace = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  write_text (fixture->path, "old");
  g_chmod (fixture->path, 0640);
  replace = begin (fixture->path, "new");
  assert_content (fixture->path, "old");
  g_assert_cmpint (g_stat (imp_file_replace_get_temporary (replace), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (imp_file_replace_commit (replace, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_leaves_old_without_commit (Fixture *fixture, gconstpointer data)
{
  ImpFileReplace *replace;

  write_text (fixture->path, "old");
  replace = begin (fixture->path, "half of the n");
  imp_file_replace_free (replace);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_new_file_follows_umask (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (0);
  GStatBuf info;

  umask (mask);
  g_assert_true (imp_file_replace_bytes (fixture->path, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0666 & ~mask);
}

static void
test_refuses_to_replace (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *path;
    ImpError code;
  } cases[] = {
    { "/dev/null", IMP_ERROR_READ_ONLY },
    { "/", IMP_ERROR_READ_ONLY },
    { "/no/such/folder/file", IMP_ERROR_NOT_FOUND },
    { "/dev/null/file", IMP_ERROR_NOT_FOUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (imp_file_replace_begin (cases[i].path, &error));
      g_assert_error (error, IMP_ERROR, (int) cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, "Cannot write “"));
    }
}

static void
test_explains (void)
{
  GError *error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "ENOSPC");

  imp_file_explain (&error, "/tmp/a.pdf");
  g_assert_error (error, IMP_ERROR, IMP_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "/tmp/a.pdf"));
  g_assert_null (strstr (error->message, "ENOSPC"));
  g_clear_error (&error);

  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  imp_file_explain (&error, "/tmp/a.pdf");
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/base/file/opens-file", test_opens_file);
  ADD ("/base/file/refuses-other-than-files", test_refuses_other_than_files);
  ADD ("/base/file/refuses-link", test_refuses_link);
  ADD ("/base/file/refuses-too-large", test_refuses_too_large);
  ADD ("/base/file/opens-large", test_opens_large);
  ADD ("/base/file/replaces-at-commit", test_replaces_at_commit);
  ADD ("/base/file/leaves-old-without-commit", test_leaves_old_without_commit);
  ADD ("/base/file/new-file-follows-umask", test_new_file_follows_umask);
  ADD ("/base/file/refuses-to-replace", test_refuses_to_replace);
  g_test_add_func ("/base/file/explains", test_explains);
  return g_test_run ();
}
