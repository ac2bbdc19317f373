/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * CSV row by row: what programs write, and what is refused; columns never shift. */
#include "config.h"

#include "base/imp-error.h"
#include "exchange/imp-csv-reader.h"

static ImpCsvReader *
new_reader (const char *bytes, gssize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);

  return imp_csv_reader_new (stream, NULL);
}

/* The next row as "line: a|b|c", "line! why" for a bad one, or NULL at the end. */
static char *
next_row (ImpCsvReader *reader)
{
  g_autoptr (GError) error = NULL;
  ImpCsvResult result = imp_csv_reader_next (reader, &error);
  GString *row = g_string_new (NULL);

  g_assert_no_error (error);
  if (result == IMP_CSV_END)
    return g_string_free (row, TRUE);
  g_string_printf (row, "%u%s", imp_csv_reader_get_line (reader),
                   result == IMP_CSV_ROW ? ": " : "! ");
  if (result == IMP_CSV_BAD_ROW)
    return g_string_free (g_string_append (row, imp_csv_reader_get_fault (reader)), FALSE);
  for (guint i = 0; i < imp_csv_reader_get_n_cells (reader); i++)
    g_string_append_printf (row, "%s%s", i > 0 ? "|" : "", imp_csv_reader_get_cell (reader, i));
  return g_string_free (row, FALSE);
}

static void
assert_rows_of (ImpCsvReader *reader, const char *const *wanted)
{
  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *row = next_row (reader);

      g_assert_cmpstr (row, ==, wanted[i]);
    }
  g_assert_null (next_row (reader));
}

#define assert_rows(bytes, length, ...)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (ImpCsvReader) reader = new_reader (bytes, length);                                  \
                                                                                                   \
    assert_rows_of (reader, (const char *const[]) { __VA_ARGS__, NULL });                          \
  }                                                                                                \
  G_STMT_END

static void
test_quotes (void)
{
  assert_rows ("a,b,c\n\"x,y\",\"say \"\"no\"\"\",\n5\" screen,it's,\"\"\n", -1, "1: a|b|c",
               "2: x,y|say \"no\"|", "3: 5\" screen|it's|");
}

static void
test_lines (void)
{
  assert_rows ("a,b\r\n\"1\r\n2\n3\",x\r\n4,y\r5,z\n6,last", -1, "1: a|b", "2: 1\r\n2\n3|x",
               "5: 4|y", "6: 5|z", "7: 6|last");
}

static void
test_separators (void)
{
  assert_rows ("a;b,c;d\n1;2,5;3\n", -1, "1: a|b,c|d", "2: 1|2,5|3");
  assert_rows ("a\tb\n1,2\t;3\n", -1, "1: a|b", "2: 1,2|;3");
  assert_rows ("\"a;;;\",b\n1,2\n", -1, "1: a;;;|b", "2: 1|2");
  assert_rows ("only\n1;2\n", -1, "1: only", "2: 1;2");
}

static void
test_nothing (void)
{
  assert_rows ("", -1, NULL);
  assert_rows ("\n\r\n \n", -1, NULL);
  assert_rows ("\n\na,b\n\n1,2\n,\n  ,\n\n", -1, "3: a|b", "5: 1|2");
}

static void
test_byte_order_marks (void)
{
  static const char big[] = "\xfe\xff\0a\0,\0b\0\n\0\xe9\0,\xd8\x3d\xde\x00\0\n";
  static const char little[] = "\xff\xfe"
                               "a\0,\0b\0\r\0\n\0\xe9\0,\0z\0";

  assert_rows ("\xef\xbb\xbf"
               "a,b\n1,2\n",
               -1, "1: a|b", "2: 1|2");
  assert_rows ("\xef\xbb\xbf\"a\",b\n1,2\n", -1, "1: a|b", "2: 1|2");
  assert_rows (big, sizeof big - 1, "1: a|b", "2: é|😀");
  assert_rows (little, sizeof little - 1, "1: a|b", "2: é|z");
}

/* A wrong number of columns costs the row, and only that row. */
static void
test_bad_rows (void)
{
  assert_rows ("a,b,c\n1,2\n1,2,3,4\n\"1\"x,2,3\n1,2,3\n", -1, "1: a|b|c",
               "2! it has 2 columns instead of 3", "3! it has 4 columns instead of 3",
               "4! a quotation mark stands in the middle of a text", "5: 1|2|3");
}

/* The tab that keeps a spreadsheet from reckoning is ours; any other tab is the text's. */
static void
test_guards (void)
{
  assert_rows ("a,b,c\n\"\t=1+1\",\"\t-2\",\"\t\tx\"\n\"\tx\",=1,\"@y\"\n", -1, "1: a|b|c",
               "2: =1+1|-2|\tx", "3: \tx|=1|@y");
}

/* Wherever the pieces end in which a file arrives, the rows are the same. */

static void
test_long_cells (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GString) wanted = g_string_new ("2: ");

  for (guint i = 0; i < 65530; i++)
    g_string_append_c (wanted, 'x');
  g_string_append_printf (text, "%s,\"\"\"%s\"\"\r\n\"\r\n1,2\r\n", wanted->str + 3,
                          wanted->str + 3);
  g_string_append_printf (wanted, "|\"%s\"\r\n", wanted->str + 3);
  assert_rows (text->str, (gssize) text->len, "1: a|b", wanted->str, "4: 1|2");
}

/* What is refused altogether */

static void
assert_refused (const char *bytes, gssize length, const char *words)
{
  g_autoptr (ImpCsvReader) reader = new_reader (bytes, length);
  g_autoptr (GError) error = NULL;
  ImpCsvResult result;

  do
    result = imp_csv_reader_next (reader, &error);
  while (result == IMP_CSV_ROW || result == IMP_CSV_BAD_ROW);
  g_assert_cmpint (result, ==, IMP_CSV_ERROR);
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "Cannot import the file: line "));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_unterminated_quote (void)
{
  assert_refused ("a,b\n1,2\n3,\"never\nclosed\n5,6\n", -1, "line 3: a quotation mark opens here");
  assert_refused ("a,\"b\n", -1, "line 1: a quotation mark opens here");
  assert_refused ("a,b\n\"", -1, "line 2: a quotation mark opens here");
  assert_refused ("a,b\n\"x\"\"", -1, "line 2: a quotation mark opens here");
}

static void
test_not_text (void)
{
  assert_refused ("a,b\n1,\0\n", 8, "line 2: there is a character in it that no text has");
  assert_refused ("a,b\n1,2\ncaf\xe9,3\n", -1, "line 3: this is not UTF-8");
  assert_refused ("a\0,\0b\0", 6, "line 1");
  assert_refused ("\xff\xfe"
                  "a\0\n\0\x00\xd8",
                  8, "line 2");
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new ("a");
  g_autoptr (GString) wide_row = g_string_new ("a,b\n1,2\n");
  g_autoptr (GString) big = g_string_new ("a,b\nx");
  g_autoptr (GString) quoted = g_string_new ("a,b\n\"x");
  g_autoptr (GString) many = g_string_new ("a\n");

  for (guint i = 0; i < 1000 * 1000; i++)
    {
      g_string_append_c (wide, ',');
      g_string_append (wide_row, "7,");
    }
  for (guint i = 0; i < 1024 * 1024; i++)
    {
      g_string_append_c (big, 'x');
      g_string_append_c (quoted, '\n');
    }
  for (guint i = 0; i <= 100000; i++)
    g_string_append (many, "1\n");
  assert_refused (wide->str, -1, "1,000 columns");
  assert_refused (big->str, -1, "line 2: a text is longer than 1 MiB");
  assert_refused (quoted->str, -1, "line 2: a text in quotation marks starts here");
  assert_refused (many->str, -1, "100,000 rows");
  assert_rows (wide_row->str, -1, "1: a|b", "2: 1|2", "3! it has 1001 columns instead of 2");
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("a\n1\n2\n", -1, NULL);
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  g_autoptr (ImpCsvReader) reader = imp_csv_reader_new (stream, cancel);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (imp_csv_reader_next (reader, &error), ==, IMP_CSV_ROW);
  g_cancellable_cancel (cancel);
  g_assert_cmpint (imp_csv_reader_next (reader, &error), ==, IMP_CSV_ERROR);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-reader/quotes", test_quotes);
  g_test_add_func ("/exchange/csv-reader/lines", test_lines);
  g_test_add_func ("/exchange/csv-reader/separators", test_separators);
  g_test_add_func ("/exchange/csv-reader/nothing", test_nothing);
  g_test_add_func ("/exchange/csv-reader/byte-order-marks", test_byte_order_marks);
  g_test_add_func ("/exchange/csv-reader/bad-rows", test_bad_rows);
  g_test_add_func ("/exchange/csv-reader/guards", test_guards);
  g_test_add_func ("/exchange/csv-reader/long-cells", test_long_cells);
  g_test_add_func ("/exchange/csv-reader/refuses-unterminated-quote", test_unterminated_quote);
  g_test_add_func ("/exchange/csv-reader/refuses-what-is-no-text", test_not_text);
  g_test_add_func ("/exchange/csv-reader/refuses-beyond-limits", test_limits);
  g_test_add_func ("/exchange/csv-reader/stops-when-cancelled", test_cancelled);
  return g_test_run ();
}
