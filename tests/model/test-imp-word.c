/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of the words of a text. */
#include "config.h"

#include "model/imp-word.h"

static double
compare (const char *a, const char *b)
{
  g_autoptr (ImpWordList) one = imp_word_list_new (a, 1);
  g_autoptr (ImpWordList) other = imp_word_list_new (b, 1);
  const double there = imp_word_compare (imp_word_list_get (one, 0), imp_word_list_get (other, 0));
  const double back = imp_word_compare (imp_word_list_get (other, 0), imp_word_list_get (one, 0));

  g_assert_cmpfloat (there, ==, back);
  return there;
}

static void
test_list (void)
{
  g_autoptr (ImpWordList) words =
      imp_word_list_new ("  The café’s SCANNER: the scanner, 2nd time!", 10);
  static const char *const expected[] = { "the", "cafe", "s", "scanner", "2nd", "time" };

  g_assert_cmpuint (imp_word_list_count (words), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *word = imp_word_dup_beginning (imp_word_list_get (words, i), 99);

      g_assert_cmpstr (word, ==, expected[i]);
    }
}

static void
test_most (void)
{
  g_autoptr (ImpWordList) three = imp_word_list_new ("one two three four", 3);
  g_autoptr (ImpWordList) none = imp_word_list_new (NULL, 3);
  g_autoptr (ImpWordList) dots = imp_word_list_new ("…!? — \xff", 3);

  g_assert_cmpuint (imp_word_list_count (three), ==, 3);
  g_assert_cmpuint (imp_word_list_count (none), ==, 0);
  g_assert_cmpuint (imp_word_list_count (dots), ==, 0);
}

static void
test_forms (void)
{
  static const char *const forms[][2] = {
    { "scanner", "scanners" }, { "log", "logs" },         { "battery", "batteries" },
    { "printer", "printing" }, { "Drucker", "Druckers" }, { "freezes", "freezing" },
  };

  g_assert_cmpfloat (compare ("Battery", "BATTERY"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_assert_cmpfloat (compare (forms[i][0], forms[i][1]), <, 1);
      g_assert_cmpfloat (compare (forms[i][0], forms[i][1]), >=, 0.8);
    }
}

static void
test_beginning (void)
{
  g_assert_cmpfloat (compare ("drucker", "druckerpatrone"), >, 0);
  g_assert_cmpfloat (compare ("drucker", "druckerpatrone"), <, compare ("drucker", "druckern"));
  g_assert_cmpfloat (compare ("pri", "printer"), ==, 0);
}

static void
test_slips (void)
{
  static const char *const slips[] = { "pasword", "passwword", "passworf", "passwrod", "apssword" };

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    g_assert_cmpfloat (compare ("password", slips[i]), >, 0);
  g_assert_cmpfloat (compare ("replenishment", "replenihsmant"), >, 0); /* two, in a long word */
  g_assert_cmpfloat (compare ("scale", "score"), ==, 0);
}

static void
test_others (void)
{
  static const char *const others[][2] = {
    { "date", "late" },    { "station", "status" }, { "screen", "scream" },
    { "price", "prints" }, { "a", "as" },           { "report", "printer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpfloat (compare (others[i][0], others[i][1]), ==, 0);
}

static void
test_stem (void)
{
  g_autoptr (ImpWordList) words =
      imp_word_list_new ("log form forms printers replenishments élan", 9);
  static const char *const stems[] = { "log", "form", "form", "print", "replenishme", "elan" };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      const ImpWord *word = imp_word_list_get (words, i);
      g_autofree char *stem = imp_word_dup_beginning (word, imp_word_get_stem (word));

      g_assert_cmpstr (stem, ==, stems[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/word/list", test_list);
  g_test_add_func ("/model/word/most", test_most);
  g_test_add_func ("/model/word/forms", test_forms);
  g_test_add_func ("/model/word/beginning", test_beginning);
  g_test_add_func ("/model/word/slips", test_slips);
  g_test_add_func ("/model/word/others", test_others);
  g_test_add_func ("/model/word/stem", test_stem);
  return g_test_run ();
}
