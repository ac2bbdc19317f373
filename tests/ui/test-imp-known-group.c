/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What others reported before, while somebody types. */
#include "config.h"

#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-irritants.h"
#include "ui-fixture.h"
#include "ui/capture/imp-known-group.h"
#include "ui/capture/imp-known-row.h"
#include "ui/capture/imp-record-dialog.h"

#define SCANNER "The scanner signs me out"

static ImpKnownGroup *
show_group (UiFixture *fixture)
{
  ImpKnownGroup *group = g_object_ref_sink (g_object_new (IMP_TYPE_KNOWN_GROUP, NULL));

  imp_known_group_set_backlog (group, fixture->backlog);
  ui_show (fixture, GTK_WIDGET (group));
  return group;
}

static void
wait_until_hidden (gpointer widget)
{
  while (gtk_widget_get_visible (widget))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = IMP_IS_KNOWN_ROW (widget) && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static void
press (GtkWidget *root, const char *words)
{
  GtkWidget *label = ui_wait_for (root, words);

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static void
keep_item_cb (ImpKnownGroup *group, gint64 item, ImpItem *kept)
{
  *kept = item;
}

static ImpItem
fix (UiFixture *fixture, ImpItem irritant)
{
  ImpAwait await = { NULL };
  ImpItem item;

  imp_backlog_plan_fix_async (fixture->backlog, "New profile", &irritant, 1, NULL, IMP_DATE_NONE,
                              NULL, imp_await_cb, &await);
  item = ui_finish_write (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, item, NULL, NULL, NULL, NULL, imp_await_cb,
                                 &await);
  ui_finish_write (fixture, &await);
  return item;
}

static void
test_me_too (UiFixture *fixture, gconstpointer data)
{
  ImpItem scanner = ui_record (fixture, SCANNER), pressed = 0;
  ImpKnownGroup *group;

  ui_record (fixture, "Invoices wait for weeks");
  group = show_group (fixture);
  g_signal_connect (group, "me-too", G_CALLBACK (keep_item_cb), &pressed);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (group)));
  imp_known_group_set_words (group, "scanners sign");
  ui_wait_for (GTK_WIDGET (group), SCANNER);
  g_assert_cmpuint (count_rows (GTK_WIDGET (group)), ==, 1);
  press (GTK_WIDGET (group), "Me Too");
  g_assert_cmpint (pressed, ==, scanner);
  imp_known_group_set_words (group, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (group)));
  ui_assert_finalized (fixture, group);
}

static void
test_is_back (UiFixture *fixture, gconstpointer data)
{
  ImpItem scanner = ui_record (fixture, SCANNER), pressed = 0;
  ImpKnownGroup *group;

  fix (fixture, scanner);
  group = show_group (fixture);
  g_signal_connect (group, "is-back", G_CALLBACK (keep_item_cb), &pressed);
  imp_known_group_set_words (group, "scanners sign");
  ui_wait_for (GTK_WIDGET (group), "1 voice · fixed");
  g_assert_null (ui_find (GTK_WIDGET (group), "Me Too"));
  press (GTK_WIDGET (group), "It Is Back");
  g_assert_cmpint (pressed, ==, scanner);
  ui_assert_finalized (fixture, group);
}

static void
test_declined (UiFixture *fixture, gconstpointer data)
{
  ImpItem scanner = ui_record (fixture, SCANNER);
  ImpAwait await = { NULL };
  ImpKnownGroup *group;

  imp_backlog_decline_async (fixture->backlog, scanner, HOSTILE, NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  group = show_group (fixture);
  imp_known_group_set_words (group, "scanners sign");
  ui_wait_for (GTK_WIDGET (group), "1 voice · declined\nWe cannot: " HOSTILE);
  ui_wait_for (GTK_WIDGET (group), "Me Too");
  ui_assert_plain (GTK_WIDGET (group));
  ui_assert_finalized (fixture, group);
}

static void
test_three_at_once (UiFixture *fixture, gconstpointer data)
{
  ImpKnownGroup *group;

  for (int i = 0; i < 6; i++)
    ui_record (fixture, HOSTILE " crane");
  group = show_group (fixture);
  imp_known_group_set_words (group, "crane");
  ui_wait_for (GTK_WIDGET (group), "All 5");
  g_assert_cmpuint (count_rows (GTK_WIDGET (group)), ==, 3);
  ui_assert_plain (GTK_WIDGET (group));
  press (GTK_WIDGET (group), "All 5");
  g_assert_cmpuint (count_rows (GTK_WIDGET (group)), ==, 5);
  g_assert_null (ui_find (GTK_WIDGET (group), "All 5"));
  g_object_set (group, "most", 2, NULL);
  g_assert_cmpuint (count_rows (GTK_WIDGET (group)), ==, 2);
  press (GTK_WIDGET (group), "All 5");
  g_assert_cmpuint (count_rows (GTK_WIDGET (group)), ==, 5);
  ui_assert_finalized (fixture, group);
}

/* What was asked for first is never shown after what was asked for last. */
static void
test_newer_question (UiFixture *fixture, gconstpointer data)
{
  ImpKnownGroup *group;

  ui_record (fixture, SCANNER);
  ui_record (fixture, "Invoices wait for weeks");
  group = show_group (fixture);
  imp_known_group_set_words (group, "scanner");
  ui_run (160); /* the question may have been asked by now */
  imp_known_group_set_words (group, "invoices");
  ui_wait_for (GTK_WIDGET (group), "Invoices wait for weeks");
  g_assert_null (ui_find (GTK_WIDGET (group), SCANNER));
  imp_known_group_set_words (group, "ventilation hums");
  wait_until_hidden (group);
  ui_assert_finalized (fixture, group);
}

/* While an answer is on its way. */
static void
test_gone_meanwhile (UiFixture *fixture, gconstpointer data)
{
  ImpKnownGroup *group;

  ui_record (fixture, SCANNER);
  group = show_group (fixture);
  imp_known_group_set_words (group, "scanner");
  ui_run (160);
  ui_assert_finalized (fixture, group);
}

static void
test_narrow (UiFixture *fixture, gconstpointer data)
{
  const ImpSimilar similar = {
    1, (char *) SCANNER, (char *) "Leeds, Lyon", IMP_STATE_BEING_FIXED, NULL, 14, 150, 1
  };
  GtkWidget *row = GTK_WIDGET (imp_known_row_new (&similar, NULL)), *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_show (fixture, g_object_ref_sink (list));
  ui_wait_for (row, "14 voices · Leeds, Lyon · being fixed");
  ui_wait_for (row, "150\u00a0h");
  g_object_set (row, "narrow", TRUE, NULL);
  ui_wait_for (row, "14 voices · being fixed");
  ui_wait_until_gone (row, "150\u00a0h");
  ui_assert_finalized (fixture, list);
}

static ImpIrritantPage *
read_page (UiFixture *fixture, ImpItem irritant)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_irritant_page_async (fixture->backlog, irritant, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_irritant_page_finish (fixture->backlog, result, NULL);
}

/* Pressed twice, it is one report: what was typed, and by whom. */
static void
test_in_the_record_dialog (UiFixture *fixture, gconstpointer data)
{
  ImpItem scanner = ui_record (fixture, SCANNER), shown = 0;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (ImpIrritantPage) page = NULL;
  GtkWidget *dialog, *group, *row;

  g_settings_reset (settings, "record-keep-open");
  dialog = g_object_ref_sink (
      GTK_WIDGET (imp_record_dialog_new (fixture->backlog, settings, "My scanners sign out")));
  g_signal_connect (dialog, "recorded", G_CALLBACK (keep_item_cb), &shown);
  group = GTK_WIDGET (gtk_widget_get_template_child (dialog, IMP_TYPE_RECORD_DIALOG, "already"));
  while (!gtk_widget_get_visible (group))
    g_main_context_iteration (NULL, TRUE);
  row = ui_find_type (group, IMP_TYPE_KNOWN_ROW);
  g_signal_emit_by_name (row, "pressed");
  g_signal_emit_by_name (row, "pressed");
  while (shown == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (shown, ==, scanner);
  page = read_page (fixture, scanner);
  g_assert_cmpuint (page->reports->len, ==, 2);
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->words, ==, "My scanners sign out");
  imp_assert_finalize_soon (dialog);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/known-group/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("me-too", test_me_too);
  ADD ("is-back", test_is_back);
  ADD ("declined", test_declined);
  ADD ("three-at-once", test_three_at_once);
  ADD ("newer-question", test_newer_question);
  ADD ("gone-meanwhile", test_gone_meanwhile);
  ADD ("narrow", test_narrow);
  ADD ("in-the-record-dialog", test_in_the_record_dialog);
  return g_test_run ();
}
