/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Visits as iCalendar (RFC 5545). */
#include "config.h"

#include "exchange/imp-calendar.h"

#include <libical/ical.h>
#include <string.h>

#include "base/imp-text.h"

#define PRODUCT         "-//Improve//Rounds " PACKAGE_VERSION "//EN"
#define DEFAULT_MINUTES 60
#define MINUTES_AN_HOUR 60
#define VERSION         "2.0" /* of iCalendar */
#define UID_END         "@improve"

static void
add (icalcomponent *component, icalproperty *property)
{
  icalcomponent_add_property (component, property);
}

/* libical escapes and folds; it is only given what can be text. */
static void
add_text (icalcomponent *component, icalproperty *(*create) (const char *text), const char *text)
{
  g_autofree char *clean = imp_text_clean (text);

  if (!imp_text_is_empty (clean))
    add (component, create (clean));
}

static icaltimetype
create_day (ImpDate date)
{
  icaltimetype time = { .is_date = 1 };

  imp_date_split (date, &time.year, &time.month, &time.day);
  return time;
}

/* Without a zone: floating. */
static icaltimetype
create_time (ImpDate date, int minutes)
{
  icaltimetype time = create_day (date);

  time.is_date = 0;
  time.hour = minutes / MINUTES_AN_HOUR;
  time.minute = minutes % MINUTES_AN_HOUR;
  return time;
}

static void
add_times (icalcomponent *component, const ImpCalendarEvent *event)
{
  const gboolean all_day = event->time < 0;
  icaltimetype start = all_day ? create_day (event->date) : create_time (event->date, event->time);
  icaltimetype end = start;

  icaltime_adjust (&end, all_day ? 1 : 0, 0, event->minutes > 0 ? event->minutes : DEFAULT_MINUTES,
                   0);
  add (component, icalproperty_new_dtstart (start));
  add (component, icalproperty_new_dtend (end));
}

static void
add_identity (icalcomponent *component, const ImpCalendarEvent *event)
{
  const icaltimetype modified = icaltime_from_timet_with_zone ((time_t) (event->modified_ms / 1000),
                                                               0, icaltimezone_get_utc_timezone ());
  char uuid[IMP_UUID_STRING_LEN];
  g_autofree char *uid = NULL;

  imp_uuid_print (&event->uuid, uuid);
  uid = g_strconcat (uuid, UID_END, NULL);
  add (component, icalproperty_new_uid (uid));
  add (component, icalproperty_new_dtstamp (modified));
  add (component, icalproperty_new_lastmodified (modified));
  add (component, icalproperty_new_sequence (event->sequence));
}

static icalcomponent *
create_event (const ImpCalendarEvent *event)
{
  icalcomponent *component = icalcomponent_new_vevent ();

  add_identity (component, event);
  add_times (component, event);
  add_text (component, icalproperty_new_summary, event->summary);
  add_text (component, icalproperty_new_location, event->location);
  add_text (component, icalproperty_new_description, event->description);
  add (component,
       icalproperty_new_transp (event->is_free ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
  return component;
}

/* What calendar programs show as the name of a calendar that they follow. */
static void
add_name (icalcomponent *calendar, const char *name)
{
  g_autofree char *clean = imp_text_clean (name);
  icalproperty *property;

  if (imp_text_is_empty (clean))
    return;
  property = icalproperty_new_x (clean);
  icalproperty_set_x_name (property, "X-WR-CALNAME");
  add (calendar, property);
}

GBytes *
imp_calendar_to_bytes (const GArray *events, const char *name)
{
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  char *text;
  GBytes *bytes;

  add (calendar, icalproperty_new_version (VERSION));
  add (calendar, icalproperty_new_prodid (PRODUCT));
  add_name (calendar, name);
  for (guint i = 0; i < events->len; i++)
    {
      const ImpCalendarEvent *event = &g_array_index (events, ImpCalendarEvent, i);

      if (imp_date_is_set (event->date))
        icalcomponent_add_component (calendar, create_event (event));
    }
  text = icalcomponent_as_ical_string_r (calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return bytes;
}
