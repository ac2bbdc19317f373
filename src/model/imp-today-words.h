/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, in words. */
#pragma once

#include "model/imp-today.h"

G_BEGIN_DECLS

/* All is translated and owned by the caller. */

/* "One promise is late, one falls due on Friday": what matters most, without a full stop. */
char *imp_today_say_first (const ImpToday *self);
/* "Four colleagues do not know yet what became of their irritant.": what comes next; never empty. */
char *imp_today_say_next (const ImpToday *self);

/* Beside the headings: "one fix to confirm", "four colleagues". */
char *imp_today_say_to_confirm (const ImpToday *self);
char *imp_today_say_colleagues (const ImpToday *self);
/* "12 more, once these are told": of news, or of colleagues, that are not listed. */
char *imp_today_say_rest (guint n);

/* "To Dana Whitfield for 27 November · Marek Nowak" */
char *imp_today_say_terms (const ImpPromiseLine *promise);
/* A day to come, in a column: "Today", "Tomorrow", "Friday", "10 December". */
char *imp_today_say_day (ImpDate day, ImpDate today);
/* "Delivered 12 November · ask Tom or Priya" */
char *imp_to_confirm_say (const ImpToConfirm *self);
/* "Last visit 20 October · promised then: 2, kept: 1"; NULL where there was none. */
char *imp_today_round_say_last (const ImpTodayRound *self);

/* "Returns desk opens without the old password", "We cannot: a second badge reader" */
char *imp_news_say_title (const ImpNews *self);
/* "3 reporters: Sam, Aïcha, Somebody in returns" */
char *imp_news_say_reporters (const ImpNews *self);
/* "Tell Tom", "Tell Them": a button. */
char *imp_news_say_tell (const ImpNews *self);
/* What to say to them: what is different now, or why we cannot. */
char *imp_news_say_words (const ImpNews *self);

G_END_DECLS
