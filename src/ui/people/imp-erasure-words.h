/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What erasing somebody does, in words. */
#pragma once

#include "backlog/imp-backlog-people.h"

G_BEGIN_DECLS

/* "What a colleague said · Scanner signs out" */
char *imp_erasure_words_place (const ImpMention *mention);
/* "12 reports stay, without the name."; NULL where there are none. */
char *imp_erasure_words_stays (const ImpPersonPage *page, ImpPersonPart part);
/* n: "3 backups on this computer, and those in “/media/stick”"; `second` may be NULL. */
char *imp_erasure_words_copies (gulong n, const char *second);
/* Why it is not all gone, and what to do. */
char *imp_erasure_words_left (const ImpErased *erased);

G_END_DECLS
