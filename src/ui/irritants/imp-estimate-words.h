/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is said while a team estimates together. */
#pragma once

#include "backlog/imp-sitting.h"

G_BEGIN_DECLS

/* "7th of 39 by impact · so far about 3 people, one person told us" */
char *imp_estimate_words_before (const ImpSittingStep *step, const ImpIrritantPage *page);
/* What the answer did; "" while there is none. */
char *imp_estimate_words_after (const ImpSittingStep *step);
/* "3 answered · the top ten has become surer"; "" before the first answer. */
char *imp_estimate_words_progress (ImpSitting *sitting);
/* How sure the top ten is now, and was; NULL where that says nothing. */
char *imp_estimate_words_share (ImpSitting *sitting);
/* "Time it once": what would answer the question that nobody could. */
const char *imp_estimate_words_measure (const ImpSittingStep *step);

G_END_DECLS
