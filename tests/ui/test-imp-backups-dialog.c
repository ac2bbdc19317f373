/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The backups dialog makes and lists backups, and asks before it restores one. */
#include "config.h"

#include "backlog/imp-backlog-backups.h"
#include "ui-fixture.h"
#include "ui/common/imp-toasts.h"
#include "ui/window/imp-backups-dialog.h"
#include "ui/window/imp-window.h"

#define DAY "21\u00a0November\u00a02026"

/* What the application would be asked for. */
static char *restored;

static void
restore_backup (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&restored, g_variant_get_string (parameter, NULL));
}

static GtkWidget *
show_overlay (UiFixture *fixture)
{
  static const GActionEntry actions[] = {
    { .name = "restore-backup", .activate = restore_backup, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("Behind"));
  ui_show (fixture, overlay);
  imp_toasts_install (GTK_WIDGET (fixture->window), ADW_TOAST_OVERLAY (overlay));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "app", G_ACTION_GROUP (group));
  return overlay;
}

static GtkWidget *
open_dialog (UiFixture *fixture, GSettings *settings, gboolean damaged)
{
  const char *path = imp_backlog_get_path (fixture->backlog);
  ImpBackupsDialog *dialog =
      imp_backups_dialog_new (path, damaged ? NULL : fixture->backlog, settings);

  adw_dialog_present (ADW_DIALOG (dialog), show_overlay (fixture));
  return GTK_WIDGET (dialog);
}

static void
press (GtkWidget *root, const char *text)
{
  GtkWidget *label = ui_wait_for (root, text);

  gtk_widget_activate (GTK_IS_BUTTON (label) ? label
                                             : gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

static char *
back_up (UiFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  char *file;

  imp_backlog_back_up_async (fixture->backlog, IMP_BACKUP_DAILY, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  file = imp_backlog_back_up_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return file;
}

/* The backup is finished when there is no window to say so in. */
static void
test_window_closes_first (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *dialog = g_object_ref (open_dialog (fixture, settings, FALSE));

  ui_wait_for (dialog, "No Backups Yet");
  press (dialog, "Back Up Now");
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  imp_assert_finalize_soon (dialog);
}

static void
test_makes_the_first_backup (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *dialog;

  ui_record (fixture, HOSTILE);
  dialog = open_dialog (fixture, settings, FALSE);
  ui_wait_for (dialog, "No Backups Yet");
  press (dialog, "Back Up Now");
  ui_wait_for (dialog, "Last Good Backup");
  ui_wait_for (dialog, DAY ", 12:00");
  ui_assert_plain (dialog);
}

/* Whoever wants a second copy from the first one on chooses it before. */
static void
test_second_folder_comes_first (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *dialog = open_dialog (fixture, settings, FALSE);

  ui_wait_for (dialog, "No Backups Yet");
  ui_wait_for (dialog, "Second Folder");
  g_assert_null (ui_find (dialog, "Last Good Backup"));
  ui_assert_plain (dialog);
}

/* In the place of those that look alike; also what another one made meanwhile. */
static void
test_one_minute_has_seconds (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *first = NULL, *second = NULL;
  GtkWidget *dialog;

  ui_record (fixture, "Printer jams");
  first = back_up (fixture);
  dialog = open_dialog (fixture, settings, FALSE);
  ui_wait_for (dialog, DAY ", 12:00");
  fixture->now_ms += 27000;
  second = back_up (fixture);
  ui_wait_for (dialog, DAY ", 12:00:27");
  ui_wait_for (dialog, DAY ", 12:00:00");
}

static void
test_asks_before_restoring (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *file = NULL;
  GtkWidget *dialog;

  ui_record (fixture, "Printer jams");
  file = back_up (fixture);
  dialog = open_dialog (fixture, settings, FALSE);
  press (dialog, "Restore…");
  ui_wait_for (GTK_WIDGET (fixture->window), "Restore This Backup?");
  g_assert_null (restored);
  press (GTK_WIDGET (fixture->window), "Restore");
  for (int i = 0; i < 20 && restored == NULL; i++)
    ui_run (100);
  g_assert_cmpstr (restored, ==, file);
  ui_wait_until_gone (GTK_WIDGET (fixture->window), "All Backups");
  g_clear_pointer (&restored, g_free);
}

/* Where the backlog does not open there is nothing to back up. */
static void
test_only_restores_when_damaged (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *file = NULL;
  GtkWidget *dialog;

  ui_record (fixture, "Printer jams");
  file = back_up (fixture);
  dialog = open_dialog (fixture, settings, TRUE);
  ui_wait_for (dialog, "Restore…");
  g_assert_null (ui_find (dialog, "Back Up Now"));
}

static void
test_knows_the_second_folder (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *file = NULL;
  GtkWidget *dialog;

  ui_record (fixture, "Printer jams");
  file = back_up (fixture);
  g_settings_set_string (settings, "backup-folder", "/nowhere/" HOSTILE);
  dialog = open_dialog (fixture, settings, FALSE);
  ui_wait_for (dialog, "/nowhere/" HOSTILE);
  fixture->now_ms += 60000;
  press (dialog, "Back Up Now");
  ui_wait_for (dialog, DAY ", 12:01"); /* the first copy is good */
  g_assert_cmpuint (imp_toasts_count_errors (GTK_WIDGET (fixture->window)), ==, 1);
  g_settings_reset (settings, "backup-folder");
  ui_wait_until_gone (dialog, "/nowhere/" HOSTILE);
  ui_assert_plain (dialog);
}

static void
destroy (ImpWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; i < 20 && weak != NULL; i++)
    ui_run (250);
  g_assert_null (weak);
}

static void
test_failure_is_told_until_looked_at (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s", HOSTILE);
  ImpWindow *window = g_object_new (IMP_TYPE_WINDOW, "settings", settings, NULL);

  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  imp_window_tell_backup (window, error);
  ui_wait_for (GTK_WIDGET (window), HOSTILE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.backups", NULL);
  ui_wait_for (GTK_WIDGET (window), "No Backups Yet");
  ui_wait_until_gone (GTK_WIDGET (window), HOSTILE);
  imp_window_tell_backup (window, error); /* the same cause an hour later */
  ui_run (250);
  g_assert_null (ui_find (GTK_WIDGET (window), HOSTILE));
  imp_window_tell_backup (window, NULL);
  imp_window_tell_backup (window, error); /* after it had gone well */
  ui_wait_for (GTK_WIDGET (window), HOSTILE);
  destroy (window);
}

/* A restore stops the day's backup; nobody need hear of it. */
static void
test_stopped_backup_is_no_failure (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GError) stopped = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped");
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s", HOSTILE);
  ImpWindow *window = g_object_new (IMP_TYPE_WINDOW, "settings", settings, NULL);

  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  imp_window_tell_backup (window, stopped);
  ui_run (250);
  g_assert_null (ui_find (GTK_WIDGET (window), "Stopped"));
  imp_window_tell_backup (window, error);
  imp_window_tell_backup (window, stopped); /* nor has it gone well */
  ui_wait_for (GTK_WIDGET (window), HOSTILE);
  destroy (window);
}

/* Pages of the old backlog go with it, and the window takes another one. */
static void
test_window_goes_on_with_another_backlog (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = g_object_new (IMP_TYPE_WINDOW, "settings", settings, NULL);

  ui_record (fixture, "Printer jams");
  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "fixes");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "announcements");
  ui_run (250);
  imp_window_unset_backlog (window, HOSTILE);
  ui_wait_for (GTK_WIDGET (window), HOSTILE);
  ui_assert_plain (GTK_WIDGET (window));
  g_assert_null (ui_find (GTK_WIDGET (window), "Announcements"));
  imp_window_set_backlog (window, fixture->backlog);
  g_assert_null (ui_find (GTK_WIDGET (window), HOSTILE));
  ui_run (250);
  ui_wait_for (GTK_WIDGET (window), "Fixes");
  destroy (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add ("/ui/backups/" path, UiFixture, NULL, ui_set_up, func, ui_tear_down)
  ADD ("makes-the-first-backup", test_makes_the_first_backup);
  ADD ("second-folder-comes-first", test_second_folder_comes_first);
  ADD ("one-minute-has-seconds", test_one_minute_has_seconds);
  ADD ("window-closes-first", test_window_closes_first);
  ADD ("asks-before-restoring", test_asks_before_restoring);
  ADD ("only-restores-when-damaged", test_only_restores_when_damaged);
  ADD ("knows-the-second-folder", test_knows_the_second_folder);
  ADD ("failure-is-told-until-looked-at", test_failure_is_told_until_looked_at);
  ADD ("stopped-backup-is-no-failure", test_stopped_backup_is_no_failure);
  ADD ("window-goes-on-with-another-backlog", test_window_goes_on_with_another_backlog);
  return g_test_run ();
}
