/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A team estimates together: one question at a time, and what each answer moved. */
#include "config.h"

#include "backlog/imp-backlog-irritants.h"
#include "support/imp-open-backlog.h"
#include "ui-fixture.h"
#include "ui/common/imp-toasts.h"
#include "ui/irritants/imp-band-targets.h"
#include "ui/irritants/imp-estimate-dialog.h"

static AdwDialog *
show_dialog_of (UiFixture *fixture, ImpBacklog *backlog)
{
  AdwDialog *dialog;

  ui_show (fixture, gtk_label_new ("Behind"));
  dialog = g_object_ref_sink (imp_estimate_dialog_new (backlog));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  return dialog;
}

static AdwDialog *
show_dialog (UiFixture *fixture)
{
  return show_dialog_of (fixture, fixture->backlog);
}

static void
act (AdwDialog *dialog, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), action, NULL));
}

static void
answer (AdwDialog *dialog, int band)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "estimate.answer", "i", band));
}

static GtkToggleButton *
find_target (AdwDialog *dialog, const char *label)
{
  GtkWidget *target = ui_wait_for (GTK_WIDGET (dialog), label);

  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (target, GTK_TYPE_TOGGLE_BUTTON));
}

/* From the question to what it moved, the next one, back, and what is settled. */
static void
test_steps_through (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *root;
  AdwDialog *dialog;

  ui_record (fixture, HOSTILE);
  dialog = show_dialog (fixture);
  root = GTK_WIDGET (dialog);
  ui_wait_for (root, HOSTILE);
  ui_wait_for (root, "How many minutes does it cost them each time?");
  ui_wait_for (root, "Skip");
  answer (dialog, 3);
  ui_wait_for (root, "Next");
  ui_wait_for (root, "1 answered");
  g_assert_true (gtk_toggle_button_get_active (find_target (dialog, "5–10")));
  act (dialog, "estimate.on");
  ui_wait_for (root, "How often does it happen to each of them?");
  ui_wait_for (root, "Skip");
  act (dialog, "estimate.back");
  ui_wait_for (root, "Next");
  g_assert_true (gtk_toggle_button_get_active (find_target (dialog, "5–10")));
  act (dialog, "estimate.end");
  ui_wait_for (root, "1 Question Answered");
  ui_wait_for (root, HOSTILE);
  ui_assert_plain (root);
  ui_assert_finalized (fixture, dialog);
}

static void
wait_for_errors (UiFixture *fixture, guint n)
{
  while (imp_toasts_count_errors (GTK_WIDGET (fixture->window)) < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
stop_answering (ImpBacklog *backlog)
{
  ImpAwait await = { NULL };

  imp_backlog_close_async (backlog, imp_await_cb, &await);
  g_object_unref (imp_await (&await));
}

/* An answer that could not be saved does not stay marked. */
static void
test_shows_what_is_saved (UiFixture *fixture, gconstpointer data)
{
  const ImpRecording recording = { .words = HOSTILE, .person = "Dana", .date = IMP_DATE_NONE };
  ImpBacklog *other = ui_open_other (fixture);
  ImpAwait await = { NULL };
  GtkToggleButton *target;
  AdwDialog *dialog;

  imp_backlog_record_async (other, &recording, NULL, imp_await_cb, &await);
  imp_finish_write (other, &await);
  dialog = show_dialog_of (fixture, other);
  target = find_target (dialog, "5–10");
  stop_answering (other);
  g_signal_emit_by_name (target, "clicked");
  g_assert_true (gtk_toggle_button_get_active (target));
  wait_for_errors (fixture, 1);
  g_assert_false (gtk_toggle_button_get_active (target));
  ui_assert_finalized (fixture, dialog);
  imp_assert_finalize_soon (other);
}

/* A backlog that does not answer: nobody is left waiting. */
static void
test_tries_again (UiFixture *fixture, gconstpointer data)
{
  ImpBacklog *other = ui_open_other (fixture);
  AdwDialog *dialog;

  stop_answering (other);
  dialog = show_dialog_of (fixture, other);
  wait_for_errors (fixture, 1);
  ui_wait_for (GTK_WIDGET (dialog), "The Question Could Not Be Read");
  act (dialog, "estimate.try-again");
  wait_for_errors (fixture, 2);
  ui_wait_for (GTK_WIDGET (dialog), "The Question Could Not Be Read");
  ui_assert_finalized (fixture, dialog);
  imp_assert_finalize_soon (other);
}

static void
test_takes_back (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  ui_record (fixture, "The printer jams");
  dialog = show_dialog (fixture);
  ui_wait_for (GTK_WIDGET (dialog), "Skip");
  answer (dialog, 6);
  ui_wait_for (GTK_WIDGET (dialog), "Next");
  act (dialog, "estimate.undo");
  ui_wait_for (GTK_WIDGET (dialog), "Skip");
  g_assert_false (gtk_toggle_button_get_active (find_target (dialog, "90+")));
  g_assert_nonnull (imp_backlog_get_redo_label (fixture->backlog));
  ui_assert_finalized (fixture, dialog);
}

/* What nobody knows is worth measuring, and is said so at the end. */
static void
test_nobody_knows (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  ui_record (fixture, "The printer jams");
  dialog = show_dialog (fixture);
  ui_wait_for (GTK_WIDGET (dialog), "Skip");
  answer (dialog, 0);
  ui_wait_for (GTK_WIDGET (dialog), "Nobody here knows, so it is worth measuring: Time it once.");
  act (dialog, "estimate.end");
  ui_wait_for (GTK_WIDGET (dialog), "Worth Measuring");
  ui_assert_finalized (fixture, dialog);
}

static void
test_nothing_to_ask (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show_dialog (fixture);

  ui_wait_for (GTK_WIDGET (dialog), "Nothing to Ask");
  ui_wait_for (GTK_WIDGET (dialog), "Done");
  ui_assert_finalized (fixture, dialog);
}

/* Closed while the disk is still asked: what comes later finds nobody. */
static void
test_closed_at_once (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  ui_record (fixture, "The printer jams");
  dialog = show_dialog (fixture);
  ui_assert_finalized (fixture, dialog);
}

static void
chosen_cb (int *chosen, int band)
{
  *chosen = band;
}

static void
test_targets (UiFixture *fixture, gconstpointer data)
{
  ImpBandTargets *targets = g_object_ref_sink (g_object_new (IMP_TYPE_BAND_TARGETS, NULL));
  GtkWidget *weekly;
  int chosen = IMP_NO_BAND;

  g_signal_connect_swapped (targets, "chosen", G_CALLBACK (chosen_cb), &chosen);
  ui_show (fixture, GTK_WIDGET (targets));
  imp_band_targets_show (targets, IMP_QUESTION_OFTEN, IMP_NO_BAND);
  weekly = gtk_widget_get_ancestor (ui_wait_for (GTK_WIDGET (targets), "Weekly"), GTK_TYPE_BUTTON);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (weekly)));
  g_signal_emit_by_name (weekly, "clicked");
  g_assert_cmpint (chosen, ==, 3);
  imp_band_targets_show (targets, IMP_QUESTION_OFTEN, 0);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
      gtk_widget_get_ancestor (ui_find (GTK_WIDGET (targets), "Don’t know"), GTK_TYPE_BUTTON))));
  ui_assert_finalized (fixture, targets);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/estimate-dialog/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("steps-through", test_steps_through);
  ADD ("shows-what-is-saved", test_shows_what_is_saved);
  ADD ("tries-again", test_tries_again);
  ADD ("takes-back", test_takes_back);
  ADD ("nobody-knows", test_nobody_knows);
  ADD ("nothing-to-ask", test_nothing_to_ask);
  ADD ("closed-at-once", test_closed_at_once);
  ADD ("targets", test_targets);
  return g_test_run ();
}
