/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ranked lists to print in tests. */
#pragma once

#include "model/imp-explanation.h"
#include "model/imp-ranked-table.h"

/* Twenty irritants of Corvane by impact: one landscape page. */
ImpRankedTable *sample_table_new (void);
/* The same by another measure (0: by age), in the same order. */
ImpRankedTable *sample_table_new_by (ImpMeasure measure);
/* Arabic: right to left. */
ImpRankedTable *sample_table_new_rtl (void);
/* n irritants. */
ImpRankedTable *sample_table_new_with (guint n);
/* Why one of the twenty has its rank, with so many weeks noted before. */
ImpExplanation *sample_explanation_new (guint rank, guint n_weeks);
