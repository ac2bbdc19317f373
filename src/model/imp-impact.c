/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an irritant costs the business, in hours a month. */
#include "config.h"

#include "model/imp-impact.h"

#include <math.h>

#define CUSTOMERS_FACTOR 1.5
#define CARE_MAX         3.0
#define EFFORT_MIN       2.0 /* hours: below this, payback would only reward the guess */
#define MIDDLE_BAND      3

ImpMedians
imp_medians_default (void)
{
  ImpMedians medians;
  ImpAnswer middle = { .band = MIDDLE_BAND, .known = IMP_KNOWN_GUESS };

  for (ImpQuestion i = 0; i < IMP_N_QUESTIONS; i++)
    medians.value[i] = imp_answer_get_value (i, &middle);
  return medians;
}

static double
value_or_median (const ImpFacts *facts, const ImpMedians *medians, ImpQuestion question)
{
  const ImpAnswer *answer = &facts->answer[question];

  return imp_answer_is_known (answer) ? imp_answer_get_value (question, answer)
                                      : medians->value[question];
}

static double
compute_care (const ImpFacts *facts)
{
  static const double irritation[] = {
    [0] = 1,
    [IMP_IRRITATION_MILD] = 1,
    [IMP_IRRITATION_ANNOYING] = 1.25,
    [IMP_IRRITATION_STRONG] = 1.5,
    [IMP_IRRITATION_UNBEARABLE] = 2,
  };
  double care;

  g_return_val_if_fail (facts->irritation < G_N_ELEMENTS (irritation), 1);

  care = irritation[facts->irritation];
  return MIN (facts->customers_see_it ? care * CUSTOMERS_FACTOR : care, CARE_MAX);
}

gboolean
imp_facts_are_asked (const ImpFacts *self)
{
  for (int q = IMP_QUESTION_PEOPLE; q <= IMP_QUESTION_MINUTES; q++)
    if (imp_answer_is_known (&self->answer[q]))
      return TRUE;
  return FALSE;
}

double
imp_facts_get_spread (const ImpFacts *self, ImpQuestion question)
{
  g_return_val_if_fail (question < IMP_N_QUESTIONS, 0);

  return self->spread[question] > 0 ? self->spread[question]
                                    : imp_answer_get_spread (&self->answer[question]);
}

static double
compute_spread (const ImpFacts *facts)
{
  double variance = 0;

  for (ImpQuestion i = IMP_QUESTION_PEOPLE; i <= IMP_QUESTION_MINUTES; i++)
    variance += pow (imp_facts_get_spread (facts, i), 2);
  return sqrt (variance);
}

void
imp_impact_compute (const ImpFacts *facts, const ImpMedians *medians, ImpImpact *impact)
{
  impact->people = MAX (value_or_median (facts, medians, IMP_QUESTION_PEOPLE), facts->reporters);
  impact->often = value_or_median (facts, medians, IMP_QUESTION_OFTEN);
  impact->minutes = value_or_median (facts, medians, IMP_QUESTION_MINUTES);
  impact->effort = value_or_median (facts, medians, IMP_QUESTION_EFFORT);
  impact->hours = impact->people * impact->often * impact->minutes / 60;
  impact->care = compute_care (facts);
  impact->impact = impact->hours * impact->care;
  impact->payback = impact->impact / MAX (EFFORT_MIN, impact->effort);
  impact->spread = compute_spread (facts);
  impact->low = imp_estimate_get_low (&(ImpEstimate) { impact->hours, impact->spread });
  impact->high = imp_estimate_get_high (&(ImpEstimate) { impact->hours, impact->spread });
  impact->payback_spread =
      hypot (impact->spread, imp_facts_get_spread (facts, IMP_QUESTION_EFFORT));
}

double
imp_impact_get_factor (const ImpImpact *self, ImpQuestion question)
{
  switch (question)
    {
    case IMP_QUESTION_PEOPLE:
      return self->people;
    case IMP_QUESTION_OFTEN:
      return self->often;
    case IMP_QUESTION_MINUTES:
      return self->minutes;
    case IMP_QUESTION_EFFORT:
    case IMP_N_QUESTIONS:
    default:
      return self->effort;
    }
}

ImpEstimate
imp_impact_get_impact (const ImpImpact *self)
{
  return (ImpEstimate) { self->impact, self->spread };
}

ImpEstimate
imp_impact_get_hours (const ImpImpact *self)
{
  return (ImpEstimate) { self->hours, self->spread };
}

ImpEstimate
imp_impact_get_payback (const ImpImpact *self)
{
  return (ImpEstimate) { self->payback, self->payback_spread };
}

void
imp_facts_ask_again (ImpFacts *self, const ImpAnswer answers[3])
{
  double people = imp_answer_get_value (IMP_QUESTION_PEOPLE, &self->answer[IMP_QUESTION_PEOPLE]);

  for (int q = IMP_QUESTION_PEOPLE; q <= IMP_QUESTION_MINUTES; q++)
    if (imp_answer_is_known (&answers[q]))
      {
        self->answer[q] = answers[q];
        self->spread[q] = 0;
      }
  if (imp_answer_get_value (IMP_QUESTION_PEOPLE, &self->answer[IMP_QUESTION_PEOPLE]) != people)
    self->reporters = 1;
}

double
imp_impact_hours_back (const ImpImpact *before, const ImpImpact *after)
{
  return MAX (before->hours - after->hours, 0);
}

double
imp_impact_shrink (double hours, double spread, double mean, double deviation)
{
  double between = deviation * deviation, within = spread * spread;

  if (hours <= 0)
    return 0;
  if (between + within <= 0)
    return hours;
  return exp (mean + between / (between + within) * (log (hours) - mean));
}
