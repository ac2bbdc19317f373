/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Text as it is kept, and numbers as they are said. */
#include "config.h"

#include "base/imp-text.h"

#include <math.h>

typedef struct
{
  const char *text, *clean;
} Case;

static void
assert_cleaned (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *clean = imp_text_clean (cases[i].text);
      g_autofree char *again = imp_text_clean (clean);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_controls (void)
{
  static const Case cases[] = {
    { NULL, NULL },
    { "", "" },
    { "a\tb\nc", "a\tb\nc" },
    { "a\x01\x1b[31mb\x7f", "a[31mb" },
    { "a\xc2\x80"
      "b\xc2\x9f"
      "c",
      "abc" },
    { "\ufeffname", "name" },
    { "a\ufffe\U0001ffff\ufdd0b", "ab" },
  };

  assert_cleaned (cases, G_N_ELEMENTS (cases));
}

static void
test_line_breaks (void)
{
  static const Case cases[] = {
    { "a\r\nb", "a\nb" },
    { "a\rb", "a\nb" },
    { "a\r\r\nb", "a\n\nb" },
    { "a\xc2\x85"
      "b",
      "a\nb" },
    { "a\u2028b", "a\nb" },
    { "a\u2029b", "a\nb" },
  };

  assert_cleaned (cases, G_N_ELEMENTS (cases));
}

static void
test_direction (void)
{
  static const Case cases[] = {
    /* An override that would show "invoice.exe" backwards, and an isolate nobody closes. */
    { "\u202eexe.eciovni\u202c", "exe.eciovni" },
    { "\u2067one\u2069 \u2066two", "one two" },
    /* Joiners spell Persian and families; marks of direction hurt nobody. */
    { "می\u200cخواهم", "می\u200cخواهم" },
    { "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧" },
    { "א\u200fb\u200e", "א\u200fb\u200e" },
  };

  assert_cleaned (cases, G_N_ELEMENTS (cases));
}

static void
test_invalid (void)
{
  static const Case cases[] = {
    { "caf\xe9", "caf\ufffd" },                         /* Latin-1 */
    { "a\xed\xa0\x80z", "a\ufffd\ufffd\ufffdz" },       /* a lone surrogate */
    { "\xc0\xaf", "\ufffd\ufffd" },                     /* an overlong slash */
    { "\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd" }, /* beyond Unicode */
    { "cut \xe2\x82", "cut \ufffd\ufffd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = imp_text_clean (cases[i].text);

      g_assert_true (g_utf8_validate (clean, -1, NULL));
    }
  assert_cleaned (cases, 2);
}

static void
test_keep_valid (void)
{
  static const char *const texts[][2] = {
    { "", "" },
    { "café", "café" },
    { "caf\xc3", "caf" },
    { "\xe2\x82” \xff!", "” !" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *kept = imp_text_keep_valid (texts[i][0]);

      g_assert_cmpstr (kept, ==, texts[i][1]);
    }
}

static void
test_normal_form (void)
{
  static const Case cases[] = {
    { "cafe\u0301", "café" },
    { "e\x01\u0301", "é" }, /* joined by what stood between them */
    { "  \u00a0\u3000 a b \n\t", "a b" },
    { "\u2003", "" },
  };

  assert_cleaned (cases, G_N_ELEMENTS (cases));
}

static void
test_empty (void)
{
  static const char *const empty[] = { NULL,           "",       " \t\r\n", "\u00a0",
                                       "\u200b\u200d", "\u202e", "\x01" };
  static const char *const seen[] = { "a", " . ", "\u200bx", "\xe9", "👍" };

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    g_assert_true (imp_text_is_empty (empty[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_false (imp_text_is_empty (seen[i]));
}

static void
test_round (void)
{
  static const double cases[][2] = {
    { 0, 0 },        { 147, 150 },     { 9.24, 9.2 },       { 0.374, 0.37 },    { 9.96, 10 },
    { 99.6, 100 },   { 1, 1 },         { 1349, 1300 },      { 0.0042, 0.0042 }, { 12, 12 },
    { -147, -150 },  { 145, 150 },     { 999999, 1000000 }, { 0.3, 0.3 },       { 1e-320, 0 },
    { INFINITY, 0 }, { -INFINITY, 0 }, { NAN, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (imp_number_round (cases[i][0]), ==, cases[i][1]);
}

/* Never more than 5 % away, never changed by rounding again, never out of order. */
static void
test_round_properties (void)
{
  double last = 0;

  for (double value = 1e-6; value < 1e12; value *= 1.0137)
    {
      double rounded = imp_number_round (value);

      g_assert_cmpfloat (fabs (rounded - value), <=, value * 0.0501);
      g_assert_cmpfloat (imp_number_round (rounded), ==, rounded);
      g_assert_cmpfloat (rounded, >=, last);
      last = rounded;
    }
}

static void
test_words (void)
{
  static const struct
  {
    double value;
    const char *words;
  } cases[] = {
    { 0, "0" },         { 147, "150" },   { 9.24, "9.2" }, { 9.0, "9" },         { 0.374, "0.37" },
    { 0.3, "0.3" },     { 0.01, "0.01" }, { 1, "1" },      { 9.99, "10" },       { 0.999, "1" },
    { 1e6, "1000000" }, { -2.5, "-2.5" }, { NAN, "0" },    { 0.0042, "0.0042" }, { 76.4, "76" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = imp_number_to_words (cases[i].value);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_fold (void)
{
  static const char *const folded[][2] = {
    { " ÉVREUX\tNord ", "evreux nord" },
    { "e\u0301vreux\u00a0nord", "evreux nord" },
    { "Straße", "strasse" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "ﬁle", "file" },
    { "שָׁלוֹם", "שלום" },
    { "", "" },
    { NULL, "" },
  };
  g_autofree char *ga = imp_text_fold ("が"), *ka = imp_text_fold ("か");
  g_autofree char *ki = imp_text_fold ("की"), *kaa = imp_text_fold ("का");

  for (guint i = 0; i < G_N_ELEMENTS (folded); i++)
    {
      g_autofree char *once = imp_text_fold (folded[i][0]);
      g_autofree char *twice = imp_text_fold (once);

      g_assert_cmpstr (once, ==, folded[i][1]);
      g_assert_cmpstr (twice, ==, once);
    }
  g_assert_cmpstr (ga, !=, ka);
  g_assert_cmpstr (ki, !=, kaa);
}

static void
test_has_words (void)
{
  g_assert_true (imp_text_has_words ("the scanner is quick", "quick scan"));
  g_assert_true (imp_text_has_words ("the scanner is quick", ""));
  g_assert_false (imp_text_has_words ("the scanner is quick", "scanner slow"));
  g_assert_false (imp_text_has_words ("100 left", "100%"));
}

static void
test_begin (void)
{
  static const struct
  {
    const char *text;
    guint n_chars;
    const char *beginning;
  } cases[] = {
    { "Paper gets stuck", 16, "Paper gets stuck" },
    { "Paper gets stuck", 15, "Paper gets…" },
    { "Paper gets stuck", 11, "Paper gets…" },
    { "Paper\ngets stuck", 20, "Paper gets stuck" },
    { "A Druckerpapierstau", 10, "A Drucker…" },
    { "ÉÉÉÉ", 3, "ÉÉ…" },
    { NULL, 3, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *beginning = imp_text_begin (cases[i].text, cases[i].n_chars);

      g_assert_cmpstr (beginning, ==, cases[i].beginning);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/drops-controls", test_controls);
  g_test_add_func ("/base/text/has-one-kind-of-line-break", test_line_breaks);
  g_test_add_func ("/base/text/does-not-turn-its-surroundings", test_direction);
  g_test_add_func ("/base/text/is-valid-utf-8", test_invalid);
  g_test_add_func ("/base/text/keeps-what-is-valid", test_keep_valid);
  g_test_add_func ("/base/text/is-normal-and-stripped", test_normal_form);
  g_test_add_func ("/base/text/empty-is-what-cannot-be-seen", test_empty);
  g_test_add_func ("/base/number/rounds-to-two-figures", test_round);
  g_test_add_func ("/base/number/rounding-keeps-order", test_round_properties);
  g_test_add_func ("/base/number/says-figures", test_words);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/begin", test_begin);
  g_test_add_func ("/base/text/has-words", test_has_words);
  return g_test_run ();
}
