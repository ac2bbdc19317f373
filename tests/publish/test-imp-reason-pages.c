/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page about a rank. */
#include "config.h"

#include <string.h>

#include "publish/imp-reason-pages.h"
#include "read-back.h"
#include "sample-table.h"

/* Takes the explanation. */
static ImpPages *
create_pages (ImpExplanation *explanation, const ImpPaper *paper)
{
  g_autoptr (ImpExplanation) owned = explanation;

  return imp_reason_pages_new (owned, "en", paper);
}

static void
test_one_page (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_explanation_new (3, 20), &imp_paper_a4);
  g_autofree char *text = NULL;

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  text = read_back_page (pages, 1);
  assert_says (text,
               "Why This Rank? Rank 3 of 20 12 November 2026 Quotes wait for one signature "
               "About 22 people lose 8 minutes to this once a day: roughly 59 hours a month.");
  assert_says (text, "22 people measured × 20 times a month measured × 8 minutes measured ÷ 60 = "
                     "59 h lost a month 38 to 91");
  assert_says (text, "Care 1.88: annoying (1.25) × customers see it (1.5). 59 × 1.88, about 110.");
  assert_says (text, "1 Stock list is a day old 200 2 Van list is blank outside the city 150 3 "
                     "Quotes wait for one signature 110");
  assert_says (text, "Its Rank So Far Rank 9 in June 2026");
  assert_says (text, "5 in September 2026, 3 since October 2026.");
  assert_says (text, "Page 1 of 1");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_structure (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_explanation_new (1, 0), &imp_paper_letter);
  g_autofree char *structure = read_back (pages, "pdfinfo", "-struct-text", NULL);
  g_autofree char *info = read_back (pages, "pdfinfo", NULL);

  assert_says (structure, "  H1 (block)\n    \"Stock list is a day old\"");
  assert_says (structure, "  H2 (block)\n    \"Where It Stands\"");
  assert_says (structure, "    TR\n      TD\n        \"1\"");
  assert_says_not (structure, "Its Rank So Far");
  assert_says (info, "Title:           Stock list is a day old\n");
  assert_says (info, "612 x 792 pts (letter)");
}

/* Every place of the list, and as long as a history can be. */
static void
test_all_ranks (void)
{
  static const guint weeks[] = { 0, 1, 2, 104 };

  for (guint rank = 1; rank <= 20; rank++)
    {
      g_autoptr (ImpPages) pages =
          create_pages (sample_explanation_new (rank, weeks[rank % 4]), &imp_paper_letter);

      g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
      assert_within_margins (pages);
      assert_no_overlap (pages);
    }
}

static void
test_long_title (void)
{
  g_autoptr (ImpExplanation) explanation = sample_explanation_new (2, 3);
  g_autofree char *title = g_strnfill (4000, 'W');
  g_autoptr (ImpPages) pages = NULL;

  for (guint i = 0; i < explanation->standings->len; i++)
    {
      ImpStanding *standing = explanation->standings->pdata[i];

      g_set_str (&standing->title, title);
    }
  pages = imp_reason_pages_new (explanation, "en", &imp_paper_a4);
  g_assert_cmpint (imp_pages_get_n_pages (pages), >, 1);
  assert_within_margins (pages);
}

static void
test_rtl (void)
{
  g_autoptr (ImpExplanation) explanation = sample_explanation_new (2, 30);
  g_autoptr (ImpPages) pages = imp_reason_pages_new (explanation, "ar", &imp_paper_a4);

  assert_within_margins (pages);
  assert_no_overlap (pages);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/reason-pages/one-page", test_one_page);
  g_test_add_func ("/publish/reason-pages/is-tagged", test_structure);
  g_test_add_func ("/publish/reason-pages/all-ranks", test_all_ranks);
  g_test_add_func ("/publish/reason-pages/long-titles", test_long_title);
  g_test_add_func ("/publish/reason-pages/right-to-left", test_rtl);
  return g_test_run ();
}
