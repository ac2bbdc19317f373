/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What rank an irritant had before, as a line of steps. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-rank-history.h"

G_BEGIN_DECLS

/* The higher the rank, the higher the line; the days from the start to the end. For a screen reader
 * an image, whose name is the words. Not visible where there are no two days to draw between. */
#define IMP_TYPE_RANK_STEPS (imp_rank_steps_get_type ())
G_DECLARE_FINAL_TYPE (ImpRankSteps, imp_rank_steps, IMP, RANK_STEPS, GtkWidget)

/* past: of ImpPastRank; copied. words: imp_rank_history_say() of it. */
void imp_rank_steps_show (ImpRankSteps *self, const GArray *past, const char *words);

G_END_DECLS
