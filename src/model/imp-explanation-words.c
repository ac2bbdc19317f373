/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, said aloud. */
#include "config.h"

#include "model/imp-explanation-words.h"

#include "base/imp-text.h"
#include "model/imp-phrase.h"
#include "model/imp-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CUSTOMERS_FACTOR 1.5
#define A_LITTLE         1.1 /* times as much */

/* Takes `amount`. */
static char *
add_source (char *amount, const char *source)
{
  g_autofree char *owned = amount;

  /* Translators: an answer and how we know it: "45 people (measured)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), owned, source);
}

char *
imp_standing_say_figure (const ImpStanding *self, ImpQuestion question)
{
  return imp_phrase_figure (imp_impact_get_factor (&self->impact, question));
}

const char *
imp_standing_get_unit (const ImpStanding *self, ImpQuestion question)
{
  const gulong n = imp_phrase_plural (imp_impact_get_factor (&self->impact, question));

  switch (question)
    {
    case IMP_QUESTION_PEOPLE:
      return ngettext ("person", "people", n);
    case IMP_QUESTION_OFTEN:
      return ngettext ("time a month", "times a month", n);
    case IMP_QUESTION_MINUTES:
      return ngettext ("minute", "minutes", n);
    case IMP_QUESTION_EFFORT:
    case IMP_N_QUESTIONS:
    default:
      return ngettext ("hour of work", "hours of work", n);
    }
}

const char *
imp_standing_get_source (const ImpStanding *self, ImpQuestion question)
{
  const ImpAnswer *answer = &self->facts.answer[question];

  if (question == IMP_QUESTION_PEOPLE
      && self->impact.people > imp_answer_get_value (question, answer)
      && self->impact.people <= self->facts.reporters)
    return _ ("as many reported it");
  return imp_answer_is_known (answer) ? imp_known_get_words (answer->known)
                                      : _ ("not known; the middle of all others");
}

char *
imp_explanation_say_reckoning (const ImpExplanation *self)
{
  const ImpStanding *own = imp_explanation_get_own (self);
  const ImpImpact *impact = &own->impact;
  g_autofree char *people = add_source (imp_phrase_amount (IMP_QUESTION_PEOPLE, impact->people),
                                        imp_standing_get_source (own, IMP_QUESTION_PEOPLE));
  g_autofree char *often = add_source (imp_phrase_amount (IMP_QUESTION_OFTEN, impact->often),
                                       imp_standing_get_source (own, IMP_QUESTION_OFTEN));
  g_autofree char *minutes = add_source (imp_phrase_amount (IMP_QUESTION_MINUTES, impact->minutes),
                                         imp_standing_get_source (own, IMP_QUESTION_MINUTES));
  g_autofree char *hours = imp_impact_to_hours_words (impact->hours);
  g_autofree char *range = imp_impact_to_range (impact);

  /* Translators: people × times a month × minutes ÷ 60 = hours a month, and their range. */
  return g_strdup_printf (_ ("%1$s × %2$s × %3$s ÷ 60 = %4$s a month, %5$s."), people, often,
                          minutes, hours, range);
}

char *
imp_explanation_say_care_factor (const ImpExplanation *self)
{
  /* Translators: by what the hours are multiplied: "Care 1.25". */
  return g_strdup_printf (_ ("Care %.3g"), imp_explanation_get_own (self)->impact.care);
}

static char *
say_care_parts (const ImpStanding *own)
{
  const ImpFacts *facts = &own->facts;
  const double seen = facts->customers_see_it ? CUSTOMERS_FACTOR : 1;

  /* Translators: "annoying (1.25) × customers do not see it (1)" */
  return g_strdup_printf (
      facts->customers_see_it ? _ ("%1$s (%2$.3g) × customers see it (%3$.3g)")
                              : _ ("%1$s (%2$.3g) × customers do not see it (%3$.3g)"),
      imp_irritation_get_words (facts->irritation), own->impact.care / seen, seen);
}

char *
imp_explanation_say_care_parts (const ImpExplanation *self)
{
  return imp_phrase_capitalise (say_care_parts (imp_explanation_get_own (self)));
}

char *
imp_explanation_say_care_result (const ImpExplanation *self)
{
  const ImpImpact *own = &imp_explanation_get_own (self)->impact;
  g_autofree char *hours = imp_number_to_words (own->hours);
  g_autofree char *impact = imp_number_to_words (own->impact);

  /* Translators: hours × care, and what that comes to: "150 × 1.25, about 190" */
  return g_strdup_printf (_ ("%1$s × %2$.3g, about %3$s"), hours, own->care, impact);
}

char *
imp_explanation_say_care (const ImpExplanation *self)
{
  g_autofree char *factor = imp_explanation_say_care_factor (self);
  g_autofree char *parts = say_care_parts (imp_explanation_get_own (self));
  g_autofree char *result = imp_explanation_say_care_result (self);

  /* Translators: "Care 1.25: annoying (1.25) × customers do not see it (1). 150 × 1.25, about
   * 190." */
  return g_strdup_printf (_ ("%1$s: %2$s. %3$s."), factor, parts, result);
}

/* What is more about the first than about the other. */
static const char *
get_more_care (const ImpFacts *more, const ImpFacts *less)
{
  gboolean seen = more->customers_see_it && !less->customers_see_it;
  gboolean irritates =
      MAX (more->irritation, IMP_IRRITATION_MILD) > MAX (less->irritation, IMP_IRRITATION_MILD);

  if (seen && irritates)
    return _ ("it irritates more and customers see it");
  return seen ? _ ("customers see it") : _ ("it irritates more");
}

static const char *
get_less_care (const ImpFacts *less, const ImpFacts *more)
{
  gboolean seen = more->customers_see_it && !less->customers_see_it;
  gboolean irritates =
      MAX (more->irritation, IMP_IRRITATION_MILD) > MAX (less->irritation, IMP_IRRITATION_MILD);

  if (seen && irritates)
    return _ ("it irritates less and customers do not see it");
  return seen ? _ ("customers do not see it") : _ ("it irritates less");
}

static char *
say_reason (const ImpStanding *ahead, const ImpStanding *behind)
{
  g_autofree char *hours = imp_number_to_words (ahead->impact.hours);
  const char *more = get_more_care (&ahead->facts, &behind->facts);
  const char *less = get_less_care (&ahead->facts, &behind->facts);

  switch (imp_standing_get_reason (ahead, behind))
    {
    case IMP_REASON_MORE_HOURS:
      return g_strdup_printf (_ ("more hours, %s"), hours);
    case IMP_REASON_MORE_HOURS_LESS_CARE:
      /* Translators: %2$s is "customers do not see it". */
      return g_strdup_printf (_ ("more hours, %1$s, though %2$s"), hours, less);
    case IMP_REASON_SAME_HOURS_MORE_CARE:
      /* Translators: %2$s is "customers see it". */
      return g_strdup_printf (_ ("as many hours, %1$s, but %2$s"), hours, more);
    case IMP_REASON_FEWER_HOURS_MORE_CARE:
      return g_strdup_printf (_ ("fewer hours, %1$s, but %2$s"), hours, more);
    case IMP_REASON_SAME:
    default:
      return g_strdup (_ ("it costs the same, and one of the two must come first"));
    }
}

/* In a hundred: never so sure that nothing is left. */
static int
count_chances (double chance)
{
  return (int) CLAMP (round (chance * 100), 1, 99);
}

static char *
say_chance_ahead (const ImpExplanation *self, double chance)
{
  int chances = count_chances (chance);

  if (imp_explanation_get_own (self)->leads && chance < IMP_CHANCE_SURE)
    return g_strdup_printf (
        _ ("The chance of that is %d in 100, but the first of its group is ahead with at least "
           "75."),
        chances);
  if (imp_explanation_get_own (self)->leads)
    return g_strdup_printf (_ ("The chance of that is %d in 100."), chances);
  if (chance >= IMP_CHANCE_SURE)
    return g_strdup_printf (
        _ ("The chance of that is %1$d in 100, yet %2$u to %3$u count as about the same."), chances,
        self->group_first, self->group_last);
  return g_strdup_printf (
      _ ("The chance of that is only %1$d in 100, so %2$u to %3$u count as about the same."),
      chances, self->group_first, self->group_last);
}

static void
append_ahead (GString *text, const ImpExplanation *self)
{
  const ImpStanding *own = imp_explanation_get_own (self);
  const ImpStanding *ahead = imp_explanation_get_ahead (self);
  g_autofree char *reason = NULL, *chance = NULL;

  if (ahead == NULL)
    {
      g_string_append (text, _ ("Nothing stands ahead of it."));
      if (self->group_last > 1)
        g_string_append_printf (text, _ (" 1 to %u count as about the same."), self->group_last);
      return;
    }
  reason = say_reason (ahead, own);
  chance = say_chance_ahead (self, imp_standing_get_chance (ahead, own));
  /* Translators: %1$s is a title, %2$s "fewer hours, 110, but customers see it". */
  g_string_append_printf (text, _ ("“%1$s” stands ahead: %2$s."), ahead->title, reason);
  g_string_append_printf (text, " %s", chance);
}

static void
append_behind (GString *text, const ImpExplanation *self)
{
  const ImpStanding *own = imp_explanation_get_own (self);
  const ImpStanding *behind = imp_explanation_get_behind (self);

  if (behind == NULL)
    return;
  g_string_append_printf (
      text,
      behind->rank == self->rank_behind
          ? _ (" “%1$s” is the first that clearly comes after it, with %2$d chances in 100.")
          : _ (" “%1$s” comes after it with %2$d chances in 100; none clearly comes after it."),
      behind->title, count_chances (imp_standing_get_chance (own, behind)));
}

static char *
say_unasked (const ImpExplanation *self)
{
  if (self->n_ranked == 0)
    return g_strdup (_ ("Nobody was asked yet what it costs, so it has no rank."));
  return g_strdup_printf (ngettext ("Nobody was asked yet what it costs, so it has no rank: it "
                                    "stands behind the one that somebody was asked about.",
                                    "Nobody was asked yet what it costs, so it has no rank: it "
                                    "stands behind the %'u that somebody was asked about.",
                                    self->n_ranked),
                          self->n_ranked);
}

char *
imp_explanation_say_comparison (const ImpExplanation *self)
{
  GString *text;

  if (!imp_explanation_is_ranked (self))
    return say_unasked (self);
  text = g_string_new (NULL);
  append_ahead (text, self);
  append_behind (text, self);
  return g_string_free_and_steal (text);
}

/* As somebody would say it; up: so that it is at least as much. */
static char *
say_answer (ImpQuestion question, double value, gboolean up)
{
  const double said = imp_phrase_round (value, up);
  const gboolean whole = question == IMP_QUESTION_PEOPLE;
  g_autofree char *amount =
      imp_phrase_amount (question, !whole ? said : MAX (up ? ceil (said) : floor (said), 1));

  return question == IMP_QUESTION_MINUTES ? g_strdup_printf (_ ("%s each time"), amount)
                                          : g_steal_pointer (&amount);
}

/* The sentence about one neighbour, if any answer at all puts it there: with that answer, or with a
 * little where it is nearly the present one. ahead: it is to be put before that one. */
static gboolean
append_turning_point (GString *text,
                      const ImpExplanation *self,
                      ImpQuestion question,
                      const ImpStanding *other,
                      gboolean ahead)
{
  const ImpImpact *impact = &imp_explanation_get_own (self)->impact;
  double point = other != NULL ? imp_explanation_get_turning_point (self, question, other) : 0;
  g_autofree char *answer = point > 0 ? say_answer (question, point, ahead) : NULL;

  if (point <= 0)
    return FALSE;
  if (fabs (log (point / imp_impact_get_factor (impact, question))) < log (A_LITTLE))
    g_string_append_printf (text,
                            ahead ? _ (" With a little more it would stand before “%s”.")
                                  : _ (" With a little less it would fall behind “%s”."),
                            other->title);
  else
    g_string_append_printf (text,
                            /* Translators: %1$s is "7 minutes each time". */
                            ahead ? _ (" From about %1$s on it would stand before “%2$s”.")
                                  : _ (" Below about %1$s it would fall behind “%2$s”."),
                            answer, other->title);
  return TRUE;
}

static void
append_turning_points (GString *text, const ImpExplanation *self, ImpQuestion question)
{
  gboolean moves =
      append_turning_point (text, self, question, imp_explanation_get_ahead (self), TRUE);

  moves |= append_turning_point (text, self, question, imp_explanation_get_behind (self), FALSE);
  if (!moves)
    g_string_append (text, _ (" No likely answer would change its place."));
}

char *
imp_explanation_say_change (const ImpExplanation *self)
{
  const ImpStanding *own = imp_explanation_get_own (self);
  ImpAsking asking = imp_explanation_get_asking (self);
  GString *text;

  if (!imp_explanation_is_ranked (self))
    return g_strdup (_ ("Ask how many, how often, how long."));
  text = g_string_new (NULL);
  if (asking.value > 0)
    g_string_append_printf (text, "%s. ", imp_asking_get_words (&asking));
  g_string_append_printf (text, "%s.", imp_asking_get_reason (&asking, &own->facts));
  append_turning_points (text, self, asking.question);
  return g_string_free_and_steal (text);
}

char *
imp_explanation_say_turning_points (const ImpExplanation *self)
{
  GString *text = g_string_new (NULL);

  if (imp_explanation_is_ranked (self))
    append_turning_points (text, self, imp_explanation_get_asking (self).question);
  return g_strstrip (g_string_free_and_steal (text));
}
