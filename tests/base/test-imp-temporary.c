/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a killed process leaves is told from what is in use. */
#include "config.h"

#include "base/imp-temporary.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder, *path; /* of a temporary file */
  int fd;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = NULL;

  fixture->folder = g_dir_make_tmp ("improve-temporary-XXXXXX", NULL);
  target = g_build_filename (fixture->folder, "backlog.db", NULL);
  fixture->path = imp_temporary_dup_template (target);
  fixture->fd = g_mkstemp (fixture->path);
  g_assert_cmpint (fixture->fd, >=, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_fd (&fixture->fd, NULL);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_names_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = { "", ".improve-AbCdEf", "backlog.db.improve-AbCdEf",
                                        ".backlog.db.improve-AbCdE",
                                        ".backlog.db.improve-AbCdEf-wal" };
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *target = imp_temporary_parse_name (name);
  g_autofree char *endless = g_strnfill (255, 'x'), *template = NULL;

  g_assert_cmpstr (target, ==, "backlog.db");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (imp_temporary_parse_name (others[i]));
  template = imp_temporary_dup_template (endless);
  g_assert_cmpuint (strlen (template), <, 255);
}

static void
test_held_stays (Fixture *fixture, gconstpointer data)
{
  g_assert_true (imp_temporary_hold (fixture->fd));
  imp_temporary_remove_stale (fixture->path);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_stale_goes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

  g_assert_true (imp_temporary_hold (fixture->fd));
  g_assert_true (g_file_set_contents (journal, "left", -1, NULL));
  g_clear_fd (&fixture->fd, NULL); /* as when its process is killed */
  imp_temporary_remove_stale (fixture->path);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_removed_is_not_held (Fixture *fixture, gconstpointer data)
{
  imp_temporary_remove_stale (fixture->path); /* before its maker came to hold it */
  g_assert_false (imp_temporary_hold (fixture->fd));
}

static void
test_folders (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "saving-XXXXXX", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "saving-money", NULL);
  g_autofree char *file = NULL;
  int fd = imp_temporary_make_folder (folder);

  file = g_build_filename (folder, "backlog.db", NULL);
  g_assert_true (g_file_set_contents (file, "left", -1, NULL));
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  imp_temporary_remove_stale_folders (fixture->folder, "saving-");
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  g_clear_fd (&fd, NULL);
  imp_temporary_remove_stale_folders (fixture->folder, "saving-");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (other), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/base/temporary/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("names-round-trip", test_names_round_trip);
  ADD ("held-stays", test_held_stays);
  ADD ("stale-goes", test_stale_goes);
  ADD ("removed-is-not-held", test_removed_is_not_held);
  ADD ("folders", test_folders);
  return g_test_run ();
}
