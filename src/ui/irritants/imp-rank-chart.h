/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The neighbours of an irritant in the ranking, with their ranges on one axis. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-explanation.h"

G_BEGIN_DECLS

/* Properties: "narrow" (boolean): titles stand above the ranges, not beside them. */
#define IMP_TYPE_RANK_CHART (imp_rank_chart_get_type ())
G_DECLARE_FINAL_TYPE (ImpRankChart, imp_rank_chart, IMP, RANK_CHART, GtkWidget)

void imp_rank_chart_show (ImpRankChart *self, const ImpExplanation *explanation);

G_END_DECLS
