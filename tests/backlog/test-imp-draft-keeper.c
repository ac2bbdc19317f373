/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is being written is there again after closing, a kill and a bad disk. */
#include "config.h"

#include "backlog/imp-draft-keeper.h"

#include <errno.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backlog-fixture.h"
#include "support/failing-files.h"

#define DRAFT "backlog.db.record-draft"
#define WORDS "Scanner signs out\nat “every” battery change"

static ImpDraftKeeper *
get_keeper (BacklogFixture *fixture)
{
  return imp_backlog_get_draft (fixture->backlog, IMP_DRAFT_RECORD);
}

static const char *
get_text (BacklogFixture *fixture)
{
  return imp_draft_keeper_get_text (get_keeper (fixture));
}

static char *
dup_path (BacklogFixture *fixture)
{
  return g_build_filename (fixture->folder, DRAFT, NULL);
}

static void
wait_for_disk (ImpBacklog *backlog)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_wait_async (backlog, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_wait_finish (backlog, result, NULL));
}

static void
reopen (BacklogFixture *fixture)
{
  imp_close_backlog (g_steal_pointer (&fixture->backlog));
  fixture->backlog = backlog_fixture_open (fixture, "backlog.db");
}

static void
keep (BacklogFixture *fixture, const char *text)
{
  imp_draft_keeper_set_text (get_keeper (fixture), text);
  wait_for_disk (fixture->backlog);
}

static void
test_survives_closing (BacklogFixture *fixture, gconstpointer data)
{
  ImpDraftKeeper *other = imp_backlog_get_draft (fixture->backlog, IMP_DRAFT_ROUND);

  g_assert_null (get_text (fixture));
  imp_draft_keeper_set_text (get_keeper (fixture), WORDS);
  imp_draft_keeper_set_text (other, "Other words");
  wait_for_disk (fixture->backlog);
  reopen (fixture);
  g_assert_cmpstr (get_text (fixture), ==, WORDS);
  other = imp_backlog_get_draft (fixture->backlog, IMP_DRAFT_ROUND);
  g_assert_cmpstr (imp_draft_keeper_get_text (other), ==, "Other words");
}

/* As each backlog has drafts of its own. */
static void
test_is_of_its_backlog (BacklogFixture *fixture, gconstpointer data)
{
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");

  keep (fixture, WORDS);
  g_assert_null (imp_draft_keeper_get_text (imp_backlog_get_draft (other, IMP_DRAFT_RECORD)));
  imp_close_backlog (other);
}

static void
test_is_private (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture);
  struct stat info;

  keep (fixture, WORDS);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_discarding_leaves_nothing (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture);

  keep (fixture, WORDS);
  imp_draft_keeper_set_text (get_keeper (fixture), "While that is being written");
  imp_draft_keeper_save (get_keeper (fixture));
  keep (fixture, NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  reopen (fixture);
  g_assert_null (get_text (fixture));
}

static void
test_newest_stays (BacklogFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      imp_draft_keeper_set_text (get_keeper (fixture), text);
      if (i % 7 == 0)
        imp_draft_keeper_save (get_keeper (fixture));
      g_main_context_iteration (NULL, FALSE);
    }
  wait_for_disk (fixture->backlog);
  reopen (fixture);
  g_assert_cmpstr (get_text (fixture), ==, "199");
}

static gboolean
type_cb (gpointer data)
{
  BacklogFixture *fixture = data;
  g_autofree char *longer = g_strconcat (get_text (fixture), "a", NULL);

  imp_draft_keeper_set_text (get_keeper (fixture), longer);
  return G_SOURCE_CONTINUE;
}

/* Nobody has to pause for it. */
static void
test_saved_while_typing (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture);
  guint typing;

  imp_draft_keeper_set_text (get_keeper (fixture), "a");
  typing = g_timeout_add (20, type_cb, fixture);
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (typing);
}

static void
test_disk_that_fails (BacklogFixture *fixture, gconstpointer data)
{
  const FailingFiles full = { .first = 1, .for_ever = TRUE, .code = ENOSPC };
  ImpDraftKeeper *keeper = get_keeper (fixture);

  keep (fixture, "Old");
  failing_files_arm (&full);
  keep (fixture, WORDS);
  failing_files_arm (NULL);
  g_assert_nonnull (imp_draft_keeper_get_trouble (keeper));
  g_assert_cmpstr (get_text (fixture), ==, WORDS);
  wait_for_disk (fixture->backlog); /* leaving tries again */
  g_assert_null (imp_draft_keeper_get_trouble (keeper));
  reopen (fixture);
  g_assert_cmpstr (get_text (fixture), ==, WORDS);
}

static void
put (BacklogFixture *fixture, const char *bytes, gssize size)
{
  g_autofree char *path = dup_path (fixture);

  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  reopen (fixture);
}

static void
test_what_is_no_text (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture), *endless = g_strnfill (2 * 1024 * 1024, 'a');

  put (fixture, "\xff\xfe", 2);
  g_assert_null (get_text (fixture));
  put (fixture, "a\0b", 3);
  g_assert_null (get_text (fixture));
  put (fixture, "", 0);
  g_assert_null (get_text (fixture));
  put (fixture, endless, -1);
  g_assert_null (get_text (fixture));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  reopen (fixture);
  g_assert_null (get_text (fixture));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Keeps one text after another, and says so, until it is killed. */
static G_NORETURN void
run_child (BacklogFixture *fixture, int out)
{
  fixture->backlog = backlog_fixture_open (fixture, "backlog.db");
  for (guint number = 0;; number++)
    {
      g_autofree char *filling = g_strnfill (number % 5000, 'x');
      g_autofree char *text = g_strdup_printf ("%u %s end", number, filling);

      imp_draft_keeper_set_text (get_keeper (fixture), text);
      wait_for_disk (fixture->backlog);
      if (write (out, &number, sizeof number) != sizeof number)
        _exit (1);
    }
}

/* The last one it had said; -1 for none. */
static gint64
kill_one (BacklogFixture *fixture)
{
  int ends[2], status;
  guint number;
  gint64 last = -1;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    run_child (fixture, ends[1]);
  close (ends[1]);
  if (read (ends[0], &number, sizeof number) == sizeof number)
    last = number;
  g_usleep ((gulong) g_test_rand_int_range (0, 20000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status)); /* it had not failed by itself */
  while (read (ends[0], &number, sizeof number) == sizeof number)
    last = number;
  close (ends[0]);
  return last;
}

/* The one it said last, or the one after that, whole. By no thread of this process: children are to
 * follow. */
static void
assert_kept (BacklogFixture *fixture, gint64 last)
{
  g_autofree char *path = dup_path (fixture), *text = NULL;
  guint number;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%u", &number), ==, 1);
  g_assert_cmpint (number, >=, last);
  g_assert_cmpint (number, <=, last + 1);
  g_assert_true (g_str_has_suffix (text, " end"));
}

/* Also of words that were about to be kept. */
static void
assert_nothing_lies_about (BacklogFixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_null (strstr (name, "draft.improve-"));
}

static void
test_killed_at_any_moment (void)
{
  guint n_kills = g_getenv ("IMPROVE_TEST_LONG") != NULL ? 300 : 30;
  BacklogFixture fixture = { .now_ms = 1795262400000 };

  fixture.folder = g_dir_make_tmp ("improve-draft-XXXXXX", NULL);
  fixture.clock = imp_clock_fixed (&fixture.now_ms);
  for (guint i = 0; i < n_kills; i++)
    assert_kept (&fixture, kill_one (&fixture));
  fixture.backlog = backlog_fixture_open (&fixture, "backlog.db");
  assert_nothing_lies_about (&fixture);
  backlog_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First: a child must not be made once there are threads. */
  g_test_add_func ("/backlog/draft-keeper/killed-at-any-moment", test_killed_at_any_moment);
  BACKLOG_FIXTURE_ADD ("draft-keeper/survives-closing", test_survives_closing);
  BACKLOG_FIXTURE_ADD ("draft-keeper/is-of-its-backlog", test_is_of_its_backlog);
  BACKLOG_FIXTURE_ADD ("draft-keeper/is-private", test_is_private);
  BACKLOG_FIXTURE_ADD ("draft-keeper/discarding-leaves-nothing", test_discarding_leaves_nothing);
  BACKLOG_FIXTURE_ADD ("draft-keeper/newest-stays", test_newest_stays);
  BACKLOG_FIXTURE_ADD ("draft-keeper/saved-while-typing", test_saved_while_typing);
  BACKLOG_FIXTURE_ADD ("draft-keeper/disk-that-fails", test_disk_that_fails);
  BACKLOG_FIXTURE_ADD ("draft-keeper/what-is-no-text", test_what_is_no_text);
  return g_test_run ();
}
