/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Text on a terminal: cells, breaks between words, cut and cleaned messages. */
#include "config.h"

#include <string.h>

#include "cli/imp-cli-text.h"

static void
test_width (void)
{
  g_assert_cmpint (imp_cli_text_get_width (""), ==, 0);
  g_assert_cmpint (imp_cli_text_get_width ("150\u00a0h"), ==, 5);
  g_assert_cmpint (imp_cli_text_get_width ("Größe"), ==, 5);
  g_assert_cmpint (imp_cli_text_get_width ("e\u0301"), ==, 1);
  g_assert_cmpint (imp_cli_text_get_width ("倉庫"), ==, 4);
}

static void
assert_wrapped (const char *text, int width, guint max_lines, const char *expected)
{
  g_auto (GStrv) lines = imp_cli_text_wrap (text, width, max_lines);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_wrap (void)
{
  assert_wrapped ("", 10, 3, "");
  assert_wrapped ("short", 10, 3, "short");
  assert_wrapped ("exactly 10", 10, 3, "exactly 10");
  assert_wrapped ("one two three", 7, 3, "one two|three");
  assert_wrapped ("one two  three", 8, 3, "one two|three");
  assert_wrapped ("unbreakable", 4, 9, "unbr|eaka|ble");
  assert_wrapped ("倉庫倉庫", 5, 9, "倉庫|倉庫");
  assert_wrapped ("倉", 1, 9, "倉");
}

static void
test_wrap_cuts (void)
{
  assert_wrapped ("one two three", 7, 1, "one tw…");
  assert_wrapped ("one two three four five", 7, 2, "one two|three…");
}

static void
test_wrap_is_one_text (void)
{
  assert_wrapped ("a\nb\tc\033[31m", 20, 3, "a b c [31m");
}

static void
assert_message (const char *message, const char *expected)
{
  g_autoptr (GString) string = g_string_new (NULL);

  imp_cli_text_append_message (string, message);
  g_assert_cmpstr (string->str, ==, expected);
}

static void
test_message (void)
{
  assert_message ("Cannot read", "improve: Cannot read\n");
  assert_message ("a\nb", "improve: a b\n");
  assert_message ("\xff", "improve: \uFFFD\n");
}

static void
test_message_of_anything (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autofree char *large = g_strnfill (100 * 1024, 'x');

  imp_cli_text_append_message (string, large);
  g_assert_cmpuint (string->len, <, 1024);
  g_assert_true (g_str_has_suffix (string->str, "…\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/text/width", test_width);
  g_test_add_func ("/cli/text/wraps", test_wrap);
  g_test_add_func ("/cli/text/cuts", test_wrap_cuts);
  g_test_add_func ("/cli/text/keeps-no-control-characters", test_wrap_is_one_text);
  g_test_add_func ("/cli/text/message", test_message);
  g_test_add_func ("/cli/text/message-of-anything", test_message_of_anything);
  return g_test_run ();
}
