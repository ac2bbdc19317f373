/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a sitting has settled: the page at its end. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-sitting.h"

G_BEGIN_DECLS

/* What was answered with what that moved, and what is worth measuring since nobody knew. */
#define IMP_TYPE_ESTIMATE_END (imp_estimate_end_get_type ())
G_DECLARE_FINAL_TYPE (ImpEstimateEnd, imp_estimate_end, IMP, ESTIMATE_END, GtkWidget)

void imp_estimate_end_show (ImpEstimateEnd *self, ImpSitting *sitting);

G_END_DECLS
