/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The dialog of the calendar file, and the banner where it cannot be written. */
#include "config.h"

#include "ui/rounds/imp-calendar-dialog.h"

#include <glib/gstdio.h>

#include "ui-fixture.h"
#include "ui/window/imp-window.h"

static void
press (GtkWidget *root, const char *text)
{
  gtk_widget_activate (gtk_widget_get_ancestor (ui_wait_for (root, text), GTK_TYPE_BUTTON));
}

static GtkWidget *
open_dialog (UiFixture *fixture, ImpCalendarFile *file)
{
  AdwDialog *dialog = imp_calendar_dialog_new (file);

  if (fixture->window == NULL)
    ui_show (fixture, gtk_label_new ("Behind"));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  return GTK_WIDGET (dialog);
}

/* It says where the file is and when it was written; stopped, it offers to choose one again. */
static void
test_shows_and_stops (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rounds <b>.ics", NULL);
  g_autoptr (ImpCalendarFile) file = imp_calendar_file_new (fixture->backlog, path);
  GtkWidget *dialog = open_dialog (fixture, file);

  ui_wait_for (dialog, path);
  ui_wait_until_gone (dialog, "Not yet");
  g_assert_null (ui_find (dialog, "Not up to date"));
  ui_assert_plain (dialog);
  press (dialog, "Stop Updating");
  ui_wait_for (dialog, "Your Rounds in Your Calendar");
  g_assert_null (imp_calendar_file_get_path (file));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_says_why_not (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "stick", NULL), *path = NULL;
  g_autoptr (ImpCalendarFile) file = NULL;
  GtkWidget *dialog;

  path = g_build_filename (folder, "rounds.ics", NULL);
  file = imp_calendar_file_new (fixture->backlog, path);
  dialog = open_dialog (fixture, file);
  ui_wait_for (dialog, "Not up to date");
  ui_wait_for (dialog, "Not yet");
  ui_wait_for (dialog, imp_calendar_file_get_failure (file));
  ui_assert_plain (dialog);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  press (dialog, "Try Again");
  ui_wait_until_gone (dialog, "Not up to date");
}

static void
test_lets_go (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rounds.ics", NULL);
  g_autoptr (ImpCalendarFile) file = imp_calendar_file_new (fixture->backlog, path);
  GtkWidget *dialog = g_object_ref (open_dialog (fixture, file));

  adw_dialog_force_close (ADW_DIALOG (dialog));
  imp_assert_finalize_soon (dialog);
}

static void
fail_again (ImpCalendarFile *file)
{
  imp_calendar_file_try (file);
  while (imp_calendar_file_is_busy (file))
    g_main_context_iteration (NULL, TRUE);
}

/* Once, not with each change; it goes when the file can be written. */
static void
test_banner (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "stick", NULL), *path = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = imp_window_new (NULL, settings);
  g_autoptr (ImpCalendarFile) file = imp_calendar_file_new (fixture->backlog, NULL);

  fixture->window = GTK_WINDOW (window);
  path = g_build_filename (folder, "rounds.ics", NULL);
  imp_window_set_calendar_file (window, file);
  imp_window_set_backlog (window, fixture->backlog);
  gtk_window_present (fixture->window);
  imp_calendar_file_set_path (file, path);
  fail_again (file);
  ui_wait_for (GTK_WIDGET (window), imp_calendar_file_get_failure (file));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.calendar", NULL);
  ui_wait_for (GTK_WIDGET (window), "Not up to date");
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  ui_wait_until_gone (GTK_WIDGET (window), imp_calendar_file_get_failure (file));
  fail_again (file);
  g_assert_null (ui_find (GTK_WIDGET (window), imp_calendar_file_get_failure (file)));
  imp_window_set_calendar_file (window, NULL);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/calendar-dialog/" name, UiFixture, NULL, ui_set_up, func, ui_tear_down)
  ADD ("shows-and-stops", test_shows_and_stops);
  ADD ("says-why-not", test_says_why_not);
  ADD ("lets-go", test_lets_go);
  ADD ("banner", test_banner);
  return g_test_run ();
}
