/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A team estimates together: what is most worth asking, one question after another. */
#include "config.h"

#include "backlog/imp-sitting.h"

#include "backlog/imp-backlog-explain.h"
#include "base/imp-error.h"
#include "model/imp-place-words.h"

/* A saved answer that can be taken back: what the step was before it. */
typedef struct
{
  guint position;
  gint64 action; /* imp_backlog_get_undo_step() of it */
  ImpStepOutcome outcome;
  ImpAnswer answer;
} Saved;

/* What was asked for while an answer was being saved. */
typedef enum
{
  THEN_NOTHING,
  THEN_ANSWER,
  THEN_GO_ON,
  THEN_GO_BACK,
} Then;

struct _ImpSitting
{
  GObject parent_instance;
  ImpBacklog *backlog;
  GPtrArray *steps;      /* of ImpSittingStep */
  guint position;        /* of the step that is shown; their number: none, it is over */
  ImpIrritantPage *page; /* of that step; NULL: none, or not loaded yet */
  GArray *saved;         /* of Saved, the newest last */
  ImpAnswer answering;   /* what is being saved */
  Then then;
  ImpAnswer answering_then; /* that of THEN_ANSWER */
  double share_before, share;
  gboolean busy;      /* the answer of the backlog is under way */
  gboolean settling;  /* the same, and it is about the question that is shown */
  gboolean backwards; /* the way it went last */
  gboolean over;
  gboolean weighed; /* share_before is known */
};

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

static ImpSittingStep *
get_step (ImpSitting *self)
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

/* The room thinks again before it sees what its answer moved: only the newest answer counts. */
static void
change (ImpSitting *self)
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

/* Whether it was answered; else says why not. */
static gboolean
check (ImpSitting *self, const GError *error)
{
  if (error == NULL)
    return TRUE;
  stop_waiting (self);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  return FALSE;
}

static void
end (ImpSitting *self)
{
  self->over = TRUE;
  self->position = self->steps->len;
  g_clear_pointer (&self->page, imp_irritant_page_unref);
  change (self);
}

static void find_next (ImpSitting *self);
static void read_page (ImpSitting *self);

static void
advance (ImpSitting *self)
{
  self->backwards = FALSE;
  if (self->position + 1 >= self->steps->len)
    {
      find_next (self);
      return;
    }
  self->position++;
  read_page (self);
}

/* Over a step that somebody has deleted meanwhile, the way it went. */
static void
step_over (ImpSitting *self)
{
  if (!self->backwards || self->position == 0)
    {
      advance (self);
      return;
    }
  self->position--;
  read_page (self);
}

/* Takes over the page. What an answer moved is said as of that answer, whatever came after it. */
static void
take_page (ImpSitting *self, ImpIrritantPage *page)
{
  ImpSittingStep *step = get_step (self);

  self->page = page;
  if (step->outcome != IMP_STEP_OUTCOME_ANSWERED)
    step->rank = page->rank;
  else if (step->moved == NULL)
    step->moved = imp_place_say_move (step->rank, page->rank, &page->impact);
  change (self);
}

static void
page_read_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSitting) self = data;
  g_autoptr (GError) error = NULL;
  ImpIrritantPage *page = imp_backlog_irritant_page_finish (IMP_BACKLOG (backlog), result, &error);

  if (page != NULL)
    take_page (self, page);
  else if (g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    step_over (self);
  else
    check (self, error);
}

static void
read_page (ImpSitting *self)
{
  self->busy = TRUE;
  g_clear_pointer (&self->page, imp_irritant_page_unref);
  imp_backlog_irritant_page_async (self->backlog, get_step (self)->item, NULL, page_read_cb,
                                   g_object_ref (self));
}

static void
weighed_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSitting) self = data;
  g_autoptr (GError) error = NULL;

  imp_backlog_weigh_top_ten_finish (IMP_BACKLOG (backlog), result, &self->share, &error);
  if (!check (self, error))
    return;
  if (!self->weighed)
    self->share_before = self->share;
  self->weighed = TRUE;
  if (get_step (self) != NULL)
    read_page (self);
  else
    find_next (self);
}

/* And then the page, or the first question. */
static void
weigh (ImpSitting *self)
{
  self->busy = TRUE;
  imp_backlog_weigh_top_ten_async (self->backlog, NULL, weighed_cb, g_object_ref (self));
}

static void
add_step (ImpSitting *self, const ImpToAsk *to_ask)
{
  ImpSittingStep *step = g_new0 (ImpSittingStep, 1);

  step->item = to_ask->item;
  step->title = g_strdup (to_ask->title);
  step->question = to_ask->asking.question;
  step->rank = to_ask->rank;
  g_ptr_array_add (self->steps, step);
  self->position = self->steps->len - 1;
}

static void
found_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSitting) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) to_ask =
      imp_backlog_find_to_ask_finish (IMP_BACKLOG (backlog), result, &error);

  if (!check (self, error))
    return;
  if (to_ask->len == 0)
    {
      end (self);
      return;
    }
  add_step (self, to_ask->pdata[0]);
  read_page (self);
}

static GArray *
list_asked (ImpSitting *self)
{
  GArray *asked = g_array_new (FALSE, FALSE, sizeof (ImpAsked));

  for (guint i = 0; i < self->steps->len; i++)
    {
      const ImpSittingStep *step = self->steps->pdata[i];

      imp_asked_add (asked, step->item, step->question);
    }
  return asked;
}

static void
find_next (ImpSitting *self)
{
  g_autoptr (GArray) asked = list_asked (self);

  self->busy = TRUE;
  imp_backlog_find_to_ask_async (self->backlog, 1, asked, NULL, found_cb, g_object_ref (self));
}

static void
settle (ImpSitting *self, ImpStepOutcome outcome, const ImpAnswer *answer)
{
  ImpSittingStep *step = get_step (self);

  step->outcome = outcome;
  step->answer = *answer;
  g_clear_pointer (&step->moved, g_free);
}

static void
answered_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSitting) self = data;
  g_autoptr (GError) error = NULL;
  const ImpSittingStep *step = get_step (self);
  Saved saved = { self->position, 0, step->outcome, step->answer };

  imp_backlog_write_finish_step (IMP_BACKLOG (backlog), result, NULL, &saved.action, &error);
  if (!check (self, error))
    return;
  if (saved.action != 0)
    g_array_append_val (self->saved, saved);
  settle (self,
          imp_answer_is_known (&self->answering) ? IMP_STEP_OUTCOME_ANSWERED
                                                 : IMP_STEP_OUTCOME_NOBODY_KNOWS,
          &self->answering);
  weigh (self);
}

static void
undone_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSitting) self = data;
  g_autoptr (GError) error = NULL;
  Saved saved;

  imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error);
  if (!check (self, error))
    return;
  saved = g_array_index (self->saved, Saved, self->saved->len - 1);
  g_array_set_size (self->saved, self->saved->len - 1);
  self->over = self->backwards = FALSE;
  self->position = saved.position;
  settle (self, saved.outcome, &saved.answer);
  weigh (self);
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
    weigh (self);
}

const ImpSittingStep *
imp_sitting_get_step (ImpSitting *self)
{
  return get_step (self);
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
  const ImpSittingStep *step = get_step (self);

  self->busy = self->settling = TRUE;
  self->answering = *answer;
  imp_backlog_answer_async (self->backlog, step->item, step->question, answer, self->page->as_of,
                            answered_cb, g_object_ref (self));
}

void
imp_sitting_answer (ImpSitting *self, const ImpAnswer *answer)
{
  const ImpSittingStep *step = get_step (self);

  if (wait_with (self, THEN_ANSWER))
    self->answering_then = *answer;
  else if (step == NULL || self->page == NULL)
    return;
  else if (imp_answer_is_known (answer) || step->outcome == IMP_STEP_OUTCOME_ANSWERED)
    save_answer (self, answer);
  else
    {
      settle (self, IMP_STEP_OUTCOME_NOBODY_KNOWS, answer);
      change (self);
    }
}

void
imp_sitting_go_on (ImpSitting *self)
{
  ImpSittingStep *step = get_step (self);

  if (wait_with (self, THEN_GO_ON) || step == NULL)
    return;
  if (step->outcome == IMP_STEP_OUTCOME_OPEN)
    step->outcome = IMP_STEP_OUTCOME_SKIPPED;
  advance (self);
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
  read_page (self);
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
    end (self);
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
