/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is erased does not come back, and nothing else goes with it. */
#include "config.h"

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "store/imp-erasure.h"
#include "store/imp-forget.h"
#include "store/imp-history-table.h"
#include "store/imp-mentions.h"
#include "store/imp-sharing.h"

#define NAME    "Béatrice Whitfield"
#define INSTEAD "[name removed]"
#define DAY_MS  G_GINT64_CONSTANT (86400000)

typedef struct
{
  ImpItem person, irritant, report;
  gint64 recorded; /* the action that made the person and the report */
} Said;

static ImpItem
add_report (ImpChanges *changes, ImpItem irritant, ImpItem person, const char *words)
{
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, person);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, words);
  return report;
}

static Said
fill (StoreFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  Said said = { .irritant = store_fixture_record (fixture, "Scanner", "40 measured", NULL) };

  said.person = imp_changes_add (changes, IMP_KIND_PERSON);
  imp_changes_set_text (changes, said.person, IMP_PERSON_NAME, NAME);
  imp_changes_set_text (changes, said.person, IMP_PERSON_EMAIL, "beatrice@example.com");
  add_report (changes, said.irritant, said.person, "I wait. " NAME " waits too.");
  store_fixture_commit (fixture, changes, &commit);
  said.person = g_array_index (commit.items, ImpItem, 0);
  said.report = g_array_index (commit.items, ImpItem, 1);
  said.recorded = commit.txn;
  return said;
}

static void
set_text (StoreFixture *fixture, ImpItem item, guint8 field, const char *text, ImpCommit *commit)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, item, field, text);
  store_fixture_commit (fixture, changes, commit);
}

static GPtrArray *
read_mentions (StoreFixture *fixture, ImpItem person)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *mentions = imp_mentions_read (fixture->store, person, INSTEAD, &error);

  g_assert_no_error (error);
  return mentions;
}

static GArray *
erase_mentions (StoreFixture *fixture, ImpItem person, const GPtrArray *mentions)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GError) error = NULL;
  GArray *actions;

  imp_erasure_add_mentions (fixture->store, mentions, changes, &error);
  g_assert_no_error (error);
  imp_erasure_add_person (fixture->store, person, changes, &error);
  g_assert_no_error (error);
  imp_store_erase (fixture->store, changes, &commit, &error);
  g_assert_no_error (error);
  imp_erasure_keep_list (fixture->store, &error);
  g_assert_no_error (error);
  actions = imp_erasure_read_actions (fixture->store, changes, &error);
  g_assert_no_error (error);
  return actions;
}

static GArray *
erase (StoreFixture *fixture, ImpItem person)
{
  g_autoptr (GPtrArray) mentions = read_mentions (fixture, person);

  return erase_mentions (fixture, person, mentions);
}

static void
assert_gone (StoreFixture *fixture)
{
  static const char *const traces[] = { "Béatrice",  "BÉATRICE",  "Be\u0301atrice", "Whitfield",
                                        "WHITFIELD", "whitfield", "beatrice@" };

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (store_fixture_count_bytes (fixture, traces[i]) > 0)
      g_error ("“%s” is still there", traces[i]);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM person"), ==, 0);
  store_fixture_assert_sound (fixture);
}

/* The words name nobody any more, but once did. */
static void
test_earlier_versions_go (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_autoptr (GPtrArray) mentions = NULL;
  const ImpMention *last;
  g_autofree char *title = NULL;

  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner of whitfield", NULL);
  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner", NULL);
  mentions = read_mentions (fixture, said.person);
  g_assert_cmpuint (mentions->len, ==, 2);
  last = mentions->pdata[1];
  g_assert_null (last->sentence);
  g_assert_cmpint (last->item, ==, said.irritant);
  g_array_unref (erase (fixture, said.person));
  assert_gone (fixture);
  title = store_fixture_query_text (fixture, "SELECT title FROM irritant");
  g_assert_cmpstr (title, ==, "Scanner");
}

static void
pass_on (StoreFixture *from, StoreFixture *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) have = imp_store_dup_vector (to->store, &error);
  g_autoptr (GPtrArray) rows = imp_store_read_rows (from->store, have, G_MAXUINT, &error);
  ImpApplied applied;

  imp_store_apply_rows (to->store, rows, &applied, &error);
  g_assert_no_error (error);
}

/* Somebody wrote the name on another laptop, and lost against what was written here. */
static void
test_lost_versions_go (StoreFixture *fixture, gconstpointer data)
{
  static const char SQL_COUNT_CONTESTED[] = "SELECT count(*) FROM cell WHERE heads IS NOT NULL";
  Said said = fill (fixture);
  StoreFixture other;
  ImpItem there;

  store_fixture_set_up (&other, NULL);
  pass_on (fixture, &other);
  there = store_fixture_query (&other, "SELECT n FROM irritant");
  set_text (&other, there, IMP_IRRITANT_DESCRIPTION, "Whitfield waits", NULL);
  set_text (&other, there, IMP_IRRITANT_TITLE, "Scanner of Béatrice", NULL);
  fixture->now_ms += 1000;
  set_text (fixture, said.irritant, IMP_IRRITANT_DESCRIPTION, "Nobody waits", NULL);
  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Handheld scanner", NULL);
  pass_on (&other, fixture);
  g_assert_cmpint (store_fixture_query (fixture, SQL_COUNT_CONTESTED), ==, 2);
  g_array_unref (erase (fixture, said.person));
  g_assert_cmpint (store_fixture_query (fixture, SQL_COUNT_CONTESTED), ==, 0);
  assert_gone (fixture);
  store_fixture_tear_down (&other, NULL);
}

static void
test_other_people_keep_their_names (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_autoptr (GPtrArray) mentions = NULL;

  store_fixture_add_named (fixture, IMP_KIND_PERSON, "Oskar Whitfield");
  mentions = read_mentions (fixture, said.person);
  g_assert_cmpuint (mentions->len, ==, 1);
  g_array_unref (erase (fixture, said.person));
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM person"), ==, 1);
}

/* A text goes on having a history after a name was taken out of it. */
static void
test_later_edits_can_be_undone (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_auto (ImpCommit) commit = { 0 }, undone = { 0 };
  g_autofree char *words = NULL;

  g_array_unref (erase (fixture, said.person));
  set_text (fixture, said.report, IMP_REPORT_WORDS, "Nobody waits.", &commit);
  store_fixture_undo (fixture, commit.txn, &undone);
  words = store_fixture_query_text (fixture, "SELECT words FROM report WHERE person IS NOT NULL");
  g_assert_cmpstr (words, ==, "I wait. " INSTEAD " waits too.");
}

static void
assert_title (StoreFixture *fixture, const char *expected)
{
  g_autofree char *title = store_fixture_query_text (fixture, "SELECT title FROM irritant");

  g_assert_cmpstr (title, ==, expected);
}

/* Only an earlier version had the name: what stands there stays, with all that comes after it. */
static void
test_kept_text_goes_on_having_a_history (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_auto (ImpCommit) commit = { 0 }, undone = { 0 };

  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner of Béatrice", NULL);
  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner", NULL);
  g_array_unref (erase (fixture, said.person));
  assert_title (fixture, "Scanner");
  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Handheld scanner", &commit);
  store_fixture_undo (fixture, commit.txn, &undone);
  assert_title (fixture, "Scanner");
  store_fixture_undo (fixture, undone.txn, NULL);
  assert_title (fixture, "Handheld scanner");
  assert_gone (fixture);
}

/* The last edits before the erasure have nothing to go back to. */
static void
test_edit_before_it_cannot_be_undone (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_auto (ImpCommit) first = { 0 }, commit = { 0 };
  g_autoptr (GArray) actions = NULL;

  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner of Béatrice", &first);
  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner", &commit);
  actions = erase (fixture, said.person);
  g_assert_cmpint (g_array_index (actions, gint64, actions->len - 1), ==, commit.txn);
  store_fixture_refuse_undo (fixture, commit.txn);
  store_fixture_refuse_undo (fixture, first.txn);
}

/* Somebody else erased it, what was written here meanwhile is newer: it goes back to what they left. */
static void
test_edit_that_crossed_it_goes_back_to_what_it_left (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_auto (ImpCommit) commit = { 0 };
  g_autofree char *left = NULL;
  StoreFixture other;

  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner of Béatrice", NULL);
  store_fixture_set_up (&other, NULL);
  pass_on (fixture, &other);
  g_array_unref (erase (fixture, said.person));
  left = store_fixture_query_text (fixture, "SELECT title FROM irritant");
  other.now_ms += 1000;
  set_text (&other, store_fixture_query (&other, "SELECT n FROM irritant"), IMP_IRRITANT_TITLE,
            "Handheld scanner", &commit);
  pass_on (fixture, &other);
  store_fixture_undo (&other, commit.txn, NULL);
  assert_title (&other, left);
  g_assert_cmpint (store_fixture_query (&other, "SELECT count(*) FROM journal"
                                                " WHERE value LIKE '%Béatrice%'"),
                   ==, 0);
  store_fixture_tear_down (&other, NULL);
}

/* As it is offered: "whitfield" alone may be something else, and what stands there stays. */
static void
test_name_goes_where_a_word_stays (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_autoptr (GPtrArray) mentions = NULL;

  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner of BEATRICE WHITFIELD", NULL);
  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Scanner, whitfield", NULL);
  mentions = read_mentions (fixture, said.person);
  g_assert_cmpuint (mentions->len, ==, 3);
  g_assert_false (((ImpMention *) mentions->pdata[0])->certain);
  g_assert_cmpint (((ImpMention *) mentions->pdata[2])->item, ==, said.irritant);
  g_assert_null (((ImpMention *) mentions->pdata[2])->sentence);
  g_ptr_array_remove_index (mentions, 0);
  g_array_unref (erase_mentions (fixture, said.person, mentions));
  assert_title (fixture, "Scanner, whitfield");
  g_assert_cmpuint (store_fixture_count_bytes (fixture, "BEATRICE"), ==, 0);
  store_fixture_assert_sound (fixture);
}

/* Somebody who keeps a word in a text keeps what it said before, if that was no more than it. */
static void
test_word_that_stays_keeps_its_history (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_autoptr (GPtrArray) mentions = NULL;

  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "The whitfield scanner", NULL);
  set_text (fixture, said.irritant, IMP_IRRITANT_TITLE, "Any whitfield scanner", NULL);
  mentions = read_mentions (fixture, said.person);
  g_assert_cmpuint (mentions->len, ==, 2);
  g_assert_nonnull (((ImpMention *) mentions->pdata[1])->sentence);
}

/* Who is erased again in a text that lost another name before is erased there too. */
static void
test_second_name_in_one_text (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  ImpItem other = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Marek");

  set_text (fixture, said.report, IMP_REPORT_WORDS, "Marek and Béatrice wait.", NULL);
  g_array_unref (erase (fixture, other));
  g_assert_cmpuint (store_fixture_count_bytes (fixture, "Marek"), ==, 0);
  g_array_unref (erase (fixture, said.person));
  assert_gone (fixture);
}

static void
test_undo_brings_nothing_back (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_auto (ImpCommit) renamed = { 0 }, second = { 0 }, third = { 0 };
  g_autoptr (GArray) actions = NULL;

  set_text (fixture, said.person, IMP_PERSON_NAME, "Béatrice W.", &renamed);
  actions = erase (fixture, said.person);
  g_assert_cmpint (g_array_index (actions, gint64, 0), ==, said.recorded);
  g_assert_cmpint (g_array_index (actions, gint64, actions->len - 1), ==, renamed.txn);
  store_fixture_refuse_undo (fixture, renamed.txn);
  assert_gone (fixture);
  store_fixture_undo (fixture, said.recorded, &second); /* there and back */
  store_fixture_undo (fixture, second.txn, &third);
  assert_gone (fixture);
}

static void
test_bin_stays_the_bin (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bin = NULL;
  g_autoptr (ImpChanges) restored = NULL;
  ImpChanges *changes = imp_changes_new ();
  gint64 deleted_ms = fixture->now_ms;

  imp_changes_delete (changes, said.irritant);
  imp_changes_delete (changes, said.report);
  store_fixture_commit (fixture, changes, NULL);
  fixture->now_ms += DAY_MS;
  g_array_unref (erase (fixture, said.person));
  assert_gone (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), ==, 0);
  bin = imp_bin_read (fixture->store, 0, NULL, 0, 10, &error);
  g_assert_cmpuint (bin->len, ==, 2); /* the person is not among them */
  for (guint i = 0; i < bin->len; i++)
    g_assert_cmpint (((ImpBinned *) bin->pdata[i])->deleted_ms, ==, deleted_ms);
  restored = imp_bin_invert (fixture->store, said.report, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture, g_steal_pointer (&restored), NULL);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT voices FROM irritant"), ==, 2);
  assert_gone (fixture);
}

static void
test_published_loses_the_name_only (StoreFixture *fixture, gconstpointer data)
{
  static const char document[] = "{\"thanks\":\"Béatrice Whitfield, and the night shift\"}";
  Said said = fill (fixture);
  ImpChanges *changes = imp_changes_new ();
  ImpItem issue = imp_changes_add (changes, IMP_KIND_ANNOUNCEMENT);
  g_autoptr (GPtrArray) mentions = NULL;
  g_autofree char *kept = NULL;

  imp_changes_set_text (changes, issue, IMP_ANNOUNCEMENT_TITLE, "October");
  imp_changes_set_text (changes, issue, IMP_ANNOUNCEMENT_DOCUMENT, document);
  imp_changes_set_date (changes, issue, IMP_ANNOUNCEMENT_PUBLISHED, STORE_FIXTURE_TODAY);
  store_fixture_commit (fixture, changes, NULL);
  mentions = read_mentions (fixture, said.person);
  g_assert_cmpuint (mentions->len, ==, 2);
  g_assert_true (((ImpMention *) mentions->pdata[1])->published);
  g_assert_cmpstr (((ImpMention *) mentions->pdata[1])->about, ==, "October");
  g_array_unref (erase (fixture, said.person));
  assert_gone (fixture);
  kept = store_fixture_query_text (fixture, "SELECT document FROM announcement");
  g_assert_cmpstr (kept, ==, "{\"thanks\":\"" INSTEAD ", and the night shift\"}");
}

/* As a restored backup: an older file, and this laptop's identity is not beside it. */
static void
put_back (StoreFixture *fixture, const char *bytes, gsize size)
{
  g_autofree char *identity = g_strconcat (fixture->path, ".replica", NULL);

  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  g_unlink (identity);
  store_fixture_open (fixture);
}

static void
test_older_file_is_erased_again (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_autofree char *bytes = NULL, *words = NULL;
  gsize size;

  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  store_fixture_open (fixture);
  g_array_unref (erase (fixture, said.person));
  put_back (fixture, bytes, size);
  assert_gone (fixture);
  words = store_fixture_query_text (fixture, "SELECT words FROM report WHERE person IS NOT NULL");
  g_assert_cmpstr (words, ==, "I wait. " INSTEAD " waits too.");
  put_back (fixture, bytes, size); /* and again */
  assert_gone (fixture);
}

/* Nothing of what was written tells who it was. */
static void
test_list_names_nobody (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_autofree char *path = g_strconcat (fixture->path, ".erased", NULL);
  g_autofree char *list = NULL;

  g_array_unref (erase (fixture, said.person));
  g_assert_true (g_file_get_contents (path, &list, NULL, NULL));
  g_assert_true (g_regex_match_simple ("^([0-9a-f-]{36} [0-9]+\n){2}$", list, 0, 0));
}

static void
test_garbage_beside_it_is_no_list (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->path, ".erased", NULL);

  fill (fixture);
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (path, "what is this\n\n1 2\n", -1, NULL));
  store_fixture_open (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM person"), ==, 1);
}

/* An old export that still knows the person. */
static void
test_import_brings_nobody_back (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  ImpChanges *changes = imp_changes_new ();
  g_autofree char *id = store_fixture_query_text (
      fixture, "SELECT hex (i.id) FROM item i JOIN person p ON p.n = i.n");
  ImpItem person;
  ImpUuid uuid;

  for (guint i = 0; i < 16; i++)
    uuid.bytes[i] =
        (guint8) (g_ascii_xdigit_value (id[2 * i]) << 4 | g_ascii_xdigit_value (id[2 * i + 1]));
  g_array_unref (erase (fixture, said.person));
  person = imp_changes_add_named (changes, IMP_KIND_PERSON, &uuid);
  imp_changes_set_text (changes, person, IMP_PERSON_NAME, NAME);
  add_report (changes, said.irritant, person, "I still wait.");
  store_fixture_commit (fixture, changes, NULL);
  assert_gone (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT voices FROM irritant"), ==, 2);
}

static void
test_only_persons (StoreFixture *fixture, gconstpointer data)
{
  Said said = fill (fixture);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (imp_erasure_add_person (fixture->store, said.irritant, changes, &error));
  g_assert_true (imp_changes_is_empty (changes));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/erasure/" path, StoreFixture, NULL, store_fixture_set_up, func,              \
              store_fixture_tear_down)
  ADD ("earlier-versions-go", test_earlier_versions_go);
  ADD ("lost-versions-go", test_lost_versions_go);
  ADD ("other-people-keep-their-names", test_other_people_keep_their_names);
  ADD ("later-edits-can-be-undone", test_later_edits_can_be_undone);
  ADD ("kept-text-goes-on-having-a-history", test_kept_text_goes_on_having_a_history);
  ADD ("edit-before-it-cannot-be-undone", test_edit_before_it_cannot_be_undone);
  ADD ("edit-that-crossed-it-goes-back-to-what-it-left",
       test_edit_that_crossed_it_goes_back_to_what_it_left);
  ADD ("name-goes-where-a-word-stays", test_name_goes_where_a_word_stays);
  ADD ("word-that-stays-keeps-its-history", test_word_that_stays_keeps_its_history);
  ADD ("second-name-in-one-text", test_second_name_in_one_text);
  ADD ("undo-brings-nothing-back", test_undo_brings_nothing_back);
  ADD ("bin-stays-the-bin", test_bin_stays_the_bin);
  ADD ("published-loses-the-name-only", test_published_loses_the_name_only);
  ADD ("older-file-is-erased-again", test_older_file_is_erased_again);
  ADD ("list-names-nobody", test_list_names_nobody);
  ADD ("garbage-beside-it-is-no-list", test_garbage_beside_it_is_no_list);
  ADD ("import-brings-nobody-back", test_import_brings_nobody_back);
  ADD ("only-persons", test_only_persons);
  return g_test_run ();
}
