/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A colleague's page, and erasing them from it. */
#include "config.h"

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-irritants.h"
#include "support/imp-pause.h"
#include "ui-fixture.h"
#include "ui/common/imp-field-row.h"
#include "ui/common/imp-quote.h"
#include "ui/common/imp-toasts.h"
#include "ui/people/imp-mention-row.h"
#include "ui/people/imp-person-dialog.h"

#define WORDS "It jams. Ask Dana, who knows. Is dana a name?"

typedef struct
{
  UiFixture ui;
  GSettings *settings;
  ImpItem irritant, person;
} Fixture;

static ImpIrritantPage *
read_irritant (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpIrritantPage *page;

  imp_backlog_irritant_page_async (fixture->ui.backlog, fixture->irritant, NULL, imp_await_cb,
                                   &await);
  result = imp_await (&await);
  page = imp_backlog_irritant_page_finish (fixture->ui.backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpIrritantPage) page = NULL;

  ui_set_up (&fixture->ui, NULL);
  fixture->settings = g_settings_new (APP_ID);
  fixture->irritant = ui_record (&fixture->ui, WORDS);
  page = read_irritant (fixture);
  fixture->person = ((ImpReportLine *) page->reports->pdata[0])->person;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (fixture->settings, "record-person");
  g_settings_reset (fixture->settings, "backup-folder");
  g_clear_object (&fixture->settings);
  ui_tear_down (&fixture->ui, NULL);
}

/* To be let go of by close_dialog(), unless it goes by itself. */
static GtkWidget *
open_dialog (Fixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  AdwDialog *dialog;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("Behind"));
  ui_show (&fixture->ui, overlay);
  imp_toasts_install (GTK_WIDGET (fixture->ui.window), ADW_TOAST_OVERLAY (overlay));
  dialog = g_object_ref_sink (
      imp_person_dialog_new (fixture->ui.backlog, fixture->settings, fixture->person));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->ui.window));
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
press (GtkWidget *root, const char *text)
{
  GtkWidget *label = ui_wait_for (root, text);

  gtk_widget_activate (GTK_IS_BUTTON (label) ? label
                                             : gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

static void
set_text (Fixture *fixture, guint8 field, const char *text)
{
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (fixture->ui.backlog, fixture->person, field, text, "Edited",
                              imp_await_cb, &await);
  ui_finish_write (&fixture->ui, &await);
}

static void
test_page_says_what_is_known (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  set_text (fixture, IMP_PERSON_ROLE, HOSTILE);
  dialog = open_dialog (fixture);
  ui_wait_for (dialog, HOSTILE);
  ui_wait_for (dialog, "Dana");
  ui_wait_for (dialog, "Reported");
  ui_wait_for (dialog, "“" WORDS "” · 21\u00a0November");
  g_assert_null (ui_find (dialog, "Promised to Them"));
  set_text (fixture, IMP_PERSON_ROLE, "Picker"); /* follows the record */
  ui_wait_for (dialog, "Picker");
  close_dialog (dialog);
}

static void
test_facts_keep_themselves (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture), *combo;

  ui_wait_for (dialog, "Reported");
  combo = ui_find_type (dialog, ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), IMP_NAMING_NO);
  while (g_strcmp0 (imp_backlog_get_undo_label (fixture->ui.backlog), "Colleague changed") != 0)
    g_main_context_iteration (NULL, TRUE);
  ui_wait_for (dialog, "Colleague changed"); /* with Undo */
  close_dialog (dialog);
}

/* One without a reporter is no link. */
static void
test_quote_leads_to_the_person (Fixture *fixture, gconstpointer data)
{
  GtkWidget *quote = g_object_ref_sink (imp_quote_new ("It jams.", "Dana · 3 March"));

  ui_show (&fixture->ui, quote);
  g_assert_null (gtk_widget_get_ancestor (ui_wait_for (quote, "Dana · 3 March"), GTK_TYPE_BUTTON));
  g_object_set (quote, "person", fixture->person, NULL);
  g_assert_nonnull (
      gtk_widget_get_ancestor (ui_wait_for (quote, "Dana · 3 March"), GTK_TYPE_BUTTON));
  ui_assert_finalized (&fixture->ui, quote);
}

static void
open_erasure (GtkWidget *dialog)
{
  ui_wait_for (dialog, "Reported");
  gtk_widget_activate_action (ui_wait_for (dialog, "Reported"), "person.erase", NULL);
  ui_wait_for (dialog, "Where the Name Occurs");
}

static void
collect_rows (GtkWidget *root, GPtrArray *rows)
{
  if (IMP_IS_MENTION_ROW (root))
    g_ptr_array_add (rows, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static void
test_shows_each_sentence (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  open_erasure (dialog);
  ui_wait_for (dialog, "Becomes: Ask [name removed], who knows.");
  ui_wait_for (dialog, "Erase Dana");
  ui_wait_for (dialog, "1 report stays, without the name.");
  collect_rows (dialog, rows);
  g_assert_cmpuint (rows->len, ==, 4); /* twice in the title, twice in the words */
  g_assert_true (imp_mention_row_is_chosen (rows->pdata[0]));
  g_assert_false (imp_mention_row_is_chosen (rows->pdata[1])); /* a small word */
  g_assert_null (ui_find (dialog, "Becomes: Is [name removed] a name?"));
  imp_mention_row_toggle (rows->pdata[1]);
  ui_wait_for (dialog, "Becomes: Is [name removed] a name?");
  close_dialog (dialog);
}

static void
confirm (Fixture *fixture, GtkWidget *dialog)
{
  press (dialog, "Erase…");
  ui_wait_for (GTK_WIDGET (fixture->ui.window), "Erase Dana?");
  press (GTK_WIDGET (fixture->ui.window), "Erase");
}

static void
test_erases_after_one_question (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autoptr (ImpIrritantPage) page = NULL;

  g_settings_set_string (fixture->settings, "record-person", "dana");
  open_erasure (dialog);
  confirm (fixture, dialog);
  ui_wait_for (GTK_WIDGET (fixture->ui.window), "Colleague erased");
  imp_assert_finalize_soon (dialog);
  page = read_irritant (fixture);
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->words, ==,
                   "It jams. Ask [name removed], who knows. Is dana a name?");
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->who, ==, "Somebody");
  g_assert_null (imp_backlog_get_undo_label (fixture->ui.backlog));
  g_assert_cmpstr (g_settings_get_string (fixture->settings, "record-person"), ==, "");
}

/* The window goes while the name does: it is erased, and forgotten, all the same. */
static void
test_window_goes_while_erasing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autoptr (ImpIrritantPage) page = NULL;
  g_autofree char *last = g_strdup ("dana");
  GTask *pause;

  g_settings_set_string (fixture->settings, "record-person", last);
  open_erasure (dialog);
  pause = imp_pause_begin (fixture->ui.backlog);
  confirm (fixture, dialog);
  ui_wait_for (dialog, "Erasing…");
  g_clear_pointer (&fixture->ui.window, gtk_window_destroy);
  imp_pause_end (pause);
  while (*last != '\0')
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (last);
      last = g_settings_get_string (fixture->settings, "record-person");
    }
  imp_assert_finalize_soon (dialog);
  page = read_irritant (fixture);
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->who, ==, "Somebody");
}

static void
test_says_where_it_still_is (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  g_settings_set_string (fixture->settings, "backup-folder", "/nowhere/<b>");
  dialog = open_dialog (fixture);
  open_erasure (dialog);
  ui_wait_for (dialog, "The backups in “/nowhere/<b>”");
  ui_wait_for (dialog, "The name stays in them as long as they are there, which may be years. If "
                       "one is restored, the name is erased again.");
  confirm (fixture, dialog);
  ui_wait_for (dialog, "Erased, but Not Everywhere");
  press (dialog, "Close");
  imp_assert_finalize_soon (dialog);
}

/* As the day's backup comes half a minute after the start. */
static void
test_counts_a_backup_made_meanwhile (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  ImpAwait await = { NULL };

  open_erasure (dialog);
  g_assert_null (ui_find (dialog, "Older Backups"));
  fixture->ui.now_ms += G_TIME_SPAN_DAY / 1000;
  imp_backlog_back_up_if_due_async (fixture->ui.backlog, NULL, imp_await_cb, &await);
  g_object_unref (imp_await (&await));
  ui_wait_for (dialog, "Older Backups");
  ui_wait_for (dialog, "1 backup on this computer");
  close_dialog (dialog);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/ui/people/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("page-says-what-is-known", test_page_says_what_is_known);
  ADD ("facts-keep-themselves", test_facts_keep_themselves);
  ADD ("quote-leads-to-the-person", test_quote_leads_to_the_person);
  ADD ("shows-each-sentence", test_shows_each_sentence);
  ADD ("erases-after-one-question", test_erases_after_one_question);
  ADD ("window-goes-while-erasing", test_window_goes_while_erasing);
  ADD ("counts-a-backup-made-meanwhile", test_counts_a_backup_made_meanwhile);
  ADD ("says-where-it-still-is", test_says_where_it_still_is);
  return g_test_run ();
}
