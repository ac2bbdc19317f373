/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Text with strong runs, the only thing besides letters that an issue's text can carry. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rich text is UTF-8 in which strong runs stand between two control characters. People's text
 * cannot carry them: imp_rich_clean() takes every control character out before text goes in.
 * Paragraphs are separated by a newline, which only fixed words bring along. */

/* People's text as one line: imp_text_clean() with all white space as single blanks. NULL
 * gives "". */
char *imp_rich_clean (const char *text);
char *imp_rich_strong (const char *clean); /* all of it strong; "" stays "" */

/* Takes the next run, never empty, off *rich; NULL at the end. */
char *imp_rich_next_run (const char **rich, gboolean *strong);
/* The letters only. */
char *imp_rich_to_plain (const char *rich);

G_END_DECLS
