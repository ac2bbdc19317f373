/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files in: read on a thread of its own, then written on the database thread. */
#include "config.h"

#include "backlog/imp-backlog-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-private.h"
#include "backlog/imp-import-job.h"
#include "base/imp-error.h"
#include "store/imp-overview-table.h"
#include "store/imp-take-round.h"

#define N_MANY 100 /* items, of a table some 50 rows; more of them at once are worth a backup */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (imp_import_job_read (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What is new and what was here already, by kind. */
static void
count_items (const ImpImportJob *job, const ImpCommit *commit)
{
  for (guint i = 0; i < job->changes->items->len; i++)
    {
      ImpKind kind = g_array_index (job->changes->items, ImpNewItem, i).kind;

      if (g_array_index (commit->known, gboolean, i))
        job->outcome->n_known[kind]++;
      else
        job->outcome->n_new[kind]++;
    }
  if (job->format == IMP_FORMAT_BACKLOG)
    job->outcome->n_rows = job->changes->items->len;
}

static void
fill_from_taken (ImpImportJob *job, const ImpTaken *taken)
{
  ImpImportOutcome *outcome = job->outcome;

  outcome->is_round = TRUE;
  outcome->round = job->dry_run ? 0 : taken->round;
  outcome->n_rows = job->passed->rows->len;
  memcpy (outcome->n_new, taken->n_new, sizeof taken->n_new);
  memcpy (outcome->n_known, taken->n_known, sizeof taken->n_known);
  outcome->n_changed = taken->n_changed;
  outcome->n_contested = taken->n_contested;
  outcome->n_photos = taken->n_blobs;
}

/* Whoever recorded it did so elsewhere: it is no step of undo, as little as what laptops share. */
static void
tell_taken (GTask *task, ImpStore *store, const ImpTaken *taken)
{
  if (taken->n_written == 0 && taken->n_blobs == 0)
    return;
  imp_backlog_note_in_db (task, NULL);
  imp_backlog_tell_taken_in_db (task, store, taken->kinds);
  if (taken->ahead_ms > IMP_CLOCK_FAR_MS)
    imp_backlog_tell_ahead_in_db (task, taken->ahead_ms);
}

static gboolean
take_round (GTask *task, ImpStore *store, ImpImportJob *job, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  ImpTaken taken;

  if (!imp_store_take_round (store, job->passed, !job->dry_run, &taken, &local_error))
    {
      imp_backlog_note_in_db (task, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  fill_from_taken (job, &taken);
  if (!job->dry_run)
    tell_taken (task, store, &taken);
  return TRUE;
}

static gboolean
take_changes (GTask *task, ImpStore *store, ImpImportJob *job, GError **error)
{
  g_auto (ImpCommit) commit = { 0 };
  gboolean done;

  if (job->dry_run)
    done = imp_store_try (store, job->changes, &commit, error);
  else
    done = imp_store_check_writable (store, error)
           && imp_backlog_commit_step_in_db (task, store, job->changes, _ ("Imported"),
                                             IMP_STEP_NEW, &commit, error);
  if (done)
    count_items (job, &commit);
  return done;
}

static void
fail (GTask *task, GError *error)
{
  imp_error_prefix (&error, "%s", _ ("Cannot import"));
  g_task_return_error (task, error);
}

static void
import_in_db (GTask *task, ImpStore *store)
{
  ImpImportJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done;

  imp_store_watch (store, g_task_get_cancellable (task), job->progress);
  done = (job->passed != NULL ? take_round : take_changes) (task, store, job, &error);
  imp_store_watch (store, NULL, NULL);
  if (!done)
    {
      fail (task, error);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&job->outcome),
                         (GDestroyNotify) imp_import_outcome_free);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autofree char *written = NULL;
  GError *error = NULL;

  written = imp_backlog_back_up_finish (IMP_BACKLOG (source), result, &error);
  if (written != NULL)
    imp_backlog_push (IMP_BACKLOG (source), g_steal_pointer (&task), import_in_db);
  else
    fail (task, error);
}

static void
look_in_db (GTask *task, ImpStore *store)
{
  gboolean empty = FALSE;
  GError *error = NULL;

  if (imp_store_check_writable (store, &error) && imp_store_look_empty (store, &empty, &error))
    g_task_return_boolean (task, !empty);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gboolean has = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    fail (task, error);
  else if (has)
    imp_backlog_back_up_async (IMP_BACKLOG (source), IMP_BACKUP_BEFORE_CHANGE, NULL,
                               g_task_get_cancellable (task), backed_up_cb, g_object_ref (task));
  else
    imp_backlog_push (IMP_BACKLOG (source), g_steal_pointer (&task), import_in_db);
}

/* Many items at once are not easily looked through again, and a round is not taken back with Undo:
 * what is here is backed up before, in slices, for a large backlog takes long to copy and to check. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const ImpImportJob *job = g_task_get_task_data (task);
  ImpBacklog *self = IMP_BACKLOG (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (!job->dry_run && (job->passed != NULL || job->changes->items->len > N_MANY))
    imp_backlog_push (self,
                      imp_backlog_new_task (self, look_in_db, NULL, NULL,
                                            g_task_get_cancellable (task), looked_cb,
                                            g_object_ref (task)),
                      look_in_db);
  else
    imp_backlog_push (self, g_steal_pointer (&task), import_in_db);
}

void
imp_backlog_import_async (ImpBacklog *self,
                          const ImpImportRequest *request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  ImpImportJob *job = imp_import_job_new (request, imp_backlog_get_today (self));
  GTask *task = imp_backlog_new_task (self, imp_backlog_import_async, job, imp_import_job_free,
                                      cancellable, callback, data);
  g_autoptr (GTask) reading = g_task_new (self, cancellable, read_cb, task);

  imp_backlog_hold (self, task);
  g_task_set_task_data (reading, job, NULL); /* `task` lives longer */
  g_task_run_in_thread (reading, read_in_thread);
}

ImpImportOutcome *
imp_backlog_import_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
