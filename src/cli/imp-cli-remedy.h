/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which command helps where the backlog is damaged. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The commands that bring a damaged backlog back, for whoever stands in a terminal. */
char *imp_cli_remedy_dup (const char *backlog_path);
/* The error's message, and where it is damage of the backlog a line with the commands. */
void imp_cli_remedy_append_error (GString *string, const GError *error, const char *backlog_path);

G_END_DECLS
