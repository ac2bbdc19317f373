/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, as data. */
#include "config.h"

#include "model/imp-explanation.h"

#include "base/imp-text.h"

#include <math.h>
#include <string.h>

#define N_STANDINGS 6

static void
standing_free (gpointer data)
{
  ImpStanding *standing = data;

  g_free (standing->title);
  g_free (standing);
}

/* Behind those that are there. */
static void
append_standing (ImpExplanation *self, const ImpRank *rank, guint position)
{
  const ImpStanding *above =
      self->standings->len > 0 ? self->standings->pdata[self->standings->len - 1] : NULL;
  ImpStanding *standing = g_new0 (ImpStanding, 1);
  guint n, first, end;

  imp_rank_get_group (rank, position, &first, &end);
  standing->item = imp_rank_get_entries (rank, &n)[position].item;
  standing->rank = position + 1;
  standing->leads = above != NULL ? first >= above->rank : first == position;
  g_ptr_array_add (self->standings, standing);
}

/* The first one that the entry at that position is ahead of for sure; IMP_RANK_NONE for none. */
static guint
find_behind (const ImpRank *rank, guint position)
{
  guint n;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n), *own = &entries[position];

  n = imp_rank_count_known (rank);
  for (guint i = position + 1; i < n; i++)
    if ((double) own->log - entries[i].log >= IMP_Z_SURE * hypot (own->spread, entries[i].spread)
        && own->log > entries[i].log)
      return i;
  return IMP_RANK_NONE;
}

/* Its neighbours; where its group goes on below them, the one that ends it; the first behind. */
static void
append_standings (ImpExplanation *self, const ImpRank *rank, guint position)
{
  const guint behind = find_behind (rank, position);
  const guint beyond[] = { MIN (behind, self->group_last), MAX (behind, self->group_last) };
  guint first, end;

  imp_rank_get_neighbours (rank, position, N_STANDINGS, &first, &end);
  for (guint i = first; i < end; i++)
    append_standing (self, rank, i);
  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++)
    if (beyond[i] >= end && beyond[i] < self->n_ranked && (i == 0 || beyond[1] > beyond[0]))
      append_standing (self, rank, beyond[i]);
  self->own = position - first;
  self->rank_behind = behind == IMP_RANK_NONE ? 0 : behind + 1;
}

/* Behind all that are ranked there is nothing to compare it with. */
static void
append_unasked (ImpExplanation *self, const ImpRank *rank, guint position)
{
  ImpStanding *standing = g_new0 (ImpStanding, 1);
  guint n;

  standing->item = imp_rank_get_entries (rank, &n)[position].item;
  g_ptr_array_add (self->standings, standing);
}

static void
append_ranked (ImpExplanation *self, const ImpRank *rank, guint position)
{
  guint group_first;

  imp_rank_get_group (rank, position, &group_first, &self->group_last);
  self->group_first = group_first + 1;
  append_standings (self, rank, position);
}

ImpExplanation *
imp_explanation_new (const ImpRank *rank, guint position, double top_ten)
{
  ImpExplanation *self = g_atomic_rc_box_new0 (ImpExplanation);

  self->standings = g_ptr_array_new_with_free_func (standing_free);
  self->past = g_array_new (FALSE, FALSE, sizeof (ImpPastRank));
  self->n_ranked = imp_rank_count_known (rank);
  if (position < self->n_ranked)
    append_ranked (self, rank, position);
  else
    append_unasked (self, rank, position);
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

/* Where in doubt (bytes between the fields are compared too) they differ. */
static gboolean
equals_standing (const ImpStanding *a, const ImpStanding *b)
{
  return a->item == b->item && a->rank == b->rank && a->leads == b->leads
         && g_strcmp0 (a->title, b->title) == 0
         && memcmp (&a->facts, &b->facts, sizeof a->facts) == 0
         && memcmp (&a->impact, &b->impact, sizeof a->impact) == 0;
}

gboolean
imp_explanation_equal (const ImpExplanation *self, const ImpExplanation *other)
{
  if (self->standings->len != other->standings->len || self->own != other->own
      || self->n_ranked != other->n_ranked || self->group_first != other->group_first
      || self->group_last != other->group_last || self->rank_behind != other->rank_behind
      || self->top_ten != other->top_ten || self->cut != other->cut
      || self->past->len != other->past->len)
    return FALSE;
  for (guint i = 0; i < self->standings->len; i++)
    if (!equals_standing (self->standings->pdata[i], other->standings->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
imp_explanation_is_ranked (const ImpExplanation *self)
{
  return imp_explanation_get_own (self)->rank > 0;
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

  for (guint i = next; i < self->standings->len; i++)
    {
      const ImpStanding *standing = g_ptr_array_index (self->standings, i);

      if (standing->rank == self->rank_behind)
        return standing;
    }
  return next < self->standings->len ? g_ptr_array_index (self->standings, next) : NULL;
}

guint
imp_explanation_count_left_out (const ImpExplanation *self, guint i)
{
  const ImpStanding *standing = g_ptr_array_index (self->standings, i);
  const ImpStanding *above = i > 0 ? g_ptr_array_index (self->standings, i - 1) : NULL;

  return above != NULL ? standing->rank - above->rank - 1 : 0;
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
