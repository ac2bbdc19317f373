/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Words that are searched for, where they stand, and the line that shows them. */
#include "config.h"

#include <string.h>

#include "model/imp-match.h"

/* The text with what is marked between brackets. */
static char *
print_marked (const char *text, const GArray *spans)
{
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const ImpSpan *span = &g_array_index (spans, ImpSpan, i);

      g_assert_cmpuint (span->start, >=, at);
      g_assert_cmpuint (span->end, >, span->start);
      g_assert_cmpuint (span->end, <=, strlen (text));
      g_string_append_len (marked, text + at, span->start - at);
      g_string_append_printf (marked, "[%.*s]", (int) (span->end - span->start),
                              text + span->start);
      at = span->end;
    }
  g_string_append (marked, text + at);
  g_assert_true (g_utf8_validate (marked->str, -1, NULL));
  return g_string_free_and_steal (marked);
}

static char *
mark (const char *words, const char *text)
{
  g_autoptr (ImpSearch) search = imp_search_new (words);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (ImpSpan));

  imp_search_find (search, text, spans);
  return print_marked (text, spans);
}

static void
test_words (void)
{
  static const char *const cases[][2] = {
    { "Badge  LYON", "badge|lyon" },
    { "badge-reader", "badge reader" },
    { "\"scan\"ner", "scan|ner" },
    { "É\u0301vreux", "evreux" },
    { "title:scan OR*", "title scan|or" },
    { "scan\uff02ner", "scan|ner" }, /* a wide quotation mark */
    { "Straße ﬁle", "strasse|file" },
    { "☃ x", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ImpSearch) search = imp_search_new (cases[i][0]);
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint w = 0; w < imp_search_count_words (search); w++)
        g_string_append_printf (words, "%s%s", w > 0 ? "|" : "", imp_search_get_word (search, w));
      g_assert_cmpstr (words->str, ==, cases[i][1]);
    }
}

static void
test_no_words (void)
{
  static const char *const cases[] = { "", "  \n", "\"", "☃ …", "((", "\u0301", "\u2028" };

  g_assert_null (imp_search_new (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (imp_search_new (cases[i]));
}

static void
test_marks (void)
{
  static const struct
  {
    const char *words, *text, *marked;
  } cases[] = {
    { "bad", "Badge reader, a bad one", "[Bad]ge reader, a [bad] one" },
    { "adge", "Badge", "Badge" },
    { "badge read", "The badge-reader", "The [badge]-[read]er" },
    { "badge-read", "The badge reader", "The [badge read]er" },
    { "badge-read", "The badge and reader", "The badge and reader" },
    { "b badge", "badge", "[badge]" },
    { "evr", "Évreux", "[Évr]eux" },
    { "evr", "E\u0301\u0323vreux", "[E\u0301\u0323vr]eux" },
    { "e", "e\u0301a", "[e\u0301]a" },
    { "strass", "Straße", "[Straß]e" },
    { "stras", "Straße", "[Straß]e" },
    { "straße", "STRASSE", "[STRASSE]" },
    { "fi", "ﬁle", "[ﬁ]le" },
    { "f", "ﬁle", "[ﬁ]le" },
    { "fil", "oﬃce ﬁle", "oﬃce [ﬁl]e" },
    { "か", "かぎ がぎ", "[か]ぎ [が]ぎ" }, /* its mark may still be typed */
    { "かぎ", "かぎ がぎ", "[かぎ] がぎ" },
    { "が", "か\u3099ぎ", "[か\u3099]ぎ" },
    { "שלו", "שָׁלוֹם", "[שָׁלוֹ]ם" },
    { "𝐛adge", "badge 𝐁adge", "[badge] [𝐁adge]" }, /* beyond 16 bits */
    { "smile", "😀smile😀", "😀[smile]😀" },
    { "x", "<b>x</b>&x;", "<b>[x]</b>&[x];" },
    { "a", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].words, cases[i].text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static void
test_tells_which (void)
{
  g_autoptr (ImpSearch) search = imp_search_new ("badge lyon");

  g_assert_cmpuint (imp_search_get_all (search), ==, 3);
  g_assert_cmpuint (imp_search_find (search, "In Lyon", NULL), ==, 2);
  g_assert_cmpuint (imp_search_find (search, "Lyon badges", NULL), ==, 3);
  g_assert_cmpuint (imp_search_find (search, NULL, NULL), ==, 0);
}

/* Whatever is given, marks stand between characters and in order. */
static void
test_takes_anything (void)
{
  static const char *const pieces[] = { "a",      "É",      "\u0301", "ß",  "ﬃ",      "か",
                                        "\u3099", "😀",     " ",      "\n", "\u200d", "\u202e",
                                        "𝐛",      "\ufffd", "\"",     "-",  "\u0345", "ΐ" };

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) words = g_string_new (NULL), text = g_string_new (NULL);
      g_autoptr (ImpSearch) search = NULL;
      g_autofree char *marked = NULL;

      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      search = imp_search_new (words->str);
      if (search != NULL)
        marked = mark (words->str, text->str);
    }
}

static void
test_long_text_is_cut (void)
{
  g_autofree char *text = g_strnfill (1 << 20, 'x');
  g_autoptr (ImpSearch) search = imp_search_new ("xx");
  g_autoptr (ImpMarkedLine) line = imp_marked_line_new ();

  g_assert_cmpuint (imp_search_find (search, text, NULL), ==, 1);
  imp_marked_line_append_found (line, search, text);
  g_assert_cmpuint (strlen (line->text), <, 200);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *words, *text, *line;
  } cases[] = {
    { "badge", "Every badge counts", "“Every [badge] counts” · Inès" },
    { "badge", "When it rains I wait outside for ages:\nthe badge reader is wet",
      "“… outside for ages: the [badge] reader is wet” · Inès" },
    { "badge", "Nothing", "“Nothing” · Inès" },
    { "badge", "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww-badge", "“… [badge]” · Inès" },
    { "ines", "Nothing", "“Nothing” · [Inès]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ImpSearch) search = imp_search_new (cases[i].words);
      g_autoptr (ImpMarkedLine) line = imp_marked_line_new ();
      g_autofree char *marked = NULL;

      imp_marked_line_append (line, "“");
      imp_marked_line_append_found (line, search, cases[i].text);
      imp_marked_line_append (line, "” · ");
      imp_marked_line_append_found (line, search, "Inès");
      marked = print_marked (line->text, line->spans);
      g_assert_cmpstr (marked, ==, cases[i].line);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/search/words", test_words);
  g_test_add_func ("/model/search/no-words", test_no_words);
  g_test_add_func ("/model/search/marks", test_marks);
  g_test_add_func ("/model/search/tells-which", test_tells_which);
  g_test_add_func ("/model/search/takes-anything", test_takes_anything);
  g_test_add_func ("/model/search/long-text-is-cut", test_long_text_is_cut);
  g_test_add_func ("/model/search/lines", test_lines);
  return g_test_run ();
}
