/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Fixes as cards and as a page, with the promise that counts. */
#include "config.h"

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-fix-table.h"
#include "store/imp-irritant-table.h"

static ImpItem
add_fix (StoreFixture *fixture, const char *title, const char *people, ImpDate delivered)
{
  return store_fixture_add_fix (fixture, title, store_fixture_record (fixture, title, people, NULL),
                                delivered);
}

static ImpItem
promise (StoreFixture *fixture,
         ImpItem fix,
         const char *to,
         ImpDate first,
         ImpDate due,
         ImpDate kept)
{
  g_auto (ImpCommit) commit = { 0 };
  ImpChanges *changes = imp_changes_new ();
  ImpItem item = imp_changes_add (changes, IMP_KIND_PROMISE);

  imp_changes_set_item (changes, item, IMP_PROMISE_FIX, fix);
  imp_changes_set_text (changes, item, IMP_PROMISE_TO, to);
  imp_changes_set_date (changes, item, IMP_PROMISE_FIRST, first);
  imp_changes_set_date (changes, item, IMP_PROMISE_DUE, due);
  imp_changes_set_date (changes, item, IMP_PROMISE_KEPT, kept);
  store_fixture_commit (fixture, changes, &commit);
  return g_array_index (commit.items, ImpItem, 0);
}

static GPtrArray *
read_cards (StoreFixture *fixture, ImpFixState state)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *cards = imp_store_read_fix_cards (fixture->store, state, 2, &error);

  g_assert_no_error (error);
  return cards;
}

static const ImpFixCard *
get_card (GPtrArray *cards, guint i)
{
  g_assert_cmpuint (i, <, cards->len);
  return cards->pdata[i];
}

static void
test_columns (StoreFixture *fixture, gconstpointer data)
{
  const ImpDate today = STORE_FIXTURE_TODAY;
  g_autoptr (GPtrArray) planned = NULL, delivered = NULL, confirmed = NULL;
  ImpItem old, recent;

  add_fix (fixture, "Small", "2 measured", IMP_DATE_NONE);
  add_fix (fixture, "Big", "90 measured", IMP_DATE_NONE);
  add_fix (fixture, "Beyond the limit", "1 measured", IMP_DATE_NONE);
  add_fix (fixture, "Delivered", "10 measured", today);
  old = add_fix (fixture, "Confirmed first", "90 measured", today - 9);
  recent = add_fix (fixture, "Confirmed last", "2 measured", today - 9);
  store_fixture_confirm (fixture, old, today - 5, IMP_VERDICT_GONE, NULL);
  store_fixture_confirm (fixture, recent, today - 4, IMP_VERDICT_GONE, NULL);
  planned = read_cards (fixture, IMP_FIX_STATE_PLANNED);
  g_assert_cmpuint (planned->len, ==, 2);
  g_assert_cmpstr (get_card (planned, 0)->title, ==, "Big"); /* dearest first */
  g_assert_cmpstr (get_card (planned, 1)->title, ==, "Small");
  g_assert_cmpfloat (get_card (planned, 0)->hours, <, 180); /* a forecast, shrunk */
  delivered = read_cards (fixture, IMP_FIX_STATE_DELIVERED);
  g_assert_cmpuint (delivered->len, ==, 1);
  confirmed = read_cards (fixture, IMP_FIX_STATE_CONFIRMED);
  g_assert_cmpstr (get_card (confirmed, 0)->title, ==, "Confirmed last"); /* newest first */
  g_assert_cmpfloat (get_card (confirmed, 1)->hours, ==, 180);            /* as asked again */
  g_assert_true (get_card (confirmed, 1)->asked_again);
}

/* Open ones first, of them the first due; else the newest. On the card and on the irritant's page. */
static void
assert_counts (StoreFixture *fixture, ImpItem irritant, const char *to)
{
  g_autoptr (GPtrArray) cards = read_cards (fixture, IMP_FIX_STATE_PLANNED);
  g_autoptr (ImpIrritantPage) page = imp_store_read_irritant_page (fixture->store, irritant, NULL);

  g_assert_cmpstr (get_card (cards, 0)->promised_to, ==, to);
  g_assert_cmpstr (((ImpFixLine *) page->fixes->pdata[0])->promised_to, ==, to);
}

static void
test_promise_that_counts (StoreFixture *fixture, gconstpointer data)
{
  const ImpDate today = STORE_FIXTURE_TODAY;
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New rollers", irritant, IMP_DATE_NONE), open;

  assert_counts (fixture, irritant, NULL);
  promise (fixture, fix, "Kept long ago", today - 90, today - 90, today - 90);
  promise (fixture, fix, "Kept lately", today - 9, today - 9, today - 9);
  assert_counts (fixture, irritant, "Kept lately");
  promise (fixture, fix, "Due later", today + 9, today + 9, IMP_DATE_NONE);
  open = promise (fixture, fix, "Due sooner", today + 5, today + 5, IMP_DATE_NONE);
  assert_counts (fixture, irritant, "Due sooner");
  store_fixture_delete (fixture, open);
  assert_counts (fixture, irritant, "Due later");
}

static void
test_page (StoreFixture *fixture, gconstpointer data)
{
  const ImpDate today = STORE_FIXTURE_TODAY;
  ImpItem fix = add_fix (fixture, "New rollers", "10 measured", today - 9);
  g_autoptr (ImpFixPage) page = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GError) error = NULL;

  promise (fixture, fix, "Dana", today, today, IMP_DATE_NONE);
  promise (fixture, fix, "Tom", today - 9, today - 9, today - 9);
  store_fixture_confirm (fixture, fix, today - 5, IMP_VERDICT_BETTER, NULL);
  store_fixture_confirm (fixture, fix, today - 2, IMP_VERDICT_GONE, NULL);
  page = imp_store_read_fix_page (fixture->store, fix, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page->card->title, ==, "New rollers");
  g_assert_cmpint (page->card->state, ==, IMP_FIX_STATE_CONFIRMED);
  g_assert_cmpuint (page->irritants->len, ==, 1);
  g_assert_cmpuint (page->promises->len, ==, 2);
  g_assert_cmpuint (page->confirmations->len, ==, 2);
  g_assert_cmpint (((ImpConfirmationLine *) page->confirmations->pdata[0])->verdict, ==,
                   IMP_VERDICT_GONE);
  g_assert_cmpfloat (
      ((ImpFixIrritant *) page->irritants->pdata[0])->before.answer[IMP_QUESTION_PEOPLE].number, ==,
      10);
  open = imp_store_read_open_promises (fixture->store, fix, &error);
  g_assert_cmpuint (open->len, ==, 1);
}

static void
test_page_of_what_is_gone (StoreFixture *fixture, gconstpointer data)
{
  ImpItem fix = add_fix (fixture, "New rollers", "10 measured", IMP_DATE_NONE);
  g_autoptr (GError) error = NULL;

  store_fixture_delete (fixture, fix);
  g_assert_null (imp_store_read_fix_page (fixture->store, fix, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

/* A removal as a file brings it, with an id of its own. */
static void
add_own_removal (StoreFixture *fixture, ImpItem fix, ImpItem irritant)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem removal = imp_changes_add (changes, IMP_KIND_REMOVAL);

  imp_changes_set_item (changes, removal, IMP_REMOVAL_FIX, fix);
  imp_changes_set_item (changes, removal, IMP_REMOVAL_IRRITANT, irritant);
  store_fixture_commit (fixture, changes, NULL);
}

static void
link_once_more (StoreFixture *fixture, ImpItem fix, ImpItem irritant)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_add_removal (changes, fix, irritant);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_pair_is_one_removal (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem other = store_fixture_record (fixture, "Scanner signs out", "10 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New rollers", other, IMP_DATE_NONE);

  add_own_removal (fixture, fix, irritant);
  link_once_more (fixture, fix, irritant);
  link_once_more (fixture, fix, other);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM removal"), ==, 2);
}

/* Two laptops can still say the same in two ways. */
static void
test_pair_counts_once (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New rollers", irritant, IMP_DATE_NONE);
  g_autoptr (ImpFixPage) page = NULL;
  g_autoptr (GArray) removals = NULL;
  g_autoptr (GError) error = NULL;
  guint n_irritants = 0;

  add_own_removal (fixture, fix, irritant);
  page = imp_store_read_fix_page (fixture->store, fix, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->irritants->len, ==, 1);
  g_assert_cmpuint (page->card->n_voices, ==, 1);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT hours FROM fix"), ==, 20);
  removals = imp_store_read_removals (fixture->store, fix, irritant, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (removals->len, ==, 2);
  imp_store_count_irritants (fixture->store, fix, &n_irritants, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_irritants, ==, 1);
}

static void
test_promises_since (StoreFixture *fixture, gconstpointer data)
{
  const ImpDate today = STORE_FIXTURE_TODAY;
  ImpItem fix = add_fix (fixture, "New rollers", "10 measured", IMP_DATE_NONE);
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (GError) error = NULL;

  promise (fixture, fix, "Kept long ago", today - 90, today - 90, today - 90);
  promise (fixture, fix, "Open for long", today - 90, today - 90, IMP_DATE_NONE);
  promise (fixture, fix, "Kept lately", today - 5, today - 5, today - 5);
  promise (fixture, fix, "Coming", today + 5, today + 5, IMP_DATE_NONE);
  promises = imp_store_read_promises (fixture->store, today - 30, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (promises->len, ==, 3);
  g_assert_cmpstr (((ImpPromiseLine *) promises->pdata[0])->to, ==, "Open for long");
  g_assert_cmpstr (((ImpPromiseLine *) promises->pdata[2])->to, ==, "Coming");
  g_assert_cmpstr (((ImpPromiseLine *) promises->pdata[0])->what, ==, "New rollers");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/fix-table/" path, StoreFixture, NULL, store_fixture_set_up, func,            \
              store_fixture_tear_down)
  ADD ("columns", test_columns);
  ADD ("promise-that-counts", test_promise_that_counts);
  ADD ("page", test_page);
  ADD ("page-of-what-is-gone", test_page_of_what_is_gone);
  ADD ("pair-is-one-removal", test_pair_is_one_removal);
  ADD ("pair-counts-once", test_pair_counts_once);
  ADD ("promises-since", test_promises_since);
  return g_test_run ();
}
