/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A briefing in words: the same on the screen and on paper. */
#include "config.h"

#include "model/imp-briefing-words.h"

#include "base/imp-text.h"
#include "model/imp-phrase.h"
#include "model/imp-place-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS_OF_WEEK 7

/* Place and time */

char *
imp_round_line_say_when (const ImpRoundLine *self)
{
  g_autofree char *day = imp_date_to_weekday_words_year (self->planned);
  g_autofree char *time = NULL;

  if (self->time == IMP_ROUND_ANY_TIME)
    return g_steal_pointer (&day);
  time = imp_time_of_day_to_words (self->time);
  /* Translators: a day and a time: 20 November 2026, 18:03 */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

static char *
say_colleagues (const ImpBriefing *self)
{
  g_autofree char *colleagues = g_strdup_printf (
      ngettext ("%'u colleague", "%'u colleagues", self->n_colleagues), self->n_colleagues);
  g_autofree char *departments = imp_phrase_count (
      ngettext ("%s department", "%s departments", self->n_departments), self->n_departments);

  if (self->n_colleagues == 0)
    return g_strdup ("");
  if (self->n_departments == 0)
    return g_strdup_printf (_ ("%s."), colleagues);
  /* Translators: "64 colleagues in four departments." */
  return g_strdup_printf (_ ("%1$s in %2$s."), colleagues, departments);
}

static char *
say_last (const ImpBriefing *self)
{
  g_autofree char *day = imp_date_to_words (self->last);

  return imp_date_is_set (self->last) ? g_strdup_printf (_ ("Last round %s"), day)
                                      : g_strdup (_ ("Our first round here"));
}

const char *
imp_briefing_get_promised_title (const ImpBriefing *self)
{
  return imp_date_is_set (self->last) ? _ ("Promised last time") : _ ("Promised here");
}

static char *
say_rhythm (const ImpBriefing *self)
{
  const gulong weeks = (gulong) MAX (self->weeks, 0);
  g_autofree char *rhythm =
      weeks == 1 ? g_strdup (_ ("every week"))
                 : imp_phrase_count (ngettext ("every %s week", "every %s weeks", weeks), weeks);

  if (weeks == 0)
    return g_strdup ("");
  if (imp_text_is_empty (self->leader))
    return g_strdup_printf (_ ("; %s"), rhythm);
  /* Translators: "; every four weeks, as agreed with Helen Marsh" */
  return g_strdup_printf (_ ("; %1$s, as agreed with %2$s"), rhythm, self->leader);
}

char *
imp_briefing_say_site (const ImpBriefing *self)
{
  g_autofree char *colleagues = say_colleagues (self);
  g_autofree char *last = say_last (self);
  g_autofree char *rhythm = say_rhythm (self);
  GString *text = g_string_new (colleagues);

  g_string_append_printf (text, "%s%s%s.", text->len > 0 ? " " : "", last, rhythm);
  if (!imp_text_is_empty (self->round.place))
    /* Translators: where a round starts: "by the parts counter", "room 4". */
    g_string_append_printf (text, _ (" Start: %s."), self->round.place);
  return g_string_free_and_steal (text);
}

/* Promises */

const char *
imp_promised_state_get_label (ImpPromisedState state)
{
  static const char *const labels[] = {
    /* Translators: how a promise stands, before what was promised. */
    [IMP_PROMISED_KEPT] = NC_ ("promise", "kept"),
    [IMP_PROMISED_KEPT_LATE] = NC_ ("promise", "kept late"),
    [IMP_PROMISED_MISSED] = NC_ ("promise", "missed"),
    [IMP_PROMISED_UNDER_WAY] = NC_ ("promise", "under way"),
    [IMP_PROMISED_REFUSED] = NC_ ("promise", "we cannot"),
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (labels), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "promise", labels[state]);
}

static char *
say_move (const ImpPromised *self)
{
  g_autofree char *day = imp_date_to_words (self->due);

  if (!imp_date_is_set (self->due) || self->due == self->first)
    return self->state == IMP_PROMISED_MISSED ? g_strdup (_ ("No new date yet")) : g_strdup ("");
  return g_strdup_printf (self->told ? _ ("Now %s; told in time") : _ ("Now %s; not told in time"),
                          day);
}

char *
imp_promised_say_rest (const ImpPromised *self)
{
  g_autofree char *kept = imp_date_to_words (self->kept);

  if (self->state == IMP_PROMISED_KEPT)
    return g_strdup ("");
  if (self->state == IMP_PROMISED_KEPT_LATE)
    return g_strdup_printf (_ ("Kept on %s"), kept);
  if (self->state == IMP_PROMISED_REFUSED)
    return g_strdup (self->reason != NULL ? self->reason : "");
  return say_move (self);
}

/* Irritants */

char *
imp_briefing_irritant_say_reports (const ImpBriefingIrritant *self)
{
  g_autofree char *reports =
      g_strdup_printf (ngettext ("%'u report", "%'u reports", self->n_reports), self->n_reports);
  g_autofree char *day = imp_date_to_words (self->last);

  if (!imp_text_is_empty (self->words) || !imp_date_is_set (self->last))
    return g_steal_pointer (&reports);
  /* Translators: "1 report, on 8 October"; "3 reports, the last on 8 October" */
  return g_strdup_printf (self->n_reports == 1 ? _ ("%1$s, on %2$s") : _ ("%1$s, the last on %2$s"),
                          reports, day);
}

char *
imp_to_ask_say_question (const ImpToAsk *self)
{
  static const char *const questions[] = {
    /* Translators: asked of colleagues; %s is the title of an irritant. */
    [IMP_QUESTION_PEOPLE] = N_ ("How many of you know this: %s?"),
    [IMP_QUESTION_OFTEN] = N_ ("How often does this happen to you: %s?"),
    [IMP_QUESTION_MINUTES] = N_ ("How many minutes do you lose each time: %s?"),
  };

  g_return_val_if_fail (self->asking.question < G_N_ELEMENTS (questions), g_strdup (""));
  return g_strdup_printf (_ (questions[self->asking.question]), self->title);
}

/* "We have one answer, from one person: 15 people." */
static char *
say_known (const ImpToAsk *self)
{
  const ImpQuestion question = self->asking.question;
  const ImpAnswer *answer = &self->facts.answer[question];
  g_autofree char *phrase =
      imp_answer_is_known (answer) ? imp_answer_to_phrase (question, answer) : NULL;

  if (phrase == NULL)
    return g_strdup_printf (_ ("%s."), imp_asking_get_reason (&self->asking, &self->facts));
  /* Translators: "We reckon with about 15 people: one person told us." */
  return g_strdup_printf (_ ("We reckon with %1$s: %2$s."), phrase,
                          imp_known_get_words (imp_answer_get_known (answer)));
}

/* The answer with which it would be as much as the other: impact grows with each factor. */
static char *
say_turning_point (const ImpToAsk *self, const ImpBriefingIrritant *other)
{
  const ImpQuestion question = self->asking.question;
  const gboolean up = other->rank < self->rank;
  const double factor = imp_impact_get_factor (&self->impact, question);
  const double point = factor * other->impact.impact / self->impact.impact;
  double said = imp_phrase_round (point, up);

  if (question == IMP_QUESTION_PEOPLE)
    said = MAX (up ? ceil (said) : floor (said), 1);
  return imp_phrase_amount (question, said);
}

/* Just before the other one, or just behind it, it has that one's place. */
static void
append_turning_point (GString *text, const ImpToAsk *self, const ImpBriefingIrritant *other)
{
  g_autofree char *point = other != NULL ? say_turning_point (self, other) : NULL;
  g_autofree char *own = imp_place_to_words (self->rank);
  g_autofree char *place = other != NULL ? imp_place_to_words (other->rank) : NULL;

  if (other == NULL)
    return;
  if (other->rank < self->rank)
    /* Translators: "At 30 people or more it goes from 5th to 3rd." */
    g_string_append_printf (text, _ (" At %1$s or more it goes from %2$s to %3$s."), point, own,
                            place);
  else
    /* Translators: "Under 8 people it falls to 10th." */
    g_string_append_printf (text, _ (" Under %1$s it falls to %2$s."), point, place);
}

/* The nearest before or after it, of those that are open here and were reckoned. */
static const ImpBriefingIrritant *
find_neighbour (const ImpToAsk *self, const ImpBriefing *briefing, gboolean ahead)
{
  const ImpBriefingIrritant *nearest = NULL;

  for (guint i = 0; i < briefing->irritants->len; i++)
    {
      const ImpBriefingIrritant *other = briefing->irritants->pdata[i];
      const gboolean right_side = ahead ? other->rank < self->rank : other->rank > self->rank;

      if (other->rank == 0 || other->item == self->item || !right_side || other->impact.impact <= 0)
        continue;
      if (nearest == NULL || (ahead ? other->rank > nearest->rank : other->rank < nearest->rank))
        nearest = other;
    }
  return nearest;
}

char *
imp_to_ask_say_change (const ImpToAsk *self, const ImpBriefing *briefing)
{
  g_autofree char *known = say_known (self);
  GString *text = g_string_new (known);

  if (self->rank > 0 && self->impact.impact > 0)
    {
      append_turning_point (text, self, find_neighbour (self, briefing, TRUE));
      append_turning_point (text, self, find_neighbour (self, briefing, FALSE));
    }
  return g_string_free_and_steal (text);
}

/* People */

char *
imp_untold_say_what (const ImpUntold *self)
{
  if (self->fix != 0)
    return g_strdup (self->what);
  if (imp_text_is_empty (self->why))
    return g_strdup_printf (_ ("We cannot: %s"), self->what);
  /* Translators: what we cannot do, and why. */
  return g_strdup_printf (_ ("We cannot: %1$s. %2$s"), self->what, self->why);
}

char *
imp_unheard_say (const ImpUnheard *self, ImpDate day)
{
  const guint weeks = (guint) (MAX (day - self->last, 0) / DAYS_OF_WEEK);
  g_autofree char *people = g_strdup_printf (
      ngettext ("%'u\u00a0person", "%'u\u00a0people", self->n_people), self->n_people);
  g_autofree char *since = NULL;

  if (!imp_date_is_set (self->last))
    /* Translators: never heard; "11 people". */
    return g_strdup_printf (_ ("never, %s"), people);
  since = g_strdup_printf (ngettext ("%'u\u00a0week", "%'u\u00a0weeks", weeks), weeks);
  /* Translators: not heard for "26 weeks", "9 people". */
  return g_strdup_printf (_ ("%1$s, %2$s"), since, people);
}
