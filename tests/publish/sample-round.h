/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds to print in tests. */
#pragma once

#include "model/imp-briefing.h"
#include "model/imp-round.h"

/* The round at the Leeds workshop: six remarks, four promises, two refusals, thanks. */
ImpRoundPage *sample_round_new (void);
/* At the same place, with nothing heard; for lines that are added. */
ImpRoundPage *sample_round_new_empty (void);
/* A remark: of somebody who may be named, in a department. NULL words: a line of its own. */
ImpHeardLine *sample_round_add (ImpRoundPage *page, ImpHeardKind kind, const char *words);
/* The same in Arabic. */
ImpRoundPage *sample_round_new_rtl (void);
/* So many remarks: of each three one is promised, one refused, one taken along. A promise answers up
 * to four. */
ImpRoundPage *sample_round_new_with (guint n_remarks);

/* Before that round. */
ImpBriefing *sample_briefing_new (void);
/* A first visit of which nothing is known. */
ImpBriefing *sample_briefing_new_empty (void);
/* So many of everything. */
ImpBriefing *sample_briefing_new_with (guint n);
