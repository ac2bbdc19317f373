/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Visits as iCalendar, read back with libical. */
#include "config.h"

#include <libical/ical.h>
#include <string.h>

#include "exchange/imp-calendar.h"

#define MODIFIED_MS G_GINT64_CONSTANT (1795263000000) /* 21 November 2026, 12:10:00 UTC */

static ImpCalendarEvent
create_event (const char *uuid, ImpDate date, int time)
{
  ImpCalendarEvent event = { .date = date,
                             .time = time,
                             .summary = "Round: Leeds workshop",
                             .modified_ms = MODIFIED_MS,
                             .sequence = 2 };

  g_assert_true (imp_uuid_parse (uuid, &event.uuid));
  return event;
}

static char *
write_event (const ImpCalendarEvent *event)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (ImpCalendarEvent));
  g_autoptr (GBytes) bytes = NULL;

  g_array_append_vals (events, event, event != NULL ? 1 : 0);
  bytes = imp_calendar_to_bytes (events, "Rounds");
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The only event of a file; *calendar is freed by the caller. */
static icalcomponent *
read_event (const char *text, icalcomponent **calendar)
{
  icalcomponent *event;

  *calendar = icalcomponent_new_from_string (text);
  g_assert_nonnull (*calendar);
  icalrestriction_check (*calendar);
  g_assert_cmpint (icalcomponent_count_errors (*calendar), ==, 0);
  g_assert_cmpint (icalcomponent_count_components (*calendar, ICAL_ANY_COMPONENT), ==, 1);
  event = icalcomponent_get_first_component (*calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (event);
  return event;
}

static void
assert_time (icaltimetype time, int year, int month, int day, int hour, int minute)
{
  g_assert_cmpint (time.year, ==, year);
  g_assert_cmpint (time.month, ==, month);
  g_assert_cmpint (time.day, ==, day);
  g_assert_cmpint (time.hour, ==, hour);
  g_assert_cmpint (time.minute, ==, minute);
}

static void
test_timed (void)
{
  ImpCalendarEvent event = create_event ("0b6f5d1e-7c39-4b0e-9f7c-1f4d7a1c2b3d",
                                         imp_date_new (2026, 12, 31), 23 * 60 + 30);
  g_autofree char *text = NULL;
  icalcomponent *calendar, *read;

  event.location = "by the parts counter";
  text = write_event (&event);
  read = read_event (text, &calendar);
  g_assert_cmpstr (icalcomponent_get_uid (read), ==,
                   "0b6f5d1e-7c39-4b0e-9f7c-1f4d7a1c2b3d@improve");
  assert_time (icalcomponent_get_dtstart (read), 2026, 12, 31, 23, 30);
  assert_time (icalcomponent_get_dtend (read), 2027, 1, 1, 0, 30);
  g_assert_false (icaltime_is_date (icalcomponent_get_dtstart (read)));
  g_assert_false (icaltime_is_utc (icalcomponent_get_dtstart (read)));
  assert_time (icalcomponent_get_dtstamp (read), 2026, 11, 21, 12, 10);
  g_assert_true (icaltime_is_utc (icalcomponent_get_dtstamp (read)));
  g_assert_cmpstr (icalcomponent_get_location (read), ==, "by the parts counter");
  g_assert_cmpint (icalcomponent_get_sequence (read), ==, 2);
  g_assert_null (icalcomponent_get_first_property (calendar, ICAL_METHOD_PROPERTY));
  icalcomponent_free (calendar);
  g_assert_nonnull (strstr (text, "\r\nDTSTART:20261231T233000\r\n")); /* floating */
  g_assert_nonnull (strstr (text, "\r\nX-WR-CALNAME:Rounds\r\n"));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Improve//"));
}

static void
test_all_day (void)
{
  ImpCalendarEvent event =
      create_event ("0b6f5d1e-7c39-4b0e-9f7c-1f4d7a1c2b3d", imp_date_new (2028, 2, 29), -1);
  g_autofree char *text = NULL;
  icalcomponent *calendar, *read;

  event.is_free = TRUE;
  text = write_event (&event);
  read = read_event (text, &calendar);
  g_assert_true (icaltime_is_date (icalcomponent_get_dtstart (read)));
  assert_time (icalcomponent_get_dtstart (read), 2028, 2, 29, 0, 0);
  assert_time (icalcomponent_get_dtend (read), 2028, 3, 1, 0, 0);
  icalcomponent_free (calendar);
  g_assert_nonnull (strstr (text, "\r\nDTSTART;VALUE=DATE:20280229\r\n"));
  g_assert_nonnull (strstr (text, "\r\nTRANSP:TRANSPARENT\r\n"));
}

/* Text cannot leave its property, whatever it is. */
static void
test_hostile (void)
{
  static const char hostile[] = "a;b,c\\d \"e\"\nEND:VEVENT\nBEGIN:VALARM\nåÅ漢字🙂:%s";
  ImpCalendarEvent event =
      create_event ("0b6f5d1e-7c39-4b0e-9f7c-1f4d7a1c2b3d", imp_date_new (2026, 12, 1), 0);
  g_autofree char *controls = g_strconcat ("\r\n\x01", hostile, "\r\n \x7f", NULL);
  g_autofree char *longer = NULL, *text = NULL;
  g_autoptr (GString) many = g_string_new (NULL);
  icalcomponent *calendar, *read;

  for (int i = 0; i < 500; i++)
    g_string_append (many, "漢字å;,");
  longer = g_strdup (many->str);
  event.summary = controls;
  event.location = hostile;
  event.description = longer;
  text = write_event (&event);
  read = read_event (text, &calendar);
  g_assert_cmpstr (icalcomponent_get_summary (read), ==, hostile);
  g_assert_cmpstr (icalcomponent_get_location (read), ==, hostile);
  g_assert_cmpstr (icalcomponent_get_description (read), ==, longer);
  icalcomponent_free (calendar);
}

/* No line is longer than 75 bytes, and no letter is cut in two. */
static void
test_folded (void)
{
  ImpCalendarEvent event =
      create_event ("0b6f5d1e-7c39-4b0e-9f7c-1f4d7a1c2b3d", imp_date_new (2026, 12, 1), 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  event.description =
      "Größe und Länge der Prüfstände, die wir in der nächsten Woche besuchen werden, "
      "und zwar äußerst gründlich: überall, öfter, ausführlicher als früher.";
  text = write_event (&event);
  lines = g_strsplit (text, "\r\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
    }
}

static void
test_nothing (void)
{
  ImpCalendarEvent event =
      create_event ("0b6f5d1e-7c39-4b0e-9f7c-1f4d7a1c2b3d", IMP_DATE_NONE, 540);
  g_autofree char *text = write_event (&event);
  g_autofree char *empty = write_event (NULL);

  g_assert_cmpstr (text, ==, empty);
  g_assert_null (strstr (text, "VEVENT"));
}

/* As long as nothing changes, the file is the same, byte for byte. */
static void
test_same (void)
{
  ImpCalendarEvent event =
      create_event ("0b6f5d1e-7c39-4b0e-9f7c-1f4d7a1c2b3d", imp_date_new (2026, 12, 1), 540);
  g_autofree char *first = write_event (&event);
  g_autofree char *second = write_event (&event);

  g_assert_cmpstr (first, ==, second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/calendar/timed", test_timed);
  g_test_add_func ("/exchange/calendar/all-day", test_all_day);
  g_test_add_func ("/exchange/calendar/hostile-texts", test_hostile);
  g_test_add_func ("/exchange/calendar/folded", test_folded);
  g_test_add_func ("/exchange/calendar/nothing", test_nothing);
  g_test_add_func ("/exchange/calendar/same", test_same);
  return g_test_run ();
}
