/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an irritant costs the business, and the sentence that says it aloud. */
#pragma once

#include "model/imp-answer.h"
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
} ImpFacts;

/* Formulas: design, section 4. Pure function of facts and medians. */
typedef struct
{
  double people;    /* max (answer, distinct reporters) */
  double often;     /* times a month for each */
  double minutes;   /* each time */
  double effort;    /* hours of work */
  double hours;     /* H = people x often x minutes / 60, hours lost a month */
  double care;      /* C = irritation x customers see it, at most 3 */
  double impact;    /* H x C */
  double payback;   /* H x C / max (2 h, effort): hours given back a month per hour of work */
  double spread;    /* standard deviation of log H */
  double low, high; /* the range of hours that holds with 80 %: H x exp (-+1.28 spread) */
} ImpImpact;

void imp_impact_compute (const ImpFacts *facts, const ImpMedians *medians, ImpImpact *impact);

/* Hours given back a month by a fix: before less after; never below 0. */
double imp_impact_hours_back (const ImpImpact *before, const ImpImpact *after);
/* A forecast, shrunk towards the backlog: m + t2 / (t2 + s2) x (log H - m), because the top of any
 * ranking disappoints. mean and deviation are of log H over the backlog. */
double imp_impact_shrink (double hours, double spread, double mean, double deviation);

/* "About 45 people lose 5 minutes to this twice a day: roughly 150 hours a month. It should take
 * us about three days, so it pays for itself in under a week." The one sentence used everywhere.
 * What is not known is said as not known. Plain text; *bold_start and *bold_end, where not NULL,
 * are the byte range of the hours. */
char *imp_impact_to_sentence (const ImpFacts *facts,
                              const ImpImpact *impact,
                              int *bold_start,
                              int *bold_end);
/* Effort divided by hours, in working time: "5 days", "2 months"; for the list's column. */
char *imp_impact_to_payback_words (const ImpImpact *impact);
char *imp_impact_to_hours_words (double hours);         /* "150 h", no-break space */
char *imp_impact_to_care_words (const ImpFacts *facts); /* "annoying; customers do not see it" */

/* The state of an irritant, derived from its fixes where there are any, never typed. */
typedef enum
{
  IMP_STATE_OPEN = 1,
  IMP_STATE_PLANNED,
  IMP_STATE_BEING_FIXED,
  IMP_STATE_FIXED,
  IMP_STATE_CONFIRMED,
  IMP_STATE_DECLINED,
} ImpState;

/* The state of a fix, derived from its dates and its last confirmation. */
typedef enum
{
  IMP_FIX_STATE_PLANNED = 1,
  IMP_FIX_STATE_BEING_FIXED,
  IMP_FIX_STATE_DELIVERED,
  IMP_FIX_STATE_CONFIRMED,
} ImpFixState;

/* verdict: of the newest confirmation, 0 for none. "Still there" brings the fix back to being
 * fixed. */
ImpFixState imp_fix_state_derive (gboolean started, gboolean delivered, ImpVerdict verdict);
/* n_in_state[s]: how many of the irritant's fixes are in ImpFixState s. The least advanced fix
 * decides; no fix and a refusal is declined. */
ImpState imp_state_derive (const int n_in_state[IMP_FIX_STATE_CONFIRMED + 1], gboolean declined);
const char *imp_state_get_label (ImpState state); /* "Being fixed", translated */
const char *imp_fix_state_get_label (ImpFixState state);

G_END_DECLS
