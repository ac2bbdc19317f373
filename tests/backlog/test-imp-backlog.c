/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What belongs to the backlog as a whole: counts, checks, the organisation, being empty. */
#include "config.h"

#include "backlog-fixture.h"
#include "base/imp-error.h"
#include "support/imp-full-disk.h"

static gboolean
is_empty (BacklogFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean empty = FALSE;
  ImpAwait await = { NULL };

  imp_backlog_look_empty_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_look_empty_finish (fixture->backlog, result, &empty, NULL));
  return empty;
}

static void
test_empty_again_after_undo (BacklogFixture *fixture, gconstpointer data)
{
  ImpAwait await = { NULL };

  g_assert_true (is_empty (fixture));
  backlog_fixture_record (fixture, "The printer jams", 10);
  g_assert_false (is_empty (fixture));
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  g_assert_true (is_empty (fixture));
}

static void
say_description (BacklogFixture *fixture, ImpItem irritant, const char *text)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_DESCRIPTION, text);
  imp_backlog_apply_async (fixture->backlog, changes, text, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

static void
assert_description (BacklogFixture *fixture, ImpItem irritant, const char *text)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  g_assert_cmpstr (page->description, ==, text);
}

static void
assert_refused (BacklogFixture *fixture, ImpAwait *await)
{
  g_autoptr (GAsyncResult) result = imp_await (await);

  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, NULL));
}

/* Twice Ctrl+Z while the disk is full: afterwards the steps stand as they stood. */
static void
test_refused_undo_keeps_order (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpAwait first = { NULL }, second = { NULL };

  say_description (fixture, irritant, "one");
  say_description (fixture, irritant, "two");
  say_description (fixture, irritant, "three");
  imp_limit_files (4096);
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &first);
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &second);
  assert_refused (fixture, &first);
  assert_refused (fixture, &second);
  imp_limit_files (RLIM_INFINITY);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "three");
  backlog_fixture_undo (fixture);
  assert_description (fixture, irritant, "two");
  backlog_fixture_undo (fixture);
  assert_description (fixture, irritant, "one");
}

/* As fast as keys repeat: each takes what the one before has left. */
static void
test_steps_do_not_overtake (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpAwait undone[2] = { 0 }, redone = { NULL };

  say_description (fixture, irritant, "one");
  say_description (fixture, irritant, "two");
  say_description (fixture, irritant, "three");
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &undone[0]);
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &undone[1]);
  imp_backlog_redo_async (fixture->backlog, imp_await_cb, &redone);
  backlog_fixture_finish (fixture, &undone[0]);
  backlog_fixture_finish (fixture, &undone[1]);
  backlog_fixture_finish (fixture, &redone);
  assert_description (fixture, irritant, "two");
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "two");
  g_assert_cmpstr (imp_backlog_get_redo_label (fixture->backlog), ==, "three");
}

/* Those who wait hear of it. */
static void
test_steps_end_with_backlog (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpAwait undone[3] = { 0 }, closed = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (undone); i++)
    say_description (fixture, irritant, i == 0 ? "one" : i == 1 ? "two" : "three");
  for (guint i = 0; i < G_N_ELEMENTS (undone); i++)
    imp_backlog_undo_async (fixture->backlog, imp_await_cb, &undone[i]);
  imp_backlog_close_async (fixture->backlog, imp_await_cb, &closed);
  backlog_fixture_finish (fixture, &undone[0]);
  assert_refused (fixture, &undone[1]);
  assert_refused (fixture, &undone[2]);
  result = imp_await (&closed);
}

static ImpOrganisation *
read_organisation (BacklogFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpOrganisation *organisation;
  ImpAwait await = { NULL };

  imp_backlog_organisation_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  organisation = imp_backlog_organisation_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return organisation;
}

static ImpItem
say_organisation (BacklogFixture *fixture, const char *name, const char *contact)
{
  ImpOrganisation said = { .name = (char *) name, .contact_name = (char *) contact };
  ImpAwait await = { NULL };

  imp_backlog_set_organisation_async (fixture->backlog, &said, imp_await_cb, &await);
  return backlog_fixture_finish (fixture, &await);
}

static void
retitle (BacklogFixture *fixture, ImpItem irritant, const char *title)
{
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (fixture->backlog, irritant, IMP_IRRITANT_TITLE, title, "Retitled",
                              imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* It is told once, and the step before it can be taken back. */
static void
test_refused_undo_stands_in_no_way (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "Printer jams", 10);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page = NULL, before = NULL;
  ImpAwait await = { NULL };

  retitle (fixture, irritant, NULL);
  retitle (fixture, irritant, "Printer hums");
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Cannot undo: there was no title before. Write another one");
  page = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpstr (page->title, ==, "Printer hums");
  backlog_fixture_undo (fixture);
  before = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpstr (before->title, ==, "Printer jams");
}

/* One organisation whatever is said, undone and said again. */
static void
test_organisation_is_one (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpOrganisation) none = read_organisation (fixture);
  g_autoptr (ImpOrganisation) undone = NULL;
  g_autoptr (ImpOrganisation) after = NULL;
  ImpItem first = say_organisation (fixture, "Corvane", "Inès Caron");
  ImpAwait await = { NULL };

  g_assert_cmpint (none->item, ==, 0);
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  undone = read_organisation (fixture);
  g_assert_null (undone->name);
  g_assert_cmpint (say_organisation (fixture, "Corvane", "Dana Whitfield"), ==, first);
  g_assert_cmpint (say_organisation (fixture, "Corvane", "Marek Nowak"), ==, first);
  after = read_organisation (fixture);
  g_assert_cmpint (after->item, ==, first);
  g_assert_cmpstr (after->name, ==, "Corvane");
  g_assert_cmpstr (after->contact_name, ==, "Marek Nowak");
  g_assert_null (after->series);
}

static void
test_check_is_clean (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) sample = backlog_fixture_import_sample (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_check_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  check = imp_backlog_check_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < check->problems->len; i++)
    g_test_message ("%s", (char *) check->problems->pdata[i]);
  g_assert_cmpuint (check->problems->len, ==, 0);
  g_assert_cmpuint (check->n_journal_rows, >, check->n_items);
}

static void
test_overview_counts (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpOverview overview;

  backlog_fixture_record (fixture, "Printer jams", 10);
  backlog_fixture_record (fixture, "Scanner signs out", 40);
  imp_backlog_overview_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_overview_finish (fixture->backlog, result, &overview, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overview.n_not_fixed, ==, 2);
  g_assert_cmpfloat (overview.hours_not_fixed, ==, 100);
}

static void
test_empty_recording_is_refused (BacklogFixture *fixture, gconstpointer data)
{
  ImpRecording recording = { .words = "  \n" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("organisation/is-one", test_organisation_is_one);
  BACKLOG_FIXTURE_ADD ("check/is-clean", test_check_is_clean);
  BACKLOG_FIXTURE_ADD ("overview/counts", test_overview_counts);
  BACKLOG_FIXTURE_ADD ("empty-again-after-undo", test_empty_again_after_undo);
  BACKLOG_FIXTURE_ADD ("undo/refused-keeps-order", test_refused_undo_keeps_order);
  BACKLOG_FIXTURE_ADD ("undo/steps-do-not-overtake", test_steps_do_not_overtake);
  BACKLOG_FIXTURE_ADD ("undo/steps-end-with-backlog", test_steps_end_with_backlog);
  BACKLOG_FIXTURE_ADD ("refused-undo-stands-in-no-way", test_refused_undo_stands_in_no_way);
  BACKLOG_FIXTURE_ADD ("record/empty-is-refused", test_empty_recording_is_refused);
  return g_test_run ();
}
