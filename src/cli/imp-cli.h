/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The command line: the work of the program without a window. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a command is asked for, rather than the window. Options of the window are --backlog,
 * --record and GApplication's own. */
gboolean imp_cli_is_wanted (const char *const *argv);
/* Does what argv asks for, on its own or through the program that has the backlog open, prints,
 * and returns the exit code. Needs no display and no session bus. */
int imp_cli_main (const char *const *argv);
/* Whether another process has this backlog open and does commands on it. */
gboolean imp_cli_is_open_elsewhere (const char *backlog_path);

G_END_DECLS
