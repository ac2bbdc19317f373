/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Text as it is kept, and numbers as they are said. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Valid UTF-8 in NFC without control characters (newline and tab stay; every kind of line break
 * becomes a newline), without embeddings, overrides and isolates of direction, and without blanks
 * at the ends. What is no UTF-8, such as a lone surrogate, becomes U+FFFD. NULL stays NULL;
 * cleaning twice changes nothing more. */
char *imp_text_clean (const char *text);
/* What stands for a name wherever names are compared or searched: without capitals and accents of
 * any script, blanks as one each and none at the ends, so that " ÉVREUX" is "evreux". What tells
 * letters apart, as in kana or Devanagari, stays. NULL is "". */
char *imp_text_fold (const char *text);
/* Without the bytes that are no character, as the half of one that "%.60s" leaves at its end. */
char *imp_text_keep_valid (const char *text);
gboolean imp_text_is_empty (const char *text); /* NULL, or nothing that could be seen */
/* The beginning of a text, in one line: up to so many characters, cut after a word where there is one
 * not too far back, with “…” where that is not all. NULL is "". */
char *imp_text_begin (const char *text, guint n_chars);
/* Whether each of the words stands in the text, be it inside of others; both folded. */
gboolean imp_text_has_words (const char *folded, const char *words);

/* Two significant figures, as every benefit is said: 147 → 150, 9.24 → 9.2, 0.374 → 0.37. What is
 * no number is 0. */
double imp_number_round (double value);
/* imp_number_round() in the locale's figures with its thousands separator: "1,300", "9.2". */
char *imp_number_to_words (double value);

G_END_DECLS
