/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pieces that sentences about irritants and rounds are made of. */
#pragma once

#include "model/imp-answer.h"

G_BEGIN_DECLS

/* All pieces are translated, in lower case, with a no-break space between a figure and its unit,
 * and owned by the caller. An answer that is not known gives words without meaning. */

/* "45", "1,300", "2.5": figures as they were given, not rounded to two. */
char *imp_phrase_figure (double value);
/* What ngettext() wants to know of a figure: 1 only for one itself. */
gulong imp_phrase_plural (double value);

/* "six", "twelve", "13"; format: "%s remarks", of ngettext(). */
char *imp_phrase_count (const char *format, gulong count);

/* "45 people", "40 times a month", "5 minutes", "24 hours of work": for reckoning, in figures. */
char *imp_phrase_amount (ImpQuestion question, double value);
/* The same in two figures, and whole people: for what nobody said, as a median. */
char *imp_phrase_amount_about (ImpQuestion question, double value);
/* As people say numbers: 1, 1.5, 2, 2.5, 3, 4 … 10, 15, 20, 25, 30; the next one up or down. */
double imp_phrase_round (double value, gboolean up);
/* "about 45 people", "one person"; "at least 14 people" where more have reported it than the
 * answer says. *n_people is what is said, for the verb. */
char *imp_phrase_people (const ImpAnswer *answer, int reporters, gulong *n_people);
char *imp_phrase_often (const ImpAnswer *answer);   /* "twice a day", "ten times a month" */
char *imp_phrase_minutes (const ImpAnswer *answer); /* "5 minutes", "30 seconds", "3 hours" */
char *imp_phrase_work (double hours); /* "half a day", "three days"; a day has eight hours */

/* Days of the calendar as "a day", "eleven days", "two months", or "1 day", "11 days". */
char *imp_phrase_days (double days);
char *imp_phrase_days_short (double days);

/* A piece at the start of a sentence. Takes `text`. */
char *imp_phrase_capitalise (char *text);

G_END_DECLS
