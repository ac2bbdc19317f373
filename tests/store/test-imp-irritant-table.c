/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants in order, found by words, as rows and as a page. */
#include "config.h"

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-irritant-table.h"
#include "store/imp-store-private.h"

#define NOT_FIXED IMP_STATES_NOT_FIXED

static ImpRanking *
rank (StoreFixture *fixture, guint states, ImpSort sort, const char *search)
{
  g_autoptr (ImpQuery) query = imp_query_new (states, search);
  g_autoptr (GError) error = NULL;
  ImpRanking *ranking = imp_store_rank (fixture->store, query, sort, NULL, &error);

  g_assert_no_error (error);
  return ranking;
}

static GPtrArray *
read_rows (StoreFixture *fixture, const ImpRanking *ranking)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  g_autoptr (GError) error = NULL;

  imp_store_read_irritants (fixture->store, (const guint32 *) (gpointer) ranking->items->data,
                            ranking->items->len, rows, &error);
  g_assert_no_error (error);
  return rows;
}

/* The titles in order, each with its rank where the search left some out. */
static void
assert_ranked (StoreFixture *fixture,
               guint states,
               ImpSort sort,
               const char *search,
               const char *expected)
{
  g_autoptr (ImpRanking) ranking = rank (fixture, states, sort, search);
  g_autoptr (GPtrArray) rows = read_rows (fixture, ranking);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_cmpuint (rows->len, ==, ranking->items->len);
  for (guint i = 0; i < rows->len; i++)
    {
      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                              ((ImpIrritantData *) rows->pdata[i])->title);
      if (ranking->ranks != NULL)
        g_string_append_printf (titles, " %u", g_array_index (ranking->ranks, guint32, i));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static ImpItem
record_full (StoreFixture *fixture,
             const char *title,
             const char *people,
             const char *effort,
             ImpDate day)
{
  ImpItem irritant = store_fixture_record (fixture, title, people, NULL);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_EFFORT, effort);
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_RECORDED, day);
  store_fixture_commit (fixture, changes, NULL);
  return irritant;
}

static void
test_orders (StoreFixture *fixture, gconstpointer data)
{
  const ImpDate today = STORE_FIXTURE_TODAY;
  ImpItem fixed;

  record_full (fixture, "Dear and slow", "100 measured", "480 guess", today - 1);
  record_full (fixture, "Cheap and quick", "20 measured", "2 guess", today - 9);
  record_full (fixture, "Small", "3 measured", "40 guess", today - 5);
  fixed = record_full (fixture, "Fixed", "500 measured", "2 guess", today - 7);
  store_fixture_add_fix (fixture, "Done", fixed, today);
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, NULL,
                 "Dear and slow, Cheap and quick, Small");
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_PAYBACK, "", "Cheap and quick, Dear and slow, Small");
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_AGE, NULL, "Cheap and quick, Small, Dear and slow");
  assert_ranked (fixture, 1u << IMP_STATE_FIXED, IMP_SORT_IMPACT, NULL, "Fixed");
  assert_ranked (fixture, 0, IMP_SORT_IMPACT, NULL, "");
}

/* Whatever orders: behind all that have a value, of more voices first, then the newer. */
static void
test_unasked_are_last (StoreFixture *fixture, gconstpointer data)
{
  static const char expected[] = "Dear, Cheap, Loud, New, Old";
  static const ImpSort sorts[] = { IMP_SORT_IMPACT, IMP_SORT_PAYBACK,       IMP_SORT_HOURS,
                                   IMP_SORT_RICE,   IMP_SORT_COST_OF_DELAY, IMP_SORT_WSJF };
  const ImpDate today = STORE_FIXTURE_TODAY;
  ImpItem loud = store_fixture_record_unasked (fixture, "Loud", today - 90);

  store_fixture_record_unasked (fixture, "Old", today - 9);
  store_fixture_record_unasked (fixture, "New", today - 1);
  store_fixture_record (fixture, "Cheap", "1 measured", NULL);
  store_fixture_record (fixture, "Dear", "400 measured", NULL);
  store_fixture_add_report (fixture, loud, 0, today);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autoptr (ImpRanking) ranking = rank (fixture, NOT_FIXED, sorts[i], NULL);

      assert_ranked (fixture, NOT_FIXED, sorts[i], NULL, expected);
      g_assert_cmpuint (ranking->n_ranked, ==, 5);
      g_assert_cmpuint (ranking->n_asked, ==, 2);
      g_assert_cmpuint (g_array_index (ranking->groups, guint32, ranking->groups->len - 1), ==, 2);
    }
}

/* An order that says something of them as well has them where they belong. */
static void
test_unasked_among_others (StoreFixture *fixture, gconstpointer data)
{
  static const ImpSort sorts[] = { IMP_SORT_AGE, IMP_SORT_VOICES };

  store_fixture_record_unasked (fixture, "Ticket", STORE_FIXTURE_TODAY - 9000);
  store_fixture_record (fixture, "Lamp", "400 measured", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autoptr (ImpRanking) ranking = rank (fixture, NOT_FIXED, sorts[i], NULL);

      g_assert_cmpuint (ranking->n_asked, ==, 2);
    }
}

/* The same impact: by their UUIDs, and so on every laptop. */
static void
test_ties_by_uuid (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *expected = NULL;

  for (int i = 0; i < 9; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", i);

      store_fixture_record (fixture, title, "10 measured", NULL);
    }
  expected = store_fixture_query_text (fixture,
                                       "SELECT group_concat (title, ', ' ORDER BY id) FROM irritant"
                                       " JOIN item ON item.n = irritant.n");
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, NULL, expected);
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_PAYBACK, NULL, expected);
}

static void
test_search (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant;
  ImpChanges *changes;

  store_fixture_record (fixture, "Étiqueteuse hängt", "30 measured", NULL);
  irritant = store_fixture_record (fixture, "Scanner signs out", "20 measured", NULL);
  store_fixture_record (fixture, "Printer jams at the scanner", "10 measured", NULL);
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, "scan",
                 "Scanner signs out 2, Printer jams at the scanner 3");
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, "SCAN jam", "Printer jams at the scanner 3");
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, "etiq haengt", "");
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, "etiq hangt", "Étiqueteuse hängt 1");
  changes = imp_changes_new ();
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_DESCRIPTION, "At each battery change");
  store_fixture_commit (fixture, changes, NULL);
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, "batt", "Scanner signs out 2");
}

/* What people type is words to find, never a query. */
static void
test_search_takes_anything (StoreFixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { "\"",        "scan\"ner", "* OR *",  "title:scan",
                                          "NEAR(a b)", "-scan",     "^scan",   "a AND",
                                          "{x y}",     "'; DROP",   "scan\n*", "((",
                                          "\\",        "%",         "☃ ☃" };

  store_fixture_record (fixture, "Scanner signs out", "20 measured", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (ImpRanking) ranking = rank (fixture, NOT_FIXED, IMP_SORT_IMPACT, searches[i]);

      g_assert_cmpuint (ranking->n_ranked, ==, 1);
    }
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, "  -scan ", "Scanner signs out 1");
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, "...", "Scanner signs out"); /* no word */
}

static void
test_follows_commits (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);

  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, NULL, "Printer jams");
  store_fixture_record (fixture, "Scanner signs out", "20 measured", NULL);
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, NULL, "Scanner signs out, Printer jams");
  store_fixture_delete (fixture, irritant);
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, NULL, "Scanner signs out");
}

static void
test_cancelled_and_asked_again (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (int i = 0; i < 3000; i += 1000)
    {
      g_autoptr (ImpChanges) changes = imp_changes_new ();
      g_auto (ImpCommit) commit = { 0 };

      for (int k = 0; k < 1000; k++)
        imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT),
                              IMP_IRRITANT_TITLE, "Printer jams");
      g_assert_true (imp_store_commit (fixture->store, changes, &commit, NULL));
    }
  g_cancellable_cancel (cancellable);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ImpQuery) query = imp_query_parse ("jam");
      g_autoptr (ImpRanking) ranking = imp_store_rank (fixture->store, query, IMP_SORT_IMPACT,
                                                       i == 0 ? cancellable : NULL, &error);

      if (i == 0)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_cmpuint (ranking->items->len, ==, 3000);
    }
}

static void
test_rows_of_what_is_gone (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  const guint32 items[] = { 4000, (guint32) irritant, G_MAXUINT32 };
  g_autoptr (GError) error = NULL;

  g_assert_true (imp_store_read_irritants (fixture->store, items, 3, rows, &error));
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((ImpIrritantData *) rows->pdata[0])->item, ==, irritant);
}

/* The row, the page and the index must come to the same figures. */
static void
test_page (StoreFixture *fixture, gconstpointer data)
{
  ImpItem lyon = store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon");
  ImpItem porto = store_fixture_add_named (fixture, IMP_KIND_SITE, "Porto");
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autoptr (ImpIrritantPage) page = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_record (fixture, "Scanner signs out", "20 measured", NULL);
  store_fixture_add_report (fixture, irritant, porto, STORE_FIXTURE_TODAY - 3);
  store_fixture_add_report (fixture, irritant, lyon, STORE_FIXTURE_TODAY - 1);
  store_fixture_add_report (fixture, irritant, lyon, STORE_FIXTURE_TODAY - 2);
  store_fixture_add_fix (fixture, "New rollers", irritant, IMP_DATE_NONE);
  page = imp_store_read_irritant_page (fixture->store, irritant, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page->title, ==, "Printer jams");
  g_assert_cmpstr (page->sites, ==, "Lyon, Porto");
  g_assert_cmpuint (page->reports->len, ==, 4);
  g_assert_cmpuint (page->n_voices, ==, 1); /* nobody knows who */
  g_assert_cmpuint (page->rank, ==, 2);
  g_assert_cmpuint (page->n_ranked, ==, 2);
  g_assert_cmpuint (page->group_first, ==, 1); /* twice as much, but by what one person says */
  g_assert_cmpuint (page->group_last, ==, 2);
  g_assert_cmpfloat (page->top_ten, ==, 1);
  g_assert_cmpint (page->state, ==, IMP_STATE_PLANNED);
  g_assert_cmpfloat (page->impact.hours, ==, 20);
  g_assert_cmpuint (page->reports->len, ==, 4);
  g_assert_cmpint (((ImpReportLine *) page->reports->pdata[0])->date, ==, STORE_FIXTURE_TODAY - 1);
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->who, ==, "Somebody");
  g_assert_cmpuint (page->fixes->len, ==, 1);
}

static void
test_page_of_what_is_fixed (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autoptr (ImpIrritantPage) page = NULL;

  store_fixture_record (fixture, "Scanner signs out", "20 measured", NULL);
  store_fixture_add_fix (fixture, "New rollers", irritant, STORE_FIXTURE_TODAY);
  page = imp_store_read_irritant_page (fixture->store, irritant, NULL);
  g_assert_cmpuint (page->rank, ==, 0);
  g_assert_cmpuint (page->group_first, ==, 0);
  g_assert_cmpuint (page->n_ranked, ==, 1);
  g_assert_cmpfloat (page->top_ten, ==, -1);
}

static void
test_page_of_what_is_gone (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_delete (fixture, irritant);
  g_assert_null (imp_store_read_irritant_page (fixture->store, irritant, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

/* A damaged index may name any number: none of them must cost memory. */
static void
test_hits_beyond_are_left_out (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  store_fixture_exec (fixture, "INSERT INTO irritant_text (rowid, title)"
                               " VALUES (-1, 'Printer'), (4294967295, 'Printer'),"
                               " (9223372036854775807, 'Printer')");
  assert_ranked (fixture, NOT_FIXED, IMP_SORT_IMPACT, "printer", "Printer jams 1");
}

/* Nor must a damaged row, which is told. */
static void
test_number_beyond (StoreFixture *fixture, gconstpointer data)
{
  static const char *const numbers[] = { "-1", "0", "16777217", "4294967295", "4294967297" };

  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  store_fixture_exec (fixture, "PRAGMA foreign_keys = OFF");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *sql = g_strconcat ("UPDATE irritant SET n = ", numbers[i], NULL);
      g_autoptr (ImpQuery) query = imp_query_parse ("printer");
      g_autoptr (GError) error = NULL;

      store_fixture_exec (fixture, sql);
      g_assert_null (imp_store_rank (fixture->store, query, IMP_SORT_IMPACT, NULL, &error));
      g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/irritant-table/" path, StoreFixture, NULL, store_fixture_set_up, func,       \
              store_fixture_tear_down)
  ADD ("orders", test_orders);
  ADD ("unasked-are-last", test_unasked_are_last);
  ADD ("unasked-among-others", test_unasked_among_others);
  ADD ("ties-by-uuid", test_ties_by_uuid);
  ADD ("search", test_search);
  ADD ("search-takes-anything", test_search_takes_anything);
  ADD ("follows-commits", test_follows_commits);
  ADD ("cancelled-and-asked-again", test_cancelled_and_asked_again);
  ADD ("rows-of-what-is-gone", test_rows_of_what_is_gone);
  ADD ("page", test_page);
  ADD ("page-of-what-is-fixed", test_page_of_what_is_fixed);
  ADD ("page-of-what-is-gone", test_page_of_what_is_gone);
  ADD ("hits-beyond-are-left-out", test_hits_beyond_are_left_out);
  ADD ("number-beyond", test_number_beyond);
  return g_test_run ();
}
