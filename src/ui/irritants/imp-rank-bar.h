/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One line of the chart of ranks: an estimate with its range on the axis, or the axis' figures. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-log-axis.h"

G_BEGIN_DECLS

#define IMP_TYPE_RANK_BAR (imp_rank_bar_get_type ())
G_DECLARE_FINAL_TYPE (ImpRankBar, imp_rank_bar, IMP, RANK_BAR, GtkWidget)

/* In the accent where it is the one that the chart is about. */
GtkWidget *imp_rank_bar_new (const ImpLogAxis *axis, const ImpEstimate *estimate, gboolean own);
GtkWidget *imp_rank_bar_new_figures (const ImpLogAxis *axis);

G_END_DECLS
