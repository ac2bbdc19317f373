/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Days of the calendar, and the one clock that tells which day it is. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A day: days since 1 January 1970 in the proleptic Gregorian calendar. A day has no time zone:
 * "due 12 November" is the same promise in Porto and in Ghent. IMP_DATE_NONE means not known. */
typedef gint32 ImpDate;

#define IMP_DATE_NONE G_MININT32

#define IMP_DAY_MS       G_GINT64_CONSTANT (86400000)
#define IMP_CLOCK_FAR_MS IMP_DAY_MS /* what is dated further ahead of now is of a wrong clock */

ImpDate imp_date_new (int year, int month, int day); /* IMP_DATE_NONE where there is no such day */
ImpDate imp_date_parse (const char *iso);            /* "2026-11-21" or IMP_DATE_NONE */
void imp_date_split (ImpDate date, int *year, int *month, int *day);
ImpDate imp_date_month_start (ImpDate date);
ImpDate imp_date_month_end (ImpDate date);
gboolean imp_date_is_set (ImpDate date);
ImpDate
imp_date_from_ms (gint64 unix_ms); /* the day in the local time zone; none beyond all years */

char *imp_date_to_iso (ImpDate date);         /* "2026-11-21", or "" for none */
char *imp_date_to_words (ImpDate date);       /* "21 November", in the locale, no-break space */
char *imp_date_to_words_year (ImpDate date);  /* "21 November 2026" */
char *imp_date_to_short_words (ImpDate date); /* "21 Nov" */
char *imp_date_to_short_words_year (ImpDate date);   /* "21 Nov 2026" */
char *imp_date_to_month_words (ImpDate date);        /* "November 2026" */
char *imp_date_to_weekday (ImpDate date);            /* "Saturday" */
char *imp_date_to_weekday_words (ImpDate date);      /* "Saturday 21 November" */
char *imp_date_to_weekday_words_year (ImpDate date); /* "Saturday 21 November 2026" */
/* "09:30", of minutes after midnight. */
char *imp_time_of_day_to_words (int minutes);
char *imp_time_to_words (gint64 unix_ms);       /* "20 November 2026, 18:03", local time */
char *imp_time_to_exact_words (gint64 unix_ms); /* "20 November 2026, 18:03:27" */

/* The clock is passed in, never asked for globally, so that tests can set it. Copyable.
 * now_ms: milliseconds since the epoch, callable from any thread. */
typedef struct
{
  gint64 (*now_ms) (gpointer data);
  gpointer data;
} ImpClock;

ImpClock imp_clock_system (void);
ImpClock imp_clock_fixed (const gint64 *now_ms); /* reads *now_ms at each call */
gint64 imp_clock_now_ms (const ImpClock *clock);
ImpDate imp_clock_today (const ImpClock *clock); /* the day in the local time zone */

G_END_DECLS
