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

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/import-dialog/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("says-that-it-is-done", test_says_that_it_is_done);
  ADD ("says-it-when-closed-before", test_says_it_when_closed_before);
  return g_test_run ();
}
