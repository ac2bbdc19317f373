/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The ranked list, to read on a terminal and for other programs. */
#pragma once

#include "backlog/imp-irritant-list.h"
#include "cli/imp-cli-job.h"

G_BEGIN_DECLS

/* rows: of ImpIrritantRow, loaded. */
/* measure: what they are ordered by, 0 by age; its definition stands above. grouped: groups that are
 * about the same are set apart. */
void imp_cli_ranking_print_table (GPtrArray *rows,
                                  ImpMeasure measure,
                                  gboolean grouped,
                                  int width,
                                  GString *out);
/* What the list as a whole comes to, or how much of it matches a query that narrows it. n_found: how
 * many there are; limit: how many rows could stand in the list. */
void imp_cli_ranking_print_footer (const ImpOverview *overview,
                                   const ImpQuery *query,
                                   guint n_found,
                                   guint limit,
                                   ImpCliJob *job);

G_END_DECLS
