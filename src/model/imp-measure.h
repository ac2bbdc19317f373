/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * By what irritants can be ranked, each with its definition. */
#pragma once

#include "model/imp-impact.h"

G_BEGIN_DECLS

/* The numbers are stored in saved views: never change or reuse one. */
typedef enum
{
  IMP_MEASURE_IMPACT = 1, /* H x C, the default */
  IMP_MEASURE_PAYBACK,    /* H x C / max (2 h, effort) */
  IMP_MEASURE_HOURS,      /* H */
  IMP_MEASURE_VOICES,     /* distinct reporters */
  /* Reach x impact x confidence / effort (S. McBride, RICE, Intercom 2016): people a month, at most
   * all of them; 3, 2, 1, 1/2, 1/4 by the minutes that each loses a month (from 320, 80, 20, 5);
   * 100, 80, 50 % by the least known of the three answers (several or measured, one, guess or
   * don't know); months of 160 h, from 2 h on. */
  IMP_MEASURE_RICE,
  /* Impact x confidence x ease, each 1 to 10 (S. Ellis and M. Brown, Hacking Growth, 2017): the
   * logarithm of H x C from 1 to 1,000; 10, 8, 5 as above; the logarithm of the effort, from 480 h
   * down to 2 h. */
  IMP_MEASURE_ICE,
  /* Cost of delay divided by duration (D. Reinertsen, The Principles of Product Development Flow,
   * 2009): H, which is what each month of waiting costs, by weeks of 40 h, from 2 h on. */
  IMP_MEASURE_COST_OF_DELAY,
  /* Weighted shortest job first (Scaled Agile Framework): value, urgency and risk by size, on 1, 2,
   * 3, 5, 8, 13: H from 1, 4, 16, 64, 256; irritation 1, 3, 8, 13; customers see it 8, else 1; the
   * band of the effort. */
  IMP_MEASURE_WSJF,
  IMP_N_MEASURES
} ImpMeasure;

/* Scores and voices have no range: of those only equals are about the same. */
ImpEstimate imp_measure_reckon (ImpMeasure measure, const ImpFacts *facts, const ImpImpact *impact);

/* Whether it is a quantity that nobody knows exactly, so that some are about the same; not scores. */
gboolean imp_measure_has_range (ImpMeasure measure);

const char *imp_measure_get_nick (ImpMeasure measure); /* "cost-of-delay" */
ImpMeasure imp_measure_from_nick (const char *nick);   /* 0 if unknown */
/* Translated: "Cost of Delay", and what stands beside it. */
const char *imp_measure_get_label (ImpMeasure measure);
const char *imp_measure_get_definition (ImpMeasure measure);

G_END_DECLS
