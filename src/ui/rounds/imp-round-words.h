/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a round is said: when it is, how it stands, what came of it. */
#pragma once

#include "model/imp-round.h"

G_BEGIN_DECLS

char *imp_round_words_time (int minutes); /* "09:30"; "" for any time */
/* "9", "9:30", "9.30 pm", "14 h": minutes after midnight. IMP_ROUND_ANY_TIME, and FALSE in *valid
 * (may be NULL), for what is no time; nothing typed is any time. */
int imp_round_words_parse_time (const char *text, gboolean *valid);
char *imp_round_words_when (ImpDate day, int time); /* "Thursday 26 November, 09:30" */

/* In the column at the end of a row: "Under way", "3 days late", "Due", "in 5 days", and the day of
 * one that is finished. */
char *imp_round_words_stand (const ImpRoundLine *line, ImpDate today);
/* The quiet line under the site: when, where and who goes, or what came of it. */
char *imp_round_words_facts (const ImpRoundLine *line);

/* "Tom Firth, goods in · 60 people, 3 a day": under the words of a line that was heard. */
char *imp_round_words_heard (const ImpHeardLine *line);
/* "Promised here last time: a second printer at goods in. Kept on 12 November." */
char *imp_round_words_promised (const ImpPromiseLine *promise, ImpDate today);
/* "3 recorded · 12 min · no network" */
char *imp_round_words_progress (guint n_heard, gint64 elapsed_ms, gboolean online);
const char *imp_heard_kind_get_label (ImpHeardKind kind); /* "Works well" */

G_END_DECLS
