/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Hands a command to the program whose window has the backlog open. */
#pragma once

#include "cli/imp-cli-job.h"

G_BEGIN_DECLS

/* What a command came to. Plain data; bytes and text owned by the caller. */
typedef struct
{
  ImpCliExit code;
  GBytes *out;
  char *err;
} ImpCliResult;

void imp_cli_result_clear (ImpCliResult *self);

/* FALSE where no program has this backlog open: then the caller opens it itself. Blocks until the
 * command is done, or the time is over. Starts no program and needs no session bus. */
gboolean imp_cli_hand_over (const char *backlog_path,
                            const char *const *argv,
                            const char *folder,
                            int width,
                            int timeout_ms,
                            ImpCliResult *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpCliResult, imp_cli_result_clear)

G_END_DECLS
