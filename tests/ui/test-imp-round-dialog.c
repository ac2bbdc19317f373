/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The papers of a round as they print. */
#include "config.h"

#include "backlog/imp-backlog-rounds.h"
#include "ui-fixture.h"
#include "ui/common/imp-date-row.h"
#include "ui/rounds/imp-round-dialog.h"
#include "ui/rounds/imp-round-mode.h"
#include "ui/rounds/imp-round-view.h"

#define DAY_21_NOVEMBER imp_date_new (2026, 11, 21)

static ImpItem
plan (UiFixture *fixture, ImpDate day)
{
  const ImpRoundPlan plan = {
    .site = "Leeds", .planned = day, .time = IMP_ROUND_ANY_TIME, .weeks = -1
  };
  ImpAwait await = { NULL };

  imp_backlog_plan_round_async (fixture->backlog, &plan, imp_await_cb, &await);
  return ui_finish_write (fixture, &await);
}

static void
hear (UiFixture *fixture, ImpItem round, const char *words)
{
  const ImpHeard heard = { .kind = IMP_HEARD_IRRITANT, .words = words, .person = "Tom Firth" };
  ImpAwait await = { NULL };

  imp_backlog_hear_async (fixture->backlog, round, &heard, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static void
finish (UiFixture *fixture, ImpItem round)
{
  ImpAwait await = { NULL };

  imp_backlog_finish_round_async (fixture->backlog, round, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

/* Takes the dialog. */
static AdwDialog *
show (UiFixture *fixture, AdwDialog *dialog)
{
  g_object_ref_sink (dialog);
  ui_show (fixture, gtk_label_new ("Behind"));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  return dialog;
}

/* The text, by the way a person has. */
static char *
copy (AdwDialog *dialog)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GdkContentProvider *content;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "paper.copy", NULL));
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (dialog)));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  return g_value_dup_string (&value);
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static void
test_read_back (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, DAY_21_NOVEMBER);
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  hear (fixture, round, HOSTILE);
  plan (fixture, DAY_21_NOVEMBER + 12);
  finish (fixture, round);
  dialog = show (fixture, imp_round_dialog_new_for_read_back (fixture->backlog, round));
  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 1 · A4");
  ui_wait_for (GTK_WIDGET (dialog), "With a line to sign");
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Read-Back");
  text = copy (dialog);
  assert_says (text, HOSTILE);
  assert_says (text, "3 December");
  ui_wait_for (GTK_WIDGET (dialog), "Copied");
  ui_assert_plain (GTK_WIDGET (dialog));
  ui_assert_finalized (fixture, dialog);
}

/* The last page of a round that is under way. */
static GtkWidget *
show_last_page (UiFixture *fixture, ImpItem round)
{
  GtkWidget *mode = g_object_ref_sink (imp_round_mode_new (fixture->backlog, round));

  ui_show (fixture, mode);
  ui_wait_for (mode, "Question 1 of 4");
  gtk_widget_activate_action (mode, "mode.finish", NULL);
  ui_wait_for (mode, "Finish Round");
  return mode;
}

static AdwDialog *
open_read_back (UiFixture *fixture, GtkWidget *mode)
{
  GtkWidget *button = gtk_widget_get_ancestor (ui_find (mode, "Read-Back…"), GTK_TYPE_BUTTON);

  gtk_widget_activate (button);
  ui_wait_for (GTK_WIDGET (fixture->window), "Page 1 of 1 · A4");
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

/* What is left behind says the day that was just typed: it is planned first, and once. */
static void
test_next_visit_is_typed (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *mode = show_last_page (fixture, plan (fixture, DAY_21_NOVEMBER));
  g_autofree char *text = NULL, *again = NULL;
  AdwDialog *dialog;

  imp_date_row_set_date (IMP_DATE_ROW (ui_find_type (mode, IMP_TYPE_DATE_ROW)),
                         DAY_21_NOVEMBER + 12);
  dialog = open_read_back (fixture, mode);
  text = copy (dialog);
  assert_says (text, "3 December");
  adw_dialog_force_close (dialog);
  ui_wait_until_gone (GTK_WIDGET (fixture->window), "Page 1 of 1 · A4");
  ui_wait_for (mode, "Thursday 3\u00a0December");
  dialog = open_read_back (fixture, mode);
  again = copy (dialog);
  g_assert_cmpstr (again, ==, text);
  adw_dialog_force_close (dialog);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "Round planned");
  ui_assert_finalized (fixture, mode);
}

static void
test_wrong_day_waits (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *mode = show_last_page (fixture, plan (fixture, DAY_21_NOVEMBER));
  GtkWidget *button = gtk_widget_get_ancestor (ui_find (mode, "Read-Back…"), GTK_TYPE_BUTTON);
  GtkEditable *date = GTK_EDITABLE (ui_find_type (mode, IMP_TYPE_DATE_ROW));

  gtk_editable_set_text (date, "soon");
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_editable_set_text (date, "");
  g_assert_true (gtk_widget_is_sensitive (button));
  ui_assert_finalized (fixture, mode);
}

static void
test_briefing (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, DAY_21_NOVEMBER - 7), next;
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  hear (fixture, round, "The forklift tablet goes dark");
  finish (fixture, round);
  next = plan (fixture, DAY_21_NOVEMBER);
  dialog = show (fixture, imp_round_dialog_new_for_briefing (fixture->backlog, next));
  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 1 · A4");
  g_assert_null (ui_find (GTK_WIDGET (dialog), "With a line to sign"));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Briefing");
  text = copy (dialog);
  assert_says (text, "The forklift tablet goes dark");
  ui_assert_finalized (fixture, dialog);
}

/* The pages are those of what is chosen. */
static void
test_choices (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, DAY_21_NOVEMBER);
  AdwDialog *dialog = show (fixture, imp_round_dialog_new_for_read_back (fixture->backlog, round));
  GtkWidget *signature = ui_find_type (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON);
  GtkWidget *paper = ui_find_type (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (signature), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (paper), 1);
  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 1 · Letter");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (paper), 0);
  ui_wait_for (GTK_WIDGET (dialog), "Page 1 of 1 · A4");
  ui_assert_finalized (fixture, dialog);
}

static void
test_closed_at_once (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, DAY_21_NOVEMBER);
  AdwDialog *dialog = show (fixture, imp_round_dialog_new_for_read_back (fixture->backlog, round));

  adw_dialog_force_close (dialog);
  ui_assert_finalized (fixture, dialog);
}

/* Each paper has its time. */
static void
test_offered (UiFixture *fixture, gconstpointer data)
{
  ImpItem round = plan (fixture, DAY_21_NOVEMBER);
  GtkWidget *view = g_object_ref_sink (imp_round_view_new (fixture->backlog, round));

  ui_show (fixture, view);
  ui_wait_for (view, "Print Briefing…");
  g_assert_null (ui_find (view, "Read-Back…"));
  finish (fixture, round);
  ui_wait_for (view, "Read-Back…");
  g_assert_null (ui_find (view, "Print Briefing…"));
  gtk_widget_activate_action (view, "round.read-back", NULL);
  ui_wait_for (GTK_WIDGET (fixture->window), "Page 1 of 1 · A4");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  ui_assert_finalized (fixture, view);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/ui/round-dialog/" path, UiFixture, NULL, ui_set_up, function, ui_tear_down)
  ADD ("shows-the-read-back", test_read_back);
  ADD ("next-visit-is-typed", test_next_visit_is_typed);
  ADD ("wrong-day-waits", test_wrong_day_waits);
  ADD ("shows-the-briefing", test_briefing);
  ADD ("follows-the-choices", test_choices);
  ADD ("closed-at-once", test_closed_at_once);
  ADD ("each-paper-has-its-time", test_offered);
#undef ADD
  return g_test_run ();
}
