/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The first of a list with all that is printed, and its documents. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-table.h"
#include "backlog/imp-list-document.h"

static ImpRankedTable *
tabulate (BacklogFixture *fixture, ImpOrder order, const char *search, guint limit)
{
  g_autoptr (ImpQuery) query = imp_query_parse (search);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpRankedTable *table;

  imp_backlog_tabulate_async (fixture->backlog, query, order, limit, NULL, NULL, imp_await_cb,
                              &await);
  result = imp_await (&await);
  table = imp_backlog_tabulate_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return table;
}

static void
assert_row (const ImpRankedTable *table, guint n, guint rank, const char *title)
{
  const ImpRankedRow *row = imp_ranked_table_get_row (table, n);

  g_assert_cmpuint (row->rank, ==, rank);
  g_assert_cmpstr (row->data->title, ==, title);
}

static void
record_three (BacklogFixture *fixture)
{
  backlog_fixture_record (fixture, "The printer jams", 10);
  backlog_fixture_record (fixture, "The scanner signs out", 4000);
  backlog_fixture_record (fixture, "The printer is far away", 2);
}

static void
test_rows (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpRankedTable) table = NULL;
  g_autofree char *sentence = NULL;

  record_three (fixture);
  table = tabulate (fixture, IMP_ORDER_IMPACT, NULL, G_MAXUINT);
  g_assert_cmpuint (table->n_all, ==, 3);
  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_cmpint (table->measure, ==, IMP_MEASURE_IMPACT);
  g_assert_cmpint (table->day, ==, imp_date_new (2026, 11, 21));
  assert_row (table, 0, 1, "The scanner signs out");
  assert_row (table, 1, 2, "The printer jams");
  assert_row (table, 2, 3, "The printer is far away");
  g_assert_true (imp_ranked_table_leads (table, 1));
  g_assert_cmpuint (imp_ranked_table_get_row (table, 0)->group_last, ==, 1);
  g_assert_cmpstr (imp_ranked_table_get_row (table, 0)->data->sites, ==, "Leeds");
  sentence = imp_ranked_row_say (imp_ranked_table_get_row (table, 0));
  g_assert_true (g_str_has_suffix (sentence, "It almost surely belongs in the top ten."));
}

static void
test_limit (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpRankedTable) table = NULL;

  record_three (fixture);
  table = tabulate (fixture, IMP_ORDER_IMPACT, NULL, 1);
  g_assert_cmpuint (table->n_all, ==, 3);
  g_assert_cmpuint (table->rows->len, ==, 1);
}

/* Ranks are those without the search. */
static void
test_search (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpRankedTable) table = NULL;

  record_three (fixture);
  table = tabulate (fixture, IMP_ORDER_IMPACT, "printer", G_MAXUINT);
  g_assert_cmpuint (table->n_all, ==, 2);
  g_assert_cmpstr (table->scope, ==, "Not yet fixed · “printer”");
  assert_row (table, 0, 2, "The printer jams");
  assert_row (table, 1, 3, "The printer is far away");
}

static void
test_other_orders (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpRankedTable) age = NULL, voices = NULL;
  g_autofree char *sentence = NULL;

  record_three (fixture);
  age = tabulate (fixture, IMP_ORDER_AGE, NULL, G_MAXUINT);
  g_assert_cmpint (age->measure, ==, 0);
  assert_row (age, 0, 1, "The printer jams");
  g_assert_cmpuint (imp_ranked_table_get_row (age, 0)->group_first, ==, 0);
  voices = tabulate (fixture, IMP_ORDER_VOICES, NULL, G_MAXUINT);
  g_assert_false (imp_ranked_table_leads (voices, 1));
  sentence = imp_ranked_row_say (imp_ranked_table_get_row (voices, 0));
  g_assert_null (strstr (sentence, "top ten")); /* that is by impact */
}

static void
test_cancel (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  record_three (fixture);
  g_cancellable_cancel (cancellable);
  imp_backlog_tabulate_async (fixture->backlog, NULL, IMP_ORDER_IMPACT, G_MAXUINT, NULL,
                              cancellable, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_null (imp_backlog_tabulate_finish (fixture->backlog, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static GBytes *
write_table (BacklogFixture *fixture, ImpListForm form, const char *path, GError **error)
{
  g_autoptr (ImpRankedTable) table = tabulate (fixture, IMP_ORDER_IMPACT, NULL, G_MAXUINT);
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_list_document_write_async (fixture->backlog, table, form, &imp_paper_a4, path, NULL, NULL,
                                 imp_await_cb, &await);
  result = imp_await (&await);
  return imp_list_document_write_finish (result, error);
}

static void
test_documents (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const begins[] = { [IMP_LIST_FORM_PDF] = "%PDF-1.4",
                                        [IMP_LIST_FORM_CSV] = "rank,about",
                                        [IMP_LIST_FORM_JSON] = "[\n{\"rank\":1," };
  g_autofree char *path = g_build_filename (fixture->folder, "list", NULL);

  record_three (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = write_table (fixture, (ImpListForm) i, path, &error);
      g_autofree char *contents = NULL;
      gsize size;

      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
      g_assert_cmpmem (contents, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_true (g_str_has_prefix (contents, begins[i]));
    }
}

static void
test_document_fails (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (write_table (fixture, IMP_LIST_FORM_CSV, "/nowhere/at/all.csv", &error));
  g_assert_true (g_str_has_prefix (error->message, "Cannot write"));
}

static void
test_forms (void)
{
  ImpListForm form;

  g_assert_true (imp_list_form_from_path ("/a.b/Top 20.PDF", &form));
  g_assert_cmpint (form, ==, IMP_LIST_FORM_PDF);
  g_assert_true (imp_list_form_from_name ("csv", &form));
  g_assert_cmpint (form, ==, IMP_LIST_FORM_CSV);
  g_assert_false (imp_list_form_from_path ("list.html", &form));
  g_assert_false (imp_list_form_from_path ("json", &form));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("table/rows", test_rows);
  BACKLOG_FIXTURE_ADD ("table/limit", test_limit);
  BACKLOG_FIXTURE_ADD ("table/search", test_search);
  BACKLOG_FIXTURE_ADD ("table/other-orders", test_other_orders);
  BACKLOG_FIXTURE_ADD ("table/can-be-cancelled", test_cancel);
  BACKLOG_FIXTURE_ADD ("list-document/all-forms", test_documents);
  BACKLOG_FIXTURE_ADD ("list-document/says-why-not", test_document_fails);
  g_test_add_func ("/backlog/list-document/form-of-a-name", test_forms);
  return g_test_run ();
}
