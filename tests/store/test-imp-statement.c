/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Statements borrowed from the cache. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-connection-private.h"

static const char SQL_ECHO[] = "SELECT ?1";
static const char SQL_COUNT_TO[] =
    "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
    " SELECT i FROM n";

static ImpConnection *
get_connection (StoreFixture *fixture)
{
  return imp_store_get_connection (fixture->store);
}

static void
test_returned_is_borrowed_again (StoreFixture *fixture, gconstpointer data)
{
  ImpStatement *first = imp_connection_borrow (get_connection (fixture), SQL_ECHO), *second;

  imp_statement_bind_text (first, 1, "left behind");
  g_assert_true (imp_statement_next (first));
  imp_statement_return (first);
  second = imp_connection_borrow (get_connection (fixture), SQL_ECHO);
  g_assert_true (second == first);
  g_assert_true (imp_statement_next (second));
  g_assert_true (imp_statement_is_null (second, 0)); /* nothing of who had it before */
  imp_statement_return (second);
}

static void
test_borrowed_twice_are_two (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpStatement) outer = imp_connection_borrow (get_connection (fixture), SQL_COUNT_TO);
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  imp_statement_bind_int (outer, 1, 3);
  while (imp_statement_next (outer))
    {
      g_autoptr (ImpStatement) inner =
          imp_connection_borrow (get_connection (fixture), SQL_COUNT_TO);

      g_assert_true (inner != outer);
      imp_statement_bind_int (inner, 1, imp_statement_get_int (outer, 0));
      while (imp_statement_next (inner))
        sum += imp_statement_get_int (inner, 0);
    }
  imp_statement_end (outer, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sum, ==, 1 + 3 + 6);
}

static void
test_first_failure_is_kept (StoreFixture *fixture, gconstpointer data)
{
  static const char SQL_INSERT_WRONG_TYPE[] = "INSERT INTO site (n, name) VALUES ('x', 1)";
  g_autoptr (ImpStatement) insert =
      imp_connection_borrow (get_connection (fixture), SQL_INSERT_WRONG_TYPE);
  g_autoptr (GError) error = NULL;
  gint64 one = 0;

  g_assert_false (imp_statement_next (insert));
  /* Another statement in between does not wipe it out. */
  g_assert_true (imp_connection_query_int (get_connection (fixture), "SELECT 1", &one, NULL));
  g_assert_false (imp_statement_next (insert));
  g_assert_false (imp_statement_end (insert, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_FAILED);
  g_assert_null (strstr (error->message, "not an error"));
}

static void
test_binding_beyond_is_an_error (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpStatement) echo = imp_connection_borrow (get_connection (fixture), SQL_ECHO);
  g_autoptr (GError) error = NULL;

  imp_statement_bind_int (echo, 2, 1);
  imp_statement_bind_int (echo, 1, 1);
  g_assert_false (imp_statement_run (echo, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_FAILED);
  g_clear_error (&error);
  imp_statement_bind_int (echo, 1, 1); /* and it can be used again */
  g_assert_true (imp_statement_run (echo, &error));
}

static void
test_wrong_sql_is_an_error (StoreFixture *fixture, gconstpointer data)
{
  static const char SQL_WRONG[] = "SELECT nothing FROM nowhere";
  gint64 value = 0;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          imp_connection_query_int (get_connection (fixture), SQL_WRONG, &value, &error));
      g_assert_error (error, IMP_ERROR, IMP_ERROR_FAILED);
    }
}

static void
test_fetch_wants_a_row (StoreFixture *fixture, gconstpointer data)
{
  static const char SQL_NO_ROW[] = "SELECT 1 WHERE 0";
  g_autoptr (ImpStatement) select = imp_connection_borrow (get_connection (fixture), SQL_NO_ROW);
  g_autoptr (GError) error = NULL;

  g_assert_false (imp_statement_fetch (select, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

static void
test_values_come_back (StoreFixture *fixture, gconstpointer data)
{
  const ImpValue values[] = {
    { IMP_VALUE_NONE },
    { IMP_VALUE_INTEGER, { G_MININT64 } },
    { IMP_VALUE_INTEGER, { G_MAXINT64 } },
    { IMP_VALUE_REAL, .real = -0.1 },
    { IMP_VALUE_REAL, .real = 2.0 },
    { IMP_VALUE_TEXT, .text = (char *) "'; DROP TABLE journal; -- ☃\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (ImpStatement) echo = imp_connection_borrow (get_connection (fixture), SQL_ECHO);
      ImpValue back;

      imp_statement_bind_value (echo, 1, &values[i]);
      g_assert_true (imp_statement_next (echo));
      back = imp_statement_dup_value (echo, 0);
      g_assert_true (imp_value_equal (&back, &values[i]));
      imp_value_clear (&back);
    }
}

static void
test_uuid_is_sixteen_bytes (StoreFixture *fixture, gconstpointer data)
{
  static const char *const SQL_OTHERS[] = { "SELECT x'0011'", "SELECT '0123456789abcdef'",
                                            "SELECT NULL", "SELECT zeroblob (17)" };
  ImpUuid uuid;

  for (guint i = 0; i < G_N_ELEMENTS (SQL_OTHERS); i++)
    {
      g_autoptr (ImpStatement) select =
          imp_connection_borrow (get_connection (fixture), SQL_OTHERS[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (imp_statement_next (select));
      g_assert_false (imp_statement_get_uuid (select, 0, &uuid, &error));
      g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT);
    }
}

static void
test_long_read_is_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpStatement) count = imp_connection_borrow (get_connection (fixture), SQL_COUNT_TO);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  imp_connection_set_cancellable (get_connection (fixture), cancellable);
  g_cancellable_cancel (cancellable);
  imp_statement_bind_int (count, 1, G_MAXINT64);
  g_assert_false (imp_statement_run (count, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  imp_connection_set_cancellable (get_connection (fixture), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/statement/" path, StoreFixture, NULL, store_fixture_set_up, func,            \
              store_fixture_tear_down)
  ADD ("returned-is-borrowed-again", test_returned_is_borrowed_again);
  ADD ("borrowed-twice-are-two", test_borrowed_twice_are_two);
  ADD ("first-failure-is-kept", test_first_failure_is_kept);
  ADD ("binding-beyond-is-an-error", test_binding_beyond_is_an_error);
  ADD ("wrong-sql-is-an-error", test_wrong_sql_is_an_error);
  ADD ("fetch-wants-a-row", test_fetch_wants_a_row);
  ADD ("values-come-back", test_values_come_back);
  ADD ("uuid-is-sixteen-bytes", test_uuid_is_sixteen_bytes);
  ADD ("long-read-is-cancelled", test_long_read_is_cancelled);
  return g_test_run ();
}
