/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a card of the board says about its hours and its promise. */
#pragma once

#include "backlog/imp-backlog-fixes.h"

G_BEGIN_DECLS

/* How a promise stands: decides icon and colour of its line, beside the words. */
typedef enum
{
  IMP_STAND_NONE,      /* no date was given to anybody */
  IMP_STAND_DUE,       /* open, its date is to come */
  IMP_STAND_LATE,      /* open, its date has passed */
  IMP_STAND_KEPT,      /* by its first date */
  IMP_STAND_KEPT_LATE, /* after its first date */
} ImpPromiseStand;

/* kept, due: IMP_DATE_NONE where there is none. */
ImpPromiseStand imp_promise_stand (ImpDate first, ImpDate due, ImpDate kept, ImpDate today);

/* "3 days", "one week", "5 weeks", "2 months": how late something is, for 1 day and more. */
char *imp_fix_words_span (int days);
/* "Kept, 12 November; ask Tom", "Due 18 November, 3 days late". Never empty. */
char *imp_fix_words_promise (const ImpFixCard *card, ImpDate today);
/* "66 h back a month · 9 voices", "36 h a month · asked again". */
char *imp_fix_words_hours (const ImpFixCard *card);
/* "Kept, 12 November", "3 days late", "in 6 days": for the row of a promise. */
char *imp_promise_words_stand (const ImpPromiseLine *promise, ImpDate today);
/* "Promised to Dana Whitfield for 27 November, moved to 4 December". */
char *imp_promise_words_terms (const ImpPromiseLine *promise);

G_END_DECLS
