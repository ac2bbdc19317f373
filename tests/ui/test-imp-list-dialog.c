/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list as it prints. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/irritants/imp-list-dialog-private.h"

static AdwDialog *
show_dialog (UiFixture *fixture, guint n_all)
{
  g_autoptr (ImpQuery) query = imp_query_parse ("");
  AdwDialog *dialog;

  ui_show (fixture, gtk_label_new ("Behind"));
  dialog =
      g_object_ref_sink (imp_list_dialog_new (fixture->backlog, query, IMP_ORDER_IMPACT, n_all));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  return dialog;
}

/* The second of them is the paper. */
static GtkDropDown *
find_drop_down (AdwDialog *dialog, gboolean second)
{
  GtkWidget *first = ui_find_type (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN);

  return GTK_DROP_DOWN (second ? gtk_widget_get_next_sibling (first) : first);
}

static void
test_shows_pages (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show_dialog (fixture, 39);

  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 2 · A4");
  gtk_drop_down_set_selected (find_drop_down (dialog, FALSE), 0);
  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 1 · A4");
  gtk_drop_down_set_selected (find_drop_down (dialog, TRUE), 1);
  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 1 · Letter");
  gtk_drop_down_set_selected (find_drop_down (dialog, FALSE), 2);
  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 3 · Letter");
  ui_assert_finalized (fixture, dialog);
}

/* Only as many as there are. */
static void
test_few (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  ui_record (fixture, HOSTILE);
  dialog = show_dialog (fixture, 1);
  ui_wait_for (GTK_WIDGET (dialog), "All 1");
  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 1 · A4");
  ui_assert_finalized (fixture, dialog);
}

/* Nothing goes on that nobody waits for. */
static void
test_closed_at_once (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show_dialog (fixture, 39);
  g_autoptr (GCancellable) work = g_object_ref (IMP_LIST_DIALOG (dialog)->cancellable);

  adw_dialog_force_close (dialog);
  g_assert_true (g_cancellable_is_cancelled (work));
  ui_assert_finalized (fixture, dialog);
}

static void
save (UiFixture *fixture, AdwDialog *dialog, const char *folder)
{
  g_autofree char *path = g_build_filename (fixture->folder, folder, "list.csv", NULL);

  imp_list_dialog_save (IMP_LIST_DIALOG (dialog), IMP_LIST_FORM_PDF, path);
}

/* What is shown stays what it is until it is saved. */
static void
test_saves (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show_dialog (fixture, 39);
  GtkWidget *amount = GTK_WIDGET (find_drop_down (dialog, FALSE));
  GtkWidget *paper = GTK_WIDGET (find_drop_down (dialog, TRUE));
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);

  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 2 · A4");
  save (fixture, dialog, "");
  g_assert_false (gtk_widget_is_sensitive (amount) || gtk_widget_is_sensitive (paper));
  while (IMP_LIST_DIALOG (dialog)->saving)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_is_sensitive (amount) && gtk_widget_is_sensitive (paper));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  ui_assert_finalized (fixture, dialog);
}

static void
test_closed_while_saving (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show_dialog (fixture, 39);

  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 2 · A4");
  save (fixture, dialog, "no-such-folder");
  adw_dialog_force_close (dialog);
  ui_wait_for (GTK_WIDGET (fixture->window), "The File Was Not Saved");
  ui_assert_finalized (fixture, dialog);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
#define ADD(path, data, func)                                                                      \
  g_test_add ("/ui/list-dialog/" path, UiFixture, data, ui_set_up, func, ui_tear_down)
  ADD ("shows-pages", UI_SAMPLE, test_shows_pages);
  ADD ("few", NULL, test_few);
  ADD ("closed-at-once", UI_SAMPLE, test_closed_at_once);
  ADD ("saves", UI_SAMPLE, test_saves);
  ADD ("closed-while-saving", UI_SAMPLE, test_closed_while_saving);
#undef ADD
  return g_test_run ();
}
