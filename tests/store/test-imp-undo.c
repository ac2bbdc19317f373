/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking user actions back, and taking that back. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-store-private.h"

static gint64
edit (StoreFixture *fixture, ImpItem item, guint8 field, const char *text)
{
  g_auto (ImpCommit) commit = { 0 };
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, item, field, text);
  store_fixture_commit (fixture, changes, &commit);
  return commit.txn;
}

static gint64
undo (StoreFixture *fixture, gint64 txn)
{
  g_auto (ImpCommit) commit = { 0 };

  store_fixture_undo (fixture, txn, &commit);
  return commit.txn;
}

/* Undo, redo, undo: each gives exactly the projections of before. */
static void
assert_swings (StoreFixture *fixture, gint64 txn, const char *before)
{
  g_autofree char *after = store_fixture_dump (fixture);

  g_assert_cmpstr (before, !=, after);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *now = NULL;

      txn = undo (fixture, txn);
      now = store_fixture_dump (fixture);
      g_assert_cmpstr (now, ==, i % 2 == 0 ? before : after);
    }
  store_fixture_assert_sound (fixture);
}

static void
test_edit (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autofree char *before = store_fixture_dump (fixture);

  assert_swings (fixture, edit (fixture, irritant, IMP_IRRITANT_TITLE, "Printer hums"), before);
}

static void
test_first_answer_and_unset (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", NULL, NULL);
  g_autofree char *before = store_fixture_dump (fixture), *with = NULL;

  assert_swings (fixture, edit (fixture, irritant, IMP_IRRITANT_PEOPLE, "45 measured"), before);
  edit (fixture, irritant, IMP_IRRITANT_PEOPLE, "45 measured");
  with = store_fixture_dump (fixture);
  assert_swings (fixture, edit (fixture, irritant, IMP_IRRITANT_PEOPLE, NULL), with);
}

static void
test_several_fields_at_once (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autofree char *before = store_fixture_dump (fixture);
  ImpChanges *changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Printer hums");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Printer sings"); /* once more */
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_RECORDED, STORE_FIXTURE_TODAY);
  imp_changes_set_integer (changes, irritant, IMP_IRRITANT_IRRITATION, IMP_IRRITATION_STRONG);
  store_fixture_commit (fixture, changes, &commit);
  assert_swings (fixture, commit.txn, before);
}

static void
test_creation_with_links (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autofree char *before = store_fixture_dump (fixture);

  store_fixture_add_fix (fixture, "New rollers", irritant, STORE_FIXTURE_TODAY);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT state FROM irritant"), ==,
                   IMP_STATE_FIXED);
  assert_swings (fixture, store_fixture_query (fixture, "SELECT max(txn) FROM journal"), before);
}

static void
test_deletion (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autofree char *before = store_fixture_dump (fixture);

  store_fixture_delete (fixture, irritant);
  assert_swings (fixture, store_fixture_query (fixture, "SELECT max(txn) FROM journal"), before);
}

static void
test_edit_and_deletion_at_once (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autofree char *before = store_fixture_dump (fixture);
  ImpChanges *changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Printer hums");
  imp_changes_delete (changes, irritant);
  store_fixture_commit (fixture, changes, &commit);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 0);
  assert_swings (fixture, commit.txn, before);
}

static gint64
set_offering (StoreFixture *fixture, ImpItem irritant, ImpItem offering)
{
  g_auto (ImpCommit) commit = { 0 };
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_item (changes, irritant, IMP_IRRITANT_OFFERING, offering);
  store_fixture_commit (fixture, changes, &commit);
  return commit.txn;
}

static void
test_reference_to_an_item (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "It jams", "10 measured", NULL);
  ImpItem printers = store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Printers");
  ImpItem scanners = store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Scanners");
  g_autofree char *none = store_fixture_dump (fixture), *with = NULL;

  assert_swings (fixture, set_offering (fixture, irritant, printers), none);
  set_offering (fixture, irritant, printers);
  with = store_fixture_dump (fixture);
  assert_swings (fixture, set_offering (fixture, irritant, scanners), with);
}

/* Whoever takes back an edit of something that is gone by now does not bring it back. */
static void
test_edit_of_what_is_gone (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpCommit) born = { 0 };
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", &born);
  gint64 edited = edit (fixture, irritant, IMP_IRRITANT_TITLE, "Printer hums");

  undo (fixture, born.txn);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 0);
  g_assert_cmpint (undo (fixture, edited), ==, 0);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 0);
}

/* What others did since stays, what is taken back is only one's own action. */
static void
test_leaves_later_actions (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  gint64 first = edit (fixture, irritant, IMP_IRRITANT_TITLE, "Printer hums");
  g_autofree char *title = NULL;

  edit (fixture, irritant, IMP_IRRITANT_PEOPLE, "40 measured");
  undo (fixture, first);
  title = store_fixture_query_text (fixture, "SELECT title FROM irritant");
  g_assert_cmpstr (title, ==, "Printer jams");
  g_assert_cmpint (store_fixture_query (fixture, "SELECT hours FROM irritant"), ==, 80);
}

/* The earlier value of a cell with several heads is the one that was shown: of the newest head. */
static void
test_several_heads (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  gint64 first = edit (fixture, irritant, IMP_IRRITANT_TITLE, "Oldest"), second, third;
  g_autofree char *title = NULL;

  second = edit (fixture, irritant, IMP_IRRITANT_TITLE, "Newest");
  third = edit (fixture, irritant, IMP_IRRITANT_TITLE, "Merged");
  g_assert_cmpint (second, <, third);
  /* As if both had been written side by side, and the merge had seen both. */
  store_fixture_exec (fixture, "UPDATE journal SET base = (SELECT '1:' || b.rseq || ',1:' || a.rseq"
                               " FROM journal a, journal b WHERE a.value = 'Oldest'"
                               " AND b.value = 'Newest') WHERE value = 'Merged'");
  g_assert_cmpint (first, <, second);
  undo (fixture, third);
  title = store_fixture_query_text (fixture, "SELECT title FROM irritant");
  g_assert_cmpstr (title, ==, "Newest");
}

/* An import may bring something without a title; who gave it one does not take it away. */
static void
test_no_title_is_nothing_to_go_back_to (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, NULL, "10 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, NULL, irritant, STORE_FIXTURE_TODAY);

  store_fixture_refuse_undo (fixture, edit (fixture, irritant, IMP_IRRITANT_TITLE, "It hums"));
  store_fixture_refuse_undo (fixture, edit (fixture, fix, IMP_FIX_TITLE, "New rollers"));
  undo (fixture, edit (fixture, irritant, IMP_IRRITANT_DESCRIPTION, "All day long"));
}

static void
test_deleting_twice_is_once (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  gint64 rows;

  store_fixture_delete (fixture, irritant);
  rows = store_fixture_query (fixture, "SELECT count(*) FROM journal");
  store_fixture_delete (fixture, irritant);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM journal"), ==, rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/undo/" path, StoreFixture, NULL, store_fixture_set_up, func,                 \
              store_fixture_tear_down)
  ADD ("edit", test_edit);
  ADD ("first-answer-and-unset", test_first_answer_and_unset);
  ADD ("several-fields-at-once", test_several_fields_at_once);
  ADD ("creation-with-links", test_creation_with_links);
  ADD ("deletion", test_deletion);
  ADD ("edit-and-deletion-at-once", test_edit_and_deletion_at_once);
  ADD ("reference-to-an-item", test_reference_to_an_item);
  ADD ("edit-of-what-is-gone", test_edit_of_what_is_gone);
  ADD ("leaves-later-actions", test_leaves_later_actions);
  ADD ("several-heads", test_several_heads);
  ADD ("no-title-is-nothing-to-go-back-to", test_no_title_is_nothing_to_go_back_to);
  ADD ("deleting-twice-is-once", test_deleting_twice_is_once);
  return g_test_run ();
}
