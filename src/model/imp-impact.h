/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an irritant costs the business, in hours a month. */
#pragma once

#include "model/imp-answer.h"
#include "model/imp-estimate.h"
#include "model/imp-schema.h"

G_BEGIN_DECLS

/* What stands for "don't know": the middle of the backlog's known answers, by question, in the
 * question's unit. */
typedef struct
{
  double value[IMP_N_QUESTIONS];
} ImpMedians;

ImpMedians imp_medians_default (void); /* for a backlog with no answers at all */

/* What is known of one irritant. */
typedef struct
{
  ImpAnswer answer[IMP_N_QUESTIONS];
  ImpIrritation irritation; /* 0: not said, counts as mild */
  gboolean customers_see_it;
  int reporters; /* distinct colleagues who reported it, at least 1 */
  /* How unsure each answer is, where more is known of that than how we know it: from several
   * colleagues' answers, or learned. 0: as imp_answer_get_spread() says. */
  double spread[IMP_N_QUESTIONS];
} ImpFacts;

/* Whether anybody answered any of the three questions of colleagues. */
gboolean imp_facts_are_asked (const ImpFacts *self);
/* Standard deviation of the logarithm of an answer. */
double imp_facts_get_spread (const ImpFacts *self, ImpQuestion question);

/* Formulas: design, section 4. Pure function of facts and medians. */
typedef struct
{
  double people;         /* max (answer, distinct reporters) */
  double often;          /* times a month for each */
  double minutes;        /* each time */
  double effort;         /* hours of work */
  double hours;          /* H = people x often x minutes / 60, hours lost a month */
  double care;           /* C = irritation x customers see it, at most 3 */
  double impact;         /* H x C */
  double payback;        /* H x C / max (2 h, effort): hours given back a month per hour of work */
  double spread;         /* standard deviation of log H */
  double low, high;      /* the range of hours that holds with 80 %: H x exp (-+1.28 spread) */
  double payback_spread; /* of log P: that of the effort added in squares */
} ImpImpact;

void imp_impact_compute (const ImpFacts *facts, const ImpMedians *medians, ImpImpact *impact);

/* What is reckoned with for a question: the answer, the median, the reporters. */
double imp_impact_get_factor (const ImpImpact *self, ImpQuestion question);
/* What irritants are ranked by, with how unsure it is. Care is a weight, not a guess: it makes
 * nothing less sure. */
ImpEstimate imp_impact_get_impact (const ImpImpact *self);
ImpEstimate imp_impact_get_hours (const ImpImpact *self);
ImpEstimate imp_impact_get_payback (const ImpImpact *self);

/* Takes the answers given anew to people, often and minutes; what was not answered stays. Who had
 * reported it counts on, unless another number of people is said. */
void imp_facts_ask_again (ImpFacts *self, const ImpAnswer answers[3]);

/* Hours given back a month by a fix: before less after; never below 0. */
double imp_impact_hours_back (const ImpImpact *before, const ImpImpact *after);
/* A forecast, shrunk towards the backlog: m + t2 / (t2 + s2) x (log H - m), because the top of any
 * ranking disappoints. mean and deviation are of log H over the backlog. */
double imp_impact_shrink (double hours, double spread, double mean, double deviation);

G_END_DECLS
