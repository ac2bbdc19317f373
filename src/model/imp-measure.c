/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * By what irritants can be ranked, each with its definition. */
#include "config.h"

#include "model/imp-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define EFFORT_MIN    2.0 /* hours, as for payback */
#define EFFORT_MAX    480.0
#define HOURS_A_WEEK  40.0
#define HOURS_A_MONTH 160.0

static const struct
{
  const char *nick, *label, *definition;
} measures[IMP_N_MEASURES] = {
  [IMP_MEASURE_IMPACT] = { "impact", N_ ("Impact"),
                           N_ ("Hours lost a month × care: how much it irritates and whether "
                               "customers see it, at most 3.") },
  [IMP_MEASURE_PAYBACK] = { "payback", N_ ("Payback"),
                            N_ ("Impact ÷ hours of work, at least 2: what a month gives back for "
                                "each hour of work.") },
  [IMP_MEASURE_HOURS] = { "hours", N_ ("Hours"), N_ ("People × times a month × minutes ÷ 60.") },
  [IMP_MEASURE_VOICES] = { "voices", N_ ("Voices"),
                           N_ ("How many different colleagues have reported it.") },
  [IMP_MEASURE_RICE] = { "rice", N_ ("RICE"),
                         N_ ("Reach × impact × confidence ÷ effort: people a month; ¼ to 3 by the "
                             "minutes that each of them loses; 100, 80 or 50 % by how we know; "
                             "months of work.") },
  [IMP_MEASURE_ICE] = { "ice", N_ ("ICE"),
                        N_ ("Impact × confidence × ease, each from 1 to 10: 1 to 1,000 hours with "
                            "care; how we know; three months of work to two hours.") },
  [IMP_MEASURE_COST_OF_DELAY] = { "cost-of-delay", N_ ("Cost of Delay"),
                                  N_ ("Hours lost a month ÷ weeks of work.") },
  [IMP_MEASURE_WSJF] = { "wsjf", N_ ("WSJF"),
                         N_ ("(Hours + irritation + customers see it) ÷ work, each in the steps "
                             "1, 2, 3, 5, 8, 13.") },
};

/* 0: several people told us or measured it; 1: one person; 2: a guess, or not known. By the least
 * known of the three answers. */
static int
get_doubt (const ImpFacts *facts)
{
  int doubt = 0;

  for (int q = IMP_QUESTION_PEOPLE; q <= IMP_QUESTION_MINUTES; q++)
    {
      const ImpAnswer *answer = &facts->answer[q];
      gboolean told = imp_answer_is_known (answer) && answer->known >= IMP_KNOWN_MEASURED;

      if (!told || answer->known >= IMP_KNOWN_GUESS)
        doubt = 2;
      else if (answer->known == IMP_KNOWN_ONE)
        doubt = MAX (doubt, 1);
    }
  return doubt;
}

/* How many of the steps `value` has reached. */
static int
count_steps (double value, const double *steps, int n_steps)
{
  int n = 0;

  while (n < n_steps && value >= steps[n])
    n++;
  return n;
}

static double
reckon_rice (const ImpFacts *facts, const ImpImpact *impact)
{
  static const double minutes[] = { 5, 20, 80, 320 }, impacts[] = { 0.25, 0.5, 1, 2, 3 };
  static const double confidence[] = { 1, 0.8, 0.5 };
  double reach = impact->people * MIN (impact->often, 1);
  int step = count_steps (impact->often * impact->minutes, minutes, G_N_ELEMENTS (minutes));

  return reach * impacts[step] * confidence[get_doubt (facts)]
         / (MAX (impact->effort, EFFORT_MIN) / HOURS_A_MONTH);
}

static double
reckon_ice (const ImpFacts *facts, const ImpImpact *impact)
{
  static const double confidence[] = { 10, 8, 5 };
  double size = log10 (CLAMP (impact->impact, 1, 1000)) / 3;
  double work = log (CLAMP (impact->effort, EFFORT_MIN, EFFORT_MAX) / EFFORT_MIN)
                / log (EFFORT_MAX / EFFORT_MIN);

  return (1 + 9 * size) * confidence[get_doubt (facts)] * (10 - 9 * work);
}

static double
reckon_wsjf (const ImpFacts *facts, const ImpImpact *impact)
{
  static const double sizes[] = { 1, 2, 3, 5, 8, 13 }, hours[] = { 1, 4, 16, 64, 256 };
  static const double urgency[] = { 1, 1, 3, 8, 13 };
  const ImpAnswer effort = { .number = impact->effort };
  double value = sizes[count_steps (impact->hours, hours, G_N_ELEMENTS (hours))];
  double risk = facts->customers_see_it ? 8 : 1;

  g_return_val_if_fail (facts->irritation < G_N_ELEMENTS (urgency), 0);
  return (value + urgency[facts->irritation] + risk)
         / sizes[MAX (imp_answer_get_band (IMP_QUESTION_EFFORT, &effort), 1) - 1];
}

ImpEstimate
imp_measure_reckon (ImpMeasure measure, const ImpFacts *facts, const ImpImpact *impact)
{
  switch (measure)
    {
    case IMP_MEASURE_PAYBACK:
      return imp_impact_get_payback (impact);
    case IMP_MEASURE_HOURS:
      return imp_impact_get_hours (impact);
    case IMP_MEASURE_VOICES:
      return (ImpEstimate) { facts->reporters, 0 };
    case IMP_MEASURE_RICE:
      return (ImpEstimate) { reckon_rice (facts, impact), 0 };
    case IMP_MEASURE_ICE:
      return (ImpEstimate) { reckon_ice (facts, impact), 0 };
    case IMP_MEASURE_COST_OF_DELAY:
      return (ImpEstimate) { impact->hours / (MAX (impact->effort, EFFORT_MIN) / HOURS_A_WEEK),
                             impact->payback_spread };
    case IMP_MEASURE_WSJF:
      return (ImpEstimate) { reckon_wsjf (facts, impact), 0 };
    case IMP_MEASURE_IMPACT:
    case IMP_N_MEASURES:
    default:
      return imp_impact_get_impact (impact);
    }
}

static gboolean
is_measure (ImpMeasure measure)
{
  return measure >= IMP_MEASURE_IMPACT && measure < IMP_N_MEASURES;
}

gboolean
imp_measure_has_range (ImpMeasure measure)
{
  return measure == IMP_MEASURE_IMPACT || measure == IMP_MEASURE_PAYBACK
         || measure == IMP_MEASURE_HOURS || measure == IMP_MEASURE_COST_OF_DELAY;
}

const char *
imp_measure_get_nick (ImpMeasure measure)
{
  g_return_val_if_fail (is_measure (measure), NULL);
  return measures[measure].nick;
}

ImpMeasure
imp_measure_from_nick (const char *nick)
{
  for (ImpMeasure i = IMP_MEASURE_IMPACT; i < IMP_N_MEASURES; i++)
    if (g_strcmp0 (measures[i].nick, nick) == 0)
      return i;
  return 0;
}

const char *
imp_measure_get_label (ImpMeasure measure)
{
  g_return_val_if_fail (is_measure (measure), "");
  return _ (measures[measure].label);
}

const char *
imp_measure_get_definition (ImpMeasure measure)
{
  g_return_val_if_fail (is_measure (measure), "");
  return _ (measures[measure].definition);
}
