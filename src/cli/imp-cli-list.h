/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The ranked list as paper and files. */
#pragma once

#include "cli/imp-cli-job.h"
#include "model/imp-ranked-table.h"

G_BEGIN_DECLS

/* --output, --format, --paper and --json as they were given. */
gboolean imp_cli_list_check (const ImpCliOptions *options, GError **error);
/* Text for the terminal, which is not made here. */
gboolean imp_cli_list_is_text (const ImpCliOptions *options);
/* Text or paper: what nobody reads to its end. */
gboolean imp_cli_list_is_for_people (const ImpCliOptions *options);

/* Writes the table where the options say, and ends the job. */
void imp_cli_list_write (ImpCliJob *job, ImpRankedTable *table);

/* Text was printed: brings it where the options say, and ends the job. */
void imp_cli_list_finish_text (ImpCliJob *job);

G_END_DECLS
