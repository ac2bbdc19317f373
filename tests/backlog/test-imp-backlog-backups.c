/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backing up and restoring as the window and the command line do it. */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-irritants.h"
#include "backlog/imp-backlog-salvage.h"
#include "base/imp-error.h"
#include "store/imp-connection.h"
#include "support/failing-files.h"
#include "support/imp-full-disk.h"
#include "support/imp-open-backlog.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

typedef struct
{
  char *folder, *path, *second;
  gint64 now_ms;
  ImpClock clock;
  ImpBacklog *backlog;
} Fixture;

static void
open_backlog (Fixture *fixture)
{
  fixture->backlog = imp_open_backlog (fixture->path, "Inès Caron", &fixture->clock);
}

static void
close_backlog (Fixture *fixture)
{
  imp_close_backlog (g_steal_pointer (&fixture->backlog));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("improve-backups-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "backlog.db", NULL);
  fixture->second = g_build_filename (fixture->folder, "stick", NULL);
  g_assert_cmpint (g_mkdir (fixture->second, 0700), ==, 0);
  fixture->now_ms = 1795262400000; /* 21 November 2026, noon */
  fixture->clock = imp_clock_fixed (&fixture->now_ms);
  open_backlog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->backlog != NULL)
    close_backlog (fixture);
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->second);
}

static char *
back_up (Fixture *fixture, gboolean if_due, const char *second, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  if (if_due)
    imp_backlog_back_up_if_due_async (fixture->backlog, second, imp_await_cb, &await);
  else
    imp_backlog_back_up_async (fixture->backlog, IMP_BACKUP_BY_HAND, second, NULL, imp_await_cb,
                               &await);
  result = imp_await (&await);
  return imp_backlog_back_up_finish (fixture->backlog, result, error);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *backups;

  imp_backlog_list_backups_async (fixture->path, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  backups = imp_backlog_list_backups_finish (result, &error);
  g_assert_no_error (error);
  return backups;
}

static const ImpBackup *
get_backup (const GPtrArray *backups, guint i)
{
  g_assert_cmpuint (i, <, backups->len);
  return g_ptr_array_index (backups, i);
}

static gboolean
restore (Fixture *fixture, const char *backup, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };
  gboolean done;

  imp_backlog_restore_backup_async (fixture->backlog, backup, imp_await_cb, &await);
  result = imp_await (&await);
  done = imp_backlog_restore_backup_finish (fixture->backlog, result, NULL, NULL, error);
  g_clear_object (&result);
  imp_assert_finalize_soon (g_steal_pointer (&fixture->backlog));
  open_backlog (fixture);
  return done;
}

static gboolean
restore_closed (Fixture *fixture, const char *backup, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_restore_backup_closed_async (fixture->path, "Inès Caron", &fixture->clock, backup,
                                           imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_restore_backup_closed_finish (result, NULL, NULL, error);
}

static void
import_text (Fixture *fixture, ImpFormat format, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpImportOutcome) outcome = NULL;
  ImpImportRequest request = { .format = format, .bytes = bytes };
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
}

static void
import (Fixture *fixture, guint from, guint to)
{
  g_autoptr (GString) text = g_string_new ("title\n");

  for (guint i = from; i < to; i++)
    g_string_append_printf (text, "Wish %u\n", i);
  import_text (fixture, IMP_FORMAT_CSV, text->str);
}

static void
import_people (Fixture *fixture, guint from, guint to)
{
  g_autoptr (GString) text =
      g_string_new ("{\"format\": \"improve-backlog\", \"version\": 1, \"items\": [");

  for (guint i = from; i < to; i++)
    g_string_append_printf (text, "%s{\"kind\": \"person\", \"id\": \"%u\", \"name\": \"Nr. %u\"}",
                            i > from ? "," : "", i, i);
  g_string_append (text, "]}");
  import_text (fixture, IMP_FORMAT_BACKLOG, text->str);
}

static guint
count_irritants (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpOverview overview;

  imp_backlog_overview_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_overview_finish (fixture->backlog, result, &overview, &error);
  g_assert_no_error (error);
  return overview.n_all_irritants;
}

static void
test_also_in_the_second_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL, *name = NULL, *there = NULL, *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_first, n_second;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, fixture->second, &error);
  g_assert_no_error (error);
  name = g_path_get_basename (written);
  there = g_build_filename (fixture->second, name, NULL);
  g_assert_true (g_file_get_contents (written, &first, &n_first, NULL));
  g_assert_true (g_file_get_contents (there, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
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

/* Ten of one day stay, there as here; a file of somebody else's stays whatever it is. */
static void
test_second_folder_is_rotated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *foreign = g_build_filename (fixture->second, "holiday.db", NULL);

  g_assert_true (g_file_set_contents (foreign, "sea", 3, NULL));
  import (fixture, 0, 1);
  for (int i = 0; i < 12; i++, fixture->now_ms += 60000)
    g_free (back_up (fixture, FALSE, fixture->second, NULL));
  g_assert_cmpuint (count_files (fixture->second), ==, 11);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

/* Two people have the same second folder: each has ten of their own there. */
static void
test_second_folder_of_two_people (Fixture *fixture, gconstpointer data)
{
  import (fixture, 0, 1);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = imp_backup_make_name (fixture->path, fixture->now_ms - i * 60000,
                                                    IMP_BACKUP_BY_HAND, "00000000");
      g_autofree char *path = g_build_filename (fixture->second, name, NULL);

      g_assert_true (g_file_set_contents (path, "of somebody else", -1, NULL));
    }
  for (int i = 0; i < 12; i++, fixture->now_ms += 60000)
    g_free (back_up (fixture, FALSE, fixture->second, NULL));
  g_assert_cmpuint (count_files (fixture->second), ==, 12 + 10);
}

static void
test_cancelled_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backlog_dup_backup_folder (fixture->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  import (fixture, 0, 1);
  g_free (back_up (fixture, FALSE, NULL, NULL));
  g_cancellable_cancel (cancellable);
  imp_backlog_back_up_async (fixture->backlog, IMP_BACKUP_BY_HAND, NULL, cancellable, imp_await_cb,
                             &await);
  result = imp_await (&await);
  g_assert_null (imp_backlog_back_up_finish (fixture->backlog, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

/* One letter of a title, in a closed file. */
static void
change_title (const char *path)
{
  g_autofree char *bytes = NULL;
  char *title;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  while ((title = memmem (bytes, size, "Wish 0", strlen ("Wish 0"))) != NULL)
    *title = 'w';
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static void
test_damage_is_told (Fixture *fixture, gconstpointer data)
{
  import (fixture, 0, 1);
  close_backlog (fixture);
  change_title (fixture->path);
  open_backlog (fixture);
  imp_backlog_look_over_if_due (fixture->backlog);
  while (imp_backlog_get_damage (fixture->backlog) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("%s", imp_backlog_get_damage (fixture->backlog));
}

static ImpBackup *
find_backup (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpBackup *backup;

  imp_backlog_find_backup_async (fixture->path, &fixture->clock, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  backup = imp_backlog_find_backup_finish (result, &error);
  g_assert_no_error (error);
  return backup;
}

/* The latest that holds what was written, or else the latest. */
static void
test_sound_backup_is_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (ImpBackup) none = find_backup (fixture), newest = NULL, sound = NULL, latest = NULL;

  g_assert_null (none);
  import (fixture, 0, 1);
  first = back_up (fixture, FALSE, NULL, NULL);
  fixture->now_ms += 60000;
  second = back_up (fixture, FALSE, NULL, NULL);
  newest = find_backup (fixture);
  g_assert_cmpstr (newest->path, ==, second);
  change_title (second);
  sound = find_backup (fixture);
  g_assert_cmpstr (sound->path, ==, first);
  change_title (first);
  latest = find_backup (fixture);
  g_assert_cmpstr (latest->path, ==, second);
}

/* No room to look it over: it is the latest all the same. */
static void
test_unseen_backup_is_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (ImpBackup) latest = NULL;

  import (fixture, 0, 1);
  first = back_up (fixture, FALSE, NULL, NULL);
  fixture->now_ms += 60000;
  second = back_up (fixture, FALSE, NULL, NULL);
  imp_limit_files (1000);
  latest = find_backup (fixture);
  imp_limit_files (RLIM_INFINITY);
  g_assert_cmpstr (latest->path, ==, second);
}

/* It may be the best there is. */
static void
test_damage_of_a_backup_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL, *damage = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, NULL);
  change_title (written);
  imp_backlog_restore_backup_async (fixture->backlog, written, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_restore_backup_finish (fixture->backlog, result, NULL, &damage, NULL));
  g_assert_nonnull (damage);
  g_clear_object (&result);
  imp_assert_finalize_soon (g_steal_pointer (&fixture->backlog));
  open_backlog (fixture);
  imp_backlog_look_over_if_due (fixture->backlog);
  while (imp_backlog_get_damage (fixture->backlog) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_lost_second_folder_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, "/nowhere/at/all", &error);
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "The backup is good"));
  g_assert_null (written);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
}

static void
test_daily_when_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *none = back_up (fixture, TRUE, NULL, &error), *first = NULL, *second = NULL;

  g_assert_no_error (error);
  g_assert_null (none); /* nothing was written yet */
  import (fixture, 0, 1);
  first = back_up (fixture, TRUE, NULL, &error);
  g_assert_nonnull (first);
  fixture->now_ms += 60000;
  import (fixture, 1, 2);
  g_assert_null (back_up (fixture, TRUE, NULL, &error)); /* the day has one */
  fixture->now_ms += DAY_MS;
  second = back_up (fixture, TRUE, NULL, &error);
  g_assert_nonnull (second);
  fixture->now_ms += DAY_MS;
  g_assert_null (back_up (fixture, TRUE, NULL, &error)); /* nothing new */
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (get_backup (backups, 0)->reason, ==, IMP_BACKUP_DAILY);
}

static void
test_before_many_come_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL, few = NULL, many = NULL;

  import (fixture, 0, 60);
  none = list (fixture); /* nothing was here before */
  g_assert_cmpuint (none->len, ==, 0);
  import (fixture, 100, 150);
  few = list (fixture);
  g_assert_cmpuint (few->len, ==, 0);
  import (fixture, 200, 251);
  many = list (fixture);
  g_assert_cmpuint (many->len, ==, 1);
  g_assert_cmpint (get_backup (many, 0)->reason, ==, IMP_BACKUP_BEFORE_CHANGE);
  g_assert_cmpuint (count_irritants (fixture), ==, 161);
  g_assert_true (restore (fixture, get_backup (many, 0)->path, NULL));
  g_assert_cmpuint (count_irritants (fixture), ==, 110);
}

/* Whatever they are: reports, fixes, people. */
static void
test_before_many_others_come_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL, few = NULL, many = NULL;

  import_people (fixture, 0, 110);
  none = list (fixture); /* nothing was here before */
  g_assert_cmpuint (none->len, ==, 0);
  import_people (fixture, 200, 300);
  few = list (fixture);
  g_assert_cmpuint (few->len, ==, 0);
  import_people (fixture, 400, 501);
  many = list (fixture);
  g_assert_cmpuint (many->len, ==, 1);
  g_assert_cmpint (get_backup (many, 0)->reason, ==, IMP_BACKUP_BEFORE_CHANGE);
}

/* There and back: what was replaced is a backup itself. */
static void
test_restore_can_be_undone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, &error);
  import (fixture, 1, 3);
  fixture->now_ms += 60000;
  g_assert_true (restore (fixture, written, &error));
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
  backups = list (fixture);
  g_assert_cmpint (get_backup (backups, 0)->reason, ==, IMP_BACKUP_BEFORE_RESTORE);
  fixture->now_ms += 60000;
  g_assert_true (restore (fixture, get_backup (backups, 0)->path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_irritants (fixture), ==, 3);
}

/* The backup made first must not push out the one that is to be restored. */
static void
test_oldest_can_be_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10; i++, fixture->now_ms += 60000)
    {
      import (fixture, i, i + 1);
      g_free (back_up (fixture, FALSE, NULL, NULL));
    }
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 10);
  restore (fixture, get_backup (backups, 9)->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
}

static void
test_no_restore_without_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backlog_dup_backup_folder (fixture->path);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autofree char *written = NULL, *name = NULL, *moved = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, NULL);
  name = g_path_get_basename (written);
  moved = g_build_filename (elsewhere, name, NULL);
  import (fixture, 1, 2);
  g_assert_cmpint (g_rename (folder, elsewhere), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (restore (fixture, moved, &error));
  g_assert_true (g_str_has_prefix (error->message, "Cannot restore: "));
  g_assert_cmpuint (count_irritants (fixture), ==, 2); /* as it was */
}

static void
test_damaged_backlog_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL, *kept = NULL, *bytes = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, NULL);
  close_backlog (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  restore_closed (fixture, written, &error);
  g_assert_no_error (error);
  kept = g_build_filename (fixture->folder, "backlog-damaged-20261121T120000Z.db", NULL);
  g_assert_true (g_file_get_contents (kept, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "damaged");
  open_backlog (fixture);
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
}

static void
test_closed_backlog_is_backed_up_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, NULL);
  import (fixture, 1, 2);
  close_backlog (fixture);
  fixture->now_ms += 60000;
  g_assert_true (restore_closed (fixture, written, &error));
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
  open_backlog (fixture);
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
}

/* Another backlog in the same folder. */
static void
open_beside (Fixture *fixture, const char *name)
{
  close_backlog (fixture);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  open_backlog (fixture);
}

static void
test_each_backlog_has_its_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GPtrArray) of_first = NULL, of_second = NULL, before = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  first = back_up (fixture, FALSE, NULL, &error);
  open_beside (fixture, "mine.db");
  before = list (fixture);
  g_assert_cmpuint (before->len, ==, 0);
  fixture->now_ms += 60000;
  import (fixture, 1, 3);
  second = back_up (fixture, TRUE, NULL, &error); /* the other's is none of its own */
  g_assert_no_error (error);
  g_assert_nonnull (second);
  of_second = list (fixture);
  g_assert_cmpuint (of_second->len, ==, 1);
  g_assert_cmpstr (get_backup (of_second, 0)->path, ==, second);
  open_beside (fixture, "backlog.db");
  of_first = list (fixture);
  g_assert_cmpuint (of_first->len, ==, 1);
  g_assert_cmpstr (get_backup (of_first, 0)->path, ==, first);
}

/* Which one a damaged file was can only be told by its name. */
static void
test_damaged_backlog_has_its_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  import (fixture, 0, 1);
  first = back_up (fixture, FALSE, NULL, NULL);
  open_beside (fixture, "mine.db");
  import (fixture, 1, 3);
  second = back_up (fixture, FALSE, NULL, NULL);
  close_backlog (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (get_backup (backups, 0)->path, ==, second);
}

/* Of a backlog that was renamed, or backed up by a version that called all "backlog". */
static void
test_old_names_are_understood (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL, *renamed = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, NULL);
  close_backlog (fixture);
  renamed = g_build_filename (fixture->folder, "mine.db", NULL);
  g_assert_cmpint (g_rename (fixture->path, renamed), ==, 0);
  g_set_str (&fixture->path, renamed);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (get_backup (backups, 0)->path, ==, written);
}

static gboolean
try_to_record (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *words = g_strnfill (200000, 'w');
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT), IMP_IRRITANT_TITLE,
                        words);
  imp_backlog_apply_async (fixture->backlog, changes, "Recorded", NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_write_finish (fixture->backlog, result, NULL, NULL);
}

static gint n_replacing, n_let_in;

/* As another program would while the file of the backlog is about to be replaced. */
static void
try_to_open (const char *to)
{
  g_autoptr (GError) error = NULL;
  ImpConnection *connection;

  if (!g_str_has_suffix (to, "/backlog.db"))
    return;
  n_replacing++;
  connection = imp_connection_open (to, &error);
  if (connection == NULL)
    {
      g_assert_error (error, IMP_ERROR, IMP_ERROR_BUSY);
      return;
    }
  n_let_in++;
  imp_connection_close (connection);
}

/* What somebody else wrote into the old file would be gone. */
static void
test_nobody_opens_what_is_being_replaced (Fixture *fixture, gconstpointer data)
{
  const FailingFiles watched = { .naming = try_to_open };
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, NULL);
  n_replacing = n_let_in = 0;
  failing_files_arm (&watched);
  g_assert_true (restore (fixture, written, &error));
  failing_files_arm (NULL);
  g_assert_cmpint (n_replacing, ==, 1);
  g_assert_cmpint (n_let_in, ==, 0);
}

/* Until the copy is looked over, which takes its time, people go on. */
static void
test_what_is_written_meanwhile_is_backed_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = NULL, *before = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, NULL);
  fixture->now_ms += 60000;
  imp_backlog_restore_backup_async (fixture->backlog, written, imp_await_cb, &await);
  g_assert_true (try_to_record (fixture));
  result = imp_await (&await);
  g_assert_true (imp_backlog_restore_backup_finish (fixture->backlog, result, &before, NULL, NULL));
  g_clear_object (&result);
  imp_assert_finalize_soon (g_steal_pointer (&fixture->backlog));
  open_backlog (fixture);
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
  backups = list (fixture);
  g_assert_cmpstr (before, ==, get_backup (backups, 0)->path);
  fixture->now_ms += 60000;
  g_assert_true (restore (fixture, before, NULL));
  g_assert_cmpuint (count_irritants (fixture), ==, 2);
}

static void
test_backlog_is_no_backup_of_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  g_assert_false (restore (fixture, fixture->path, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
}

/* What belongs to a backlog stands beside the file, whatever name it was opened by. */
static void
test_link_stays_a_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real_path = g_build_filename (fixture->second, "real.db", NULL);
  g_autofree char *real_folder = imp_backlog_dup_backup_folder (real_path);
  g_autofree char *folder = NULL, *written = NULL;
  g_autoptr (GError) error = NULL;

  close_backlog (fixture);
  g_assert_true (g_file_set_contents (real_path, "", 0, NULL));
  g_assert_cmpint (symlink ("stick/real.db", fixture->path), ==, 0);
  open_backlog (fixture);
  g_assert_cmpstr (imp_backlog_get_path (fixture->backlog), ==, real_path);
  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, &error);
  g_assert_no_error (error);
  folder = g_path_get_dirname (written);
  g_assert_cmpstr (folder, ==, real_folder);
  import (fixture, 1, 2);
  g_assert_true (restore (fixture, written, &error));
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
  close_backlog (fixture);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (fixture->folder), ==, 2); /* the link, and where it leads to */
  g_assert_cmpuint (count_files (real_folder), ==, 2);
}

/* Damaged, by the same name. */
static void
test_damaged_file_behind_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real_path = g_build_filename (fixture->second, "real.db", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, 0, 1);
  written = back_up (fixture, FALSE, NULL, &error);
  close_backlog (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (real_path, "damaged", -1, NULL));
  g_assert_cmpint (symlink ("stick/real.db", fixture->path), ==, 0);
  g_assert_true (restore_closed (fixture, written, &error));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  open_backlog (fixture);
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 0); /* those of that file: there were none */
}

static gboolean
has_file_like (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return TRUE;
  return FALSE;
}

/* Before anybody is told, for it is not to be deleted on the main thread. */
static void
test_nothing_is_left_of_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpSalvage) salvage = NULL;
  ImpAwait await = { NULL };

  import (fixture, 0, 3);
  close_backlog (fixture);
  imp_backlog_salvage_async (fixture->path, "Inès Caron", &fixture->clock, fixture->path, NULL,
                             imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (has_file_like (fixture->folder, "saving-"));
  salvage = imp_backlog_salvage_finish (result, &error);
  g_assert_no_error (error);
  open_backlog (fixture);
  g_assert_cmpuint (count_irritants (fixture), ==, 3);
}

static void
count_notify_cb (guint *n_notified)
{
  (*n_notified)++;
}

/* Told once, until the disk takes something again; reading goes on. */
static void
test_trouble_stays_until_it_works (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  import (fixture, 0, 3);
  g_signal_connect_swapped (fixture->backlog, "notify::trouble", G_CALLBACK (count_notify_cb),
                            &n_notified);
  g_assert_null (imp_backlog_get_trouble (fixture->backlog));
  imp_limit_files (100000);
  g_assert_false (try_to_record (fixture));
  g_assert_false (try_to_record (fixture));
  g_assert_nonnull (imp_backlog_get_trouble (fixture->backlog));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (count_irritants (fixture), ==, 3);
  imp_limit_files (RLIM_INFINITY);
  imp_backlog_try_again (fixture->backlog);
  g_assert_cmpuint (count_irritants (fixture), ==, 3);
  g_assert_null (imp_backlog_get_trouble (fixture->backlog));
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_true (try_to_record (fixture));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/backlog/backups/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("also-in-the-second-folder", test_also_in_the_second_folder);
  ADD ("second-folder-is-rotated", test_second_folder_is_rotated);
  ADD ("second-folder-of-two-people", test_second_folder_of_two_people);
  ADD ("cancelled-leaves-nothing", test_cancelled_leaves_nothing);
  ADD ("damage-is-told", test_damage_is_told);
  ADD ("sound-backup-is-found", test_sound_backup_is_found);
  ADD ("unseen-backup-is-found", test_unseen_backup_is_found);
  ADD ("damage-of-a-backup-is-told", test_damage_of_a_backup_is_told);
  ADD ("lost-second-folder-is-told", test_lost_second_folder_is_told);
  ADD ("daily-when-changed", test_daily_when_changed);
  ADD ("before-many-come-in", test_before_many_come_in);
  ADD ("before-many-others-come-in", test_before_many_others_come_in);
  ADD ("restore-can-be-undone", test_restore_can_be_undone);
  ADD ("oldest-can-be-restored", test_oldest_can_be_restored);
  ADD ("no-restore-without-backup", test_no_restore_without_backup);
  ADD ("damaged-backlog-is-kept", test_damaged_backlog_is_kept);
  ADD ("closed-backlog-is-backed-up-first", test_closed_backlog_is_backed_up_first);
  ADD ("nobody-opens-what-is-being-replaced", test_nobody_opens_what_is_being_replaced);
  ADD ("what-is-written-meanwhile-is-backed-up", test_what_is_written_meanwhile_is_backed_up);
  ADD ("nothing-is-left-of-saving", test_nothing_is_left_of_saving);
  ADD ("backlog-is-no-backup-of-itself", test_backlog_is_no_backup_of_itself);
  ADD ("each-backlog-has-its-own", test_each_backlog_has_its_own);
  ADD ("damaged-backlog-has-its-own", test_damaged_backlog_has_its_own);
  ADD ("old-names-are-understood", test_old_names_are_understood);
  ADD ("link-stays-a-link", test_link_stays_a_link);
  ADD ("damaged-file-behind-link", test_damaged_file_behind_link);
  g_test_add ("/backlog/trouble/stays-until-it-works", Fixture, NULL, set_up,
              test_trouble_stays_until_it_works, tear_down);
  return g_test_run ();
}
