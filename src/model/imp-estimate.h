/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A quantity that nobody knows exactly, and the chance that one is more than another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Log-normal, copied by value: log x is normal around log (value) with that standard deviation, so
 * it is as likely more than `value` as less. Products of such quantities are such quantities, with
 * spreads that add in squares (design, section 4). */
typedef struct
{
  double value;  /* above 0 */
  double spread; /* 0: known exactly */
} ImpEstimate;

/* With this chance one is ahead of another for sure: three in four. */
#define IMP_CHANCE_SURE 0.75
/* The z of that chance: Phi (0.67449) = 0.75. */
#define IMP_Z_SURE 0.6744897501960817

/* The ends of the range that holds with 80 %: value x exp (-+1.28 spread). */
double imp_estimate_get_low (const ImpEstimate *self);
double imp_estimate_get_high (const ImpEstimate *self);
/* That this one is more than the other: Phi (log (value / other's) / sqrt (s1² + s2²)). One half
 * for equals. */
double imp_estimate_get_chance (const ImpEstimate *self, const ImpEstimate *other);

G_END_DECLS
