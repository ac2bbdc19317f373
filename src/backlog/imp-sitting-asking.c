/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a sitting asks next, and the page of it. */
#include "config.h"

#include "backlog/imp-sitting-private.h"

#include "backlog/imp-backlog-explain.h"
#include "base/imp-error.h"
#include "model/imp-place-words.h"

static void find_next (ImpSitting *self);

void
imp_sitting_advance (ImpSitting *self)
{
  self->backwards = FALSE;
  if (self->position + 1 >= self->steps->len)
    {
      find_next (self);
      return;
    }
  self->position++;
  imp_sitting_read_page (self);
}

/* Over a step that somebody has deleted meanwhile, the way it went. */
static void
step_over (ImpSitting *self)
{
  if (!self->backwards || self->position == 0)
    {
      imp_sitting_advance (self);
      return;
    }
  self->position--;
  imp_sitting_read_page (self);
}

/* Takes over the page. What an answer moved is said as of that answer, whatever came after it. */
static void
take_page (ImpSitting *self, ImpIrritantPage *page)
{
  ImpSittingStep *step = imp_sitting_get_shown (self);

  self->page = page;
  if (step->outcome != IMP_STEP_OUTCOME_ANSWERED)
    step->rank = page->rank;
  else if (step->moved == NULL)
    step->moved = imp_place_say_move (step->rank, page->rank, &page->impact);
  imp_sitting_change (self);
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
    imp_sitting_check (self, error);
}

void
imp_sitting_read_page (ImpSitting *self)
{
  self->busy = TRUE;
  g_clear_pointer (&self->page, imp_irritant_page_unref);
  imp_backlog_irritant_page_async (self->backlog, imp_sitting_get_shown (self)->item, NULL,
                                   page_read_cb, g_object_ref (self));
}

static void
weighed_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSitting) self = data;
  g_autoptr (GError) error = NULL;

  imp_backlog_weigh_top_ten_finish (IMP_BACKLOG (backlog), result, &self->share, &error);
  if (!imp_sitting_check (self, error))
    return;
  if (!self->weighed)
    self->share_before = self->share;
  self->weighed = TRUE;
  if (imp_sitting_get_shown (self) != NULL)
    imp_sitting_read_page (self);
  else
    find_next (self);
}

void
imp_sitting_weigh (ImpSitting *self)
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

  if (!imp_sitting_check (self, error))
    return;
  if (to_ask->len == 0)
    {
      imp_sitting_finish (self);
      return;
    }
  add_step (self, to_ask->pdata[0]);
  imp_sitting_read_page (self);
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
