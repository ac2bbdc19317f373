/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list of irritants follows what is written. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-irritant-list.h"

static void
wait_for_list (ImpIrritantList *list)
{
  gboolean loading = TRUE;

  while (loading)
    {
      g_object_get (list, "loading", &loading, NULL);
      if (loading)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_order (ImpIrritantList *list, const ImpItem *items, guint n_items)
{
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ImpIrritantRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (imp_irritant_row_get_item (row), ==, items[i]);
      g_assert_cmpuint (imp_irritant_row_get_rank (row), ==, i + 1);
    }
}

static void
test_list_follows (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpIrritantList) list = imp_irritant_list_new (fixture->backlog);
  g_autoptr (ImpQuery) query = imp_query_parse ("prin \"AL");
  g_autoptr (ImpIrritantRow) row = NULL;
  ImpItem small = backlog_fixture_record (fixture, "Printer jams", 10);
  ImpItem large =
      backlog_fixture_record (fixture, "Scanner signs out\nat every battery change", 40);
  ImpAnswer people = { .number = 100, .known = IMP_KNOWN_MEASURED };
  ImpAwait await = { NULL };

  assert_order (list, (ImpItem[]) { large, small }, 2);
  imp_backlog_answer_async (fixture->backlog, small, IMP_QUESTION_PEOPLE, &people, NULL,
                            imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_order (list, (ImpItem[]) { small, large }, 2);
  backlog_fixture_undo (fixture);
  assert_order (list, (ImpItem[]) { large, small }, 2);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  while (!imp_irritant_row_is_loaded (row))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (imp_irritant_row_get_title (row), ==, "Scanner signs out");
  g_assert_cmpstr (imp_irritant_row_get_sites (row), ==, "Leeds");
  g_assert_cmpfloat (imp_irritant_row_get_impact (row)->hours, ==, 80);
}

/* A long way up moves every row between: all that is shown must come. */
static void
test_long_moves_load_all (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpIrritantList) list = imp_irritant_list_new (fixture->backlog);
  ImpAnswer people = { .number = 5000, .known = IMP_KNOWN_MEASURED };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  ImpItem last = 0;
  ImpAwait await = { NULL };
  guint n_loaded = 0;

  for (int i = 0; i < 300; i++)
    last = backlog_fixture_record (fixture, "Printer jams", 1000 - i);
  wait_for_list (list);
  imp_backlog_answer_async (fixture->backlog, last, IMP_QUESTION_PEOPLE, &people, NULL,
                            imp_await_cb, &await);
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));
  backlog_fixture_finish (fixture, &await);
  wait_for_list (list);
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));
  while (n_loaded < rows->len && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      for (n_loaded = 0; n_loaded < rows->len; n_loaded++)
        if (!imp_irritant_row_is_loaded (rows->pdata[n_loaded]))
          break;
    }
  g_assert_cmpuint (n_loaded, ==, rows->len);
}

static void
test_search_keeps_ranks (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpIrritantList) list = imp_irritant_list_new (fixture->backlog);
  g_autoptr (ImpQuery) query = imp_query_parse ("prin \"AL");
  g_autoptr (ImpIrritantRow) row = NULL;
  ImpItem small = backlog_fixture_record (fixture, "Printer jams \"all\" the time", 10);

  backlog_fixture_record (fixture, "Scanner signs out", 40);
  imp_irritant_list_set_query (list, query, IMP_ORDER_IMPACT);
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpint (imp_irritant_row_get_item (row), ==, small);
  g_assert_cmpuint (imp_irritant_row_get_rank (row), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("list/follows", test_list_follows);
  BACKLOG_FIXTURE_ADD ("list/long-moves-load-all", test_long_moves_load_all);
  BACKLOG_FIXTURE_ADD ("list/search-keeps-ranks", test_search_keeps_ranks);
  return g_test_run ();
}
