/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A calendar file follows the rounds by itself. */
#include "config.h"

#include "backlog/imp-calendar-file.h"

#include <string.h>
#include <utime.h>

#include "round-fixture.h"

#define LONG_AGO 1000000000 /* Unix time */

static char *
dup_path (BacklogFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
wait_until_written (ImpCalendarFile *file)
{
  const gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (imp_calendar_file_is_busy (file) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (imp_calendar_file_is_busy (file));
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static ImpItem
plan (BacklogFixture *fixture, ImpItem round, const char *site, ImpDate day)
{
  const ImpRoundPlan plan = {
    .item = round, .site = site, .planned = day, .time = IMP_ROUND_ANY_TIME, .weeks = -1
  };

  return round_fixture_plan (fixture, &plan);
}

static void
assert_says (ImpCalendarFile *file, const char *words)
{
  g_autofree char *text = NULL;

  wait_until_written (file);
  g_assert_cmpstr (imp_calendar_file_get_failure (file), ==, NULL);
  text = read_file (imp_calendar_file_get_path (file));
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

/* It says so with each change, and what is stopped says no more. */
static void
test_follows (BacklogFixture *fixture, gconstpointer data)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autofree char *path = dup_path (fixture, "rounds.ics"), *before = NULL, *after = NULL;
  g_autoptr (ImpCalendarFile) file = imp_calendar_file_new (fixture->backlog, path);
  ImpItem round;

  assert_says (file, "BEGIN:VCALENDAR");
  g_assert_cmpint (imp_calendar_file_get_written_ms (file), >, 0);
  round = plan (fixture, 0, "Leeds", today + 3);
  assert_says (file, "DTSTART;VALUE=DATE:20261124\r\n");
  plan (fixture, round, "Leeds", today + 4);
  assert_says (file, "DTSTART;VALUE=DATE:20261125\r\n");
  backlog_fixture_undo (fixture);
  assert_says (file, "DTSTART;VALUE=DATE:20261124\r\n");
  imp_calendar_file_set_path (file, NULL);
  before = read_file (path);
  plan (fixture, round, "Leeds", today + 5);
  imp_calendar_file_try (file);
  g_assert_false (imp_calendar_file_is_busy (file));
  after = read_file (path);
  g_assert_cmpstr (before, ==, after);
}

/* What says the same already is left alone, also where something else has changed. */
static void
test_leaves_alone (BacklogFixture *fixture, gconstpointer data)
{
  const struct utimbuf times = { LONG_AGO, LONG_AGO };
  g_autofree char *path = dup_path (fixture, "rounds.ics");
  g_autoptr (ImpCalendarFile) file = NULL;

  plan (fixture, 0, "Leeds", imp_backlog_get_today (fixture->backlog));
  file = imp_calendar_file_new (fixture->backlog, path);
  wait_until_written (file);
  g_assert_cmpint (utime (path, &times), ==, 0);
  backlog_fixture_record (fixture, "The door sticks", 3);
  imp_calendar_file_try (file);
  wait_until_written (file);
  g_assert_cmpint (imp_calendar_file_get_written_ms (file), ==,
                   LONG_AGO * G_GINT64_CONSTANT (1000));
  g_clear_object (&file);
  file = imp_calendar_file_new (fixture->backlog, path); /* as at the next start */
  wait_until_written (file);
  g_assert_cmpint (imp_calendar_file_get_written_ms (file), ==,
                   LONG_AGO * G_GINT64_CONSTANT (1000));
}

/* Many changes are written together. */
static void
test_together (BacklogFixture *fixture, gconstpointer data)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autofree char *path = dup_path (fixture, "rounds.ics");
  g_autoptr (ImpCalendarFile) file = imp_calendar_file_new (fixture->backlog, path);
  guint n = 0;

  wait_until_written (file);
  g_signal_connect_swapped (file, "changed", G_CALLBACK (g_atomic_int_inc), &n);
  for (ImpDate day = today; day < today + 20; day++)
    plan (fixture, 0, "Leeds", day);
  assert_says (file, "DTSTART;VALUE=DATE:20261210\r\n");
  g_assert_cmpuint (n, <, 20);
}

/* A stick that is not there: said until it is there again. */
static void
test_fails (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = dup_path (fixture, "stick"), *path = NULL;
  g_autoptr (ImpCalendarFile) file = NULL;

  path = g_build_filename (folder, "rounds.ics", NULL);
  file = imp_calendar_file_new (fixture->backlog, path);
  wait_until_written (file);
  g_assert_true (g_str_has_prefix (imp_calendar_file_get_failure (file), "Cannot write “"));
  g_assert_cmpint (imp_calendar_file_get_written_ms (file), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  plan (fixture, 0, "Leeds", imp_backlog_get_today (fixture->backlog));
  assert_says (file, "SUMMARY:Round: Leeds\r\n");
}

/* Somebody keeps the file elsewhere, and a link to it where they chose it. */
static void
test_through_link (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "rounds.ics"), *link = dup_path (fixture, "link.ics");
  g_autoptr (ImpCalendarFile) file = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  file = imp_calendar_file_new (fixture->backlog, link);
  wait_until_written (file);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  text = read_file (path);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR"));
}

/* The last change is written before the program ends, without waiting for more. */
static void
test_hurries (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "rounds.ics");
  ImpCalendarFile *file = imp_calendar_file_new (fixture->backlog, path);

  wait_until_written (file);
  plan (fixture, 0, "Leeds", imp_backlog_get_today (fixture->backlog));
  g_assert_true (imp_calendar_file_is_busy (file));
  imp_calendar_file_hurry (file);
  assert_says (file, "SUMMARY:Round: Leeds\r\n");
  plan (fixture, 0, "York", imp_backlog_get_today (fixture->backlog));
  imp_calendar_file_hurry (file);
  imp_assert_finalize_soon (file); /* in the middle of it */
}

/* From one file to another, while the first is being written. */
static void
test_elsewhere (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "a.ics"), *other = dup_path (fixture, "b.ics");
  g_autoptr (ImpCalendarFile) file = imp_calendar_file_new (fixture->backlog, path);

  imp_calendar_file_set_path (file, NULL);
  imp_calendar_file_set_path (file, other);
  assert_says (file, "BEGIN:VCALENDAR");
  g_assert_cmpstr (imp_calendar_file_get_path (file), ==, other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("calendar-file/follows", test_follows);
  BACKLOG_FIXTURE_ADD ("calendar-file/leaves-alone", test_leaves_alone);
  BACKLOG_FIXTURE_ADD ("calendar-file/together", test_together);
  BACKLOG_FIXTURE_ADD ("calendar-file/fails", test_fails);
  BACKLOG_FIXTURE_ADD ("calendar-file/through-link", test_through_link);
  BACKLOG_FIXTURE_ADD ("calendar-file/hurries", test_hurries);
  BACKLOG_FIXTURE_ADD ("calendar-file/elsewhere", test_elsewhere);
  return g_test_run ();
}
