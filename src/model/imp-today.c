/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now. */
#include "config.h"

#include "model/imp-today.h"

void
imp_to_confirm_free (ImpToConfirm *self)
{
  g_free (self->title);
  g_strfreev (self->reporters);
  g_free (self);
}

ImpNews *
imp_news_new (ImpItem irritant, ImpItem fix, ImpDate since)
{
  ImpNews *self = g_new0 (ImpNews, 1);

  self->irritant = irritant;
  self->fix = fix;
  self->since = since;
  self->untold = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_untold_free);
  return self;
}

void
imp_news_free (ImpNews *self)
{
  g_ptr_array_unref (self->untold);
  g_free (self);
}

void
imp_today_round_free (ImpTodayRound *self)
{
  imp_round_line_clear (&self->line);
  g_free (self);
}

ImpToday *
imp_today_new (ImpDate day)
{
  ImpToday *self = g_atomic_rc_box_new0 (ImpToday);

  self->day = day;
  self->last_due = IMP_DATE_NONE;
  self->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_promise_line_free);
  self->to_confirm = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_to_confirm_free);
  self->news = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_news_free);
  self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_today_round_free);
  return self;
}

ImpToday *
imp_today_ref (ImpToday *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_today (gpointer data)
{
  ImpToday *self = data;

  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->to_confirm);
  g_ptr_array_unref (self->news);
  g_ptr_array_unref (self->rounds);
}

void
imp_today_unref (ImpToday *self)
{
  g_atomic_rc_box_release_full (self, clear_today);
}

guint
imp_today_count (const ImpToday *self)
{
  return self->n_late + self->n_due + self->n_to_confirm + self->n_news + self->n_under_way
         + self->n_due_rounds;
}

gboolean
imp_today_is_empty (const ImpToday *self)
{
  return imp_today_count (self) == 0 && self->n_rounds == 0;
}
