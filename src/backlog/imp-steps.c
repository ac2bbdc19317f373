/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The steps that undo and redo walk: one for each user action of this session. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-compare.h"
#include "base/imp-error.h"

/* A user action that can be taken back (or, once it was, done again). */
typedef struct
{
  gint64 txn;
  char *label;
} ImpStep;

void
imp_step_free (gpointer data)
{
  ImpStep *step = data;

  g_free (step->label);
  g_free (step);
}

/* What the main thread must know of a commit. */
typedef struct
{
  ImpBacklog *backlog;
  gint64 txn;
  guint kinds;
  char *label;
  ImpStepMode mode;
  ImpMedians medians;
  GArray *erased; /* of gint64, sorted: actions that cannot be taken back any more; may be NULL */
  GRegex *names;  /* of whoever was erased; may be NULL */
} Committed;

static void
committed_free (gpointer data)
{
  Committed *committed = data;

  g_object_unref (committed->backlog);
  g_free (committed->label);
  g_clear_pointer (&committed->erased, g_array_unref);
  g_clear_pointer (&committed->names, g_regex_unref);
  g_free (committed);
}

static void
add_step (ImpBacklog *self, Committed *committed)
{
  ImpStep *step = g_new (ImpStep, 1);

  *step = (ImpStep) { committed->txn, g_steal_pointer (&committed->label) };
  g_ptr_array_add (committed->mode == IMP_STEP_UNDO ? self->redo : self->undo, step);
  if (committed->mode == IMP_STEP_NEW)
    g_ptr_array_set_size (self->redo, 0);
}

/* From the last to the first, as they are taken out. */
static void
drop_steps (GPtrArray *steps, GArray *erased)
{
  for (guint i = steps->len; i > 0; i--)
    if (g_array_binary_search (erased, &((ImpStep *) steps->pdata[i - 1])->txn, imp_compare_int64,
                               NULL))
      g_ptr_array_remove_index (steps, i - 1);
}

static gboolean
committed_cb (gpointer data)
{
  Committed *committed = data;
  ImpBacklog *self = committed->backlog;

  if (committed->erased != NULL)
    {
      drop_steps (self->undo, committed->erased);
      drop_steps (self->redo, committed->erased);
    }
  if (committed->names != NULL)
    imp_backlog_drop_drafts (self, committed->names);
  self->medians = committed->medians;
  if (committed->mode != IMP_STEP_NONE)
    add_step (self, committed);
  imp_backlog_emit_changed (self, committed->kinds);
  return G_SOURCE_REMOVE;
}

static void
tell_main (GTask *task,
           ImpStore *store,
           const ImpCommit *commit,
           const char *label,
           ImpStepMode mode,
           GArray *erased,
           GRegex *names)
{
  Committed *committed = g_new0 (Committed, 1);

  *committed = (Committed) {
    .backlog = g_object_ref (g_task_get_source_object (task)),
    .txn = commit->txn,
    .kinds = commit->kinds,
    .label = g_strdup (label),
    .mode = mode,
    .medians = *imp_store_get_medians (store),
    .erased = erased,
    .names = names != NULL ? g_regex_ref (names) : NULL,
  };
  imp_backlog_call_main (task, committed_cb, committed, committed_free);
}

void
imp_backlog_tell_taken_in_db (GTask *task, ImpStore *store, guint kinds)
{
  const ImpCommit commit = { .kinds = kinds };

  tell_main (task, store, &commit, NULL, IMP_STEP_NONE, NULL, NULL);
}

void
imp_backlog_tell_erased_in_db (GTask *task,
                               ImpStore *store,
                               const ImpCommit *commit,
                               GArray *erased,
                               GRegex *names)
{
  tell_main (task, store, commit, NULL, IMP_STEP_NONE, erased, names);
}

gboolean
imp_backlog_commit_step_in_db (GTask *task,
                               ImpStore *store,
                               const ImpChanges *changes,
                               const char *label,
                               ImpStepMode mode,
                               ImpCommit *commit,
                               GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!imp_store_commit (store, changes, commit, &local_error))
    {
      imp_backlog_note_in_db (task, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (commit->txn == 0 && commit->n_blobs == 0)
    return TRUE;
  imp_backlog_note_in_db (task, NULL);
  if (commit->clock_ms != 0)
    imp_backlog_tell_clock_in_db (task, commit->clock_ms);
  tell_main (task, store, commit, label, commit->txn != 0 ? mode : IMP_STEP_NONE, NULL, NULL);
  return TRUE;
}

typedef struct
{
  ImpStep *step; /* NULL until its turn */
  ImpStepMode mode;
  GError *refusal; /* why it could not be taken; NULL: it was */
} StepArgs;

static void
step_args_free (gpointer data)
{
  StepArgs *args = data;

  g_clear_pointer (&args->step, imp_step_free);
  g_clear_error (&args->refusal);
  g_free (args);
}

static GPtrArray *
get_steps (ImpBacklog *self, const StepArgs *args)
{
  return args->mode == IMP_STEP_UNDO ? self->undo : self->redo;
}

static gboolean stepped_cb (gpointer data);

static void
step_in_db (GTask *task, ImpStore *store)
{
  StepArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = NULL;
  g_auto (ImpCommit) commit = { 0 };

  changes = imp_store_invert (store, args->step->txn, &args->refusal);
  if (changes != NULL)
    imp_backlog_commit_step_in_db (task, store, changes, args->step->label, args->mode, &commit,
                                   &args->refusal);
  imp_error_prefix (&args->refusal, "%s",
                    args->mode == IMP_STEP_UNDO ? _ ("Cannot undo") : _ ("Cannot redo"));
  imp_backlog_call_main (task, stepped_cb, g_object_ref (task), g_object_unref);
  if (args->refusal != NULL)
    g_task_return_error (task, g_error_copy (args->refusal));
  else
    g_task_return_pointer (
        task, imp_backlog_box_written (&commit, imp_backlog_find_subject (changes)), g_free);
}

/* Takes over the task. */
static void
begin_step (ImpBacklog *self, GTask *task)
{
  StepArgs *args = g_task_get_task_data (task);
  GPtrArray *from = get_steps (self, args);

  if (from->len > 0)
    {
      args->step = g_ptr_array_steal_index (from, from->len - 1);
      self->stepping = self->database != NULL;
      imp_backlog_push (self, task, step_in_db);
      return;
    }
  g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_NOT_FOUND, "%s",
                           args->mode == IMP_STEP_UNDO ? _ ("There is nothing to undo")
                                                       : _ ("There is nothing to redo"));
  g_object_unref (task);
}

/* The steps before the one that could not be taken build on it, so those who wait fail with it. */
static void
refuse_waiting (ImpBacklog *self, const GError *refusal)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->waiting_steps)) != NULL)
    {
      g_task_return_error (task, g_error_copy (refusal));
      g_object_unref (task);
    }
}

/* A step that could not be taken stands where it was. One that never can be taken any more does not
 * stand in the way of those before it. */
static void
give_back (ImpBacklog *self, StepArgs *args)
{
  if (g_error_matches (args->refusal, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    imp_backlog_emit_changed (self, 0);
  else
    g_ptr_array_add (get_steps (self, args), g_steal_pointer (&args->step));
}

/* Before anybody hears of what was committed after it. */
static gboolean
stepped_cb (gpointer data)
{
  GTask *task = data;
  ImpBacklog *self = g_task_get_source_object (task);
  StepArgs *args = g_task_get_task_data (task);

  self->stepping = FALSE;
  if (args->refusal != NULL)
    {
      give_back (self, args);
      refuse_waiting (self, args->refusal);
    }
  while (!self->stepping && !g_queue_is_empty (&self->waiting_steps))
    begin_step (self, g_queue_pop_head (&self->waiting_steps));
  return G_SOURCE_REMOVE;
}

static void
take_step (ImpBacklog *self, ImpStepMode mode, GAsyncReadyCallback callback, gpointer data)
{
  StepArgs *args = g_new0 (StepArgs, 1);
  GTask *task = imp_backlog_new_task (self, take_step, args, step_args_free, NULL, callback, data);

  args->mode = mode;
  imp_backlog_hold (self, task);
  if (self->stepping)
    g_queue_push_tail (&self->waiting_steps, task);
  else
    begin_step (self, task);
}

void
imp_backlog_undo_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data)
{
  take_step (self, IMP_STEP_UNDO, callback, data);
}

void
imp_backlog_redo_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data)
{
  take_step (self, IMP_STEP_REDO, callback, data);
}

static const char *
get_last_label (GPtrArray *steps)
{
  return steps->len > 0 ? ((ImpStep *) steps->pdata[steps->len - 1])->label : NULL;
}

const char *
imp_backlog_get_undo_label (ImpBacklog *self)
{
  return get_last_label (self->undo);
}

gint64
imp_backlog_get_undo_step (ImpBacklog *self)
{
  return self->undo->len > 0 ? ((ImpStep *) self->undo->pdata[self->undo->len - 1])->txn : 0;
}

const char *
imp_backlog_get_redo_label (ImpBacklog *self)
{
  return get_last_label (self->redo);
}
