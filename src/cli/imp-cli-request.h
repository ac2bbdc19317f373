/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A command line as it was understood. */
#pragma once

#include "cli/imp-cli-command.h"

G_BEGIN_DECLS

/* Either a command with its options, checked, or a text that answers already (help, version).
 * Owned by its reader, immutable, of no thread. */
typedef struct
{
  const ImpCliCommand *command; /* NULL where text answers */
  ImpCliOptions options;
  char *text; /* for the standard output; may be NULL */
} ImpCliRequest;

/* argv as main() got it, NULL-terminated, file names in bytes of any kind. The errors are wrong
 * usage only; their messages end with where to look it up. */
ImpCliRequest *imp_cli_request_new (const char *const *argv, GError **error);
void imp_cli_request_free (ImpCliRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpCliRequest, imp_cli_request_free)

G_END_DECLS
