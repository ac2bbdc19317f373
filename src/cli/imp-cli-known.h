/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is like an irritant that was recorded from a command line. */
#pragma once

#include "cli/imp-cli-job.h"

G_BEGIN_DECLS

/* Lists a few irritants that are like the one that was just recorded in these words, if there are
 * any, and ends the job as done: it is, whether they can be found or not. */
void imp_cli_known_finish (ImpCliJob *job, const char *words, ImpItem recorded);

G_END_DECLS
