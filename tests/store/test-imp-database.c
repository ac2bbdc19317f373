/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The database thread: jobs in their order, answers where they were asked for, an orderly end. */
#include "config.h"

#include <glib/gstdio.h>

#include "base/imp-error.h"
#include "store/imp-database.h"
#include "support/imp-await.h"

typedef struct
{
  char *folder, *path;
  ImpClock clock;
  ImpDatabase *database;
} Fixture;

static GThread *main_thread;

static GTask *
make_task (ImpAwait *await, GCancellable *cancellable)
{
  return g_task_new (NULL, cancellable, imp_await_cb, await);
}

static gboolean
finish (ImpAwait *await, GError **error)
{
  g_autoptr (GAsyncResult) result = imp_await (await);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("improve-database-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "backlog.db", NULL);
  fixture->clock = imp_clock_system ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
open_database (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ImpAwait await = { 0 };

  fixture->database = imp_database_new (fixture->path, "Inès Caron", &fixture->clock,
                                        imp_store_open, make_task (&await, NULL));
  finish (&await, &error);
  g_assert_no_error (error);
}

static void
close_database (Fixture *fixture)
{
  ImpAwait await = { 0 };

  imp_database_close (fixture->database, make_task (&await, NULL));
  g_assert_true (finish (&await, NULL));
}

/* Appends the task's number to the list, on the thread of the store. */
static void
note_in_db (GTask *task, ImpStore *store)
{
  g_assert_true (g_thread_self () != main_thread);
  g_assert_nonnull (imp_store_get_connection (store));
  g_string_append (g_task_get_task_data (task), "x");
  g_usleep (200);
  g_task_return_boolean (task, TRUE);
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_thread_self () == main_thread);
  g_string_append_c (data, '.');
}

static void
test_jobs_finish_before_closing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) done = g_string_new (NULL), answered = g_string_new (NULL);

  open_database (fixture);
  for (int i = 0; i < 50; i++)
    {
      GTask *task = g_task_new (NULL, NULL, noted_cb, answered);

      g_task_set_task_data (task, done, NULL);
      imp_database_push (fixture->database, task, note_in_db);
    }
  close_database (fixture);
  g_assert_cmpuint (done->len, ==, 50);
  g_assert_cmpuint (answered->len, ==, 50); /* in their order: the end is answered last */
}

static void
test_cancelled_before_its_turn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) done = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  ImpAwait await = { 0 };
  GTask *task = make_task (&await, cancellable);

  open_database (fixture);
  g_cancellable_cancel (cancellable);
  g_task_set_task_data (task, done, NULL);
  imp_database_push (fixture->database, task, note_in_db);
  g_assert_false (finish (&await, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (done->len, ==, 0);
  close_database (fixture);
}

/* Goes on until it is cancelled. */
static gboolean
go_on_in_db (GTask *task, ImpStore *store)
{
  g_atomic_int_inc ((int *) g_task_get_task_data (task));
  return !g_task_return_error_if_cancelled (task);
}

/* A long work in slices goes on between the jobs, and ends when the database is closed. */
static void
test_slices_let_jobs_go_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) done = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  ImpAwait sliced = { 0 };
  GTask *task = make_task (&sliced, cancellable);
  int n_slices = 0;

  open_database (fixture);
  g_task_set_task_data (task, &n_slices, NULL);
  imp_database_push_slices (fixture->database, task, go_on_in_db);
  for (guint i = 0; i < 10; i++)
    {
      ImpAwait await = { 0 };
      GTask *job = make_task (&await, NULL);
      int before = g_atomic_int_get (&n_slices);

      while (g_atomic_int_get (&n_slices) == before)
        g_thread_yield ();
      g_task_set_task_data (job, done, NULL);
      imp_database_push (fixture->database, job, note_in_db);
      g_assert_true (finish (&await, NULL));
    }
  close_database (fixture);
  g_assert_false (finish (&sliced, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_failure_to_open_answers_all (Fixture *fixture, gconstpointer data)
{
  ImpAwait opened = { 0 }, asked = { 0 };
  g_autoptr (GError) open_error = NULL, job_error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "not a backlog", -1, NULL));
  fixture->database = imp_database_new (fixture->path, "Inès Caron", &fixture->clock,
                                        imp_store_open, make_task (&opened, NULL));
  imp_database_push (fixture->database, make_task (&asked, NULL), note_in_db);
  g_assert_false (finish (&opened, &open_error));
  g_assert_error (open_error, IMP_ERROR, IMP_ERROR_NOT_OURS);
  g_assert_false (finish (&asked, &job_error));
  g_assert_cmpstr (job_error->message, ==, open_error->message);
  close_database (fixture);
}

static void
test_closed_can_be_opened_again (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 3; i++)
    {
      open_database (fixture);
      close_database (fixture); /* the lock is gone when it says so */
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  main_thread = g_thread_self ();
#define ADD(path, func) g_test_add ("/store/database/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("jobs-finish-before-closing", test_jobs_finish_before_closing);
  ADD ("cancelled-before-its-turn", test_cancelled_before_its_turn);
  ADD ("slices-let-jobs-go-first", test_slices_let_jobs_go_first);
  ADD ("failure-to-open-answers-all", test_failure_to_open_answers_all);
  ADD ("closed-can-be-opened-again", test_closed_can_be_opened_again);
  return g_test_run ();
}
