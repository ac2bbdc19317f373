/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The number of an answer: shown as it is, refused with a reason. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/irritants/imp-answer-dialog.h"

static AdwDialog *
show_dialog (UiFixture *fixture, double number)
{
  const ImpAnswer answer = { .number = number, .known = IMP_KNOWN_ONE };
  AdwDialog *dialog =
      imp_answer_dialog_new (fixture->backlog, ui_record (fixture, "The printer jams"),
                             IMP_QUESTION_MINUTES, &answer, NULL);

  ui_show (fixture, gtk_label_new ("Behind"));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  return dialog;
}

static void
assert_shown (UiFixture *fixture, double number, const char *expected)
{
  AdwDialog *dialog = g_object_ref_sink (show_dialog (fixture, number));
  GtkWidget *row = ui_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, expected);
  ui_assert_finalized (fixture, dialog);
}

static void
test_shows_the_number_as_it_is (UiFixture *fixture, gconstpointer data)
{
  assert_shown (fixture, 1234567, "1234567");
  assert_shown (fixture, 0.1, "0.1");
  assert_shown (fixture, 12.5, "12.5");
}

static void
test_says_why_it_is_refused (UiFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = g_object_ref_sink (show_dialog (fixture, 5));
  GtkWidget *row = ui_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), "about 5");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "This must be a number above 0");
  gtk_editable_set_text (GTK_EDITABLE (row), "5");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Or a number of minutes");
  ui_assert_finalized (fixture, dialog);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/answer-dialog/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("shows-the-number-as-it-is", test_shows_the_number_as_it_is);
  ADD ("says-why-it-is-refused", test_says_why_it_is_refused);
  return g_test_run ();
}
