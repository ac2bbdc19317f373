/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The dialogs about changes: history, the bin, changes to look at. */
#include "config.h"

#include "backlog/imp-backlog-announcements.h"
#include "backlog/imp-backlog-history.h"
#include "support/imp-open-backlog.h"
#include "support/imp-pass-on.h"
#include "ui-fixture.h"
#include "ui/changes/imp-bin-dialog.h"
#include "ui/changes/imp-change-words.h"
#include "ui/changes/imp-contest-group.h"
#include "ui/changes/imp-contests-dialog.h"
#include "ui/changes/imp-history-dialog.h"
#include "ui/common/imp-text-area.h"
#include "ui/window/imp-window.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

static void
set_text (ImpBacklog *backlog, ImpItem item, guint8 field, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (backlog, item, field, text, "Edited", imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_write_finish (backlog, result, NULL, &error);
  g_assert_no_error (error);
}

static void
delete_item (UiFixture *fixture, ImpItem item)
{
  ImpAwait await = { NULL };

  imp_backlog_delete_async (fixture->backlog, item, "Deleted", imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

/* In a window of its own; to be let go of by close_dialog(). */
static GtkWidget *
show_dialog (UiFixture *fixture, AdwDialog *dialog)
{
  g_object_ref_sink (dialog);
  if (fixture->window == NULL)
    ui_show (fixture, adw_bin_new ());
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  return GTK_WIDGET (dialog);
}

static void
close_dialog (GtkWidget *dialog)
{
  ui_assert_plain (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  imp_assert_finalize_soon (dialog);
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (ui_wait_for (root, label), GTK_TYPE_BUTTON);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_history_says_what_was_before (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, "Scanner");
  GtkWidget *dialog;

  fixture->now_ms += DAY_MS;
  set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, HOSTILE);
  dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, HOSTILE, TRUE));
  ui_wait_for (dialog, "Today");
  ui_wait_for (dialog, "Inès Caron changed the title: Scanner → " HOSTILE);
  ui_wait_for (dialog, "Yesterday");
  ui_wait_for (dialog, "Inès Caron recorded the irritant");
  ui_wait_for (dialog, "12:00");
  ui_wait_for (dialog, "Dana: “Scanner”");
  g_assert_null (ui_find (dialog, "Report · Who says so"));
  close_dialog (dialog);
}

/* What somebody did on one day stands under one heading, however it came. */
static void
test_history_is_grouped_by_day (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, "Scanner");
  GtkWidget *dialog, *newest, *older;

  set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, "Printer");
  fixture->now_ms += 2 * DAY_MS;
  set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, "Screen");
  dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Screen", TRUE));
  newest = ui_wait_for (dialog, "Inès Caron changed the title: Printer → Screen");
  older = ui_wait_for (dialog, "Inès Caron changed the title: Scanner → Printer");
  newest = gtk_widget_get_ancestor (newest, GTK_TYPE_LIST_BOX);
  older = gtk_widget_get_ancestor (older, GTK_TYPE_LIST_BOX);
  g_assert_true (newest != older);
  g_assert_true (
      gtk_widget_is_ancestor (ui_find (dialog, "Inès Caron recorded the irritant"), older));
  g_assert_nonnull (ui_find (dialog, "21\u00a0November\u00a02026"));
  close_dialog (dialog);
}

static ImpItem
import_reports (UiFixture *fixture, guint n)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = ui_record (fixture, "Scanner");
  ImpAwait await = { NULL };

  for (guint i = 0; i < n; i++)
    {
      ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);
      g_autofree char *words = g_strdup_printf ("Words %u", i);

      imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
      imp_changes_set_text (changes, report, IMP_REPORT_WORDS, words);
    }
  imp_backlog_apply_async (fixture->backlog, changes, "Imported", NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  return irritant;
}

/* What an import brought at once is shown when it is asked for. */
static void
test_history_folds_a_long_change (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = import_reports (fixture, 20);
  GtkWidget *dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Scanner", TRUE));

  ui_wait_for (dialog, "Inès Caron added what 20 colleagues say");
  ui_wait_for (dialog, "Somebody: “Words 19”");
  g_assert_null (ui_find (dialog, "Somebody: “Words 0”"));
  press (dialog, "Show More of This Change");
  ui_wait_for (dialog, "Somebody: “Words 0”");
  ui_wait_for (dialog, "Somebody: “Words 19”");
  g_assert_null (ui_find (dialog, "Show More of This Change"));
  close_dialog (dialog);
}

/* What goes without saying is none of the twelve. */
static void
test_history_folds_only_what_it_shows (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = import_reports (fixture, 12);
  GtkWidget *dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Scanner", TRUE));

  ui_wait_for (dialog, "Inès Caron added what 12 colleagues say");
  ui_wait_for (dialog, "Somebody: “Words 0”");
  ui_wait_for (dialog, "Somebody: “Words 11”");
  g_assert_null (ui_find (dialog, "Show More of This Change"));
  close_dialog (dialog);
}

static void
test_history_shows_a_huge_change_in_steps (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = import_reports (fixture, 120);
  GtkWidget *dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Scanner", TRUE));

  press (dialog, "Show More of This Change");
  g_assert_null (ui_find (dialog, "Somebody: “Words 0”"));
  press (dialog, "Show More of This Change");
  ui_wait_for (dialog, "Somebody: “Words 0”");
  g_assert_null (ui_find (dialog, "Show More of This Change"));
  close_dialog (dialog);
}

static void
test_history_uses_a_value_again (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, "Scanner");
  GtkWidget *dialog;

  set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, "Printer");
  dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Printer", TRUE));
  press (dialog, "Use Earlier Value");
  ui_wait_for (dialog, "Inès Caron changed the title: Printer → Scanner");
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "Earlier value used again");
  close_dialog (dialog);
}

static void
test_history_of_what_is_published_stays (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, "Scanner");
  GtkWidget *dialog;

  set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, "Printer");
  dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Printer", FALSE));
  ui_wait_for (dialog, "Inès Caron changed the title: Scanner → Printer");
  g_assert_null (ui_find (dialog, "Use Earlier Value"));
  close_dialog (dialog);
}

/* Many short titles in turn. */
static ImpItem
record_and_edit (UiFixture *fixture, guint n_edits)
{
  ImpItem irritant = ui_record (fixture, "Scanner");

  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, title);
    }
  return irritant;
}

static GtkAdjustment *
get_scroll (GtkWidget *inside)
{
  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (inside, GTK_TYPE_SCROLLED_WINDOW)));
}

/* Shows the history after an edit of so many letters, where it stands when all is laid out. */
static void
check_opens_at_newest (UiFixture *fixture, ImpItem irritant, gsize n_letters)
{
  g_autofree char *prose = g_strnfill (n_letters, 'w');
  GtkWidget *dialog, *text, *row;

  set_text (fixture->backlog, irritant, IMP_IRRITANT_DESCRIPTION, prose);
  dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Title 2", TRUE));
  text = ui_wait_for (dialog, prose);
  row = gtk_widget_get_ancestor (text, GTK_TYPE_LIST_BOX_ROW);
  while (gtk_widget_get_height (row) == 0)
    g_main_context_iteration (NULL, TRUE);
  ui_run (250);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (text)), ==, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row);
  close_dialog (dialog);
}

/* Whether that is lower than the dialog, as high, or higher: it is read from its beginning. */
static void
test_history_opens_at_its_newest (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record_and_edit (fixture, 3);

  for (gsize n_letters = 1500; n_letters <= 3000; n_letters += 250)
    check_opens_at_newest (fixture, irritant, n_letters);
}

static void
test_history_reaches_its_beginning (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record_and_edit (fixture, 201);
  GtkWidget *dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Printer", TRUE));
  GtkWidget *more = ui_wait_for (dialog, "Show Earlier Changes"), *first, *focus;
  GtkAdjustment *scroll = get_scroll (more);
  double end;

  g_assert_nonnull (ui_find (dialog, "Inès Caron changed the title: Title 0 → Title 1"));
  g_assert_null (ui_find (dialog, "Inès Caron recorded the irritant"));
  while (gtk_adjustment_get_upper (scroll) <= 2000) /* laid out */
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (more, GTK_TYPE_BUTTON));
  while ((end = gtk_adjustment_get_value (scroll)) <= 1000)
    g_main_context_iteration (NULL, TRUE);
  press (dialog, "Show Earlier Changes");
  ui_wait_for (dialog, "Inès Caron recorded the irritant");
  g_assert_null (ui_find (dialog, "Show Earlier Changes"));
  first = ui_find (dialog, "Inès Caron changed the title: Scanner → Title 0");
  first = gtk_widget_get_ancestor (first, GTK_TYPE_LIST_BOX_ROW);
  focus = gtk_root_get_focus (gtk_widget_get_root (dialog));
  g_assert_true (focus == first);
  ui_run (250);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), >=, end);
  close_dialog (dialog);
}

/* What was asked for stays in sight when another change comes. */
static void
test_history_stays_at_its_beginning (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record_and_edit (fixture, 201);
  GtkWidget *dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Printer", TRUE));

  ui_wait_for (dialog, "Show Earlier Changes");
  press (dialog, "Show Earlier Changes");
  ui_wait_for (dialog, "Inès Caron recorded the irritant");
  set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, "Once more");
  ui_wait_for (dialog, "Inès Caron changed the title: Title 200 → Once more");
  g_assert_nonnull (ui_find (dialog, "Inès Caron recorded the irritant"));
  g_assert_null (ui_find (dialog, "Show Earlier Changes"));
  close_dialog (dialog);
}

static void
test_bin_is_empty (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = show_dialog (fixture, imp_bin_dialog_new (fixture->backlog));

  ui_wait_for (dialog, "The Bin Is Empty");
  g_assert_null (ui_find (dialog, "Restore"));
  close_dialog (dialog);
}

static void
test_bin_finds_by_name (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *search;

  for (int i = 0; i < 9; i++)
    {
      g_autofree char *title = g_strdup_printf ("Écran %d", i);

      delete_item (fixture, ui_record (fixture, title));
    }
  dialog = show_dialog (fixture, imp_bin_dialog_new (fixture->backlog));
  ui_wait_for (dialog, "Écran 3");
  search = ui_find_type (dialog, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_get_mapped (search));
  gtk_editable_set_text (GTK_EDITABLE (search), "ECRAN 4");
  ui_wait_until_gone (dialog, "Écran 3");
  ui_wait_for (dialog, "Écran 4");
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing");
  ui_wait_for (dialog, "Nothing of that name was deleted.");
  close_dialog (dialog);
}

/* The first of them; the others have the numbers after it. */
static ImpItem
add_irritants (UiFixture *fixture, guint n)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  for (guint i = 0; i < n; i++)
    imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT), IMP_IRRITANT_TITLE,
                          "Écran");
  imp_backlog_apply_async (fixture->backlog, changes, "Added", NULL, imp_await_cb, &await);
  return ui_finish_write (fixture, &await);
}

static void
add_and_delete (UiFixture *fixture, guint n)
{
  ImpItem first = add_irritants (fixture, n);
  ImpChanges *deleted = imp_changes_new ();
  ImpAwait await = { NULL };

  for (guint i = 0; i < n; i++)
    imp_changes_delete (deleted, first + (ImpItem) i);
  imp_backlog_apply_async (fixture->backlog, deleted, "Deleted", NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static guint
count_rows (GtkWidget *dialog)
{
  GtkListBox *list = GTK_LIST_BOX (ui_find_type (dialog, GTK_TYPE_LIST_BOX));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

/* What stands behind the many that an import left there is found all the same. */
static void
test_bin_goes_on (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *more;
  GtkEditable *search;

  delete_item (fixture, ui_record (fixture, "Scanner"));
  add_and_delete (fixture, 201);
  dialog = show_dialog (fixture, imp_bin_dialog_new (fixture->backlog));
  more = gtk_widget_get_ancestor (ui_wait_for (dialog, "Show Earlier"), GTK_TYPE_BUTTON);
  g_assert_cmpuint (count_rows (dialog), ==, 200);
  search = GTK_EDITABLE (ui_find_type (dialog, GTK_TYPE_SEARCH_ENTRY));
  gtk_widget_grab_focus (GTK_WIDGET (search));
  gtk_editable_set_text (search, "scan");
  ui_wait_for (dialog, "Scanner");
  g_assert_cmpuint (count_rows (dialog), ==, 1);
  g_assert_false (gtk_widget_get_visible (more));
  gtk_editable_set_text (search, "nothing");
  ui_wait_for (dialog, "Nothing of that name was deleted.");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (search)));
  gtk_editable_set_text (search, "");
  ui_wait_for (dialog, "Show Earlier");
  g_assert_cmpuint (count_rows (dialog), ==, 200);
  g_signal_emit_by_name (more, "clicked");
  ui_wait_for (dialog, "Scanner");
  g_assert_cmpuint (count_rows (dialog), ==, 202);
  g_assert_false (gtk_widget_get_visible (more));
  close_dialog (dialog);
}

/* The toast stands over the dialog, and its button works there. */
static void
test_bin_restores_and_undoes (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *window = g_object_new (IMP_TYPE_WINDOW, "settings", settings, NULL);
  GtkWidget *dialog;

  delete_item (fixture, ui_record (fixture, HOSTILE));
  imp_window_set_backlog (IMP_WINDOW (window), fixture->backlog);
  gtk_window_present (GTK_WINDOW (window));
  fixture->window = GTK_WINDOW (window);
  gtk_widget_activate_action (window, "win.bin", NULL);
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_true (IMP_IS_BIN_DIALOG (dialog));
  ui_wait_for (dialog, "Irritant · deleted by Inès Caron on 21\u00a0November\u00a02026, 12:00"
                       " · 90 days left");
  ui_assert_plain (dialog);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (ui_find (dialog, "Restore"), GTK_TYPE_BUTTON));
  press (dialog, "Restore");
  ui_wait_for (dialog, "The Bin Is Empty");
  ui_wait_for (dialog, "Restored");
  ui_run (250); /* else no key would reach the dialog */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), dialog));
  press (dialog, "Undo");
  ui_wait_for (dialog, HOSTILE);
  ui_run (250);
}

/* What was asked for comes when there is no window to show it in. */
static void
test_answer_comes_late (UiFixture *fixture, gconstpointer data)
{
  const ImpItem irritant = ui_record (fixture, "Scanner");
  AdwDialog *const dialogs[] = {
    imp_bin_dialog_new (fixture->backlog),
    imp_contests_dialog_new (fixture->backlog),
    imp_history_dialog_new (fixture->backlog, irritant, "Scanner", TRUE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWidget *dialog = show_dialog (fixture, dialogs[i]);

      g_clear_pointer (&fixture->window, gtk_window_destroy);
      imp_assert_finalize_soon (dialog);
    }
}

static void
test_words_of_days (void)
{
  char name[] = "Scanner";
  ImpBinned binned = { .kind = IMP_KIND_FIX, .name = name, .deleted_ms = 1795262400000 };
  g_autofree char *one = NULL, *last = NULL;

  one = imp_change_words_binned (&binned, imp_date_new (2027, 2, 18));
  last = imp_change_words_binned (&binned, imp_date_new (2027, 2, 19));
  g_assert_cmpstr (one, ==,
                   "Fix · deleted by somebody on 21\u00a0November\u00a02026, 12:00 · 1 day left");
  g_assert_cmpstr (last, ==,
                   "Fix · deleted by somebody on 21\u00a0November\u00a02026, 12:00 · last day");
}

/* The irritant that two laptops wrote to without knowing of each other. */
static ImpItem
contest (UiFixture *fixture, guint8 field, const char *lost, const char *shown)
{
  ImpItem irritant = ui_record (fixture, "Scanner " HOSTILE);
  ImpBacklog *other = ui_open_other (fixture);

  imp_pass_on (fixture->backlog, other);
  set_text (fixture->backlog, irritant, field, lost);
  fixture->now_ms += 60000;
  set_text (other, irritant, field, shown); /* the first of both has the same number in both */
  imp_pass_on (other, fixture->backlog);
  imp_close_backlog (other);
  return irritant;
}

static void
test_contest_is_taken_back (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  ImpItem irritant;

  irritant = contest (fixture, IMP_IRRITANT_TITLE, "Mine " HOSTILE, "Theirs " HOSTILE);
  dialog = show_dialog (fixture, imp_contests_dialog_new (fixture->backlog));
  ui_wait_for (dialog, "Irritant · Title");
  ui_wait_for (dialog, "Marek Nowak · 21\u00a0November\u00a02026, 12:01 · shown now");
  ui_wait_for (dialog, "Inès Caron · 21\u00a0November\u00a02026, 12:00");
  g_assert_null (ui_find (dialog, "Make One Text of Both…"));
  ui_assert_plain (dialog);
  press (dialog, "Use This");
  ui_wait_for (dialog, "Nothing to Decide");
  close_dialog (dialog);
  dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Scanner", TRUE));
  ui_wait_for (dialog, "Inès Caron changed the title: Theirs " HOSTILE " → Mine " HOSTILE);
  close_dialog (dialog);
}

/* A title that somebody wrote without knowing that it is published already. */
static void
write_late (UiFixture *fixture)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpBacklog *other = ui_open_other (fixture);
  ImpAwait await = { NULL };
  ImpItem announcement;

  imp_backlog_draft_async (fixture->backlog, today, today, NULL, imp_await_cb, &await);
  announcement = ui_finish_write (fixture, &await);
  imp_pass_on (fixture->backlog, other);
  imp_backlog_publish_async (fixture->backlog, announcement, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  set_text (other, announcement, IMP_ANNOUNCEMENT_TITLE, HOSTILE); /* the first of both again */
  imp_pass_on (other, fixture->backlog);
  imp_close_backlog (other);
}

/* What would be refused is not offered. */
static void
test_late_is_dropped (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  write_late (fixture);
  dialog = show_dialog (fixture, imp_contests_dialog_new (fixture->backlog));
  ui_wait_for (dialog, HOSTILE);
  g_assert_null (ui_find (dialog, "Use This"));
  g_assert_null (ui_find (dialog, "Keep This"));
  g_assert_null (ui_find (dialog, "Inès Caron · 21\u00a0November\u00a02026, 12:00 · shown now"));
  ui_wait_for (dialog, "Inès Caron · 21\u00a0November\u00a02026, 12:00 · published");
  ui_wait_for (dialog,
               "Marek Nowak · 21\u00a0November\u00a02026, 12:00 · came after it was published");
  press (dialog, "Leave Out");
  ui_wait_for (dialog, "Nothing to Decide");
  close_dialog (dialog);
}

static void
test_texts_are_kept (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  contest (fixture, IMP_IRRITANT_DESCRIPTION, "Mine " HOSTILE, "Theirs");
  dialog = show_dialog (fixture, imp_contests_dialog_new (fixture->backlog));
  ui_wait_for (dialog, "Mine " HOSTILE);
  ui_wait_for (dialog, "Theirs");
  ui_wait_for (dialog, "Use This");
  g_assert_false (gtk_widget_compute_expand (ui_find_type (dialog, IMP_TYPE_CONTEST_GROUP),
                                             GTK_ORIENTATION_VERTICAL)); /* as high as its texts */
  press (dialog, "Keep This");
  ui_wait_for (dialog, "Nothing to Decide");
  close_dialog (dialog);
}

static void
test_texts_become_one (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *text;
  ImpItem irritant = contest (fixture, IMP_IRRITANT_DESCRIPTION, "Mine", "Theirs");

  dialog = show_dialog (fixture, imp_contests_dialog_new (fixture->backlog));
  press (dialog, "Make One Text of Both…");
  text = ui_wait_for (dialog, "Theirs\n\nMine");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Ours", -1);
  press (dialog, "Save");
  ui_wait_for (dialog, "Nothing to Decide");
  close_dialog (dialog);
  dialog =
      show_dialog (fixture, imp_history_dialog_new (fixture->backlog, irritant, "Scanner", TRUE));
  ui_wait_for (dialog, "Ours");
  close_dialog (dialog);
}

static void
set_titles (ImpBacklog *backlog, ImpItem first, guint n, const char *title)
{
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  for (guint i = 0; i < n; i++)
    imp_changes_set_text (changes, first + (ImpItem) i, IMP_IRRITANT_TITLE, title);
  imp_backlog_apply_async (backlog, changes, "Edited", NULL, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_write_finish (backlog, result, NULL, &error);
  g_assert_no_error (error);
}

static void
test_contests_go_on (UiFixture *fixture, gconstpointer data)
{
  ImpItem first = add_irritants (fixture, 101);
  ImpBacklog *other = ui_open_other (fixture);
  GtkWidget *dialog;

  imp_pass_on (fixture->backlog, other);
  set_titles (fixture->backlog, first, 101, "Mine");
  fixture->now_ms += 60000;
  set_titles (other, first, 100, "Theirs");
  set_titles (other, first + 100, 1, "The last one");
  imp_pass_on (other, fixture->backlog);
  imp_close_backlog (other);
  dialog = show_dialog (fixture, imp_contests_dialog_new (fixture->backlog));
  press (dialog, "Show More");
  ui_wait_for (dialog, "The last one");
  g_assert_null (ui_find (dialog, "Show More"));
  close_dialog (dialog);
}

/* A banner says so as soon as it comes, and goes when it is decided. */
static void
test_banner_leads_to_contests (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *window = g_object_new (IMP_TYPE_WINDOW, "settings", settings, NULL);
  AdwDialog *dialog;

  imp_window_set_backlog (IMP_WINDOW (window), fixture->backlog);
  gtk_window_present (GTK_WINDOW (window));
  fixture->window = GTK_WINDOW (window);
  contest (fixture, IMP_IRRITANT_TITLE, "Mine", "Theirs");
  ui_wait_for (window, "1 change to look at");
  gtk_widget_activate_action (window, "win.contests", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (IMP_IS_CONTESTS_DIALOG (dialog));
  press (GTK_WIDGET (dialog), "Keep This");
  ui_wait_until_gone (window, "1 change to look at");
  ui_wait_for (GTK_WIDGET (dialog), "Decided");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/changes/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("history-says-what-was-before", test_history_says_what_was_before);
  ADD ("history-is-grouped-by-day", test_history_is_grouped_by_day);
  ADD ("history-folds-a-long-change", test_history_folds_a_long_change);
  ADD ("history-folds-only-what-it-shows", test_history_folds_only_what_it_shows);
  ADD ("history-shows-a-huge-change-in-steps", test_history_shows_a_huge_change_in_steps);
  ADD ("history-uses-a-value-again", test_history_uses_a_value_again);
  ADD ("history-of-what-is-published-stays", test_history_of_what_is_published_stays);
  ADD ("history-opens-at-its-newest", test_history_opens_at_its_newest);
  ADD ("history-reaches-its-beginning", test_history_reaches_its_beginning);
  ADD ("history-stays-at-its-beginning", test_history_stays_at_its_beginning);
  ADD ("bin-is-empty", test_bin_is_empty);
  ADD ("bin-finds-by-name", test_bin_finds_by_name);
  ADD ("bin-goes-on", test_bin_goes_on);
  ADD ("bin-restores-and-undoes", test_bin_restores_and_undoes);
  ADD ("answer-comes-late", test_answer_comes_late);
  g_test_add_func ("/ui/changes/words-of-days", test_words_of_days);
  ADD ("contest-is-taken-back", test_contest_is_taken_back);
  ADD ("late-is-dropped", test_late_is_dropped);
  ADD ("texts-are-kept", test_texts_are_kept);
  ADD ("texts-become-one", test_texts_become_one);
  ADD ("contests-go-on", test_contests_go_on);
  ADD ("banner-leads-to-contests", test_banner_leads_to_contests);
  return g_test_run ();
}
