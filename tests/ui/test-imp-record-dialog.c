/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Recording one after another, and what is not recorded yet. */
#include "config.h"

#include "backlog/imp-draft-keeper.h"
#include "exchange/sample-pictures.h"
#include "ui-fixture.h"
#include "ui/capture/imp-record-dialog.h"
#include "ui/capture/imp-photo-group.h"
#include "ui/capture/imp-photo-row.h"
#include "ui/capture/imp-reporter-group.h"
#include "ui/capture/imp-speaker-row.h"
#include "ui/common/imp-choice-bar.h"

#define WORDS "The scanner signs out"

typedef struct
{
  UiFixture ui;
  GSettings *settings;
  ImpItem recorded;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->ui, NULL);
  fixture->settings = g_settings_new (APP_ID);
  g_settings_reset (fixture->settings, "record-person");
  g_settings_reset (fixture->settings, "record-person-number");
  g_settings_reset (fixture->settings, "record-department");
  g_settings_reset (fixture->settings, "record-site");
  g_settings_reset (fixture->settings, "record-keep-open");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->settings);
  ui_tear_down (&fixture->ui, NULL);
}

/* With a reference of its own. */
static GtkWidget *
create (Fixture *fixture, const char *words)
{
  return g_object_ref_sink (
      GTK_WIDGET (imp_record_dialog_new (fixture->ui.backlog, fixture->settings, words)));
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->ui.window);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static GtkWidget *
open (Fixture *fixture)
{
  GtkWidget *dialog = create (fixture, NULL);

  if (fixture->ui.window == NULL)
    ui_show (&fixture->ui, gtk_label_new ("Behind"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->ui.window));
  while (!has_focus (fixture, dialog))
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

static gpointer
get_part (GtkWidget *dialog, const char *name)
{
  return gtk_widget_get_template_child (dialog, IMP_TYPE_RECORD_DIALOG, name);
}

static GtkEditable *
get_site (GtkWidget *dialog)
{
  return GTK_EDITABLE (gtk_widget_get_template_child (get_part (dialog, "reporter"),
                                                      IMP_TYPE_REPORTER_GROUP, "site"));
}

static void
write_words (GtkWidget *dialog, const char *words)
{
  gtk_editable_set_text (get_part (dialog, "words"), words);
}

static const char *
get_words (GtkWidget *dialog)
{
  return gtk_editable_get_text (get_part (dialog, "words"));
}

static void
press (GtkWidget *dialog, GType type, const char *button)
{
  g_signal_emit_by_name (gtk_widget_get_template_child (dialog, type, button), "clicked");
}

static void
press_record (GtkWidget *dialog)
{
  press (dialog, IMP_TYPE_FORM_DIALOG, "submit");
}

static const char *
get_draft (Fixture *fixture)
{
  return imp_draft_keeper_get_text (imp_backlog_get_draft (fixture->ui.backlog, IMP_DRAFT_RECORD));
}

static void
wait_until_closed (GtkWidget *dialog)
{
  while (gtk_widget_get_root (dialog) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_irritants (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };
  ImpOverview overview;

  imp_backlog_overview_async (fixture->ui.backlog, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_overview_finish (fixture->ui.backlog, result, &overview, NULL));
  return overview.n_all_irritants;
}

/* As after a crash: nothing was closed. */
static void
test_draft_is_there_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = create (fixture, NULL), *second;

  g_assert_null (get_draft (fixture));
  write_words (first, WORDS);
  imp_choice_bar_set_selected (get_part (first, "often"), 2);
  second = create (fixture, NULL);
  g_assert_cmpstr (get_words (second), ==, WORDS);
  g_assert_cmpint (imp_choice_bar_get_selected (get_part (second, "often")), ==, 2);
  g_assert_cmpint (imp_choice_bar_get_selected (get_part (second, "people")), ==, -1);
  g_assert_true (gtk_widget_get_visible (get_part (second, "kept")));
  imp_assert_finalize_soon (first);
  imp_assert_finalize_soon (second);
}

/* Who and where are the last answer anyway. */
static void
test_nothing_is_no_draft (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = create (fixture, NULL);

  write_words (dialog, WORDS);
  g_assert_nonnull (get_draft (fixture));
  write_words (dialog, "");
  g_assert_null (get_draft (fixture));
  imp_assert_finalize_soon (dialog);
}

static void
test_discarding_can_be_taken_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open (fixture);

  write_words (dialog, WORDS);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  wait_until_closed (dialog);
  imp_assert_finalize_soon (dialog);
  dialog = open (fixture);
  ui_wait_for (dialog, "Kept from before");
  press (dialog, IMP_TYPE_RECORD_DIALOG, "discard");
  ui_wait_for (dialog, "Discarded");
  g_assert_cmpstr (get_words (dialog), ==, "");
  g_assert_null (get_draft (fixture));
  press (dialog, IMP_TYPE_RECORD_DIALOG, "discard");
  g_assert_cmpstr (get_words (dialog), ==, WORDS);
  g_assert_nonnull (get_draft (fixture));
  press (dialog, IMP_TYPE_RECORD_DIALOG, "discard");
  write_words (dialog, "Something else");
  g_assert_false (gtk_widget_get_visible (get_part (dialog, "kept")));
  ui_assert_finalized (&fixture->ui, dialog);
}

static void
test_recorded_is_no_draft (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open (fixture);

  write_words (dialog, WORDS);
  press_record (dialog);
  wait_until_closed (dialog);
  g_assert_null (get_draft (fixture));
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
  imp_assert_finalize_soon (dialog);
}

static void
record_and_stay (Fixture *fixture, GtkWidget *dialog, const char *words)
{
  g_autofree char *said = g_strdup_printf ("Recorded: %s", words);

  write_words (dialog, words);
  imp_choice_bar_set_selected (get_part (dialog, "people"), 3);
  press_record (dialog);
  ui_wait_for (dialog, said);
  g_assert_cmpstr (get_words (dialog), ==, "");
  g_assert_cmpint (imp_choice_bar_get_selected (get_part (dialog, "people")), ==, -1);
  g_assert_null (get_draft (fixture));
  g_assert_true (has_focus (fixture, get_part (dialog, "words")));
}

static void
test_stays_for_the_next_one (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open (fixture);

  adw_switch_row_set_active (get_part (dialog, "keep_open"), TRUE);
  imp_record_dialog_set_context (IMP_RECORD_DIALOG (dialog), "Leeds");
  g_assert_nonnull (ui_find (dialog, "Cancel"));
  record_and_stay (fixture, dialog, "The scanner signs out");
  g_assert_null (ui_find (dialog, "Cancel"));
  g_assert_nonnull (ui_find (dialog, "Close"));
  record_and_stay (fixture, dialog, HOSTILE);
  g_assert_cmpuint (count_irritants (fixture), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (get_site (dialog)), ==, "Leeds");
  g_assert_true (g_settings_get_boolean (fixture->settings, "record-keep-open"));
  ui_assert_finalized (&fixture->ui, dialog);
}

static void
add_photo (GtkWidget *dialog, GBytes *bytes, const char *name)
{
  g_autoptr (GBytes) owned = bytes;
  GPtrArray *attachables = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);

  g_ptr_array_add (attachables, imp_attachable_new_bytes (owned, name));
  imp_photo_group_add (get_part (dialog, "photos"), attachables);
}

/* Of the irritant that was recorded last. */
static guint
count_attachments (Fixture *fixture)
{
  g_autoptr (ImpIrritantPage) page = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_irritant_page_async (fixture->ui.backlog, fixture->recorded, NULL, imp_await_cb,
                                   &await);
  result = imp_await (&await);
  page = imp_backlog_irritant_page_finish (fixture->ui.backlog, result, NULL);
  g_assert_nonnull (page);
  return page->attachments->len;
}

static void
recorded_cb (GtkWidget *dialog, gint64 irritant, Fixture *fixture)
{
  fixture->recorded = irritant;
}

/* Return is pressed while the second one is still being made smaller. */
static void
test_photos_go_along (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open (fixture);

  g_signal_connect (dialog, "recorded", G_CALLBACK (recorded_cb), fixture);
  write_words (dialog, WORDS);
  add_photo (dialog, sample_picture ("png", 40, 30), HOSTILE);
  ui_wait_for (dialog, HOSTILE ".png");
  ui_assert_plain (dialog);
  add_photo (dialog, sample_picture ("png", 40, 30), "The same again");
  add_photo (dialog, sample_picture ("jpeg", 400, 300), "Another one");
  press_record (dialog);
  wait_until_closed (dialog);
  g_assert_cmpuint (count_attachments (fixture), ==, 2);
  imp_assert_finalize_soon (dialog);
}

static void
test_photo_that_cannot_be_taken (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open (fixture);

  write_words (dialog, WORDS);
  add_photo (dialog, g_bytes_new_static ("no picture", 10), "screen.png");
  press_record (dialog);
  ui_wait_for (dialog,
               "Cannot add “screen.png”: it is no picture that can be shown, whatever its name "
               "says. Save it as PNG or JPEG and add that");
  g_assert_cmpuint (count_irritants (fixture), ==, 0);
  press_record (dialog);
  wait_until_closed (dialog);
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
  imp_assert_finalize_soon (dialog);
}

static void
say_me_too (GtkWidget *dialog, ImpItem irritant)
{
  g_signal_emit_by_name (get_part (dialog, "already"), "me-too", irritant);
}

/* Me Too is pressed while the photo is still being made smaller. */
static void
test_photos_go_along_with_me_too (Fixture *fixture, gconstpointer data)
{
  ImpItem known = ui_record (&fixture->ui, WORDS);
  GtkWidget *dialog = open (fixture);

  write_words (dialog, WORDS);
  add_photo (dialog, sample_picture ("jpeg", 400, 300), "Mine");
  say_me_too (dialog, known);
  wait_until_closed (dialog);
  fixture->recorded = known;
  g_assert_cmpuint (count_attachments (fixture), ==, 1);
  g_assert_cmpuint (count_irritants (fixture), ==, 1);
  imp_assert_finalize_soon (dialog);
}

/* A photo kept Me Too from being said: Record is a new one all the same. */
static void
test_record_after_me_too (Fixture *fixture, gconstpointer data)
{
  ImpItem known = ui_record (&fixture->ui, WORDS);
  GtkWidget *dialog = open (fixture);

  write_words (dialog, WORDS);
  add_photo (dialog, g_bytes_new_static ("no picture", 10), "screen.png");
  say_me_too (dialog, known);
  ui_wait_for (dialog,
               "Cannot add “screen.png”: it is no picture that can be shown, whatever its name "
               "says. Save it as PNG or JPEG and add that");
  press_record (dialog);
  wait_until_closed (dialog);
  g_assert_cmpuint (count_irritants (fixture), ==, 2);
  imp_assert_finalize_soon (dialog);
}

static void
test_photo_is_taken_out (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open (fixture), *row;

  add_photo (dialog, sample_picture ("png", 40, 30), "screen.png");
  ui_wait_for (dialog, "screen.png");
  row = ui_find_type (get_part (dialog, "photos"), IMP_TYPE_PHOTO_ROW);
  press (row, IMP_TYPE_PHOTO_ROW, "remove");
  g_assert_cmpuint (imp_photo_group_get_prepared (get_part (dialog, "photos"))->len, ==, 0);
  g_assert_false (gtk_widget_get_visible (get_part (dialog, "photos")));
  ui_assert_finalized (&fixture->ui, dialog);
}

/* Nobody waits for what is not recorded. */
static void
test_closed_while_adding (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open (fixture);

  add_photo (dialog, sample_picture ("png", 400, 300), "screen.png");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  wait_until_closed (dialog);
  imp_assert_finalize_soon (dialog);
}

static void
add_dana (Fixture *fixture, const char *department)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem dana = imp_changes_add (changes, IMP_KIND_PERSON);
  ImpItem place = imp_changes_add (changes, IMP_KIND_DEPARTMENT);
  ImpAwait await = { NULL };

  imp_changes_set_text (changes, dana, IMP_PERSON_NAME, "Dana Fox");
  imp_changes_set_text (changes, place, IMP_DEPARTMENT_NAME, department);
  imp_changes_set_item (changes, dana, IMP_PERSON_DEPARTMENT, place);
  imp_backlog_apply_async (fixture->ui.backlog, changes, "Dana", NULL, imp_await_cb, &await);
  ui_finish_write (&fixture->ui, &await);
}

static void
take (GtkWidget *offered)
{
  GtkWidget *row = gtk_widget_get_ancestor (offered, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

/* And is that one when the dialog opens again. */
static void
test_namesake_is_chosen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open (fixture), *speaker;
  ImpItem chosen;

  add_dana (fixture, "Goods in");
  add_dana (fixture, HOSTILE);
  speaker = ui_find_type (get_part (dialog, "reporter"), IMP_TYPE_SPEAKER_ROW);
  gtk_widget_grab_focus (speaker);
  gtk_editable_set_text (GTK_EDITABLE (speaker), "dan");
  take (ui_wait_for (speaker, HOSTILE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (speaker)), ==, "Dana Fox");
  chosen = imp_speaker_row_get_person (IMP_SPEAKER_ROW (speaker));
  g_assert_cmpint (chosen, !=, 0);
  write_words (dialog, WORDS);
  ui_assert_plain (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  wait_until_closed (dialog);
  imp_assert_finalize_soon (dialog);
  dialog = open (fixture);
  speaker = ui_find_type (get_part (dialog, "reporter"), IMP_TYPE_SPEAKER_ROW);
  g_assert_cmpint (imp_speaker_row_get_person (IMP_SPEAKER_ROW (speaker)), ==, chosen);
  ui_wait_for (speaker, HOSTILE);
  gtk_editable_set_text (GTK_EDITABLE (speaker), "Dana F");
  g_assert_cmpint (imp_speaker_row_get_person (IMP_SPEAKER_ROW (speaker)), ==, 0);
  ui_assert_finalized (&fixture->ui, dialog);
}

static void
test_somebody_is_remembered (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = create (fixture, NULL);
  GtkWidget *speaker = ui_find_type (get_part (dialog, "reporter"), IMP_TYPE_SPEAKER_ROW);
  g_autofree char *person = NULL;

  gtk_editable_set_text (GTK_EDITABLE (speaker), "somebody in Goods in");
  g_signal_emit_by_name (dialog, "closed");
  imp_assert_finalize_soon (dialog);
  person = g_settings_get_string (fixture->settings, "record-person");
  g_assert_cmpstr (person, ==, "");
  dialog = create (fixture, NULL);
  speaker = ui_find_type (get_part (dialog, "reporter"), IMP_TYPE_SPEAKER_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (speaker)), ==, "Somebody in Goods in");
  imp_assert_finalize_soon (dialog);
}

static void
assert_words (Fixture *fixture, const char *given, const char *expected)
{
  GtkWidget *dialog = create (fixture, given);

  g_assert_cmpstr (get_words (dialog), ==, expected);
  g_signal_emit_by_name (dialog, "closed");
  imp_assert_finalize_soon (dialog);
}

/* What a search did not find is recorded without losing what was begun before. */
static void
test_words_from_elsewhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = create (fixture, NULL);

  write_words (dialog, "Begun");
  imp_assert_finalize_soon (dialog);
  assert_words (fixture, NULL, "Begun");
  assert_words (fixture, HOSTILE, HOSTILE);
  assert_words (fixture, NULL, "Begun");
}

/* They are a draft themselves where there is none. */
static void
test_words_from_elsewhere_are_kept (Fixture *fixture, gconstpointer data)
{
  assert_words (fixture, HOSTILE, HOSTILE);
  assert_words (fixture, NULL, HOSTILE);
}

static void
assert_survives (Fixture *fixture, const char *text)
{
  imp_draft_keeper_set_text (imp_backlog_get_draft (fixture->ui.backlog, IMP_DRAFT_RECORD), text);
  imp_assert_finalize_soon (create (fixture, NULL));
}

/* Whatever stands in the file. */
static void
test_strange_drafts (Fixture *fixture, gconstpointer data)
{
  assert_survives (fixture, "");
  assert_survives (fixture, "no key file");
  assert_survives (fixture, "[Draft]\nChoices=99;-99;x\nWords=\\q\n");
  assert_survives (fixture, "[Draft]\nChoices=1;1;1;1;1;1;1;1\nPerson=" HOSTILE "\n");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/record-dialog/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("draft-is-there-at-once", test_draft_is_there_at_once);
  ADD ("nothing-is-no-draft", test_nothing_is_no_draft);
  ADD ("discarding-can-be-taken-back", test_discarding_can_be_taken_back);
  ADD ("recorded-is-no-draft", test_recorded_is_no_draft);
  ADD ("stays-for-the-next-one", test_stays_for_the_next_one);
  ADD ("photos-go-along", test_photos_go_along);
  ADD ("photos-go-along-with-me-too", test_photos_go_along_with_me_too);
  ADD ("record-after-me-too", test_record_after_me_too);
  ADD ("photo-that-cannot-be-taken", test_photo_that_cannot_be_taken);
  ADD ("photo-is-taken-out", test_photo_is_taken_out);
  ADD ("closed-while-adding", test_closed_while_adding);
  ADD ("namesake-is-chosen", test_namesake_is_chosen);
  ADD ("somebody-is-remembered", test_somebody_is_remembered);
  ADD ("words-from-elsewhere", test_words_from_elsewhere);
  ADD ("words-from-elsewhere-are-kept", test_words_from_elsewhere_are_kept);
  ADD ("strange-drafts", test_strange_drafts);
  return g_test_run ();
}
