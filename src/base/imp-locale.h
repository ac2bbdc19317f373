/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One language for words, dates and figures. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets the locale of the process, once, as main() begins and the catalogue of messages is bound.
 * The words decide: where dates or figures would come in another language than the messages do (as
 * there is no translation, or LANGUAGE names another one), they follow the messages. What is no
 * language, such as the paper, stays as the person has it. */
void imp_locale_init (void);
/* The language of the messages, and so of every page: "en", "pt-BR". Static. */
const char *imp_locale_get_language (void);

/* The locale for dates or figures: the person's own, that of the messages, or "C", whichever is the
 * first of `language`. */
const char *imp_locale_choose (const char *own, const char *messages, const char *language);

G_END_DECLS
