/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The normal distribution. For the model layer only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Phi: the chance of less than z. */
double imp_normal_get_chance (double z);
/* phi: its density at z. */
double imp_normal_get_density (double z);
/* What is exceeded with that chance, which is above 0 and below 1: to seven figures (Wichura, The
 * Percentage Points of the Normal Distribution, Applied Statistics 37, 1988, PPND7). */
double imp_normal_get_exceeded (double chance);

G_END_DECLS
