/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What became of a file that was taken in, said on a terminal. */
#pragma once

#include "backlog/imp-backlog-files.h"
#include "cli/imp-cli-job.h"

G_BEGIN_DECLS

/* The preview of the columns and the counts as results, the rows that were not taken as
 * messages. dry_run: says what would become of it. */
void imp_cli_outcome_print (const ImpImportOutcome *outcome, gboolean dry_run, ImpCliJob *job);

/* Nothing can be taken in, as no column is known for the title: says so, and lists them. */
void imp_cli_outcome_print_untitled (const ImpImportOutcome *outcome, ImpCliJob *job);

G_END_DECLS
