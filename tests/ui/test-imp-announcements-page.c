/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of announcements, its editor, and what they say. */
#include "config.h"

#include "backlog/imp-backlog-announcements.h"
#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-rounds.h"
#include "publish/imp-issue-pages.h"
#include "ui-fixture.h"
#include "ui/announcements/imp-announcement-editor.h"
#include "ui/announcements/imp-announcement-words.h"
#include "ui/announcements/imp-announcements-page.h"
#include "ui/announcements/imp-draft-dialog.h"
#include "ui/announcements/imp-entry-card.h"
#include "ui/announcements/imp-issue-export.h"
#include "ui/announcements/imp-organisation-dialog.h"
#include "ui/announcements/imp-remarks-dialog.h"
#include "ui/common/imp-page-view.h"
#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-toasts.h"

#include <string.h>

static ImpItem
draft (UiFixture *fixture)
{
  ImpAwait await = { NULL };

  imp_backlog_draft_async (fixture->backlog, imp_date_new (2026, 11, 1),
                           imp_date_new (2026, 11, 30), NULL, imp_await_cb, &await);
  return ui_finish_write (fixture, &await);
}

static ImpAnnouncement *
read_announcement (UiFixture *fixture, ImpItem item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAnnouncement *announcement;
  ImpAwait await = { NULL };

  imp_backlog_announcement_async (fixture->backlog, item, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  announcement = imp_backlog_announcement_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return announcement;
}

static const char *
get_title (const ImpAnnouncement *announcement, guint entry)
{
  return ((const ImpEntry *) g_ptr_array_index (announcement->entries, entry))->title;
}

static GtkWidget *
show_editor (UiFixture *fixture, ImpItem item, const char *wait_for)
{
  GtkWidget *editor = g_object_ref_sink (imp_announcement_editor_new (fixture->backlog, item));

  ui_show (fixture, editor);
  ui_wait_for (editor, wait_for);
  return editor;
}

/* The announcement may have the title of its first entry. */
static GtkTextView *
find_view (GtkWidget *editor, const char *title)
{
  return GTK_TEXT_VIEW (ui_find (ui_find_type (editor, IMP_TYPE_ENTRY_CARD), title));
}

/* Somebody in Leeds said on a round today. */
static void
hear (UiFixture *fixture, ImpHeardKind kind, const char *words)
{
  const ImpRoundPlan plan = { .site = "Leeds",
                              .planned = imp_backlog_get_today (fixture->backlog),
                              .time = IMP_ROUND_ANY_TIME };
  const ImpHeard heard = { .kind = kind, .words = words, .person = "Tom Firth" };
  ImpAwait await = { NULL };
  ImpItem round;

  imp_backlog_plan_round_async (fixture->backlog, &plan, imp_await_cb, &await);
  round = ui_finish_write (fixture, &await);
  imp_backlog_hear_async (fixture->backlog, round, &heard, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

/* Chosen in a list of what was said; nothing is in before, and nobody is named who did not agree. */
static void
test_what_works (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *editor, *dialog, *row;
  g_autoptr (ImpAnnouncement) announcement = NULL;
  const ImpEntry *entry;
  ImpItem item;

  hear (fixture, IMP_HEARD_WORKS, HOSTILE);
  hear (fixture, IMP_HEARD_ELSE, "The canteen is closed");
  item = draft (fixture);
  editor = show_editor (fixture, item, "For");
  gtk_widget_activate_action (editor, "announcement.works", NULL);
  row = gtk_widget_get_ancestor (ui_wait_for (GTK_WIDGET (fixture->window), HOSTILE),
                                 ADW_TYPE_ACTION_ROW);
  dialog = gtk_widget_get_ancestor (row, IMP_TYPE_REMARKS_DIALOG);
  g_assert_null (ui_find (dialog, "The canteen is closed"));
  ui_assert_plain (dialog);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find_type (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  IMP_FORM_DIALOG_GET_CLASS (dialog)->submit (IMP_FORM_DIALOG (dialog));
  ui_wait_for (editor, "What Works");
  announcement = read_announcement (fixture, item);
  g_assert_cmpuint (announcement->entries->len, ==, 1);
  entry = announcement->entries->pdata[0];
  g_assert_cmpint (entry->section, ==, IMP_SECTION_WORKS);
  g_assert_cmpstr (entry->title, ==, "“" HOSTILE "”");
  g_assert_cmpstr (entry->place, ==, "Somebody, Leeds");
  ui_wait_for (editor, "Somebody, Leeds");
  ui_assert_finalized (fixture, editor);
}

static void
test_empty (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (imp_announcements_page_new (fixture->backlog));

  ui_show (fixture, page);
  ui_wait_for (page, "Tell Them What You Fixed");
  ui_assert_finalized (fixture, page);
}

static void
test_list (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (imp_announcements_page_new (fixture->backlog));

  ui_show (fixture, page);
  ui_wait_for (page, "Published");
  g_assert_null (ui_find (page, "Drafts"));
  draft (fixture);
  ui_wait_for (page, "Drafts");
  ui_assert_plain (page);
  ui_assert_finalized (fixture, page);
}

/* A file may say when an issue was published and give it no number. */
static void
test_published_without_number (UiFixture *fixture, gconstpointer data)
{
  static const char text[] = "{\"format\": \"improve-backlog\", \"version\": 1, \"items\": ["
                             "{\"kind\": \"announcement\", \"id\": \"a\", \"title\": \"Long ago\","
                             " \"published\": \"2026-10-07\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  const ImpImportRequest request = { .format = IMP_FORMAT_BACKLOG, .bytes = bytes };
  GtkWidget *page = g_object_ref_sink (imp_announcements_page_new (fixture->backlog));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpImportOutcome) outcome = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, NULL);
  g_assert_nonnull (outcome);
  ui_show (fixture, page);
  ui_wait_for (page, "Long ago");
  g_assert_null (ui_find (page, "Drafts"));
  g_assert_nonnull (ui_find (page, "Published"));
  ui_assert_finalized (fixture, page);
}

/* What stands under the preview of as many pages as the printer would get. */
static char *
expect_foot (UiFixture *fixture, ImpItem item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpIssue) issue = NULL;
  g_autoptr (ImpPages) pages = NULL;
  ImpAwait await = { NULL };

  imp_backlog_issue_async (fixture->backlog, item, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  issue = imp_backlog_issue_finish (fixture->backlog, result, NULL);
  g_assert_nonnull (issue);
  pages = imp_issue_pages_new (issue, &imp_paper_a4);
  return g_strdup_printf ("Page 1 of %d · A4", imp_pages_get_n_pages (pages));
}

static void
test_editor_shows_entries (UiFixture *fixture, gconstpointer data)
{
  ImpItem item = draft (fixture);
  g_autofree char *foot = expect_foot (fixture, item);
  g_autoptr (ImpAnnouncement) announcement = read_announcement (fixture, item);
  GtkWidget *editor = show_editor (fixture, item, get_title (announcement, 0));

  ui_wait_for (editor, "You said");
  ui_wait_for (editor, foot);
  ui_assert_plain (editor);
  ui_assert_finalized (fixture, editor);
}

static void
test_editor_writes (UiFixture *fixture, gconstpointer data)
{
  ImpItem item = draft (fixture);
  g_autoptr (ImpAnnouncement) before = read_announcement (fixture, item);
  g_autoptr (ImpAnnouncement) after = NULL;
  GtkWidget *editor = show_editor (fixture, item, get_title (before, 0));
  GtkTextView *view = find_view (editor, get_title (before, 0));

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), HOSTILE, -1);
  ui_wait_for (editor, "Draft, kept just now");
  after = read_announcement (fixture, item);
  g_assert_cmpstr (get_title (after, 0), ==, HOSTILE);
  ui_assert_plain (editor);
  ui_assert_finalized (fixture, editor);
}

static void
test_editor_moves (UiFixture *fixture, gconstpointer data)
{
  ImpItem item = draft (fixture);
  g_autoptr (ImpAnnouncement) before = read_announcement (fixture, item);
  g_autoptr (ImpAnnouncement) after = NULL;
  GtkWidget *editor = show_editor (fixture, item, get_title (before, 1));
  GtkWidget *card =
      gtk_widget_get_ancestor (ui_find (editor, get_title (before, 1)), IMP_TYPE_ENTRY_CARD);
  GtkWidget *focus = ui_find_type (card, GTK_TYPE_TEXT_VIEW);

  gtk_widget_grab_focus (focus);
  g_assert_true (gtk_widget_activate_action (card, "entry.move-up", "x",
                                             imp_entry_card_get_item (IMP_ENTRY_CARD (card))));
  while (gtk_widget_get_prev_sibling (card) != NULL)
    g_main_context_iteration (NULL, TRUE);
  /* The same widget, with the cursor where it was. */
  g_assert_true (gtk_widget_has_focus (focus));
  after = read_announcement (fixture, item);
  g_assert_cmpstr (get_title (after, 0), ==, get_title (before, 1));
  g_assert_cmpstr (get_title (after, 1), ==, get_title (before, 0));
  ui_assert_finalized (fixture, editor);
}

static void
test_published_is_for_reading (UiFixture *fixture, gconstpointer data)
{
  ImpItem item = draft (fixture);
  g_autoptr (ImpAnnouncement) announcement = read_announcement (fixture, item);
  GtkWidget *editor = show_editor (fixture, item, get_title (announcement, 0));
  g_autoptr (ImpAnnouncement) after = NULL;
  GtkWidget *card;
  GtkWidget *view;

  g_assert_true (gtk_widget_activate_action (editor, "announcement.publish", NULL));
  ui_wait_until_gone (editor, "Publish");
  view = ui_wait_for (editor, get_title (announcement, 0));
  if (GTK_IS_TEXT_VIEW (view))
    g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)));
  g_assert_null (ui_find (ui_find_type (editor, IMP_TYPE_ENTRY_CARD), "You do"));
  /* What Alt+Down would do. */
  card = ui_find_type (editor, IMP_TYPE_ENTRY_CARD);
  gtk_widget_activate_action (card, "entry.move-down", "x",
                              imp_entry_card_get_item (IMP_ENTRY_CARD (card)));
  after = read_announcement (fixture, item);
  g_assert_cmpstr (get_title (after, 0), ==, get_title (announcement, 0));
  ui_assert_finalized (fixture, editor);
}

static void
check_period (UiFixture *fixture, GtkWidget *page, ImpDate told_until, int period)
{
  AdwDialog *dialog = g_object_ref_sink (imp_draft_dialog_new (fixture->backlog, told_until));
  GtkWidget *bar;

  adw_dialog_present (dialog, page);
  bar = gtk_widget_get_ancestor (ui_wait_for (GTK_WIDGET (dialog), "Last Month"),
                                 IMP_TYPE_CHOICE_BAR);
  g_assert_cmpint (imp_choice_bar_get_selected (IMP_CHOICE_BAR (bar)), ==, period);
  adw_dialog_force_close (dialog);
  imp_assert_finalize_soon (dialog);
}

static void
test_draft_dialog (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (imp_announcements_page_new (fixture->backlog));
  const ImpDate october = imp_date_new (2026, 10, 31);

  ui_show (fixture, page);
  check_period (fixture, page, IMP_DATE_NONE, 0);
  check_period (fixture, page, october - 1, 0);
  check_period (fixture, page, october, 1);
  ui_assert_finalized (fixture, page);
}

/* Said in the dialog, it stands in the editor at once. */
static void
test_organisation_dialog (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *editor =
      show_editor (fixture, draft (fixture), "Nobody yet. Say whom colleagues can answer");
  GtkWidget *window = GTK_WIDGET (fixture->window);
  AdwDialog *dialog = g_object_ref_sink (imp_organisation_dialog_new (fixture->backlog));
  GtkWidget *submit;
  GtkWidget *row;

  adw_dialog_present (dialog, editor);
  submit = gtk_widget_get_ancestor (ui_wait_for (window, "Save"), GTK_TYPE_BUTTON);
  row = gtk_widget_get_ancestor (ui_wait_for (window, "Your organisation"), ADW_TYPE_ENTRY_ROW);
  while (!gtk_widget_get_sensitive (submit))
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), HOSTILE);
  row = gtk_widget_get_ancestor (ui_wait_for (window, "E-mail"), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "ines@example.org");
  g_signal_emit_by_name (submit, "clicked");
  ui_wait_for (editor, HOSTILE);
  ui_assert_plain (editor);
  imp_assert_finalize_soon (dialog);
  ui_assert_finalized (fixture, editor);
}

static void
test_file_names (void)
{
  g_autoptr (ImpIssue) issue = imp_issue_new ();
  g_autofree char *name = NULL;
  g_autofree char *untitled = NULL;
  g_autofree char *clean = NULL;

  issue->series = g_strdup ("What we fixed");
  issue->to = imp_date_new (2026, 11, 30);
  untitled = imp_issue_export_suggest_name (issue, IMP_FORM_TEXT);
  g_assert_cmpstr (untitled, ==, "What we fixed November 2026.txt");
  issue->title = g_strdup ("Goods in gets 84 hours back");
  name = imp_issue_export_suggest_name (issue, IMP_FORM_PDF);
  g_assert_cmpstr (name, ==, "Goods in gets 84 hours back, November 2026.pdf");
  g_free (issue->title);
  issue->title = g_strdup ("../../etc/<b>: \"passwd\"\n?*|\\");
  clean = imp_issue_export_suggest_name (issue, IMP_FORM_HTML);
  g_assert_null (strpbrk (clean, "/\\:*?\"<>|\n"));
  g_assert_true (clean[0] != '.');
}

static ImpIssue *
read_issue (UiFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpIssue *issue;

  imp_backlog_issue_async (fixture->backlog, draft (fixture), NULL, imp_await_cb, &await);
  result = imp_await (&await);
  issue = imp_backlog_issue_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return issue;
}

static void
wait_as_closing_does (UiFixture *fixture)
{
  g_autoptr (GAsyncResult) waited = NULL;
  ImpAwait await = { NULL };

  imp_backlog_wait_async (fixture->backlog, imp_await_cb, &await);
  waited = imp_await (&await);
  g_assert_true (imp_backlog_wait_finish (fixture->backlog, waited, NULL));
}

/* Whoever closes the window waits for the page, and hears where it could not be saved. */
static void
test_export_is_waited_for (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "page.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "page.pdf", NULL);
  g_autoptr (ImpIssue) issue = read_issue (fixture);
  GtkWidget *place = g_object_ref_sink (adw_bin_new ());

  ui_show (fixture, place);
  imp_issue_export_to (place, fixture->backlog, issue, &imp_paper_a4, IMP_FORM_PDF, path);
  wait_as_closing_does (fixture);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (imp_toasts_count_errors (GTK_WIDGET (fixture->window)), ==, 0);
  imp_issue_export_to (place, fixture->backlog, issue, &imp_paper_a4, IMP_FORM_PDF, nowhere);
  wait_as_closing_does (fixture);
  g_assert_cmpuint (imp_toasts_count_errors (GTK_WIDGET (fixture->window)), ==, 1);
  ui_wait_for (GTK_WIDGET (fixture->window), "The File Was Not Saved");
  ui_assert_finalized (fixture, place);
}

static void
test_words (void)
{
  g_autofree char *fresh = imp_announcement_words_kept (-1);
  g_autofree char *now = imp_announcement_words_kept (59);
  g_autofree char *minute = imp_announcement_words_kept (60);
  g_autofree char *later = imp_announcement_words_kept (299);

  g_assert_cmpstr (fresh, ==, "Draft");
  g_assert_cmpstr (now, ==, "Draft, kept just now");
  g_assert_cmpstr (minute, ==, "Draft, kept a minute ago");
  g_assert_cmpstr (later, ==, "Draft, kept 4 minutes ago");
}

#define ADD(name, sample, test)                                                                    \
  g_test_add ("/ui/announcements-page/" name, UiFixture, sample, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("empty", NULL, test_empty);
  ADD ("what-works", NULL, test_what_works);
  ADD ("list", UI_SAMPLE, test_list);
  ADD ("published-without-number", NULL, test_published_without_number);
  ADD ("draft-dialog", NULL, test_draft_dialog);
  ADD ("organisation-dialog", NULL, test_organisation_dialog);
  ADD ("editor-shows-entries", UI_SAMPLE, test_editor_shows_entries);
  ADD ("editor-writes", UI_SAMPLE, test_editor_writes);
  ADD ("editor-moves", UI_SAMPLE, test_editor_moves);
  ADD ("published-is-for-reading", UI_SAMPLE, test_published_is_for_reading);
  ADD ("export-is-waited-for", UI_SAMPLE, test_export_is_waited_for);
  g_test_add_func ("/ui/announcements-page/file-names", test_file_names);
  g_test_add_func ("/ui/announcements-page/words", test_words);
  return g_test_run ();
}
