/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Visits as iCalendar (RFC 5545). */
#pragma once

#include "base/imp-date.h"
#include "base/imp-uuid.h"

G_BEGIN_DECLS

/* A visit, or the day by which one is due. Texts are data, and may be NULL but for the summary.
 * Borrowed for the call. */
typedef struct
{
  ImpUuid uuid;        /* of the round: what makes a newer file move it instead of adding another */
  ImpDate date;        /* events without a day are left out */
  int time;            /* minutes after midnight there; below 0: all of the day */
  int minutes;         /* how long, where it has a time; 0: an hour */
  const char *summary; /* "Round: Leeds workshop" */
  const char *location; /* "by the parts counter" */
  const char *description;
  gint64 modified_ms; /* when it was last changed: the file is the same as long as nothing is */
  int sequence;       /* grows with each change that moves it */
  gboolean is_free;   /* takes no time of its day: it is only a reminder */
} ImpCalendarEvent;

/* One VCALENDAR, of that name where a program shows one. events: an array of ImpCalendarEvent. Times
 * are floating: what a round knows is the time on the clock at its site, wherever the calendar is
 * looked at, and no zone. */
GBytes *imp_calendar_to_bytes (const GArray *events, const char *name);

G_END_DECLS
