/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How often each answer was given, and the medians of that. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* Counts an answer of that value in (by 1) or out (-1). 0 is "don't know" and not counted. */
gboolean imp_tally_count (ImpStore *store, int question, double value, int by, GError **error);
/* Sets what stands for "don't know" from what is counted. */
gboolean imp_tally_load_medians (ImpStore *store, GError **error);
/* The same after a change; nothing is read where every answer is counted as
 * often as before. moved: which are others than before, by question; *any: whether one is. */
gboolean
imp_tally_follow (ImpStore *store, gboolean moved[IMP_N_QUESTIONS], gboolean *any, GError **error);

G_END_DECLS
