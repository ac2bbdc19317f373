/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds in the window: planning, walking one, finishing it. */
#include "config.h"

#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-rounds.h"
#include "ui-fixture.h"
#include "ui/rounds/imp-answers-page.h"
#include "ui/rounds/imp-line-list.h"
#include "ui/rounds/imp-round-draft.h"
#include "ui/rounds/imp-round-entry.h"
#include "ui/rounds/imp-round-mode.h"
#include "ui/rounds/imp-round-view.h"
#include "ui/rounds/imp-round-words.h"
#include "ui/rounds/imp-rounds-page.h"
#include "ui/rounds/imp-said-by.h"
#include "ui/rounds/imp-time-row.h"

#define DAY_21_NOVEMBER imp_date_new (2026, 11, 21)

static ImpItem
plan (UiFixture *fixture, const char *site, ImpDate day)
{
  const char *const people[] = { "Tom Firth", "Dana Whitfield", NULL };
  const ImpRoundPlan plan = { .site = site,
                              .planned = day,
                              .time = 570,
                              .place = "loading dock",
                              .people = people,
                              .weeks = -1 };
  ImpAwait await = { NULL };

  imp_backlog_plan_round_async (fixture->backlog, &plan, imp_await_cb, &await);
  return ui_finish_write (fixture, &await);
}

static ImpItem
hear (UiFixture *fixture, ImpItem round, ImpHeardKind kind, const char *words)
{
  const ImpHeard heard = { .kind = kind, .words = words, .person = "Tom Firth" };
  ImpAwait await = { NULL };

  imp_backlog_hear_async (fixture->backlog, round, &heard, imp_await_cb, &await);
  return ui_finish_write (fixture, &await);
}

static void
fix (UiFixture *fixture, ImpItem irritant)
{
  ImpAwait await = { NULL };
  ImpItem planned;

  imp_backlog_plan_fix_async (fixture->backlog, "New motor", &irritant, 1, NULL, IMP_DATE_NONE,
                              NULL, imp_await_cb, &await);
  planned = ui_finish_write (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, planned, NULL, NULL, NULL, NULL, imp_await_cb,
                                 &await);
  ui_finish_write (fixture, &await);
}

static ImpRoundPage *
load_page (UiFixture *fixture, ImpItem round)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpRoundPage *page;
  ImpAwait await = { NULL };

  imp_backlog_round_page_async (fixture->backlog, round, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_round_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

/* Words */

static void
test_time (void)
{
  static const struct
  {
    const char *text;
    int time;
  } cases[] = {
    { "9", 540 },
    { "9:30", 570 },
    { "09.05", 545 },
    { "9 30", 570 },
    { "14 h", 840 },
    { "9.30 pm", 1290 },
    { "12 am", 0 },
    { "12pm", 720 },
    { "0:00", 0 },
    { "23:59", 1439 },
    { "", IMP_ROUND_ANY_TIME },
  };
  static const char *const wrong[] = {
    "24", "9:60", "noon", "9:", "13 pm", "0 am", "9:30 x", "-1"
  };
  gboolean valid;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (imp_round_words_parse_time (cases[i].text, &valid), ==, cases[i].time);
      g_assert_true (valid);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("“%s”", wrong[i]);
      g_assert_cmpint (imp_round_words_parse_time (wrong[i], &valid), ==, IMP_ROUND_ANY_TIME);
      g_assert_false (valid);
    }
}

static void
assert_stand (const ImpRoundLine *line, const char *words)
{
  g_autofree char *stand = imp_round_words_stand (line, DAY_21_NOVEMBER);

  g_assert_cmpstr (stand, ==, words);
}

static void
test_stand (void)
{
  ImpRoundLine line = { .item = 1, .site_name = (char *) "Leeds", .planned = DAY_21_NOVEMBER };

  assert_stand (&line, "Today");
  line.planned = DAY_21_NOVEMBER + 1;
  assert_stand (&line, "Tomorrow");
  line.planned = DAY_21_NOVEMBER + 5;
  assert_stand (&line, "in 5 days");
  line.planned = DAY_21_NOVEMBER - 3;
  assert_stand (&line, "3 days late");
  line.started_ms = 1;
  assert_stand (&line, "Under way");
  line.started_ms = 0;
  line.item = 0;
  line.planned = DAY_21_NOVEMBER;
  assert_stand (&line, "Due");
}

static void
assert_progress (guint n, gint64 minutes, gboolean online, const char *words)
{
  g_autofree char *progress = imp_round_words_progress (n, minutes * 60000, online);

  g_assert_cmpstr (progress, ==, words);
}

static void
test_progress (void)
{
  assert_progress (3, 12, FALSE, "3 recorded · 12 min · no network");
  assert_progress (0, 0, TRUE, "0 recorded · 0 min");
  assert_progress (1, 65, TRUE, "1 recorded · 1:05 h");
  assert_progress (1, -5, TRUE, "1 recorded · 0 min");
}

/* Drafts */

static void
test_drafts_apart (UiFixture *fixture, gconstpointer data)
{
  ImpDraftKeeper *keeper = imp_backlog_get_draft (fixture->backlog, IMP_DRAFT_ROUND);
  const ImpRoundDraft first = { .question = 1,
                                .person = (char *) "Tom",
                                .words = (char *) "[round 8]\nForklift=\\n “dark”" };
  const ImpRoundDraft second = { .question = 3, .words = (char *) "" };
  g_auto (ImpRoundDraft) read = { 0 };

  imp_round_draft_write (keeper, 7, &first, FALSE);
  imp_round_draft_write (keeper, 8, &second, TRUE);
  imp_round_draft_read (keeper, 7, &read);
  g_assert_cmpuint (read.question, ==, 1);
  g_assert_cmpstr (read.person, ==, "Tom");
  g_assert_null (read.department);
  g_assert_cmpstr (read.words, ==, first.words);
  imp_round_draft_forget (keeper, 7);
  imp_round_draft_read (keeper, 7, &read);
  g_assert_cmpuint (read.question, ==, 0);
  g_assert_cmpstr (read.words, ==, "");
  imp_round_draft_read (keeper, 8, &read);
  g_assert_cmpuint (read.question, ==, 3);
  imp_round_draft_forget (keeper, 8);
  g_assert_null (imp_draft_keeper_get_text (keeper));
}

/* The page */

static void
test_empty (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (imp_rounds_page_new (fixture->backlog));

  ui_show (fixture, page);
  ui_wait_for (page, "Plan Your First Round");
  ui_assert_finalized (fixture, page);
}

static void
test_list (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  plan (fixture, HOSTILE, DAY_21_NOVEMBER - 3);
  plan (fixture, "Porto", DAY_21_NOVEMBER + 5);
  page = g_object_ref_sink (imp_rounds_page_new (fixture->backlog));
  ui_show (fixture, page);
  ui_wait_for (page, "Late");
  g_assert_nonnull (ui_find (page, "3 days late"));
  g_assert_nonnull (ui_find (page, HOSTILE));
  g_assert_nonnull (ui_find (page, "To Come"));
  g_assert_nonnull (ui_find (page, "in 5 days"));
  g_assert_null (ui_find (page, "Under Way"));
  ui_assert_plain (page);
  ui_assert_finalized (fixture, page);
}

static void
test_search (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *search;
  int start, end;

  plan (fixture, "Leeds", DAY_21_NOVEMBER);
  plan (fixture, "Porto", DAY_21_NOVEMBER);
  page = g_object_ref_sink (imp_rounds_page_new (fixture->backlog));
  ui_show (fixture, page);
  ui_wait_for (page, "Leeds");
  imp_rounds_page_start_search (IMP_ROUNDS_PAGE (page));
  search = ui_find_type (page, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "PORT");
  ui_wait_until_gone (page, "Leeds");
  g_assert_nonnull (ui_find (page, "Porto"));
  gtk_editable_set_text (GTK_EDITABLE (search), "Ghent");
  ui_wait_for (page, "No Round Has These Words");
  imp_rounds_page_start_search (IMP_ROUNDS_PAGE (page)); /* the next words take its place */
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (search), &start, &end));
  g_assert_cmpint (end - start, ==, strlen ("Ghent"));
  ui_assert_finalized (fixture, page);
}

static void
test_view_leaves (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *page = g_object_ref_sink (imp_rounds_page_new (fixture->backlog));
  ImpAwait await = { NULL };

  ui_show (fixture, page);
  ui_wait_for (page, "Leeds");
  imp_rounds_page_show_round (IMP_ROUNDS_PAGE (page), round);
  ui_wait_for (page, "Begin Round");
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_until_gone (page, "Begin Round");
  ui_wait_for (page, "Plan Your First Round");
  ui_assert_finalized (fixture, page);
}

/* Lists that are written in place */

static void
test_lines_move (UiFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = { "One", "Two", " ", "Three", NULL };
  GtkWidget *list = g_object_ref_sink (
      g_object_new (IMP_TYPE_LINE_LIST, "ordered", TRUE, "row-title", "Question", NULL));
  g_auto (GStrv) moved = NULL;

  ui_show (fixture, list);
  imp_line_list_set_lines (IMP_LINE_LIST (list), lines);
  gtk_widget_grab_focus (ui_find_type (list, ADW_TYPE_ENTRY_ROW));
  gtk_widget_activate_action (list, "line.move", "i", -1); /* the first stays */
  gtk_widget_activate_action (list, "line.move", "i", 1);
  moved = imp_line_list_dup_lines (IMP_LINE_LIST (list));
  g_assert_cmpstrv (moved, ((const char *const[]) { "Two", "One", "Three", NULL }));
  ui_assert_finalized (fixture, list);
}

/* The round itself */

static GtkWidget *
show_mode (UiFixture *fixture, ImpItem round)
{
  GtkWidget *mode = g_object_ref_sink (imp_round_mode_new (fixture->backlog, round));

  ui_show (fixture, mode);
  ui_wait_for (mode, "Question 1 of 4");
  return mode;
}

static GtkEditable *
get_words (GtkWidget *mode)
{
  return GTK_EDITABLE (ui_find_type (mode, GTK_TYPE_ENTRY));
}

static void
test_hear (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *mode = show_mode (fixture, round);
  g_autoptr (ImpRoundPage) page = NULL;
  const ImpHeardLine *line;

  gtk_widget_activate_action (mode, "mode.next", NULL);
  ui_wait_for (mode, "Question 2 of 4");
  imp_said_by_choose (IMP_SAID_BY (ui_find_type (mode, IMP_TYPE_SAID_BY)), "Tom Firth", NULL);
  gtk_editable_set_text (get_words (mode), HOSTILE);
  g_signal_emit_by_name (get_words (mode), "activate");
  ui_wait_for (mode, HOSTILE);
  g_assert_cmpstr (gtk_editable_get_text (get_words (mode)), ==, "");
  ui_assert_plain (mode);
  page = load_page (fixture, round);
  g_assert_cmpuint (page->heard->len, ==, 1);
  line = g_ptr_array_index (page->heard, 0);
  g_assert_cmpint (line->kind, ==, IMP_HEARD_IRRITANT);
  g_assert_cmpstr (line->words, ==, HOSTILE);
  g_assert_cmpint (imp_round_line_get_state (&page->line), ==, IMP_ROUND_UNDER_WAY);
  ui_assert_finalized (fixture, mode);
}

static gboolean
has_focus (GtkEditable *words)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (words)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (words));
}

static void
assert_draft_is_empty (UiFixture *fixture, ImpItem round)
{
  g_auto (ImpRoundDraft) draft = { 0 };

  imp_round_draft_read (imp_backlog_get_draft (fixture->backlog, IMP_DRAFT_ROUND), round, &draft);
  g_assert_cmpstr (draft.words, ==, "");
}

static void
test_me_too (UiFixture *fixture, gconstpointer data)
{
  ImpItem known = ui_record (fixture, HOSTILE " crane");
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *mode = show_mode (fixture, round), *me_too;
  g_autoptr (ImpRoundPage) page = NULL;
  const ImpHeardLine *line;

  gtk_widget_activate_action (mode, "mode.next", NULL);
  ui_wait_for (mode, "Question 2 of 4");
  imp_said_by_choose (IMP_SAID_BY (ui_find_type (mode, IMP_TYPE_SAID_BY)), "Tom Firth", NULL);
  gtk_editable_set_text (get_words (mode), "Crane, again");
  me_too = gtk_widget_get_ancestor (ui_wait_for (mode, "Me Too"), GTK_TYPE_BUTTON);
  ui_assert_plain (mode);
  gtk_widget_grab_focus (me_too);
  g_signal_emit_by_name (me_too, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (get_words (mode)), ==, "");
  g_assert_true (has_focus (get_words (mode)));
  g_assert_null (ui_find (mode, "Me Too"));
  ui_wait_for (mode, "Tom Firth · me too, now 2 voices · answers later");
  assert_draft_is_empty (fixture, round);
  page = load_page (fixture, round);
  g_assert_cmpuint (page->heard->len, ==, 1);
  line = g_ptr_array_index (page->heard, 0);
  g_assert_cmpint (line->kind, ==, IMP_HEARD_ME_TOO);
  g_assert_cmpint (line->irritant, ==, known);
  g_assert_cmpstr (line->words, ==, "Crane, again");
  ui_assert_finalized (fixture, mode);
}

/* To what was heard last. */
static void
say_me_too (UiFixture *fixture, ImpItem round, const char *person, const char *department)
{
  g_autoptr (ImpRoundPage) page = load_page (fixture, round);
  const ImpHeardLine *line = g_ptr_array_index (page->heard, page->heard->len - 1);
  const ImpHeard heard = { .kind = IMP_HEARD_ME_TOO,
                           .words = "Crane",
                           .person = person,
                           .department = department,
                           .irritant = line->irritant };
  ImpAwait await = { NULL };

  imp_backlog_hear_async (fixture->backlog, round, &heard, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

/* What is said twice is written down twice, but it is one voice. */
static void
test_said_before (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *mode;

  ui_record (fixture, "The crane is slow");
  hear (fixture, round, IMP_HEARD_IRRITANT, HOSTILE " crane");
  say_me_too (fixture, round, "Ana Costa", NULL);
  say_me_too (fixture, round, "Tom Firth", NULL);
  say_me_too (fixture, round, NULL, "Dispatch");
  say_me_too (fixture, round, NULL, "Dispatch");
  mode = show_mode (fixture, round);
  gtk_widget_activate_action (mode, "mode.next", NULL);
  ui_wait_for (mode, "Ana Costa · me too, now 3 voices · answers later");
  ui_wait_for (mode, "Tom Firth · had said so before, still 3 voices · answers later");
  ui_wait_for (mode, "Somebody in Dispatch · me too, now 3 voices · answers later");
  ui_wait_for (mode, "Somebody in Dispatch · had said so before, still 3 voices · answers later");
  ui_assert_finalized (fixture, mode);
}

/* A second colleague says what was heard a moment ago: it says from whom, and so does the next. */
static void
test_heard_on_this_round (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *mode;

  ui_record (fixture, "The crane is slow");
  hear (fixture, round, IMP_HEARD_IRRITANT, HOSTILE " crane");
  mode = show_mode (fixture, round);
  gtk_widget_activate_action (mode, "mode.next", NULL);
  gtk_editable_set_text (get_words (mode), "crane");
  ui_wait_for (mode, "Heard on this round: Tom Firth\n1 voice · Leeds · open");
  ui_wait_for (mode, "1 voice · open");
  say_me_too (fixture, round, "Ana Costa", NULL);
  ui_wait_for (mode, "Heard on this round: Tom Firth; Ana Costa\n2 voices · Leeds · open");
  ui_assert_plain (mode);
  ui_assert_finalized (fixture, mode);
}

static void
test_is_back (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *mode;
  g_autoptr (ImpRoundPage) page = NULL;

  fix (fixture, ui_record (fixture, "The crane stops"));
  mode = show_mode (fixture, round);
  gtk_widget_activate_action (mode, "mode.next", NULL);
  gtk_editable_set_text (get_words (mode), "Crane, again");
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (ui_wait_for (mode, "It Is Back"), GTK_TYPE_BUTTON), "clicked");
  ui_wait_for (mode, "Crane, again");
  page = load_page (fixture, round);
  g_assert_cmpint (((ImpHeardLine *) g_ptr_array_index (page->heard, 0))->state, ==,
                   IMP_STATE_BEING_FIXED);
  ui_assert_finalized (fixture, mode);
}

/* Where something works there is nothing to say “me too” to; the next question asks for it. */
static void
test_known_where_asked (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *mode;

  ui_record (fixture, "The crane stops");
  mode = show_mode (fixture, round);
  gtk_editable_set_text (get_words (mode), "Crane");
  ui_run (400); /* longer than a pause in the typing */
  g_assert_null (ui_find (mode, "Me Too"));
  gtk_widget_activate_action (mode, "mode.next", NULL);
  ui_wait_for (mode, "Me Too");
  gtk_widget_activate_action (mode, "mode.next", NULL);
  g_assert_null (ui_find (mode, "Me Too"));
  ui_assert_finalized (fixture, mode);
}

static void
test_draft_returns (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *mode = show_mode (fixture, round);

  gtk_widget_activate_action (mode, "mode.next", NULL);
  gtk_editable_set_text (get_words (mode), "Forklift tablet goes dark");
  ui_assert_finalized (fixture, mode);
  mode = g_object_ref_sink (imp_round_mode_new (fixture->backlog, round));
  ui_show (fixture, mode);
  ui_wait_for (mode, "Question 2 of 4");
  g_assert_cmpstr (gtk_editable_get_text (get_words (mode)), ==, "Forklift tablet goes dark");
  ui_assert_finalized (fixture, mode);
}

static void
test_answers (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  ImpItem line = hear (fixture, round, IMP_HEARD_IRRITANT, "Forklift tablet goes dark");
  GtkWidget *mode = show_mode (fixture, round), *answers;
  g_autoptr (ImpRoundPage) page = NULL;

  gtk_widget_activate_action (mode, "mode.open-line", "x", line);
  ui_wait_for (mode, "Three Questions");
  answers = ui_find_type (mode, IMP_TYPE_ANSWERS_PAGE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (
                                    ui_wait_for (answers, "6–20"), GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  ui_wait_for (answers, "Done");
  page = load_page (fixture, round);
  g_assert_cmpint (((ImpHeardLine *) g_ptr_array_index (page->heard, 0))->answers[0].band, ==, 3);
  gtk_widget_activate_action (answers, "navigation.pop", NULL);
  ui_wait_until_gone (mode, "Three Questions");
  g_assert_true (has_focus (get_words (mode)));
  ui_assert_finalized (fixture, mode);
}

static void
test_answer_undone (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  ImpItem line = hear (fixture, round, IMP_HEARD_IRRITANT, "Forklift tablet goes dark");
  GtkWidget *mode = show_mode (fixture, round), *answers;
  g_autoptr (ImpRoundPage) page = NULL;
  ImpAwait await = { NULL };

  gtk_widget_activate_action (mode, "mode.open-line", "x", line);
  ui_wait_for (mode, "Three Questions");
  answers = ui_find_type (mode, IMP_TYPE_ANSWERS_PAGE);
  ui_wait_for (answers, "Answer Later");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (
                                    ui_wait_for (answers, "6–20"), GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  ui_wait_for (answers, "Done");
  page = load_page (fixture, round); /* what was chosen is saved by then */
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_for (answers, "Answer Later");
  ui_assert_finalized (fixture, mode);
}

static void
test_delete_line (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  ImpItem line = hear (fixture, round, IMP_HEARD_WORKS, "The new scanners");
  GtkWidget *mode = show_mode (fixture, round), *answers;

  ui_wait_for (mode, "The new scanners");
  gtk_widget_activate_action (mode, "mode.open-line", "x", line);
  ui_wait_for (mode, "What It Is");
  answers = ui_find_type (mode, IMP_TYPE_ANSWERS_PAGE);
  gtk_widget_activate_action (answers, "answers.delete", NULL);
  ui_wait_until_gone (mode, "What It Is");
  ui_wait_until_gone (mode, "The new scanners");
  ui_assert_finalized (fixture, mode);
}

static void
test_finish (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, "Leeds", DAY_21_NOVEMBER);
  GtkWidget *mode = show_mode (fixture, round);
  g_autoptr (ImpRoundPage) page = NULL;
  GtkWidget *finish;

  gtk_widget_activate_action (mode, "mode.finish", NULL);
  finish = gtk_widget_get_ancestor (ui_wait_for (mode, "Finish Round"), GTK_TYPE_BUTTON);
  g_assert_nonnull (ui_find (mode, "Tom Firth"));
  g_assert_true (gtk_widget_get_sensitive (finish));
  gtk_widget_activate_action (finish, "finish.finish", NULL);
  g_assert_false (gtk_widget_get_sensitive (finish)); /* a second press does nothing */
  do
    {
      g_clear_pointer (&page, imp_round_page_unref);
      page = load_page (fixture, round);
    }
  while (imp_round_line_get_state (&page->line) != IMP_ROUND_FINISHED);
  g_assert_cmpint (page->next, ==, 0);
  ui_assert_finalized (fixture, mode);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, UiFixture, NULL, ui_set_up, function, ui_tear_down)
  g_test_add_func ("/ui/round-words/times-as-they-are-typed", test_time);
  g_test_add_func ("/ui/round-words/how-it-stands", test_stand);
  g_test_add_func ("/ui/round-words/progress", test_progress);
  ADD ("/ui/round-draft/rounds-do-not-mix", test_drafts_apart);
  ADD ("/ui/rounds-page/says-what-to-do-first", test_empty);
  ADD ("/ui/rounds-page/sorts-by-what-is-to-be-done", test_list);
  ADD ("/ui/rounds-page/finds-sites", test_search);
  ADD ("/ui/round-view/leaves-when-it-is-gone", test_view_leaves);
  ADD ("/ui/line-list/moves-lines", test_lines_move);
  ADD ("/ui/round-mode/keeps-each-line", test_hear);
  ADD ("/ui/round-mode/says-me-too", test_me_too);
  ADD ("/ui/round-mode/says-who-had-said-so-before", test_said_before);
  ADD ("/ui/round-mode/says-what-was-heard-on-this-round", test_heard_on_this_round);
  ADD ("/ui/round-mode/says-it-is-back", test_is_back);
  ADD ("/ui/round-mode/asks-what-is-known-in-the-way", test_known_where_asked);
  ADD ("/ui/round-mode/brings-the-draft-back", test_draft_returns);
  ADD ("/ui/round-mode/keeps-answers-at-once", test_answers);
  ADD ("/ui/round-mode/shows-an-undone-answer", test_answer_undone);
  ADD ("/ui/round-mode/deletes-a-line", test_delete_line);
  ADD ("/ui/round-mode/finishes", test_finish);
#undef ADD
  return g_test_run ();
}
