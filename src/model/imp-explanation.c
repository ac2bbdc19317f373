/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, as data. */
#include "config.h"

#include "model/imp-explanation.h"

#include "base/imp-text.h"

#include <math.h>

#define N_STANDINGS 6

static void
standing_free (gpointer data)
{
  ImpStanding *standing = data;

  g_free (standing->title);
  g_free (standing);
}

static ImpStanding *
create_standing (const ImpRank *rank, guint position)
{
  ImpStanding *standing = g_new0 (ImpStanding, 1);
  guint n, first, end;

  imp_rank_get_group (rank, position, &first, &end);
  standing->item = imp_rank_get_entries (rank, &n)[position].item;
  standing->rank = position + 1;
  standing->leads = first == position;
  return standing;
}

ImpExplanation *
imp_explanation_new (const ImpRank *rank, guint position, double top_ten)
{
  ImpExplanation *self = g_atomic_rc_box_new0 (ImpExplanation);
  guint first, end, group_first;

  imp_rank_get_neighbours (rank, position, N_STANDINGS, &first, &end);
  self->standings = g_ptr_array_new_with_free_func (standing_free);
  for (guint i = first; i < end; i++)
    g_ptr_array_add (self->standings, create_standing (rank, i));
  self->own = position - first;
  self->past = g_array_new (FALSE, FALSE, sizeof (ImpPastRank));
  imp_rank_get_entries (rank, &self->n_ranked);
  imp_rank_get_group (rank, position, &group_first, &self->group_last);
  self->group_first = group_first + 1;
  self->top_ten = top_ten;
  self->cut = imp_asking_get_cut (rank);
  return self;
}

void
imp_explanation_describe (ImpExplanation *self,
                          guint i,
                          const char *title,
                          const ImpFacts *facts,
                          const ImpImpact *impact)
{
  ImpStanding *standing = g_ptr_array_index (self->standings, i);

  g_set_str (&standing->title, title);
  standing->facts = *facts;
  standing->impact = *impact;
}

ImpExplanation *
imp_explanation_ref (ImpExplanation *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_explanation (gpointer data)
{
  ImpExplanation *self = data;

  g_ptr_array_unref (self->standings);
  g_array_unref (self->past);
}

void
imp_explanation_unref (ImpExplanation *self)
{
  g_atomic_rc_box_release_full (self, clear_explanation);
}

const ImpStanding *
imp_explanation_get_own (const ImpExplanation *self)
{
  return g_ptr_array_index (self->standings, self->own);
}

const ImpStanding *
imp_explanation_get_ahead (const ImpExplanation *self)
{
  return self->own > 0 ? g_ptr_array_index (self->standings, self->own - 1) : NULL;
}

const ImpStanding *
imp_explanation_get_behind (const ImpExplanation *self)
{
  guint next = self->own + 1;

  if (next >= self->standings->len)
    return NULL;
  for (guint i = next; i < self->standings->len; i++)
    {
      const ImpStanding *standing = g_ptr_array_index (self->standings, i);

      if (standing->leads)
        return standing;
    }
  return g_ptr_array_index (self->standings, next);
}

double
imp_standing_get_chance (const ImpStanding *self, const ImpStanding *other)
{
  ImpEstimate own = imp_impact_get_impact (&self->impact);
  ImpEstimate others = imp_impact_get_impact (&other->impact);

  return imp_estimate_get_chance (&own, &others);
}

ImpAsking
imp_explanation_get_asking (const ImpExplanation *self)
{
  const ImpStanding *own = imp_explanation_get_own (self);

  return imp_asking_choose (&own->facts, &own->impact, self->cut);
}

ImpReason
imp_standing_get_reason (const ImpStanding *ahead, const ImpStanding *behind)
{
  double more = imp_number_round (ahead->impact.hours),
         less = imp_number_round (behind->impact.hours);
  double care = ahead->impact.care - behind->impact.care;

  if (care > 0)
    return more > less   ? IMP_REASON_MORE_HOURS
           : more < less ? IMP_REASON_FEWER_HOURS_MORE_CARE
                         : IMP_REASON_SAME_HOURS_MORE_CARE;
  if (ahead->impact.hours <= behind->impact.hours)
    return IMP_REASON_SAME;
  return care < 0 ? IMP_REASON_MORE_HOURS_LESS_CARE : IMP_REASON_MORE_HOURS;
}

double
imp_explanation_get_turning_point (const ImpExplanation *self,
                                   ImpQuestion question,
                                   const ImpStanding *other)
{
  const ImpStanding *own = imp_explanation_get_own (self);
  double now = imp_impact_get_factor (&own->impact, question);
  double point = now * other->impact.impact / own->impact.impact;
  ImpEstimate answer = { now, imp_facts_get_spread (&own->facts, question) };

  /* Fewer people than have reported it cannot be. */
  if (question == IMP_QUESTION_PEOPLE && point < own->facts.reporters)
    return 0;
  return point >= imp_estimate_get_low (&answer) && point <= imp_estimate_get_high (&answer) ? point
                                                                                             : 0;
}
