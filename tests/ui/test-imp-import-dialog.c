/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An import says what became of it, also to who has closed its dialog. */
#include "config.h"

#include <string.h>

#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-pass.h"
#include "support/imp-open-backlog.h"
#include "support/imp-pause.h"
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

/* Of another laptop: it was made there, and passed on. */
static void
pass_round (UiFixture *fixture, const char *path)
{
  static const char made[] =
      "{\"format\": \"improve-backlog\", \"version\": 1, \"items\": ["
      "{\"kind\": \"site\", \"id\": \"s\", \"name\": \"Leeds\"},"
      "{\"kind\": \"round\", \"id\": \"v\", \"site\": \"s\", \"planned\": \"2026-11-20\"}]}";
  const ImpPassRequest request = { .named = "Leeds 2026-11-20", .path = path };
  g_autoptr (GBytes) bytes = g_bytes_new_static (made, strlen (made));
  ImpBacklog *other = ui_open_other (fixture);
  g_autoptr (ImpPassOutcome) outcome = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (other, &(ImpImportRequest) { .bytes = bytes }, NULL, NULL, NULL);
  imp_backlog_wait_async (other, imp_await_cb, &await);
  g_object_unref (imp_await (&await));
  await = (ImpAwait) { NULL };
  imp_backlog_pass_round_async (other, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_pass_round_finish (other, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  imp_close_backlog (other);
}

static GtkWidget *
open_round (UiFixture *fixture, GtkWidget *overlay, const char *path, const char *count)
{
  GtkWidget *dialog = GTK_WIDGET (imp_import_dialog_new (fixture->backlog, path));

  adw_dialog_present (ADW_DIALOG (dialog), overlay);
  ui_wait_for (dialog, "Rounds");
  ui_wait_for (dialog, count);
  g_assert_null (ui_find (dialog, "Kind of List"));
  ui_assert_plain (dialog);
  return gtk_widget_get_ancestor (ui_wait_for (dialog, "Import"), GTK_TYPE_BUTTON);
}

/* What a colleague passed on is new once; then there is nothing to do. */
static void
test_round (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "round.json", NULL);
  GtkWidget *overlay = show_overlay (fixture), *import;

  pass_round (fixture, path);
  import = open_round (fixture, overlay, path, "1 new");
  g_assert_true (gtk_widget_get_sensitive (import));
  g_signal_emit_by_name (import, "clicked");
  ui_wait_for (overlay, "Round taken in");
  ui_wait_until_gone (overlay, "Import");
  g_assert_null (imp_backlog_get_undo_label (fixture->backlog));
  import = open_round (fixture, overlay, path, "0 new, 1 known already");
  g_assert_false (gtk_widget_get_sensitive (import));
}

/* A kind that does not fit can be taken back. */
static void
test_kind_is_taken_back (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = show_overlay (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_list (fixture, overlay, "title," HOSTILE "\nDrucker,3\n"));
  GtkWidget *import = gtk_widget_get_ancestor (ui_wait_for (dialog, "Import"), GTK_TYPE_BUTTON);
  AdwComboRow *kind;

  ui_wait_for (dialog, "1 new");
  kind = find_column (dialog, "Kind of List");
  adw_combo_row_set_selected (kind, 1);
  ui_wait_until_gone (dialog, "1 new");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (kind)));
  g_assert_false (gtk_widget_get_sensitive (import));
  ui_assert_plain (dialog);
  adw_combo_row_set_selected (kind, 0);
  ui_wait_for (dialog, "1 new");
  g_assert_true (gtk_widget_get_sensitive (import));
}

/* What was chosen for the one kind says nothing of the other. */
static void
test_kind_forgets_columns (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = show_overlay (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_list (fixture, overlay, "title,Wunsch\nDrucker,Tür\n"));
  AdwComboRow *kind;

  kind = find_column (dialog, "Kind of List");
  ui_wait_for (dialog, "1 new");
  adw_combo_row_set_selected (find_column (dialog, "Wunsch"), 5);
  ui_wait_for (dialog, "Sites");
  adw_combo_row_set_selected (kind, 1);
  ui_wait_until_gone (dialog, "Sites");
  adw_combo_row_set_selected (kind, 0);
  ui_wait_for (dialog, "1 new");
  g_assert_null (ui_find (dialog, "Sites"));
}

/* The lines that cannot be taken in, so many, each too long for one line of the dialog. */
static GtkWidget *
leave_out (UiFixture *fixture, GtkWidget *overlay, guint n)
{
  g_autoptr (GString) text = g_string_new ("title,recorded\nDrucker,2026-11-01\n");
  g_autofree char *words = g_strnfill (300, 'w');
  GtkWidget *dialog, *title;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Printer %u,%s\n", i, words);
  dialog = GTK_WIDGET (open_list (fixture, overlay, text->str));
  title = ui_wait_for (dialog, "What Is Left Out");
  return gtk_widget_get_ancestor (title, ADW_TYPE_PREFERENCES_GROUP);
}

static void
scroll_to_end (GtkWidget *scroller)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  for (guint i = 0; i < 3; i++) /* what comes in sight may be higher than it was thought */
    {
      gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
      ui_run (100);
    }
}

static gboolean
is_whole (GtkWidget *line, GtkWidget *scroller)
{
  graphene_rect_t seen, bounds;

  g_assert_true (gtk_widget_compute_bounds (scroller, scroller, &seen));
  g_assert_true (gtk_widget_compute_bounds (line, scroller, &bounds));
  return bounds.size.height > 0 && graphene_rect_contains_rect (&seen, &bounds);
}

static void
test_few_left_out_are_read (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *group = leave_out (fixture, show_overlay (fixture), 3);
  GtkWidget *list = ui_find_type (group, GTK_TYPE_LIST_BOX), *page, *line;

  g_assert_null (ui_find_type (group, GTK_TYPE_SCROLLED_WINDOW));
  page = gtk_widget_get_ancestor (group, GTK_TYPE_SCROLLED_WINDOW);
  scroll_to_end (page);
  for (line = gtk_widget_get_first_child (list); line; line = gtk_widget_get_next_sibling (line))
    g_assert_true (is_whole (line, page));
}

/* Enough of them at once, and the last one whole. */
static void
test_many_left_out_are_read (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *group = leave_out (fixture, show_overlay (fixture), 300);
  GtkWidget *scroller = ui_find_type (group, GTK_TYPE_SCROLLED_WINDOW), *line;
  guint n = 0;

  scroll_to_end (gtk_widget_get_ancestor (group, GTK_TYPE_SCROLLED_WINDOW));
  scroll_to_end (scroller);
  line = gtk_widget_get_last_child (ui_find_type (scroller, GTK_TYPE_LIST_VIEW));
  g_assert_true (is_whole (line, scroller));
  for (; line != NULL; line = gtk_widget_get_prev_sibling (line))
    if (is_whole (line, scroller))
      n++;
  g_assert_cmpuint (n, >, 4);
}

static guint
count_irritants (UiFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };
  ImpOverview overview;

  imp_backlog_overview_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_overview_finish (fixture->backlog, result, &overview, NULL));
  return overview.n_all_irritants;
}

/* A preview may be ready and not yet shown when Import is clicked. */
static void
test_late_preview_is_dropped (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = show_overlay (fixture), *dialog, *import;
  g_autoptr (GString) list = g_string_new ("title,Wunsch\n");
  GTask *pause;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (list, "Drucker %u,Tür\n", i);
  dialog = GTK_WIDGET (open_list (fixture, overlay, list->str));
  import = gtk_widget_get_ancestor (ui_wait_for (dialog, "Import"), GTK_TYPE_BUTTON);
  ui_wait_for (dialog, "300 new");
  pause = imp_pause_begin (fixture->backlog);
  adw_combo_row_set_selected (find_column (dialog, "Wunsch"), 5);
  ui_run (150); /* enough to read it; it waits to be tried */
  imp_pause_end (pause);
  imp_pause_end (imp_pause_begin (fixture->backlog)); /* tried, and not answered yet */
  g_signal_emit_by_name (import, "clicked");
  ui_wait_for (overlay, "Imported");
  g_assert_cmpuint (count_irritants (fixture), ==, 300);
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
  ADD ("kind-is-taken-back", test_kind_is_taken_back);
  ADD ("kind-forgets-columns", test_kind_forgets_columns);
  ADD ("round-of-a-colleague", test_round);
  ADD ("late-preview-is-dropped", test_late_preview_is_dropped);
  ADD ("few-left-out-are-read", test_few_left_out_are_read);
  ADD ("many-left-out-are-read", test_many_left_out_are_read);
  return g_test_run ();
}
