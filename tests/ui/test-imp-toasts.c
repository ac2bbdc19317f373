/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a window says after a write. */
#include "config.h"

#include "support/imp-full-disk.h"
#include "ui-fixture.h"
#include "ui/common/imp-chosen-file.h"
#include "ui/common/imp-toasts.h"

static GtkWidget *
create_window (GtkWidget **inside)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  *inside = gtk_label_new (NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), *inside);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  imp_toasts_install (window, ADW_TOAST_OVERLAY (overlay));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 320); /* a toast needs room */
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
test_names_what_was_done (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);

  imp_backlog_set_text_async (fixture->backlog, ui_record (fixture, "Old"), IMP_IRRITANT_TITLE,
                              "New", "Title " HOSTILE, imp_toasts_written_cb,
                              imp_toasts_expect (inside));
  ui_wait_for (window, "Title " HOSTILE);
  g_assert_nonnull (ui_find (window, "Undo"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
change_title (UiFixture *fixture, GtkWidget *inside, ImpItem irritant, const char *title)
{
  imp_backlog_set_text_async (fixture->backlog, irritant, IMP_IRRITANT_TITLE, title, "Renamed",
                              imp_toasts_written_cb, imp_toasts_expect (inside));
}

static void
test_goes_with_the_next_action (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);

  change_title (fixture, inside, ui_record (fixture, "Old"), "New");
  ui_wait_for (window, "Renamed");
  ui_record (fixture, "From elsewhere");
  ui_wait_until_gone (window, "Renamed");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_is_silent_about_nothing (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);
  ImpItem irritant = ui_record (fixture, "Old");

  change_title (fixture, inside, irritant, "New");
  ui_wait_for (window, "Renamed");
  ui_record (fixture, "From elsewhere");
  ui_wait_until_gone (window, "Renamed");
  change_title (fixture, inside, irritant, "New");
  ui_run (500);
  g_assert_null (ui_find (window, "Undo"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing waits for its turn to say what is not so any more. */
static void
test_says_the_newest (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);

  imp_toasts_show (inside, "Undone: Renamed");
  imp_toasts_show (inside, "Redone: Renamed");
  ui_wait_for (window, "Redone: Renamed");
  ui_wait_until_gone (window, "Undone: Renamed");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_says_what_went_wrong (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s", "No room: " HOSTILE);

  imp_toasts_show_error (inside, error);
  ui_wait_for (window, "No room: " HOSTILE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_makes_room_but_for_errors (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s", "No room");

  imp_toasts_dismiss_done (inside); /* of none */
  imp_toasts_show (inside, "Done");
  ui_wait_for (window, "Done");
  imp_toasts_dismiss_done (inside);
  ui_wait_until_gone (window, "Done");
  imp_toasts_show_error (inside, error);
  ui_wait_for (window, "No room");
  imp_toasts_dismiss_done (inside);
  ui_run (500); /* longer than a toast takes to leave */
  g_assert_nonnull (ui_find (window, "No room"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The banner says why. */
static void
test_says_once_why_nothing_is_saved (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);
  ImpItem irritant = ui_record (fixture, "Old");

  imp_limit_files (0);
  change_title (fixture, inside, irritant, "New");
  ui_wait_for (window, "Cannot save the change");
  imp_limit_files (RLIM_INFINITY);
  g_assert_cmpstr (imp_backlog_get_trouble (fixture->backlog), ==,
                   "the disk does not read or write as it should. Try again; if it goes on, copy "
                   "the file to another disk");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_is_silent_about_cancelling (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");

  imp_toasts_show_error (inside, error);
  ui_run (250);
  g_assert_null (ui_find (window, "Cancelled"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_says_what_cannot_be_chosen (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *inside, *window = create_window (&inside);
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://far/b");
  g_autoptr (GFile) near = g_file_new_for_path ("/near/b");
  g_autoptr (GError) dismissed = g_error_new (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, "No");
  g_autofree char *path = imp_chosen_file_dup_path (inside, near, NULL);

  g_assert_cmpstr (path, ==, "/near/b");
  g_assert_null (imp_chosen_file_dup_path (inside, NULL, dismissed));
  g_assert_cmpuint (imp_toasts_count_errors (window), ==, 0);
  g_assert_null (imp_chosen_file_dup_path (inside, far, NULL));
  ui_wait_for (window, "Cannot use “sftp://far/b”: it is not on this computer. Choose a folder on "
                       "this computer");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add ("/ui/toasts/names-what-was-done", UiFixture, NULL, ui_set_up,
              test_names_what_was_done, ui_tear_down);
  g_test_add ("/ui/toasts/goes-with-the-next-action", UiFixture, NULL, ui_set_up,
              test_goes_with_the_next_action, ui_tear_down);
  g_test_add ("/ui/toasts/is-silent-about-nothing", UiFixture, NULL, ui_set_up,
              test_is_silent_about_nothing, ui_tear_down);
  g_test_add ("/ui/toasts/says-the-newest", UiFixture, NULL, ui_set_up, test_says_the_newest,
              ui_tear_down);
  g_test_add ("/ui/toasts/says-what-went-wrong", UiFixture, NULL, ui_set_up,
              test_says_what_went_wrong, ui_tear_down);
  g_test_add ("/ui/toasts/makes-room-but-for-errors", UiFixture, NULL, ui_set_up,
              test_makes_room_but_for_errors, ui_tear_down);
  g_test_add ("/ui/toasts/says-once-why-nothing-is-saved", UiFixture, NULL, ui_set_up,
              test_says_once_why_nothing_is_saved, ui_tear_down);
  g_test_add ("/ui/toasts/is-silent-about-cancelling", UiFixture, NULL, ui_set_up,
              test_is_silent_about_cancelling, ui_tear_down);
  g_test_add ("/ui/toasts/says-what-cannot-be-chosen", UiFixture, NULL, ui_set_up,
              test_says_what_cannot_be_chosen, ui_tear_down);
  return g_test_run ();
}
