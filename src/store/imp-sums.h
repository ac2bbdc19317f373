/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What all irritants come to, by state: kept, because adding up a million takes too long. */
#pragma once

#include "model/imp-state.h"
#include "store/imp-connection.h"

G_BEGIN_DECLS

#define IMP_N_STATES (IMP_STATE_DECLINED + 1)

/* Whole numbers, so that taking away gives back exactly what was there before: hours and their
 * logarithms in millionths. */
typedef struct
{
  gint64 n, hours, logs, squares;
} ImpSum;

/* Copied by value. By ImpState; [0] stays empty. What nobody was asked about is counted and adds
 * nothing else: the middle of the others' answers says nothing about it, and thousands of imported
 * tickets would drown what is known. */
typedef struct
{
  ImpSum asked[IMP_N_STATES], unasked[IMP_N_STATES];
} ImpSums;

/* sign: 1 or -1. state 0 is nothing to count. hours: 0 of what nobody was asked about. */
void imp_sums_add (ImpSums *self, int state, double hours, int sign);
double imp_sums_get_hours (const ImpSums *self, ImpState state);
/* Mean and standard deviation of log hours over all that somebody was asked about. */
void imp_sums_get_spread (const ImpSums *self, double *mean, double *deviation);

gboolean imp_sums_load (ImpSums *self, ImpConnection *connection, GError **error);
/* Writes the states that differ from what stands in the table. */
gboolean imp_sums_save (const ImpSums *self, ImpConnection *connection, GError **error);

G_END_DECLS
