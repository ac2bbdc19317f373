/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants that are merged into another: what belongs to them goes along and comes back. */
#include "config.h"

#include "random-actions.h"
#include "store-fixture.h"
#include "store/imp-attachment-table.h"
#include "store/imp-irritant-table.h"

static void
merge (StoreFixture *fixture, ImpItem irritant, ImpItem into, ImpCommit *commit)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_item (changes, irritant, IMP_IRRITANT_MERGED_INTO, into);
  store_fixture_commit (fixture, changes, commit);
}

/* A report by a person. */
static void
report (StoreFixture *fixture, ImpItem irritant, ImpItem person)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, person);
  store_fixture_commit (fixture, changes, NULL);
}

static ImpIrritantPage *
read_page (StoreFixture *fixture, ImpItem irritant)
{
  g_autoptr (GError) error = NULL;
  ImpIrritantPage *page = imp_store_read_irritant_page (fixture->store, irritant, &error);

  g_assert_no_error (error);
  return page;
}

static guint
count_listed (StoreFixture *fixture, const char *search)
{
  g_autoptr (ImpQuery) query = imp_query_new (IMP_STATES_ALL, search);
  g_autoptr (ImpRanking) ranking =
      imp_store_rank (fixture->store, query, IMP_SORT_IMPACT, NULL, NULL);

  return ranking->items->len;
}

/* The projections are what a rebuild gives. */
static void
assert_rebuilt (StoreFixture *fixture)
{
  g_autofree char *before = store_fixture_dump (fixture), *after = NULL;

  g_assert_true (imp_store_rebuild (fixture->store, NULL));
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  store_fixture_assert_sound (fixture);
}

static void
test_goes_along_and_comes_back (StoreFixture *fixture, gconstpointer data)
{
  ImpItem dana = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Dana");
  ImpItem scanner = store_fixture_record (fixture, "Scanner signs out", "6-20 one", NULL);
  ImpItem badge = store_fixture_record (fixture, "Badge asked again", "2-5 one", NULL);
  g_autofree char *apart = NULL, *again = NULL;
  g_autoptr (ImpIrritantPage) whole = NULL, part = NULL;
  g_auto (ImpCommit) commit = { 0 };

  report (fixture, scanner, dana);
  report (fixture, badge, dana);
  store_fixture_add_fix (fixture, "Longer sessions", badge, IMP_DATE_NONE);
  apart = store_fixture_dump (fixture);
  merge (fixture, badge, scanner, &commit);
  whole = read_page (fixture, scanner);
  g_assert_cmpuint (whole->reports->len, ==, 4);
  g_assert_cmpuint (whole->n_voices, ==, 2);
  g_assert_cmpint (whole->facts.reporters, ==, 2); /* Dana, and those nobody knows: each once */
  g_assert_cmpuint (whole->fixes->len, ==, 1);
  g_assert_cmpint (whole->state, ==, IMP_STATE_PLANNED);
  part = read_page (fixture, badge);
  g_assert_cmpint (part->state, ==, IMP_STATE_MERGED);
  g_assert_cmpint (part->merged_into, ==, scanner);
  g_assert_cmpstr (part->merged_into_title, ==, "Scanner signs out");
  g_assert_cmpuint (count_listed (fixture, NULL), ==, 1);
  g_assert_cmpuint (count_listed (fixture, "badge"), ==, 1); /* by the words of the part */
  assert_rebuilt (fixture);
  store_fixture_undo (fixture, commit.txn, NULL);
  again = store_fixture_dump (fixture);
  g_assert_cmpstr (again, ==, apart);
}

static void
attach (StoreFixture *fixture, ImpItem irritant, const char *name)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem photo = imp_changes_add (changes, IMP_KIND_ATTACHMENT);

  imp_changes_set_item (changes, photo, IMP_ATTACHMENT_IRRITANT, irritant);
  imp_changes_set_text (changes, photo, IMP_ATTACHMENT_NAME, name);
  store_fixture_commit (fixture, changes, NULL);
}

static guint
count_attached (StoreFixture *fixture, ImpItem irritant)
{
  g_autoptr (GPtrArray) attachments =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachment_free);

  g_assert_true (imp_store_read_attachments (fixture->store, irritant, attachments, NULL));
  return attachments->len;
}

static void
test_photos_go_along (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  ImpItem badge = store_fixture_record (fixture, "Badge asked again", NULL, NULL);
  g_auto (ImpCommit) commit = { 0 };

  attach (fixture, badge, "Before");
  merge (fixture, badge, scanner, &commit);
  attach (fixture, badge, "After");
  g_assert_cmpuint (count_attached (fixture, scanner), ==, 2);
  g_assert_cmpuint (count_attached (fixture, badge), ==, 0);
  assert_rebuilt (fixture);
  store_fixture_undo (fixture, commit.txn, NULL);
  g_assert_cmpuint (count_attached (fixture, scanner), ==, 0);
  g_assert_cmpuint (count_attached (fixture, badge), ==, 2);
}

static void
tag (StoreFixture *fixture, ImpItem irritant, const char *name)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem tagging = imp_changes_add (changes, IMP_KIND_TAGGING);

  imp_changes_set_item (changes, tagging, IMP_TAGGING_IRRITANT, irritant);
  imp_changes_set_text (changes, tagging, IMP_TAGGING_TAG, name);
  store_fixture_commit (fixture, changes, NULL);
}

static void
assert_found_by_tag (StoreFixture *fixture, const char *title)
{
  g_autofree char *found = store_fixture_query_text (
      fixture, "SELECT i.title FROM tagging t JOIN irritant i ON i.n = t.irritant"
               " WHERE t.folded = 'hall 3' AND t.tag = 'Hall 3'");

  g_assert_cmpstr (found, ==, title);
  g_assert_cmpuint (count_listed (fixture, "hall"), ==, 1);
}

static void
test_tags_go_along (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  ImpItem badge = store_fixture_record (fixture, "Badge asked again", NULL, NULL);
  g_auto (ImpCommit) commit = { 0 };

  tag (fixture, badge, "Hall 3");
  assert_found_by_tag (fixture, "Badge asked again");
  merge (fixture, badge, scanner, &commit);
  assert_found_by_tag (fixture, "Scanner signs out");
  assert_rebuilt (fixture);
  store_fixture_undo (fixture, commit.txn, NULL);
  assert_found_by_tag (fixture, "Badge asked again");
}

static void
test_written_after_the_merge (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner signs out", "6-20 one", NULL);
  ImpItem badge = store_fixture_record (fixture, "Badge asked again", "2-5 one", NULL);
  ImpItem gate = store_fixture_record (fixture, "Gate stays shut", NULL, NULL);
  g_autoptr (ImpIrritantPage) whole = NULL;

  merge (fixture, badge, scanner, NULL);
  merge (fixture, scanner, gate, NULL);
  store_fixture_add_report (fixture, badge, 0, STORE_FIXTURE_TODAY);
  store_fixture_add_fix (fixture, "Longer sessions", badge, STORE_FIXTURE_TODAY);
  whole = read_page (fixture, gate);
  g_assert_cmpuint (whole->reports->len, ==, 4);
  g_assert_cmpuint (whole->n_voices, ==, 1);
  g_assert_cmpint (whole->state, ==, IMP_STATE_FIXED);
  assert_rebuilt (fixture);
}

static void
test_ring_leaves_one (StoreFixture *fixture, gconstpointer data)
{
  ImpItem items[3];
  ImpItem holder = 0;

  for (guint i = 0; i < 3; i++)
    items[i] = store_fixture_record (fixture, "Printer jams", NULL, NULL);
  for (guint i = 0; i < 3; i++)
    merge (fixture, items[i], items[(i + 1) % 3], NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (imp_store_find_holder (fixture->store, items[i], &holder, NULL));
      g_assert_cmpint (holder, ==, items[0]); /* whose link is the oldest */
    }
  g_assert_cmpuint (count_listed (fixture, NULL), ==, 1);
  assert_rebuilt (fixture);
}

static void
test_deleted_with_its_parts (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner signs out", "6-20 one", NULL);
  ImpItem badge = store_fixture_record (fixture, "Badge asked again", "2-5 one", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_auto (ImpCommit) commit = { 0 };
  ImpChanges *changes = imp_changes_new ();

  merge (fixture, badge, scanner, NULL);
  before = store_fixture_dump (fixture);
  imp_changes_delete (changes, scanner);
  store_fixture_commit (fixture, changes, &commit);
  g_assert_cmpuint (count_listed (fixture, NULL), ==, 0);
  assert_rebuilt (fixture);
  store_fixture_undo (fixture, commit.txn, NULL);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Anything that a backlog can hold, with merges among it. */
/* A part that nobody reported leaves its title behind nowhere. */
static void
test_title_of_a_part_is_not_found_later (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_add_named (fixture, IMP_KIND_IRRITANT, "Scanner signs out");
  ImpItem badge = store_fixture_add_named (fixture, IMP_KIND_IRRITANT, "Badge asked again");
  ImpItem lift = store_fixture_add_named (fixture, IMP_KIND_IRRITANT, "Lift is slow");
  ImpChanges *changes = imp_changes_new ();

  merge (fixture, badge, scanner, NULL);
  merge (fixture, lift, badge, NULL);
  g_assert_cmpuint (count_listed (fixture, "lift"), ==, 1);
  imp_changes_delete (changes, badge);
  store_fixture_commit (fixture, changes, NULL);
  assert_rebuilt (fixture);
  g_assert_cmpuint (count_listed (fixture, "badge"), ==, 0);
  g_assert_cmpuint (count_listed (fixture, "lift"), ==, 1);
}

static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 300; i++)
    random_action (fixture);
  merge (fixture, store_fixture_record (fixture, "Badge asked again", NULL, NULL),
         store_fixture_record (fixture, "Scanner signs out", NULL, NULL), NULL);
  g_assert_cmpint (
      store_fixture_query (fixture, "SELECT count(*) FROM irritant WHERE merged NOT NULL"), >, 0);
  assert_rebuilt (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/merged/" path, StoreFixture, NULL, store_fixture_set_up, func,               \
              store_fixture_tear_down)
  ADD ("goes-along-and-comes-back", test_goes_along_and_comes_back);
  ADD ("photos-go-along", test_photos_go_along);
  ADD ("tags-go-along", test_tags_go_along);
  ADD ("written-after-the-merge", test_written_after_the_merge);
  ADD ("ring-leaves-one", test_ring_leaves_one);
  ADD ("deleted-with-its-parts", test_deleted_with_its_parts);
  ADD ("title-of-a-part-is-not-found-later", test_title_of_a_part_is_not_found_later);
  ADD ("random", test_random);
  return g_test_run ();
}
