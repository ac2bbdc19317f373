/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands: follows the backlog, shows text as it is. */
#include "config.h"

#include "backlog/imp-backlog-irritants.h"
#include "ui-fixture.h"
#include "model/imp-log-axis.h"
#include "ui/irritants/imp-rank-chart.h"
#include "ui/irritants/imp-rank-dialog.h"

static void
answer (UiFixture *fixture, ImpItem irritant, ImpQuestion question, double number)
{
  const ImpAnswer answer = { .number = number, .known = IMP_KNOWN_SEVERAL };
  ImpAwait await = { NULL };

  imp_backlog_answer_async (fixture->backlog, irritant, question, &answer, NULL, imp_await_cb,
                            &await);
  ui_finish_write (fixture, &await);
}

/* 20 × 20 × that many minutes. */
static ImpItem
record (UiFixture *fixture, const char *words, double minutes)
{
  ImpItem irritant = ui_record (fixture, words);

  answer (fixture, irritant, IMP_QUESTION_PEOPLE, 20);
  answer (fixture, irritant, IMP_QUESTION_OFTEN, 20);
  answer (fixture, irritant, IMP_QUESTION_MINUTES, minutes);
  return irritant;
}

static AdwDialog *
show_dialog (UiFixture *fixture, ImpItem irritant)
{
  AdwDialog *dialog = g_object_ref_sink (imp_rank_dialog_new (fixture->backlog, irritant));

  ui_show (fixture, gtk_label_new ("Behind"));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  return dialog;
}

static void
test_follows_the_backlog (UiFixture *fixture, gconstpointer data)
{
  ImpItem slow = record (fixture, HOSTILE, 6);
  AdwDialog *dialog;

  record (fixture, "The door sticks", 12);
  dialog = show_dialog (fixture, slow);
  ui_wait_for (GTK_WIDGET (dialog), "40\u00a0h");
  ui_wait_for (GTK_WIDGET (dialog), HOSTILE);
  ui_wait_for (GTK_WIDGET (dialog), "The door sticks");
  answer (fixture, slow, IMP_QUESTION_MINUTES, 30);
  ui_wait_for (GTK_WIDGET (dialog), "200\u00a0h");
  ui_assert_plain (GTK_WIDGET (dialog));
  ui_assert_finalized (fixture, dialog);
}

static void
wait_for_reads (UiFixture *fixture, ImpItem irritant)
{
  g_autoptr (ImpExplanation) explanation = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_explain_async (fixture->backlog, irritant, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  explanation = imp_backlog_explain_finish (fixture->backlog, result, NULL);
  g_assert_nonnull (explanation);
}

static void
asked_cb (int *question, int asked)
{
  *question = asked;
}

/* There is nothing to reckon with and to compare until somebody was asked. */
static void
test_nobody_was_asked (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, HOSTILE);
  AdwDialog *dialog;
  GtkWidget *reckoning;
  int question = -1;

  record (fixture, "The door sticks", 12);
  dialog = show_dialog (fixture, irritant);
  g_signal_connect_swapped (dialog, "ask", G_CALLBACK (asked_cb), &question);
  ui_wait_for (GTK_WIDGET (dialog),
               "Nobody was asked yet what it costs, so it has no rank: it stands behind the one "
               "that somebody was asked about.");
  ui_wait_for (GTK_WIDGET (dialog), "Ask how many, how often, how long");
  reckoning = ui_find_type (GTK_WIDGET (dialog), IMP_TYPE_RANK_CHART);
  g_assert_false (gtk_widget_get_mapped (reckoning));
  g_assert_true (gtk_widget_activate_action (ui_wait_for (GTK_WIDGET (dialog), "Estimate…"),
                                             "rank.ask", NULL));
  g_assert_cmpint (question, ==, IMP_QUESTION_PEOPLE);
  ui_assert_plain (GTK_WIDGET (dialog));
  answer (fixture, irritant, IMP_QUESTION_PEOPLE, 20);
  ui_wait_for (GTK_WIDGET (dialog), "Ask Again…");
  ui_run (100);
  g_assert_true (gtk_widget_get_mapped (reckoning));
  ui_assert_finalized (fixture, dialog);
}

/* Something else was written: whoever reads, or listens to it, is left alone. */
static void
test_stays_where_nothing_changed (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The printer jams", 6);
  const ImpIrritantEdit edit = { .title = "The printer jams", .description = "Tray two" };
  AdwDialog *dialog = show_dialog (fixture, irritant);
  GtkWidget *care = ui_wait_for (GTK_WIDGET (dialog), "Care 1"), *row;
  ImpAwait await = { NULL };

  ui_wait_for (GTK_WIDGET (dialog), "40 × 1, about 40");
  row = gtk_widget_get_first_child (ui_find_type (GTK_WIDGET (dialog), IMP_TYPE_RANK_CHART));
  imp_backlog_edit_irritant_async (fixture->backlog, irritant, &edit, NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  wait_for_reads (fixture, irritant);
  g_assert_true (
      row == gtk_widget_get_first_child (ui_find_type (GTK_WIDGET (dialog), IMP_TYPE_RANK_CHART)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (care)), ==, "Care 1");
  ui_assert_finalized (fixture, dialog);
}

/* On a phone, too, where there is something to press far down. */
static void
test_opens_at_its_top (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The printer jams", 6);
  const ImpAnswer guess = { .number = 20, .known = IMP_KNOWN_GUESS };
  ImpAwait await = { NULL };
  AdwDialog *dialog;
  GtkWidget *focus;

  record (fixture, "The door sticks", 6);
  imp_backlog_answer_async (fixture->backlog, irritant, IMP_QUESTION_OFTEN, &guess, NULL,
                            imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  dialog = g_object_ref_sink (imp_rank_dialog_new (fixture->backlog, irritant));
  ui_show (fixture, gtk_label_new ("Behind"));
  gtk_window_set_default_size (fixture->window, 360, 480);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_wait_for (GTK_WIDGET (dialog), "Ask Again…");
  ui_run (300); /* as long as a dialog takes to open */
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR));
  ui_assert_finalized (fixture, dialog);
}

static void
closed_cb (gboolean *closed)
{
  *closed = TRUE;
}

static void
test_closes_with_its_irritant (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The printer jams", 6);
  AdwDialog *dialog = show_dialog (fixture, irritant);
  gboolean closed = FALSE;
  ImpAwait await = { NULL };

  g_signal_connect_swapped (dialog, "closed", G_CALLBACK (closed_cb), &closed);
  ui_wait_for (GTK_WIDGET (dialog), "40\u00a0h");
  imp_backlog_delete_async (fixture->backlog, irritant, "Deleted", imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  ui_assert_finalized (fixture, dialog);
}

static void
ask_cb (int *asked, int question)
{
  *asked = question;
}

static void
test_asks_for_what_is_least_known (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The printer jams", 6);
  const ImpAnswer guess = { .number = 20, .known = IMP_KNOWN_GUESS };
  ImpAwait await = { NULL };
  AdwDialog *dialog;
  int asked = -1;

  record (fixture, "The door sticks", 6);
  imp_backlog_answer_async (fixture->backlog, irritant, IMP_QUESTION_OFTEN, &guess, NULL,
                            imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  dialog = show_dialog (fixture, irritant);
  g_signal_connect_swapped (dialog, "ask", G_CALLBACK (ask_cb), &asked);
  ui_wait_for (GTK_WIDGET (dialog), "40\u00a0h");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "rank.ask", NULL));
  g_assert_cmpint (asked, ==, IMP_QUESTION_OFTEN);
  ui_assert_finalized (fixture, dialog);
}

static void
test_axis_has_round_figures (void)
{
  const ImpEstimate small = { .value = 12, .spread = 0.1 }, large = { .value = 400, .spread = 0 };
  double ticks[IMP_LOG_AXIS_MAX_TICKS];
  ImpLogAxis axis = { 0 };

  g_assert_cmpuint (imp_log_axis_find_ticks (&axis, ticks), ==, 0);
  imp_log_axis_include (&axis, &small);
  imp_log_axis_include (&axis, &large);
  g_assert_cmpuint (imp_log_axis_find_ticks (&axis, ticks), ==, 3);
  g_assert_cmpfloat_with_epsilon (ticks[0], 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (ticks[1], 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (ticks[2], 300, 1e-9);
  g_assert_cmpfloat (imp_log_axis_place (&axis, 1), ==, 0);
  g_assert_cmpfloat_with_epsilon (imp_log_axis_place (&axis, 400), 1, 1e-9);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/rank-dialog/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("follows-the-backlog", test_follows_the_backlog);
  ADD ("nobody-was-asked", test_nobody_was_asked);
  ADD ("stays-where-nothing-changed", test_stays_where_nothing_changed);
  ADD ("opens-at-its-top", test_opens_at_its_top);
  ADD ("closes-with-its-irritant", test_closes_with_its_irritant);
  ADD ("asks-for-what-is-least-known", test_asks_for_what_is_least_known);
  g_test_add_func ("/ui/rank-dialog/axis-has-round-figures", test_axis_has_round_figures);
  return g_test_run ();
}
