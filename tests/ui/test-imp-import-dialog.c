/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An import says what became of it, also to who has closed its dialog. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/common/imp-toasts.h"
#include "ui/irritants/imp-import-dialog.h"

static GtkWidget *
show_overlay (UiFixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("Behind"));
  ui_show (fixture, overlay);
  imp_toasts_install (GTK_WIDGET (fixture->window), ADW_TOAST_OVERLAY (overlay));
  return overlay;
}

static void
test_says_that_it_is_done (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = show_overlay (fixture);

  adw_dialog_present (ADW_DIALOG (imp_import_dialog_new_sample (fixture->backlog)), overlay);
  ui_wait_for (overlay, "Imported");
}

static void
test_says_it_when_closed_before (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = show_overlay (fixture);
  AdwDialog *dialog = ADW_DIALOG (imp_import_dialog_new_sample (fixture->backlog));

  /* It is written, and not answered yet. */
  g_signal_connect_object (fixture->backlog, "changed", G_CALLBACK (adw_dialog_force_close), dialog,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, overlay);
  ui_wait_for (overlay, "Imported");
}

static ImpImportDialog *
open_list (UiFixture *fixture, GtkWidget *overlay, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  ImpImportDialog *dialog;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dialog = imp_import_dialog_new (fixture->backlog, path);
  adw_dialog_present (ADW_DIALOG (dialog), overlay);
  return dialog;
}

static AdwComboRow *
find_column (GtkWidget *dialog, const char *name)
{
  GtkWidget *title = ui_wait_for (dialog, name);

  return ADW_COMBO_ROW (gtk_widget_get_ancestor (title, ADW_TYPE_COMBO_ROW));
}

/* Where no column is known for the title, somebody says which it is, and the preview follows. */
static void
test_columns_are_chosen (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = show_overlay (fixture);
  GtkWidget *dialog = GTK_WIDGET (
      open_list (fixture, overlay, "Wunsch,Büro," HOSTILE "\nDrucker,Ghent,3\nTür,Ghent,4\n"));
  AdwComboRow *wish, *office;
  GtkWidget *import;

  ui_wait_for (dialog, "No column says what the irritant is. Choose the one that is its title.");
  ui_assert_plain (dialog);
  g_assert_null (ui_find (dialog, "Irritants"));
  wish = find_column (dialog, "Wunsch");
  office = find_column (dialog, "Büro");
  adw_combo_row_set_selected (wish, 2);
  ui_wait_for (dialog, "2 new");
  adw_combo_row_set_selected (office, 5);
  ui_wait_for (dialog, "Sites");
  g_assert_true (find_column (dialog, "Wunsch") == wish); /* rows stay */
  adw_combo_row_set_selected (wish, 0);
  ui_wait_until_gone (dialog, "Sites");
  adw_combo_row_set_selected (wish, 2);
  ui_wait_for (dialog, "Sites");
  import = gtk_widget_get_ancestor (ui_wait_for (dialog, "Import"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (import, "clicked");
  ui_wait_for (overlay, "Imported");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/import-dialog/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("says-that-it-is-done", test_says_that_it_is_done);
  ADD ("says-it-when-closed-before", test_says_it_when_closed_before);
  ADD ("columns-are-chosen", test_columns_are_chosen);
  return g_test_run ();
}
