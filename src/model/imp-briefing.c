/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What to know before a round: what was promised at the site, what is open there, what to ask. */
#include "config.h"

#include "model/imp-briefing.h"

void
imp_promised_free (ImpPromised *self)
{
  g_free (self->what);
  g_free (self->to);
  g_free (self->reason);
  g_free (self);
}

void
imp_briefing_irritant_free (ImpBriefingIrritant *self)
{
  g_free (self->title);
  g_free (self->words);
  g_free (self);
}

void
imp_untold_free (ImpUntold *self)
{
  g_free (self->who);
  g_free (self->what);
  g_free (self->why);
  g_free (self->hears);
  g_free (self);
}

void
imp_unheard_free (ImpUnheard *self)
{
  g_free (self->name);
  g_free (self);
}

ImpBriefing *
imp_briefing_new (void)
{
  ImpBriefing *self = g_atomic_rc_box_new0 (ImpBriefing);

  self->round.planned = self->last = IMP_DATE_NONE;
  self->round.time = IMP_ROUND_ANY_TIME;
  self->promised = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_promised_free);
  self->irritants = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_briefing_irritant_free);
  self->to_ask = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_to_ask_free);
  self->untold = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_untold_free);
  self->unheard = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_unheard_free);
  self->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_meeting_line_free);
  return self;
}

ImpBriefing *
imp_briefing_ref (ImpBriefing *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_briefing (gpointer data)
{
  ImpBriefing *self = data;

  imp_round_line_clear (&self->round);
  g_strfreev (self->questions);
  g_free (self->note);
  g_free (self->organisation);
  g_free (self->leader);
  g_ptr_array_unref (self->promised);
  g_ptr_array_unref (self->irritants);
  g_ptr_array_unref (self->to_ask);
  g_ptr_array_unref (self->untold);
  g_ptr_array_unref (self->unheard);
  g_ptr_array_unref (self->meetings);
}

void
imp_briefing_unref (ImpBriefing *self)
{
  g_atomic_rc_box_release_full (self, clear_briefing);
}

ImpPromisedState
imp_promised_find_state (ImpDate first, ImpDate kept, gboolean refused, ImpDate today)
{
  if (imp_date_is_set (kept))
    return kept <= first ? IMP_PROMISED_KEPT : IMP_PROMISED_KEPT_LATE;
  if (refused)
    return IMP_PROMISED_REFUSED;
  return first < today ? IMP_PROMISED_MISSED : IMP_PROMISED_UNDER_WAY;
}
