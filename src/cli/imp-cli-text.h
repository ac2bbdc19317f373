/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Text on a terminal: its width in cells, broken into lines, cut to size. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IMP_CLI_WIDTH 100 /* of what is no terminal */

/* How many cells a line of valid UTF-8 takes: none for combining marks, two for wide letters. */
int imp_cli_text_get_width (const char *text);
/* Broken between words into at most max_lines lines of at most `width` cells, the last one ending
 * in "…" where something is left over; words that are too long are broken anywhere. At least one
 * line. A GStrv. */
char **imp_cli_text_wrap (const char *text, int width, guint max_lines);
/* What came in from outside, to be shown in a message: valid, on one line, of bounded length. */
char *imp_cli_text_clip (const char *text, int max_letters);
/* "improve: " and the message, one line of reasonable length, valid UTF-8. */
void imp_cli_text_append_message (GString *string, const char *message);

G_END_DECLS
