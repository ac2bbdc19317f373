/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Days of the calendar, and the one clock that tells which day it is. */
#include "config.h"

#include "base/imp-date.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define JULIAN_OF_EPOCH 719163 /* g_date_get_julian() of 1 January 1970 */

ImpDate
imp_date_new (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return IMP_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (ImpDate) g_date_get_julian (&date) - JULIAN_OF_EPOCH;
}

ImpDate
imp_date_parse (const char *iso)
{
  static const char shape[] = "dddd-dd-dd";
  int year, month, day;

  if (iso == NULL || strlen (iso) != strlen (shape))
    return IMP_DATE_NONE;
  for (const char *p = iso, *s = shape; *p != '\0'; p++, s++)
    if (*s == 'd' ? !g_ascii_isdigit (*p) : *p != *s)
      return IMP_DATE_NONE;
  if (sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return IMP_DATE_NONE;
  return imp_date_new (year, month, day);
}

gboolean
imp_date_is_set (ImpDate date)
{
  return date > -JULIAN_OF_EPOCH && date <= 2932896; /* 1 January 1 to 31 December 9999 */
}

static void
to_gdate (ImpDate date, GDate *gdate)
{
  g_date_clear (gdate, 1);
  g_date_set_julian (gdate, (guint32) (date + JULIAN_OF_EPOCH));
}

void
imp_date_split (ImpDate date, int *year, int *month, int *day)
{
  GDate gdate;

  g_return_if_fail (imp_date_is_set (date));
  to_gdate (date, &gdate);
  *year = g_date_get_year (&gdate);
  *month = g_date_get_month (&gdate);
  *day = g_date_get_day (&gdate);
}

ImpDate
imp_date_month_start (ImpDate date)
{
  int year, month, day;

  imp_date_split (date, &year, &month, &day);
  return imp_date_new (year, month, 1);
}

ImpDate
imp_date_month_end (ImpDate date)
{
  int year, month, day;

  imp_date_split (date, &year, &month, &day);
  return imp_date_new (year, month,
                       g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
}

char *
imp_date_to_iso (ImpDate date)
{
  int year, month, day;

  if (!imp_date_is_set (date))
    return g_strdup ("");
  imp_date_split (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static char *
format_date (ImpDate date, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  if (!imp_date_is_set (date))
    return g_strdup ("");
  imp_date_split (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return g_date_time_format (time, format);
}

/* Translators: of days, as g_date_time_format() takes them, with no-break spaces: "21 November" */
char *
imp_date_to_words (ImpDate date)
{
  return format_date (date, C_ ("date", "%-d\u00a0%B"));
}

char *
imp_date_to_words_year (ImpDate date)
{
  return format_date (date, C_ ("date", "%-d\u00a0%B\u00a0%Y"));
}

char *
imp_date_to_short_words (ImpDate date)
{
  return format_date (date, C_ ("date", "%-d\u00a0%b"));
}

char *
imp_date_to_short_words_year (ImpDate date)
{
  return format_date (date, C_ ("date", "%-d\u00a0%b\u00a0%Y"));
}

char *
imp_date_to_month_words (ImpDate date)
{
  return format_date (date, C_ ("date", "%OB %Y"));
}

char *
imp_date_to_weekday (ImpDate date)
{
  return format_date (date, "%A");
}

char *
imp_date_to_weekday_words (ImpDate date)
{
  return format_date (date, C_ ("date", "%A %-d\u00a0%B"));
}

char *
imp_date_to_weekday_words_year (ImpDate date)
{
  return format_date (date, C_ ("date", "%A %-d\u00a0%B\u00a0%Y"));
}

static char *
format_time (gint64 unix_ms, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unix_ms / 1000);
  g_autofree char *hour = g_date_time_format (time, format);
  g_autofree char *day = imp_date_to_words_year (imp_date_from_ms (unix_ms));

  /* Translators: a day and a time: 20 November 2026, 18:03 */
  return g_strdup_printf (_ ("%s, %s"), day, hour);
}

char *
imp_time_to_words (gint64 unix_ms)
{
  /* Translators: the time of day, as g_date_time_format() wants it: 18:03 */
  return format_time (unix_ms, C_ ("time of day", "%H:%M"));
}

char *
imp_time_of_day_to_words (int minutes)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (1970, 1, 1, minutes / 60, minutes % 60, 0);

  return g_date_time_format (time, C_ ("time of day", "%H:%M"));
}

char *
imp_time_to_exact_words (gint64 unix_ms)
{
  /* Translators: the time of day with seconds, as g_date_time_format() wants it: 18:03:27 */
  return format_time (unix_ms, C_ ("time of day", "%H:%M:%S"));
}

static gint64
system_now_ms (gpointer data)
{
  return g_get_real_time () / 1000;
}

static gint64
fixed_now_ms (gpointer data)
{
  return *(const gint64 *) data;
}

ImpClock
imp_clock_system (void)
{
  return (ImpClock) { system_now_ms, NULL };
}

ImpClock
imp_clock_fixed (const gint64 *now_ms)
{
  return (ImpClock) { fixed_now_ms, (gpointer) now_ms };
}

gint64
imp_clock_now_ms (const ImpClock *clock)
{
  return clock->now_ms (clock->data);
}

ImpDate
imp_date_from_ms (gint64 unix_ms)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_ms / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return IMP_DATE_NONE;
  return imp_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                       g_date_time_get_day_of_month (local));
}

ImpDate
imp_clock_today (const ImpClock *clock)
{
  return imp_date_from_ms (imp_clock_now_ms (clock));
}
