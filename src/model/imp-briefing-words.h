/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A briefing in words: the same on the screen and on paper. */
#pragma once

#include "model/imp-briefing.h"

G_BEGIN_DECLS

/* Plain text, translated; owned results are freed by the caller, "" where there is nothing to say. */

/* "Thursday 12 November 2026, 09:00" */
char *imp_round_line_say_when (const ImpRoundLine *self);
/* "64 colleagues in four departments. Last round 15 October; every four weeks, as agreed with Helen
 * Marsh." */
char *imp_briefing_say_site (const ImpBriefing *self);

/* Over what was promised at the site: "Promised last time"; "Promised here" before the first round. */
const char *imp_briefing_get_promised_title (const ImpBriefing *self);
const char *imp_promised_state_get_label (ImpPromisedState state); /* "under way" */
/* What is not said by its state and its first date: "Now 27 November; told in time", "Kept on 3
 * November", "We cannot: the landlord owns the door". */
char *imp_promised_say_rest (const ImpPromised *self);

/* "7 reports here", "1 report here, on 8 October" */
char *imp_briefing_irritant_say_reports (const ImpBriefingIrritant *self);

/* As it is asked of colleagues: "How many of you does this happen to: pump number typed twice?" */
char *imp_to_ask_say_question (const ImpToAsk *self);
/* Why it is worth asking: what is known, and which answer would move it past what is open here. */
char *imp_to_ask_say_change (const ImpToAsk *self, const ImpBriefing *briefing);

/* "We cannot change it: the landlord owns the door", or the title of the fix. */
char *imp_untold_say_what (const ImpUntold *self);
/* "26 weeks, 9 people", "never, 11 people", as of the day of the round. */
char *imp_unheard_say (const ImpUnheard *self, ImpDate day);

G_END_DECLS
