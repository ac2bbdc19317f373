/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The connection: pragmas that are in force, files on the disk, what is refused and how. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/imp-error.h"
#include "store/imp-connection-private.h"
#include "support/imp-await.h"

typedef struct
{
  char *folder, *path;
  gint64 n_cells; /* that a reader finds */
} Fixture;

/* In place of the system's: tells a network file system where a test asks for one. */
static long file_system_type;

int
statfs (const char *path, struct statfs *info)
{
  memset (info, 0, sizeof *info);
  info->f_type = (__typeof__ (info->f_type)) file_system_type;
  return 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  file_system_type = 0xEF53; /* ext4 */
  fixture->folder = g_dir_make_tmp ("improve-connection-XXXXXX", NULL);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  fixture->path = g_build_filename (fixture->folder, "backlog.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static ImpConnection *
open_connection (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ImpConnection *connection = imp_connection_open (fixture->path, &error);

  g_assert_no_error (error);
  return connection;
}

static char *
ask (ImpConnection *connection, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *answer;

  g_assert_cmpint (sqlite3_prepare_v2 (connection->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return answer;
}

static void
test_pragmas_are_in_force (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql, *expected;
  } pragmas[] = {
    { "PRAGMA application_id", "1229803606" },
    { "PRAGMA user_version", "2" },
    { "PRAGMA journal_mode", "wal" },
    { "PRAGMA locking_mode", "exclusive" },
    { "PRAGMA synchronous", "3" },
    { "PRAGMA foreign_keys", "1" },
    { "PRAGMA trusted_schema", "0" },
    { "PRAGMA cell_size_check", "1" },
    { "PRAGMA mmap_size", "0" },
    { "PRAGMA temp_store", "1" },
    { "PRAGMA cache_size", "-16000" },
    { "PRAGMA encoding", "UTF-8" },
  };

  for (int round = 0; round < 2; round++) /* a new file, and the same again */
    {
      ImpConnection *connection = open_connection (fixture);

      for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
        {
          g_autofree char *answer = ask (connection, pragmas[i].sql);

          g_assert_cmpstr (answer, ==, pragmas[i].expected);
        }
      imp_connection_close (connection);
    }
}

static void
assert_refused (ImpConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  if (imp_connection_exec (connection, sql, &error))
    g_error ("“%s” was let through", sql);
}

static void
test_defences_are_up (Fixture *fixture, gconstpointer data)
{
  ImpConnection *connection = open_connection (fixture);

  imp_connection_exec (connection, "PRAGMA writable_schema = ON", NULL);
  assert_refused (connection, "UPDATE sqlite_schema SET sql = '' WHERE name = 'journal'");
  assert_refused (connection, "DELETE FROM irritant_text_data");
  assert_refused (connection, "SELECT load_extension ('libm.so.6')");
  imp_connection_close (connection);
}

static gboolean
exists (Fixture *fixture, const char *suffix)
{
  g_autofree char *path = g_strconcat (fixture->path, suffix, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
assert_private (Fixture *fixture, const char *suffix)
{
  g_autofree char *path = g_strconcat (fixture->path, suffix, NULL);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_files_beside (Fixture *fixture, gconstpointer data)
{
  ImpConnection *connection = open_connection (fixture);

  imp_connection_exec (connection, "INSERT INTO meta (k, v) VALUES ('a', 1)", NULL);
  g_assert_true (exists (fixture, "-wal"));
  g_assert_false (exists (fixture, "-shm"));
  assert_private (fixture, "");
  assert_private (fixture, "-wal");
  imp_connection_close (connection);
  g_assert_false (exists (fixture, "-wal"));
  g_assert_false (exists (fixture, "-shm"));
}

static void
test_no_log_on_a_network (Fixture *fixture, gconstpointer data)
{
  static const long types[] = { 0x6969, (long) 0xFF534D42, (long) 0xFE534D42, 0x517B, 0x65735546 };

  imp_connection_close (open_connection (fixture)); /* written on the disk, moved to the network */
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *mode = NULL;
      ImpConnection *connection;

      file_system_type = types[i];
      connection = open_connection (fixture);
      mode = ask (connection, "PRAGMA journal_mode");
      g_assert_cmpstr (mode, ==, "delete");
      imp_connection_exec (connection, "REPLACE INTO meta (k, v) VALUES ('a', 1)", NULL);
      g_assert_false (exists (fixture, "-wal"));
      imp_connection_close (connection);
    }
}

static void
assert_open_fails (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (imp_connection_open (path, &error));
  g_assert_error (error, IMP_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "Cannot open the backlog “"));
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, ". ")); /* what to do follows what is wrong */
}

static void
test_second_opener_is_refused (Fixture *fixture, gconstpointer data)
{
  ImpConnection *connection = open_connection (fixture);
  sqlite3 *other = NULL;

  assert_open_fails (fixture->path, IMP_ERROR_BUSY);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "SELECT * FROM meta", NULL, NULL, NULL), ==, SQLITE_BUSY);
  sqlite3_close (other);
  imp_connection_close (connection);
  imp_connection_close (open_connection (fixture));
}

static void
test_refuses_folders_and_devices (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below_file = g_build_filename (fixture->path, "backlog.db", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);

  assert_open_fails (fixture->folder, IMP_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (fixture->path, "x", 1, NULL));
  assert_open_fails (below_file, IMP_ERROR_READ_ONLY);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_open_fails (pipe, IMP_ERROR_NOT_OURS);
  assert_open_fails ("/dev/zero", IMP_ERROR_NOT_OURS);
  assert_open_fails ("/proc/improve/backlog.db", IMP_ERROR_READ_ONLY);
  assert_open_fails ("/proc/backlog.db", IMP_ERROR_READ_ONLY);
}

/* Where the home itself is a link, as on image-based systems; and a file that is one. */
static void
test_links_are_followed_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "folder", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *path = g_build_filename (link, "backlog.db", NULL);
  g_autoptr (GError) error = NULL;
  ImpConnection *connection;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("folder", link), ==, 0);
  connection = imp_connection_open (path, &error);
  g_assert_no_error (error);
  imp_connection_close (connection);
  g_assert_cmpint (symlink ("folder/backlog.db", fixture->path), ==, 0);
  imp_connection_close (open_connection (fixture));
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_open_fails (fixture->path, IMP_ERROR_READ_ONLY); /* a link to nothing */
}

static void
run_in_child (void (*func) (Fixture *), Fixture *fixture, gboolean as_nobody)
{
  int status = 0;
  pid_t child;

  child = fork ();
  if (child == 0)
    {
      if (as_nobody && geteuid () == 0 && setuid (65534) != 0)
        _exit (2);
      func (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* Runs as somebody who is not root, to whom rights mean something. */
static void
run_as_nobody (void (*func) (Fixture *), Fixture *fixture)
{
  run_in_child (func, fixture, TRUE);
}

static void
refuse_to_open (Fixture *fixture)
{
  assert_open_fails (fixture->path, IMP_ERROR_READ_ONLY);
}

static void
open_to_read (Fixture *fixture)
{
  ImpConnection *connection = open_connection (fixture);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  g_assert_true (imp_connection_is_read_only (connection));
  g_assert_true (imp_connection_query_int (connection, "SELECT count(*) FROM cell", &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, fixture->n_cells);
  imp_connection_close (connection);
}

/* The files of a folder with their content, to see that nothing was changed. */
static char *
describe_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *bytes = NULL, *sum = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, size);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", name, sum));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* As nobody, who may look at the files but not touch them; not a byte changes. */
static void
assert_only_read (Fixture *fixture, void (*func) (Fixture *))
{
  g_autofree char *before = describe_folder (fixture->folder), *after = NULL;

  run_as_nobody (func, fixture);
  after = describe_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_file_that_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  imp_connection_close (open_connection (fixture));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  assert_only_read (fixture, open_to_read);
  g_assert_cmpint (g_chmod (fixture->path, 0000), ==, 0);
  run_as_nobody (refuse_to_open, fixture);
}

static void
test_folder_that_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  imp_connection_close (open_connection (fixture));
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  assert_only_read (fixture, open_to_read);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  run_as_nobody (refuse_to_open, fixture);
  g_assert_false (exists (fixture, ""));
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  run_as_nobody (refuse_to_open, fixture); /* an empty file is a new backlog, which is written */
  g_test_message ("D8: 1 read-only folder, read only or refused, bytes unchanged");
}

/* Whoever wrote last was killed: what was saved stands in the log only. */
static void
leave_log (Fixture *fixture)
{
  ImpConnection *connection = open_connection (fixture);

  imp_connection_exec (connection, "INSERT INTO cell VALUES (1, 1, 'x', 1, 1, 1, NULL)", NULL);
  _exit (0);
}

static void
test_log_that_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  run_in_child (leave_log, fixture, FALSE);
  fixture->n_cells = 1;
  g_assert_true (exists (fixture, "-wal"));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (log, 0444), ==, 0);
  assert_only_read (fixture, open_to_read);
}

static void
refuse_busy (Fixture *fixture)
{
  assert_open_fails (fixture->path, IMP_ERROR_BUSY);
}

static void
test_file_somebody_else_writes (Fixture *fixture, gconstpointer data)
{
  ImpConnection *connection = open_connection (fixture);

  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  run_as_nobody (refuse_busy, fixture);
  imp_connection_close (connection);
}

/* As a program leaves it that was killed: with a log that is not yet in the file. */
static void
leave_killed (Fixture *fixture, const char *sql)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".copy", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *bytes = NULL, *log_bytes = NULL;
  ImpConnection *connection = open_connection (fixture);
  gsize size, log_size;

  g_assert_true (imp_connection_exec (connection, sql, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (log, &log_bytes, &log_size, NULL));
  imp_connection_close (connection);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (log, log_bytes, (gssize) log_size, NULL));
}

static void
assert_refused_unchanged (Fixture *fixture, int code)
{
  g_autofree char *before = describe_folder (fixture->folder), *after = NULL;

  assert_open_fails (fixture->path, code);
  after = describe_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_newer_version_is_left_alone (Fixture *fixture, gconstpointer data)
{
  ImpConnection *connection = open_connection (fixture);

  g_assert_true (imp_connection_exec (connection, "PRAGMA user_version = 99", NULL));
  imp_connection_close (connection);
  assert_refused_unchanged (fixture, IMP_ERROR_TOO_NEW);
  g_test_message ("D8: 1 newer version, refused with a remedy, bytes unchanged");
}

static void
test_newer_version_in_the_log_is_left_alone (Fixture *fixture, gconstpointer data)
{
  leave_killed (fixture, "PRAGMA user_version = 99");
  g_assert_true (exists (fixture, "-wal"));
  assert_refused_unchanged (fixture, IMP_ERROR_TOO_NEW);
}

static void
test_log_of_a_killed_program_is_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *value = NULL;
  ImpConnection *connection;

  leave_killed (fixture, "INSERT INTO meta (k, v) VALUES ('a', 'kept')");
  connection = open_connection (fixture);
  value = ask (connection, "SELECT v FROM meta WHERE k = 'a'");
  g_assert_cmpstr (value, ==, "kept");
  imp_connection_close (connection);
}

static void
test_other_tables_are_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "DROP TABLE entry",
    "DROP INDEX irritant_by_impact",
    "CREATE TABLE more (a)",
    "ALTER TABLE site ADD COLUMN more TEXT",
    "CREATE VIEW v AS SELECT 1",
    "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM cell; END",
    "PRAGMA user_version = -1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      ImpConnection *connection = open_connection (fixture);

      g_assert_true (imp_connection_exec (connection, changes[i], NULL));
      imp_connection_close (connection);
      assert_refused_unchanged (fixture, IMP_ERROR_CORRUPT);
      g_unlink (fixture->path);
    }
}

/* By whatever way it leads to the folder of the portal: nothing is made there either. */
static void
assert_new_is_refused (Fixture *fixture, const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  const char *name = folder + strlen (parent) + 1;
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_auto (GStrv) ways = g_new0 (char *, 6);

  ways[0] = g_strdup (link);
  ways[1] = g_build_filename (link, "new-folder", NULL);
  ways[2] = g_strconcat ("/", folder, NULL);
  ways[3] = g_strdup_printf ("%s/%s/../%s", parent, name, name);
  ways[4] = g_strdup_printf ("%s/none/../%s", parent, name);
  g_assert_cmpint (symlink (folder, link), ==, 0);
  for (char **way = ways; *way != NULL; way++)
    {
      g_autofree char *path = g_build_filename (*way, "new.db", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (imp_connection_open (path, &error));
      g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* it is empty */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
}

/* The folder stands for the one of the document portal: main() sets XDG_RUNTIME_DIR. */
static void
test_refuses_what_a_dialog_lent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1f2e3d", NULL);
  g_autofree char *lent = g_build_filename (folder, "backlog.db", NULL);

  imp_connection_close (open_connection (fixture));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  assert_open_fails (lent, IMP_ERROR_INPUT);
  g_assert_false (g_file_test (lent, G_FILE_TEST_EXISTS));
  assert_new_is_refused (fixture, folder);
  g_assert_cmpint (g_rename (fixture->path, lent), ==, 0);
  assert_open_fails (lent, IMP_ERROR_INPUT);
  g_assert_cmpint (symlink (lent, fixture->path), ==, 0);
  assert_open_fails (fixture->path, IMP_ERROR_INPUT);
}

static void
test_nothing_is_left_of_a_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_cmpint (g_mkdir (log, 0700), ==, 0); /* the log cannot be made */
  assert_open_fails (fixture->path, IMP_ERROR_FAILED);
  g_assert_false (exists (fixture, ""));
  g_rmdir (log);
}

/* What stands in it is of a file that is gone. */
static void
test_old_log_is_not_of_the_new_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  ImpConnection *connection = open_connection (fixture);
  g_autoptr (GError) error = NULL;
  gint64 n = -1;
  gsize size;

  imp_connection_exec (connection, "REPLACE INTO meta (k, v) VALUES ('old', 1)", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (log, &bytes, &size, NULL));
  imp_connection_close (connection);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (log, bytes, (gssize) size, NULL));
  connection = open_connection (fixture);
  imp_connection_query_int (connection, "SELECT count(*) FROM meta WHERE k = 'old'", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 0);
  imp_connection_close (connection);
}

/* Two starts at once: one file is made, and whoever comes second finds it. */
static gpointer
make_in_thread (gpointer path)
{
  g_autoptr (GError) error = NULL;
  ImpConnection *connection = imp_connection_open (path, &error);

  if (connection == NULL)
    g_assert_error (error, IMP_ERROR, IMP_ERROR_BUSY);
  else
    imp_connection_close (connection);
  return NULL;
}

static void
test_made_by_two_at_once (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u/backlog.db", fixture->folder, i);
      GThread *one = g_thread_new ("one", make_in_thread, path);
      GThread *other = g_thread_new ("other", make_in_thread, path);
      g_autoptr (GError) error = NULL;
      ImpConnection *connection;

      g_thread_join (one);
      g_thread_join (other);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      connection = imp_connection_open (path, &error);
      g_assert_no_error (error);
      imp_connection_close (connection);
    }
}

static void
test_errors_of_a_disk (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int sqlite_code, code;
    const char *says;
  } errors[] = {
    { SQLITE_FULL, IMP_ERROR_FULL, "Make room" },
    { SQLITE_BUSY_RECOVERY, IMP_ERROR_BUSY, "Close it" },
    { SQLITE_CORRUPT_VTAB, IMP_ERROR_CORRUPT, "restore a backup" },
    { SQLITE_NOTADB, IMP_ERROR_NOT_OURS, "another file" },
    { SQLITE_READONLY_DBMOVED, IMP_ERROR_READ_ONLY, "you may not write" },
    { SQLITE_IOERR_FSYNC, IMP_ERROR_FAILED, "disk" },
    { SQLITE_MISUSE, IMP_ERROR_FAILED, "Report this" },
  };
  ImpConnection *connection = open_connection (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (imp_connection_fail (connection, errors[i].sqlite_code, &error));
      g_assert_error (error, IMP_ERROR, errors[i].code);
      g_assert_nonnull (strstr (error->message, errors[i].says));
      g_assert_null (strpbrk (error->message, "0123456789")); /* tells nobody anything */
    }
  imp_connection_close (connection);
}

int
main (int argc, char **argv)
{
  g_autofree char *runtime = g_dir_make_tmp ("improve-runtime-XXXXXX", NULL);
  int failures;

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/connection/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("pragmas-are-in-force", test_pragmas_are_in_force);
  ADD ("defences-are-up", test_defences_are_up);
  ADD ("files-beside", test_files_beside);
  ADD ("no-log-on-a-network", test_no_log_on_a_network);
  ADD ("second-opener-is-refused", test_second_opener_is_refused);
  ADD ("refuses-folders-and-devices", test_refuses_folders_and_devices);
  ADD ("links-are-followed-once", test_links_are_followed_once);
  ADD ("file-that-cannot-be-written", test_file_that_cannot_be_written);
  ADD ("folder-that-cannot-be-written", test_folder_that_cannot_be_written);
  ADD ("log-that-cannot-be-written", test_log_that_cannot_be_written);
  ADD ("file-somebody-else-writes", test_file_somebody_else_writes);
  ADD ("newer-version-is-left-alone", test_newer_version_is_left_alone);
  ADD ("newer-version-in-the-log-is-left-alone", test_newer_version_in_the_log_is_left_alone);
  ADD ("log-of-a-killed-program-is-read", test_log_of_a_killed_program_is_read);
  ADD ("other-tables-are-refused", test_other_tables_are_refused);
  ADD ("nothing-is-left-of-a-failure", test_nothing_is_left_of_a_failure);
  ADD ("old-log-is-not-of-the-new-file", test_old_log_is_not_of_the_new_file);
  ADD ("made-by-two-at-once", test_made_by_two_at_once);
  ADD ("refuses-what-a-dialog-lent", test_refuses_what_a_dialog_lent);
  ADD ("errors-of-a-disk", test_errors_of_a_disk);
  failures = g_test_run ();
  imp_remove_folder (runtime);
  return failures;
}
