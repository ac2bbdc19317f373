/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A team estimates together: what is most worth asking, one question after another. */
#include "config.h"

#include "backlog/imp-sitting-private.h"

G_DEFINE_FINAL_TYPE (ImpSitting, imp_sitting, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
step_free (gpointer data)
{
  ImpSittingStep *step = data;

  g_free (step->title);
  g_free (step->moved);
  g_free (step);
}

ImpSittingStep *
imp_sitting_get_shown (ImpSitting *self)
{
  return self->position < self->steps->len ? self->steps->pdata[self->position] : NULL;
}

static Then
stop_waiting (ImpSitting *self)
{
  const Then then = self->then;

  self->then = THEN_NOTHING;
  self->busy = self->settling = FALSE;
  return then;
}

void
imp_sitting_change (ImpSitting *self)
{
  const Then then = stop_waiting (self);

  if (then == THEN_ANSWER)
    {
      imp_sitting_answer (self, &self->answering_then);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (then == THEN_GO_ON)
    imp_sitting_go_on (self);
  else if (then == THEN_GO_BACK)
    imp_sitting_go_back (self);
}

gboolean
imp_sitting_check (ImpSitting *self, const GError *error)
{
  if (error == NULL)
    return TRUE;
  stop_waiting (self);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  return FALSE;
}

void
imp_sitting_finish (ImpSitting *self)
{
  self->over = TRUE;
  self->position = self->steps->len;
  g_clear_pointer (&self->page, imp_irritant_page_unref);
  imp_sitting_change (self);
}

static void
settle (ImpSitting *self, ImpStepOutcome outcome, const ImpAnswer *answer)
{
  ImpSittingStep *step = imp_sitting_get_shown (self);

  step->outcome = outcome;
  step->answer = *answer;
  g_clear_pointer (&step->moved, g_free);
}

static void
answered_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSitting) self = data;
  g_autoptr (GError) error = NULL;
  const ImpSittingStep *step = imp_sitting_get_shown (self);
  Saved saved = { self->position, 0, step->outcome, step->answer };

  imp_backlog_write_finish_step (IMP_BACKLOG (backlog), result, NULL, &saved.action, &error);
  if (!imp_sitting_check (self, error))
    return;
  if (saved.action != 0)
    g_array_append_val (self->saved, saved);
  settle (self,
          imp_answer_is_known (&self->answering) ? IMP_STEP_OUTCOME_ANSWERED
                                                 : IMP_STEP_OUTCOME_NOBODY_KNOWS,
          &self->answering);
  imp_sitting_weigh (self);
}

static void
undone_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSitting) self = data;
  g_autoptr (GError) error = NULL;
  Saved saved;

  imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error);
  if (!imp_sitting_check (self, error))
    return;
  saved = g_array_index (self->saved, Saved, self->saved->len - 1);
  g_array_set_size (self->saved, self->saved->len - 1);
  self->over = self->backwards = FALSE;
  self->position = saved.position;
  settle (self, saved.outcome, &saved.answer);
  imp_sitting_weigh (self);
}

static void
imp_sitting_finalize (GObject *object)
{
  ImpSitting *self = IMP_SITTING (object);

  g_clear_pointer (&self->page, imp_irritant_page_unref);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->saved);
  g_object_unref (self->backlog);
  G_OBJECT_CLASS (imp_sitting_parent_class)->finalize (object);
}

static void
imp_sitting_class_init (ImpSittingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_sitting_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", IMP_TYPE_SITTING, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", IMP_TYPE_SITTING, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
imp_sitting_init (ImpSitting *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->saved = g_array_new (FALSE, FALSE, sizeof (Saved));
  self->share = self->share_before = -1;
}

ImpSitting *
imp_sitting_new (ImpBacklog *backlog)
{
  ImpSitting *self = g_object_new (IMP_TYPE_SITTING, NULL);

  self->backlog = g_object_ref (backlog);
  return self;
}

void
imp_sitting_start (ImpSitting *self)
{
  if (!self->busy && self->page == NULL && !self->over)
    imp_sitting_weigh (self);
}

const ImpSittingStep *
imp_sitting_get_step (ImpSitting *self)
{
  return imp_sitting_get_shown (self);
}

const ImpIrritantPage *
imp_sitting_get_page (ImpSitting *self)
{
  return self->page;
}

gboolean
imp_sitting_is_over (ImpSitting *self)
{
  return self->over;
}

/* Whether it waits; then it is remembered. Who has asked for another question means that one with
 * what they answer next, and does not see it yet. */
static gboolean
wait_with (ImpSitting *self, Then then)
{
  if (self->settling && (then != THEN_ANSWER || self->then <= THEN_ANSWER))
    self->then = then;
  return self->busy;
}

static void
save_answer (ImpSitting *self, const ImpAnswer *answer)
{
  const ImpSittingStep *step = imp_sitting_get_shown (self);

  self->busy = self->settling = TRUE;
  self->answering = *answer;
  imp_backlog_answer_async (self->backlog, step->item, step->question, answer, self->page->as_of,
                            answered_cb, g_object_ref (self));
}

void
imp_sitting_answer (ImpSitting *self, const ImpAnswer *answer)
{
  const ImpSittingStep *step = imp_sitting_get_shown (self);

  if (wait_with (self, THEN_ANSWER))
    self->answering_then = *answer;
  else if (step == NULL || self->page == NULL)
    return;
  else if (imp_answer_is_known (answer) || step->outcome == IMP_STEP_OUTCOME_ANSWERED)
    save_answer (self, answer);
  else
    {
      settle (self, IMP_STEP_OUTCOME_NOBODY_KNOWS, answer);
      imp_sitting_change (self);
    }
}

void
imp_sitting_go_on (ImpSitting *self)
{
  ImpSittingStep *step = imp_sitting_get_shown (self);

  if (wait_with (self, THEN_GO_ON) || step == NULL)
    return;
  if (step->outcome == IMP_STEP_OUTCOME_OPEN)
    step->outcome = IMP_STEP_OUTCOME_SKIPPED;
  imp_sitting_advance (self);
}

gboolean
imp_sitting_can_go_back (ImpSitting *self)
{
  return self->position > 0;
}

void
imp_sitting_go_back (ImpSitting *self)
{
  if (wait_with (self, THEN_GO_BACK) || self->position == 0)
    return;
  self->over = FALSE;
  self->backwards = TRUE;
  self->position--;
  imp_sitting_read_page (self);
}

gboolean
imp_sitting_can_undo (ImpSitting *self)
{
  const guint n = self->saved->len;

  return n > 0
         && g_array_index (self->saved, Saved, n - 1).action
                == imp_backlog_get_undo_step (self->backlog);
}

void
imp_sitting_undo (ImpSitting *self)
{
  if (self->busy || !imp_sitting_can_undo (self))
    return;
  self->busy = TRUE;
  imp_backlog_undo_async (self->backlog, undone_cb, g_object_ref (self));
}

void
imp_sitting_end (ImpSitting *self)
{
  if (!self->busy)
    imp_sitting_finish (self);
}

const GPtrArray *
imp_sitting_get_steps (ImpSitting *self)
{
  return self->steps;
}

guint
imp_sitting_count (ImpSitting *self, ImpStepOutcome outcome)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    n += ((const ImpSittingStep *) self->steps->pdata[i])->outcome == outcome;
  return n;
}

double
imp_sitting_get_share_before (ImpSitting *self)
{
  return self->share_before;
}

double
imp_sitting_get_share (ImpSitting *self)
{
  return self->share;
}
