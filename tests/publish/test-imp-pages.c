/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages: what stands on them, how they break, that nothing runs off or overlaps. */
#include "config.h"

#include <string.h>

#include "publish/imp-issue-pages.h"
#include "read-back.h"
#include "sample-issue.h"

static ImpPages *
create_pages (ImpIssue *issue)
{
  g_autoptr (ImpIssue) owned = issue;

  return imp_issue_pages_new (owned, &imp_paper_a4);
}

static int
count (const char *text, const char *words)
{
  int n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

static void
test_one_page (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_issue_new ());
  g_autofree char *text = NULL;

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  text = read_back_page (pages, 1);
  assert_says (text, "What we fixed Corvane October 2026 · Issue 14");
  assert_says (text, "Nine fixes in October give you back about 210 hours a month.");
  assert_says (text, "86 hours a month asked again Ghent, from 5 October You do: nothing");
  assert_says (text, "You said “I scan, I wait, and by the beep I have lost count.” We did");
  assert_says (text, "about 20 h Leeds. You claim parking with one photo. We think this is fixed: "
                     "tell us if not. from 26 Oct");
  assert_says (text, "18 December Ghent. Labels print at your own bench.");
  assert_says (text, "Promises kept: 11 of 12");
  assert_says (text, "Still in your way? Tell Inês Duarte");
  assert_says (text, "Page 1 of 1");
  assert_says_not (text, "more fix");
}

/* The edition has the room of the line that others leave. */
static void
test_long_period (void)
{
  ImpIssue *issue = sample_issue_new ();
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  issue->from = imp_date_new (2026, 9, 28);
  issue->to = imp_date_new (2026, 11, 27);
  pages = create_pages (issue);
  text = read_back_page (pages, 1);
  assert_says (text, "What we fixed Corvane 28 September to 27 November 2026 · Issue 14");
}

/* The order in which it is read aloud: title, hours, parts; sections; contact. */
static void
test_reading_order (void)
{
  static const char *const order[] = { "What we fixed", "Ghent scans", "Nine fixes",
                                       "A pallet",      "86",          "You said",
                                       "One sign-in",   "Small fixes", "Coming next",
                                       "Not now",       "Promises",    "Still in" };
  g_autoptr (ImpPages) pages = create_pages (sample_issue_new ());
  g_autofree char *text = read_back_page (pages, 1);
  const char *at = text;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      at = strstr (at, order[i]);
      g_assert_nonnull (at);
    }
}

/* Between the small fixes and what comes, and nothing of it where nobody said anything. */
static void
test_what_works (void)
{
  ImpIssue *issue = sample_issue_new ();
  g_autoptr (ImpPages) without = create_pages (sample_issue_new ()), pages = NULL;
  g_autofree char *text_without = read_back_page (without, 1), *text = NULL;
  const char *at;

  sample_issue_add_works (issue);
  pages = create_pages (issue);
  text = read_back (pages, "pdftotext", NULL);
  assert_within_margins (pages);
  assert_no_overlap (pages);
  assert_says_not (text_without, "What works");
  at = strstr (text, "What works");
  g_assert_nonnull (at);
  g_assert_nonnull (strstr (at, "Somebody in picking, Leeds: “The new scanner beeps"));
  g_assert_nonnull (strstr (at, "Thanks to Wout Claes, Ghent: He came"));
  g_assert_nonnull (strstr (at, "Coming next"));
}

static void
test_two_pages (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_issue_new_long ());
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 2);
  first = read_back_page (pages, 1);
  second = read_back_page (pages, 2);
  g_assert_cmpint (count (first, "So now"), ==, 5);
  g_assert_cmpint (count (second, "So now"), ==, 2);
  assert_says (first, "4 more fixes on page 2");
  assert_says (second, "What we fixed Ghent scans a pallet in a second, Lyon signs in once a day");
  assert_says (second, "Page 2 of 2");
  assert_says (second, "The holiday form keeps what you typed.");
  assert_says_not (first, "Small fixes");
}

/* The last page with big items has two of them at least, and the end stands on the last page. */
static void
test_many_items (void)
{
  static const guint numbers[] = { 1, 2, 3, 4, 5, 6, 7, 8, 13, 20 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (ImpPages) pages = create_pages (sample_issue_new_with_big (numbers[i]));
      int n_pages = imp_pages_get_n_pages (pages);
      g_autofree char *last = read_back_page (pages, n_pages);
      int n_last = count (last, "So now");

      g_assert_true (n_pages == 1 || n_last != 1);
      assert_says (last, "Still in your way?");
      assert_within_margins (pages);
    }
}

static void
test_letter (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autoptr (ImpPages) pages = imp_issue_pages_new (issue, &imp_paper_letter);
  g_autofree char *info = read_back (pages, "pdfinfo", NULL);

  assert_says (info, "612 x 792 pts (letter)");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_empty (void)
{
  g_autoptr (ImpPages) pages = create_pages (imp_issue_new ());
  g_autofree char *text = NULL;

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  text = read_back_page (pages, 1);
  assert_says (text, "What we fixed");
  assert_says (text, "Nothing fixed this time.");
  assert_says_not (text, "Promises");
  assert_says_not (text, "Still in your way?");
}

/* Each section may be the only one. */
static void
test_single_sections (void)
{
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (ImpIssue) issue = imp_issue_new ();
      g_autoptr (ImpPages) pages = NULL;

      if (i == 0)
        imp_issue_add_big (issue)->title = g_strdup ("A title and nothing else");
      else if (i == 1)
        issue->rest_count = 38;
      else if (i == 2)
        imp_issue_add_not_now (issue)->text = g_strdup ("a second screen");
      else
        issue->contact_name = g_strdup ("Inês Duarte");
      pages = imp_issue_pages_new (issue, &imp_paper_a4);
      g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
      assert_within_margins (pages);
      assert_no_overlap (pages);
    }
}

static char *
repeat (const char *text, int n)
{
  GString *all = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free_and_steal (all);
}

static void
replace (char **text, const char *unit, int n)
{
  g_free (*text);
  *text = repeat (unit, n);
}

static void
make_long (ImpIssue *issue, const char *unit, int n)
{
  ImpIssueFix *fix = issue->big->pdata[0];
  ImpIssueFix *small = issue->small->pdata[1];
  ImpIssueLine *line = issue->coming->pdata[0];

  replace (&issue->title, unit, n);
  replace (&issue->series, unit, n);
  replace (&issue->organisation, unit, n);
  replace (&fix->title, unit, n);
  replace (&fix->said, unit, n * 10);
  replace (&fix->now, unit, n);
  replace (&fix->todo, unit, n);
  replace (&fix->place, unit, n);
  replace (&small->title, unit, n);
  replace (&line->text, unit, n);
  replace (&issue->missed, unit, n);
  replace (&issue->contact_how, unit, n);
  replace (&issue->contact_email, unit, n);
}

static void
test_long_texts (void)
{
  static const char *const units[] = { "and then it stops again, ", "Donaudampfschiff", "W", "界",
                                       "\u0645\u0631\u062d\u0628\u0627 " };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    for (int n = 30; n <= 300; n *= 10)
      {
        g_autoptr (ImpIssue) issue = sample_issue_new ();
        g_autoptr (ImpPages) pages = NULL;

        make_long (issue, units[i], n);
        g_test_message ("%d times %s", n, units[i]);
        pages = imp_issue_pages_new (issue, &imp_paper_a4);
        g_assert_cmpint (imp_pages_get_n_pages (pages), <, 100);
        assert_within_margins (pages);
        if (i == 0)
          assert_no_overlap (pages);
      }
}

/* Longer than what can be measured in one piece. */
static void
test_huge_text (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autoptr (ImpPages) pages = NULL;

  replace (&issue->title, "and then ", 60000);
  replace (&issue->organisation, "and then ", 60000);
  pages = imp_issue_pages_new (issue, &imp_paper_a4);
  assert_within_margins (pages);
}

/* Nothing of a text that needs several pages is lost, and its title stands on each of them. */
static void
test_continued (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;
  ImpIssueFix *fix = issue->big->pdata[1];

  replace (&fix->said, "It stops and I start again. ", 400);
  pages = imp_issue_pages_new (issue, &imp_paper_a4);
  text = read_back (pages, "pdftotext", "-raw", NULL);
  g_assert_cmpint (imp_pages_get_n_pages (pages), >, 2);
  g_assert_cmpint (count (text, "stops"), ==, 400);
  assert_says (text, "One sign-in a day at the packing benches, continued");
}

static void
test_many_lines (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 150; i++)
    {
      imp_issue_add_small (issue)->title = g_strdup ("Another small one is gone.");
      imp_issue_add_coming (issue)->text = g_strdup ("Another one comes.");
      imp_issue_add_not_now (issue)->text = g_strdup ("another one has to wait.");
    }
  pages = imp_issue_pages_new (issue, &imp_paper_a4);
  text = read_back (pages, "pdftotext", "-raw", NULL);
  g_assert_cmpint (count (text, "Another small one is gone."), ==, 150);
  g_assert_cmpint (count (text, "Another one comes."), ==, 150);
  g_assert_cmpint (count (text, "another one has to wait."), ==, 150);
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

/* Markup is letters, and one line stays one line. */
static void
test_literal (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;
  ImpIssueFix *fix = issue->big->pdata[0];

  replace (&fix->said, "<b>bold</b> & <span size='999999'>\001big\002\n\tnext</span>", 1);
  replace (&issue->title, "A\nB\r\nC\x1b[31m", 1);
  pages = imp_issue_pages_new (issue, &imp_paper_a4);
  text = read_back_page (pages, 1);
  assert_says (text, "“<b>bold</b> & <span size='999999'>big next</span>”");
  assert_says (text, "A B C[31m");
}

static void
test_sum_of_rest (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  issue->rest_count = 38;
  issue->rest_hours = 118;
  issue->rest_estimated = TRUE;
  pages = imp_issue_pages_new (issue, &imp_paper_a4);
  text = read_back (pages, "pdftotext", "-raw", NULL);
  assert_says (text, "And 38 more, together about 120");
  assert_says (text, "47 fixes in October");
}

static int
find_first_ink (ImpPages *pages, int from_y, int to_y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 595, 842);
  cairo_t *cr = cairo_create (surface);
  int first = 595;

  imp_pages_draw (pages, 0, cr);
  cairo_surface_flush (surface);
  for (int y = from_y; y < to_y; y++)
    for (int x = 0; x < first; x++)
      if (cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x])
        first = x;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return first;
}

/* The title's second line is shorter than the page: its far end is at the left. */
static void
test_rtl (void)
{
  g_autoptr (ImpPages) ltr = create_pages (sample_issue_new ());
  g_autoptr (ImpPages) rtl = create_pages (sample_issue_new_rtl ());

  g_assert_cmpint (find_first_ink (ltr, 115, 134), <, 52);
  g_assert_cmpint (find_first_ink (rtl, 120, 134), >, 80);
  assert_within_margins (rtl);
  assert_no_overlap (rtl);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/pages/print-an-issue-on-one-page", test_one_page);
  g_test_add_func ("/publish/pages/print-a-long-period-whole", test_long_period);
  g_test_add_func ("/publish/pages/follow-the-reading-order", test_reading_order);
  g_test_add_func ("/publish/pages/what-works", test_what_works);
  g_test_add_func ("/publish/pages/divide-a-long-issue-in-two", test_two_pages);
  g_test_add_func ("/publish/pages/leave-no-single-item-for-the-last-page", test_many_items);
  g_test_add_func ("/publish/pages/fit-letter", test_letter);
  g_test_add_func ("/publish/pages/print-an-empty-issue", test_empty);
  g_test_add_func ("/publish/pages/print-a-section-alone", test_single_sections);
  g_test_add_func ("/publish/pages/keep-long-texts-inside", test_long_texts);
  g_test_add_func ("/publish/pages/keep-a-huge-text-inside", test_huge_text);
  g_test_add_func ("/publish/pages/continue-an-item-higher-than-a-page", test_continued);
  g_test_add_func ("/publish/pages/lose-no-line-of-long-lists", test_many_lines);
  g_test_add_func ("/publish/pages/print-markup-literally", test_literal);
  g_test_add_func ("/publish/pages/sum-up-the-rest", test_sum_of_rest);
  g_test_add_func ("/publish/pages/mirror-right-to-left", test_rtl);
  return g_test_run ();
}
