/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * HTML, Markdown and plain text: complete, valid, and people's text as data in each. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "publish/imp-document.h"
#include "read-back.h"
#include "sample-issue.h"

#define ATTACK "</style><script>alert(1)</script><b onerror=\"x\">&amp; *s* [l](javascript:x) `c`"

static ImpIssue *
create_attack (void)
{
  ImpIssue *issue = imp_issue_new ();
  ImpIssueFix *fix = imp_issue_add_big (issue);
  ImpIssueFix *small = imp_issue_add_small (issue);
  ImpIssueLine *line = imp_issue_add_not_now (issue);

  issue->series = g_strdup (ATTACK);
  issue->organisation = g_strdup ("\"><img src=x onerror=x>");
  issue->language = g_strdup ("\"><script>");
  issue->title = g_strdup (ATTACK);
  fix->title = g_strdup (ATTACK);
  fix->said = g_strdup (ATTACK);
  fix->did = g_strdup ("1. first\n# second\n- third");
  fix->place = g_strdup (ATTACK);
  small->title = g_strdup (ATTACK);
  line->text = g_strdup ("www.example.com and https://example.com");
  issue->missed = g_strdup ("+ plus");
  issue->contact_name = g_strdup (ATTACK);
  issue->contact_how = g_strdup ("12) twelve");
  issue->contact_email = g_strdup ("a@b.c\" onclick=\"x");
  return issue;
}

/* Everything the sample says stands in each form. */
static void
test_complete (void)
{
  static const char *const words[] = { "What we fixed",
                                       "Corvane",
                                       "October 2026 · Issue 14",
                                       "Ghent scans a pallet",
                                       "Nine fixes in October",
                                       "A pallet scans in one second",
                                       "asked again",
                                       "bring your badge to bench 1, once",
                                       "“I scan, I wait,",
                                       "Wout Claes and the Ghent",
                                       "Small fixes",
                                       "The holiday form keeps what you typed.",
                                       "Coming next",
                                       "Labels print at your own bench.",
                                       "Not now, and why",
                                       "Promises kept: 11 of 12",
                                       "New date: 27",
                                       "Still in your way? Tell Inês Duarte",
                                       "ines.duarte@corvane.example",
                                       "from the same three questions." };
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autofree char *html = imp_issue_to_html (issue);
  g_autofree char *markdown = imp_issue_to_markdown (issue);
  g_autofree char *text = imp_issue_to_text (issue);
  g_autoptr (GString) joined = g_string_new (text);

  g_string_replace (joined, "\n", " ", 0);
  g_string_replace (joined, "  ", " ", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      assert_says (html, words[i]);
      assert_says (markdown, words[i]);
      assert_says (joined->str, words[i]);
    }
}

static void
test_what_works (void)
{
  static const char *const words[] = { "What works",
                                       "Somebody in picking, Leeds:", "“The new scanner beeps",
                                       "Thanks to Wout Claes, Ghent:" };
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autofree char *html = NULL, *markdown = NULL, *text = NULL;

  sample_issue_add_works (issue);
  html = imp_issue_to_html (issue);
  markdown = imp_issue_to_markdown (issue);
  text = imp_issue_to_text (issue);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      assert_says (html, words[i]);
      assert_says (markdown, words[i]);
      assert_says (text, words[i]);
    }
}

static void
test_html_is_closed (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autofree char *html = imp_issue_to_html (issue);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
  assert_says (html, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "img-src data:; style-src 'unsafe-inline'\">");
  assert_says (html, "<title>Ghent scans a pallet in a second, Lyon signs in once a day</title>");
  assert_says (html, "<a href=\"mailto:ines.duarte@corvane.example\">");
  assert_says (html, "role=\"img\" aria-label=\"11 of 12 promises kept\"");
  assert_says_not (html, "<script");
  assert_says_not (html, "url(");
  assert_says_not (html, "http:");
  assert_says_not (html, "https:");
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  static const char *const allowed =
      " html head body main header footer article section div title h1 h2 p ul li dl dt dd span "
      "strong b br a svg path ";
  g_autofree char *spaced = g_strdup_printf (" %s ", name);

  assert_says (allowed, spaced);
  for (; *names != NULL; names++, values++)
    {
      g_assert_false (g_str_has_prefix (*names, "on"));
      if (g_str_equal (*names, "href"))
        g_assert_true (g_str_has_prefix (*values, "mailto:"));
    }
}

/* Void elements are closed and the style is taken out, then it must be well-formed. */
static void
assert_well_formed (const char *html)
{
  static const GMarkupParser parser = { .start_element = start_element_cb };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);
  g_autoptr (GRegex) metas =
      g_regex_new ("<meta [^>]*>|<!DOCTYPE html>|<style>[^<]*</style>", 0, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (metas, html, -1, 0, "", 0, NULL);
  g_autoptr (GString) xml = g_string_new (bare);
  g_autoptr (GError) error = NULL;

  g_string_replace (xml, "<br>", "<br/>", 0);
  g_markup_parse_context_parse (context, xml->str, (gssize) xml->len, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
test_html_is_well_formed (void)
{
  g_autoptr (ImpIssue) sample = sample_issue_new_long ();
  g_autoptr (ImpIssue) empty = imp_issue_new ();
  g_autoptr (ImpIssue) attack = create_attack ();
  g_autofree char *sample_html = imp_issue_to_html (sample);
  g_autofree char *empty_html = imp_issue_to_html (empty);
  g_autofree char *attack_html = imp_issue_to_html (attack);

  assert_well_formed (sample_html);
  assert_well_formed (empty_html);
  assert_well_formed (attack_html);
}

static void
test_html_escapes (void)
{
  g_autoptr (ImpIssue) issue = create_attack ();
  g_autofree char *html = imp_issue_to_html (issue);

  assert_says_not (html, "<script");
  assert_says_not (html, "<img");
  assert_says_not (html, "onclick=\"");
  assert_says_not (html, "mailto:");
  assert_says (html, "&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b onerror=&quot;x"
                     "&quot;&gt;&amp;amp;");
}

static void
test_html_rtl (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autofree char *html = NULL;

  g_free (issue->language);
  issue->language = g_strdup ("he");
  html = imp_issue_to_html (issue);
  assert_says (html, "<html lang=\"he\" dir=\"rtl\">");
  assert_says (html, "<p><strong dir=\"ltr\"><a href=");
}

static void
test_markdown_escapes (void)
{
  g_autoptr (ImpIssue) issue = create_attack ();
  g_autofree char *markdown = imp_issue_to_markdown (issue);

  for (const char *p = strpbrk (markdown, "<[`"); p != NULL; p = strpbrk (p + 1, "<[`"))
    g_assert_cmpint (p[-1], ==, '\\');
  assert_says (markdown, "# \\</style\\>\\<script\\>alert(1)");
  assert_says (markdown, "\\&amp; \\*s\\* \\[l\\](javascript:x) \\`c\\`");
  assert_says (markdown, "www\\.example.com and https\\://example.com");
  assert_says (markdown, "**We did**: 1. first \\# second - third\n");
  assert_says (markdown, "\n\\+ plus\n");
  assert_says (markdown, "\n12\\) twelve\n");
}

static void
test_text_is_wrapped (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new_long ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  ImpIssueFix *fix = issue->big->pdata[0];

  g_free (fix->did);
  fix->did =
      g_strdup ("We put it here: https://example.com/a/very/long/address/that/goes/on/and/on/"
                "and/has/no/blank");
  text = imp_issue_to_text (issue);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (strstr (*line, "https:") == NULL)
        g_assert_cmpint (g_utf8_strlen (*line, -1), <=, 72);
      g_assert_false (g_str_has_suffix (*line, " "));
    }
  assert_says (text, "\n  https://example.com/a/very/long/address/that/goes/on/and/on/and/has/no/"
                     "blank\n");
}

static void
test_form_by_ending (void)
{
  ImpForm form = IMP_FORM_TEXT;

  g_assert_true (imp_form_from_path ("/tmp/October.PDF", &form));
  g_assert_cmpint (form, ==, IMP_FORM_PDF);
  g_assert_true (imp_form_from_path ("a.html", &form));
  g_assert_cmpint (form, ==, IMP_FORM_HTML);
  g_assert_true (imp_form_from_path ("a.md", &form));
  g_assert_cmpint (form, ==, IMP_FORM_MARKDOWN);
  g_assert_true (imp_form_from_path ("a.pdf.txt", &form));
  g_assert_cmpint (form, ==, IMP_FORM_TEXT);
  g_assert_false (imp_form_from_path ("/tmp/pdf", &form));
  g_assert_false (imp_form_from_path ("a.docx", &form));
  g_assert_true (imp_form_from_name ("html", &form));
  g_assert_cmpint (form, ==, IMP_FORM_HTML);
  g_assert_false (imp_form_from_name ("a.html", &form));
}

static void
test_write (void)
{
  static const char *const starts[][2] = { { "a.pdf", "%PDF" },
                                           { "a.html", "<!DOCTYPE html>" },
                                           { "a.md", "**What we fixed**" },
                                           { "a.txt", "What we fixed" } };
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  char *folder = read_back_create_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *path = g_build_filename (folder, starts[i][0], NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      ImpForm form;

      g_assert_true (imp_form_from_path (path, &form));
      g_assert_true (imp_issue_write_as (issue, &imp_paper_a4, form, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, starts[i][1]));
    }
  read_back_remove (folder);
}

/* As a file dialog may give it: the form was chosen before, the name is left as it is. */
static void
test_write_any_name (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  char *folder = read_back_create_folder ();
  g_autofree char *path = g_build_filename (folder, "October", NULL);

  g_assert_true (imp_issue_write_as (issue, &imp_paper_a4, IMP_FORM_PDF, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF"));
  read_back_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/document/says-everything-in-each-form", test_complete);
  g_test_add_func ("/publish/document/what-works", test_what_works);
  g_test_add_func ("/publish/html/loads-nothing", test_html_is_closed);
  g_test_add_func ("/publish/html/is-well-formed", test_html_is_well_formed);
  g_test_add_func ("/publish/html/escapes-peoples-text", test_html_escapes);
  g_test_add_func ("/publish/html/reads-right-to-left", test_html_rtl);
  g_test_add_func ("/publish/markdown/escapes-peoples-text", test_markdown_escapes);
  g_test_add_func ("/publish/text/keeps-the-measure", test_text_is_wrapped);
  g_test_add_func ("/publish/document/form-follows-the-ending", test_form_by_ending);
  g_test_add_func ("/publish/document/writes-each-form", test_write);
  g_test_add_func ("/publish/document/writes-under-any-name", test_write_any_name);
  return g_test_run ();
}
