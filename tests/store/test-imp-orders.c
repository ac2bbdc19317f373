/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Orders that are kept in memory are those that would be read anew. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "random-actions.h"
#include "store-fixture.h"
#include "store/imp-explained.h"
#include "store/imp-irritant-table.h"
#include "store/imp-store-private.h"

#define N_ACTIONS 150
#define NOT_FIXED IMP_STATES_NOT_FIXED

static ImpRanking *
rank (StoreFixture *fixture, guint states, ImpSort sort)
{
  g_autoptr (ImpQuery) query = imp_query_new (states, NULL);
  g_autoptr (GError) error = NULL;
  ImpRanking *ranking = imp_store_rank (fixture->store, query, sort, NULL, &error);

  g_assert_no_error (error);
  return ranking;
}

static ImpRanking *
rank_anew (StoreFixture *fixture, guint states, ImpSort sort)
{
  ImpStore *store = fixture->store;
  ImpOrders *kept = g_steal_pointer (&store->orders);
  ImpRanking *ranking;

  store->orders = imp_orders_new ();
  store->generation++;
  ranking = rank (fixture, states, sort);
  imp_orders_free (store->orders);
  store->orders = kept;
  store->generation++;
  return ranking;
}

static void
assert_equal (const GArray *a, const GArray *b)
{
  g_assert_cmpmem (a->data, a->len * sizeof (guint32), b->data, b->len * sizeof (guint32));
}

static void
assert_follows (StoreFixture *fixture, guint states, ImpSort sort)
{
  g_autoptr (ImpRanking) kept = rank (fixture, states, sort);
  g_autoptr (ImpRanking) anew = rank_anew (fixture, states, sort);

  assert_equal (kept->items, anew->items);
  g_assert_true ((kept->groups == NULL) == (anew->groups == NULL));
  if (kept->groups != NULL)
    assert_equal (kept->groups, anew->groups);
}

/* Of more orders than are kept, whatever is done. */
static void
test_follows_anything (StoreFixture *fixture, gconstpointer data)
{
  static const guint states[] = { NOT_FIXED, 0xff, 1u << IMP_STATE_FIXED };

  for (int i = 0; i < N_ACTIONS; i++)
    {
      random_action (fixture);
      assert_follows (fixture, NOT_FIXED, IMP_SORT_IMPACT);
      assert_follows (fixture, states[g_test_rand_int_range (0, G_N_ELEMENTS (states))],
                      (ImpSort) g_test_rand_int_range (0, IMP_N_SORTS));
    }
}

static void
test_follows_many (StoreFixture *fixture, gconstpointer data)
{
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (ImpRanking) before = NULL, after = NULL;

  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  before = rank (fixture, NOT_FIXED, IMP_SORT_IMPACT);
  for (int i = 0; i < 200; i++)
    imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT), IMP_IRRITANT_TITLE,
                          "Door sticks");
  store_fixture_commit (fixture, changes, NULL);
  after = rank (fixture, NOT_FIXED, IMP_SORT_IMPACT);
  g_assert_cmpuint (before->items->len, ==, 1);
  g_assert_cmpuint (after->items->len, ==, 201);
  assert_follows (fixture, NOT_FIXED, IMP_SORT_IMPACT);
}

/* What is only tried moves nothing. */
static void
test_tried (StoreFixture *fixture, gconstpointer data)
{
  ImpItem printer = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem scanner = store_fixture_record (fixture, "Scanner signs out", "90 measured", NULL);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (ImpRanking) before = rank (fixture, NOT_FIXED, IMP_SORT_IMPACT), after = NULL;

  imp_changes_set_text (changes, printer, IMP_IRRITANT_PEOPLE, "900 measured");
  g_assert_true (imp_store_try (fixture->store, changes, &commit, NULL));
  fixture->store->generation++;
  after = rank (fixture, NOT_FIXED, IMP_SORT_IMPACT);
  assert_equal (after->items, before->items);
  g_assert_cmpint (g_array_index (after->items, guint32, 0), ==, scanner);
}

/* All measured: log H is unsure by 0.2 x sqrt (3) = 0.346 each, so one is ahead of another for sure
 * from a factor of exp (0.6745 x 0.346 x sqrt (2)) = 1.39 on. */
static ImpItem
record_measured (StoreFixture *fixture, const char *title, const char *people)
{
  ImpItem irritant = store_fixture_record (fixture, title, people, NULL);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_OFTEN, "20 measured");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, "6 measured");
  store_fixture_commit (fixture, changes, NULL);
  return irritant;
}

static char *
show_groups (const ImpRanking *ranking)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ranking->items->len; i++)
    {
      guint first = 0, last = 0;
      guint group = imp_ranking_get_group (ranking, i, &first, &last);

      g_string_append_printf (text, "%s%u: %u of %u-%u", i > 0 ? ", " : "", group,
                              imp_ranking_get_rank (ranking, i), first, last);
    }
  return g_string_free_and_steal (text);
}

static void
assert_groups (StoreFixture *fixture, ImpSort sort, const char *search, const char *expected)
{
  g_autoptr (ImpQuery) query = imp_query_parse (search);
  g_autoptr (ImpRanking) ranking = imp_store_rank (fixture->store, query, sort, NULL, NULL);
  g_autofree char *shown = show_groups (ranking);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_groups (StoreFixture *fixture, gconstpointer data)
{
  record_measured (fixture, "One", "100 measured");
  record_measured (fixture, "Two", "80 measured");
  record_measured (fixture, "Three printers", "70 measured");
  record_measured (fixture, "Four printers", "20 measured");
  assert_groups (fixture, IMP_SORT_IMPACT, NULL,
                 "1: 1 of 1-2, 1: 2 of 1-2, 2: 3 of 3-3, 3: 4 of 4-4");
  assert_groups (fixture, IMP_SORT_IMPACT, "printer", "2: 3 of 3-3, 3: 4 of 4-4");
  assert_groups (fixture, IMP_SORT_AGE, "printer", "0: 3 of 0-0, 0: 4 of 0-0");
  assert_groups (fixture, IMP_SORT_VOICES, NULL,
                 "1: 1 of 1-4, 1: 2 of 1-4, 1: 3 of 1-4, 1: 4 of 1-4");
}

/* Scores are what the model says they are. */
static void
test_measures (StoreFixture *fixture, gconstpointer data)
{
  static const char *const titles[IMP_N_SORTS] = {
    [IMP_SORT_HOURS] = "Many",   [IMP_SORT_VOICES] = "Voices", [IMP_SORT_RICE] = "Quick",
    [IMP_SORT_ICE] = "Quick",    [IMP_SORT_WSJF] = "Quick",    [IMP_SORT_COST_OF_DELAY] = "Quick",
    [IMP_SORT_PAYBACK] = "Quick"
  };
  ImpItem many = record_measured (fixture, "Many", "100 measured");
  ImpItem quick = record_measured (fixture, "Quick", "50 measured");
  ImpItem voices = record_measured (fixture, "Voices", "4 measured");
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, many, IMP_IRRITANT_EFFORT, "longer guess");
  imp_changes_set_text (changes, quick, IMP_IRRITANT_EFFORT, "2 guess");
  imp_changes_set_text (changes, voices, IMP_IRRITANT_EFFORT, "longer guess");
  store_fixture_commit (fixture, changes, NULL);
  changes = imp_changes_new ();
  imp_changes_set_item (changes, store_fixture_add_report (fixture, voices, 0, STORE_FIXTURE_TODAY),
                        IMP_REPORT_PERSON,
                        store_fixture_add_named (fixture, IMP_KIND_PERSON, "Dana"));
  store_fixture_commit (fixture, changes, NULL);
  for (ImpSort sort = 0; sort < IMP_N_SORTS; sort++)
    if (titles[sort] != NULL)
      {
        g_autoptr (ImpRanking) ranking = rank (fixture, NOT_FIXED, sort);
        ImpItem first = g_array_index (ranking->items, guint32, 0);

        g_assert_cmpint (first, ==,
                         g_str_equal (titles[sort], "Many")    ? many
                         : g_str_equal (titles[sort], "Quick") ? quick
                                                               : voices);
      }
}

/* By UUID, so that two laptops have the same order however the items came to them. */
static char *
show_uuids (StoreFixture *fixture)
{
  g_autoptr (ImpRanking) ranking = rank (fixture, NOT_FIXED, IMP_SORT_IMPACT);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ranking->items->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT hex (id) FROM item WHERE n = %u",
                                              g_array_index (ranking->items, guint32, i));
      g_autofree char *id = store_fixture_query_text (fixture, sql);

      g_string_append_printf (text, "%s ", id);
    }
  return g_string_free_and_steal (text);
}

static void
test_two_laptops (StoreFixture *fixture, gconstpointer data)
{
  StoreFixture other = { 0 };
  g_autofree char *here = NULL, *there = NULL;

  store_fixture_set_up (&other, NULL);
  for (int i = 0; i < 12; i++)
    store_fixture_record (i % 3 == 0 ? &other : fixture, "Printer jams", "10 measured", NULL);
  store_fixture_pass_on (fixture, &other, 1000);
  store_fixture_pass_on (&other, fixture, 1000);
  here = show_uuids (fixture);
  there = show_uuids (&other);
  g_assert_cmpuint (strlen (here), ==, 12 * 33);
  g_assert_cmpstr (here, ==, there);
  store_fixture_tear_down (&other, NULL);
}

/* Whatever figures a damaged file has, somebody can look at it. */
static void
test_damaged_figures (StoreFixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE irritant SET impact = 9e999",
    "UPDATE irritant SET spread = 9e999",
    "UPDATE irritant SET impact = -9e999",
    "UPDATE irritant SET spread = -3",
    "UPDATE irritant SET impact = NULL",
    "UPDATE irritant SET spread = NULL, tie = -1",
    "UPDATE irritant SET impact = 9e999, spread = 0 WHERE title <> '3'",
  };

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", i);

      store_fixture_record (fixture, title, "10 one", NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (ImpRanking) ranking = NULL;
      g_autoptr (ImpExplanation) explanation = NULL;
      g_autoptr (GPtrArray) to_ask = NULL;

      store_fixture_exec (fixture, damages[i]);
      ranking = rank_anew (fixture, NOT_FIXED, IMP_SORT_IMPACT);
      g_assert_cmpuint (ranking->items->len, ==, 12);
      g_clear_pointer (&fixture->store->orders, imp_orders_free);
      fixture->store->orders = imp_orders_new ();
      explanation =
          imp_store_explain (fixture->store, g_array_index (ranking->items, guint32, 11), NULL);
      to_ask = imp_store_read_to_ask (fixture->store, 5, NULL, NULL);
      g_assert_nonnull (explanation);
      g_assert_nonnull (to_ask);
    }
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  ImpChanges *changes = imp_changes_new ();

  for (int i = 0; i < 3000; i++)
    imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT), IMP_IRRITANT_TITLE,
                          "Door sticks");
  store_fixture_commit (fixture, changes, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (imp_store_rank (fixture->store, NULL, IMP_SORT_RICE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_follows (fixture, NOT_FIXED, IMP_SORT_RICE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/orders/" path, StoreFixture, NULL, store_fixture_set_up, func,               \
              store_fixture_tear_down)
  ADD ("follows-anything", test_follows_anything);
  ADD ("follows-many", test_follows_many);
  ADD ("tried", test_tried);
  ADD ("groups", test_groups);
  ADD ("measures", test_measures);
  ADD ("two-laptops", test_two_laptops);
  ADD ("damaged-figures", test_damaged_figures);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
