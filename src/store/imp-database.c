/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The one database thread: it opens the store, does the jobs in their order, and closes it. */
#include "config.h"

#include "store/imp-database.h"

#include "base/imp-error.h"

struct _ImpDatabase
{
  GAsyncQueue *jobs; /* of Job */
  char *path;
  char *actor;
  ImpClock clock;
  ImpDatabaseOpen open;

  struct
  {
    ImpStore *store; /* NULL where it could not be opened */
    GError *error;   /* then this is why */
    GQueue idle;     /* of Job: works in slices, the first one under way */
  } thread;          /* touched on the database thread only */
};

typedef struct
{
  GTask *task;            /* owned; may be NULL for the last job */
  ImpDatabaseFunc func;   /* NULL for the first job, which opens, and the last, which closes */
  ImpDatabaseSlice slice; /* instead */
} Job;

static void
database_free (ImpDatabase *self)
{
  g_async_queue_unref (self->jobs);
  g_clear_error (&self->thread.error);
  g_free (self->path);
  g_free (self->actor);
  g_free (self);
}

static void
open_in_db (ImpDatabase *self, GTask *task)
{
  self->thread.store = self->open (self->path, self->actor, &self->clock, &self->thread.error);
  if (self->thread.store != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_error_copy (self->thread.error));
}

static void
run_in_db (ImpDatabase *self, const Job *job)
{
  if (g_task_return_error_if_cancelled (job->task))
    return;
  if (self->thread.store != NULL)
    job->func (job->task, self->thread.store);
  else
    g_task_return_error (job->task, g_error_copy (self->thread.error));
}

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_free (job);
}

/* One piece of the first of the works that can wait. */
static void
run_slice_in_db (ImpDatabase *self)
{
  Job *job = g_queue_peek_head (&self->thread.idle);
  gboolean more = FALSE;

  if (self->thread.store != NULL)
    more = job->slice (job->task, self->thread.store);
  else
    g_task_return_error (job->task, g_error_copy (self->thread.error));
  if (!more)
    job_free (g_queue_pop_head (&self->thread.idle));
}

static void
finish_in_db (ImpDatabase *self, const Job *job)
{
  while (!g_queue_is_empty (&self->thread.idle))
    {
      Job *idle = g_queue_peek_head (&self->thread.idle);

      g_cancellable_cancel (g_task_get_cancellable (idle->task));
      run_slice_in_db (self);
    }
  g_clear_pointer (&self->thread.store, imp_store_close);
  if (job->task != NULL)
    g_task_return_boolean (job->task, TRUE);
}

/* The next job; works in slices go on for as long as there is none. */
static Job *
wait_in_db (ImpDatabase *self)
{
  while (!g_queue_is_empty (&self->thread.idle))
    {
      Job *job = g_async_queue_try_pop (self->jobs);

      if (job != NULL)
        return job;
      run_slice_in_db (self);
    }
  return g_async_queue_pop (self->jobs);
}

static gpointer
database_thread (gpointer data)
{
  ImpDatabase *self = data;
  Job *job = g_async_queue_pop (self->jobs);

  open_in_db (self, job->task);
  job_free (job);
  while ((job = wait_in_db (self))->func != NULL || job->slice != NULL)
    {
      if (job->slice != NULL)
        {
          g_queue_push_tail (&self->thread.idle, job);
          continue;
        }
      run_in_db (self, job);
      job_free (job);
    }
  finish_in_db (self, job);
  job_free (job);
  database_free (self);
  return NULL;
}

static void
push (ImpDatabase *self, GTask *task, ImpDatabaseFunc func, ImpDatabaseSlice slice)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { task, func, slice };
  g_async_queue_push (self->jobs, job);
}

ImpDatabase *
imp_database_new (const char *path,
                  const char *actor,
                  const ImpClock *clock,
                  ImpDatabaseOpen open_store,
                  GTask *task)
{
  ImpDatabase *self = g_new0 (ImpDatabase, 1);

  self->jobs = g_async_queue_new ();
  self->path = g_strdup (path);
  self->actor = g_strdup (actor);
  self->clock = *clock;
  self->open = open_store;
  push (self, task, NULL, NULL);
  g_thread_unref (g_thread_new ("database", database_thread, self));
  return self;
}

void
imp_database_push (ImpDatabase *self, GTask *task, ImpDatabaseFunc func)
{
  g_return_if_fail (func != NULL);

  push (self, task, func, NULL);
}

void
imp_database_push_slices (ImpDatabase *self, GTask *task, ImpDatabaseSlice func)
{
  g_return_if_fail (func != NULL && g_task_get_cancellable (task) != NULL);

  push (self, task, NULL, func);
}

void
imp_database_close (ImpDatabase *self, GTask *task)
{
  push (self, task, NULL, NULL);
}
