/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A table of names and values: "Rows read   2,992". */
#pragma once

#include "cli/imp-cli-table.h"

G_BEGIN_DECLS

ImpCliTable *imp_cli_facts_new (void);
void imp_cli_facts_add (ImpCliTable *self, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* It stays on one line: what reads it, or copies it, must get it whole. */
void imp_cli_facts_add_path (ImpCliTable *self, const char *name, const char *path);

G_END_DECLS
