/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet that is left behind after a round. */
#include "config.h"

#include <string.h>

#include "publish/imp-readback-pages.h"
#include "publish/imp-readback.h"
#include "read-back.h"
#include "sample-round.h"

#define N_MANY 40

/* Takes the page. */
static ImpPages *
create_pages_in (ImpRoundPage *page, const char *language, const ImpPaper *paper)
{
  g_autoptr (ImpRoundPage) owned = page;

  return imp_readback_pages_new (owned, language, FALSE, paper);
}

static ImpPages *
create_pages (ImpRoundPage *page)
{
  return create_pages_in (page, "en", &imp_paper_a4);
}

static void
test_one_page (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_round_new ());
  g_autofree char *text = NULL;

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  text = read_back_page (pages, 1);
  assert_says (text, "What we heard Corvane 12 November 2026 Leeds workshop: six remarks, four "
                     "promises Marta Nowak and Inês Duarte listened to nine of you. Every remark "
                     "has its answer below, under the same number.");
  assert_says (text, "1 “The van list goes blank as soon as I leave the city.” Gareth Pugh, field "
                     "repair 2 “I photograph the pump, then type the number I just photographed.” "
                     "Somebody in field repair 3 “Parts arrive");
  assert_says (text, "1 Your list works with no signal Priya Nair 4 December 2 The photo fills in "
                     "the pump number Priya Nair 22 Jan 2027 3 The bench");
  assert_says (text, "5 A new door reader. The landlord owns the door.");
  assert_says (text, "Thank you Gareth Pugh, field repair: drove us round for an hour.");
  assert_says (text, "What works well “The new labels stay on.” Tom Firth, stores");
  assert_says (text, "Thursday 10 December 2026, 09:00, by the parts counter. Before then, tell "
                     "Inês Duarte: 4410.");
  assert_says (text, "Did we miss something?");
  assert_says (text, "Page 1 of 1");
  assert_says_not (text, "What we take with us");
  assert_says_not (text, "Ann Lee");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

/* Whoever did not agree is not named: with a department or without. */
static void
test_names (void)
{
  g_autoptr (ImpRoundPage) page = sample_round_new_empty ();
  static const ImpNaming naming[] = { 0, IMP_NAMING_NO, IMP_NAMING_ASK };
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (naming); i++)
    {
      ImpHeardLine *line = sample_round_add (page, (ImpHeardKind) (i % 5), "Something");

      line->who = g_strdup (i % 2 == 0 ? "Firth, Tom, stores" : "Firth, Tom");
      line->person = 5;
      line->group = g_strdup (i % 2 == 0 ? "stores" : NULL);
      line->naming = naming[i / 2];
    }
  pages = create_pages (imp_round_page_ref (page));
  text = read_back_page (pages, 1);
  assert_says (text, "Somebody in stores");
  assert_says_not (text, "Firth");
  assert_says_not (text, "Tom");
}

static guint
count_numbers (const ImpReadback *readback, guint number)
{
  guint n = 0;

  for (int part = 0; part < IMP_N_READBACK_PARTS; part++)
    for (guint i = 0; i < readback->answers[part]->len; i++)
      {
        const ImpReadbackAnswer *answer = readback->answers[part]->pdata[i];

        for (guint j = 0; j < answer->numbers->len; j++)
          n += g_array_index (answer->numbers, guint, j) == number;
      }
  return n;
}

static void
test_each_number_once (void)
{
  static const guint promises[] = { 0, 31, 32, 31, 0, 0, 33, 0 };
  static const ImpItem irritants[] = { 1, 2, 3, 4, 5, 6, 2, 5 };
  g_autoptr (ImpRoundPage) page = sample_round_new_empty ();
  g_autoptr (ImpReadback) readback = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      ImpHeardLine *line = sample_round_add (page, IMP_HEARD_ME_TOO, "Remark");

      sample_round_add (page, IMP_HEARD_WORKS, "Fine");
      line->irritant = irritants[i];
      line->promise = promises[i];
      if (irritants[i] == 5)
        line->state = IMP_STATE_DECLINED;
    }
  readback = imp_readback_new (page);
  g_assert_cmpuint (readback->remarks->len, ==, G_N_ELEMENTS (promises));
  for (guint n = 1; n <= readback->remarks->len; n++)
    g_assert_cmpuint (count_numbers (readback, n), ==, 1);
  g_assert_cmpuint (readback->answers[IMP_READBACK_WILL]->len, ==, 3);
  g_assert_cmpuint (readback->answers[IMP_READBACK_CANNOT]->len, ==, 1);
  g_assert_cmpuint (readback->answers[IMP_READBACK_TAKEN]->len, ==, 1);
}

/* How often words stand in a text. */
static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, words)) != NULL; p += strlen (words))
    n++;
  return n;
}

/* Each number stands on the paper twice: at the remark and at its answer. */
static void
check_many (const ImpPaper *paper)
{
  g_autoptr (ImpPages) pages = create_pages_in (sample_round_new_with (N_MANY), "en", paper);
  g_autofree char *structure = read_back (pages, "pdfinfo", "-struct-text", NULL);
  g_autofree char *text = read_back (pages, "pdftotext", "-raw", NULL);

  g_assert_cmpint (imp_pages_get_n_pages (pages), >, 1);
  for (guint n = 1; n <= N_MANY; n++)
    {
      g_autofree char *label = g_strdup_printf ("Lbl (block)\n        \"%u \"", n);
      g_autofree char *words = g_strdup_printf ("“Remark of %u.”", n);

      g_assert_cmpuint (count (structure, label), ==, 2);
      g_assert_cmpuint (count (text, words), ==, 1);
    }
  assert_says (text, "continued");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_many (void)
{
  check_many (&imp_paper_a4);
  check_many (&imp_paper_letter);
}

/* Whatever the number, the box is there once, whole. */
static void
test_all_lengths (void)
{
  for (guint n = 0; n <= 24; n++)
    for (int paper = 0; paper < 2; paper++)
      {
        g_autoptr (ImpPages) pages = create_pages_in (
            sample_round_new_with (n), "en", paper == 0 ? &imp_paper_a4 : &imp_paper_letter);
        g_autofree char *text = read_back (pages, "pdftotext", "-raw", NULL);

        g_assert_cmpuint (count (text, "Did we miss something?"), ==, 1);
        g_assert_cmpuint (count (text, "Next visit"), ==, 1);
        g_assert_cmpint (imp_pages_get_n_pages (pages), <=, 4);
        assert_within_margins (pages);
        assert_no_overlap (pages);
      }
}

static void
test_without_remarks (void)
{
  g_autoptr (ImpRoundPage) page = sample_round_new_empty ();
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&page->line.visitors, g_free);
  g_clear_pointer (&page->contact, g_free);
  g_clear_pointer (&page->organisation, g_free);
  page->line.n_met = 0;
  page->next = 0;
  pages = create_pages (imp_round_page_ref (page));
  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  text = read_back_page (pages, 1);
  assert_says (text, "Leeds workshop: thank you for your time We listened to you. You told us of "
                     "nothing that is in your way.");
  assert_says (text, "The day is not set yet.");
  assert_says_not (text, "In your words");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_signature (void)
{
  g_autoptr (ImpRoundPage) page = sample_round_new ();
  g_autoptr (ImpPages) pages = imp_readback_pages_new (page, "en", TRUE, &imp_paper_a4);
  g_autofree char *text = read_back (pages, "pdftotext", "-raw", NULL);

  assert_says (text, "Signed");
  assert_says (text, "For Leeds workshop");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_structure (void)
{
  g_autoptr (ImpPages) pages = create_pages_in (sample_round_new (), "en", &imp_paper_letter);
  g_autofree char *structure = read_back (pages, "pdfinfo", "-struct-text", NULL);
  g_autofree char *info = read_back (pages, "pdfinfo", NULL);
  g_autofree char *fonts = read_back (pages, "pdffonts", NULL);

  assert_says (structure, "  H1 (block)\n    \"Leeds workshop: six remarks, four promises\"");
  assert_says (structure, "  H2 (block)\n    \"What we will do\"");
  assert_says (structure, "    LI (block)\n      Lbl (block)\n        \"1 \"\n      LBody (block)\n"
                          "        \"“The van list goes blank as soon as I leave the city.” Gareth "
                          "Pugh, field repair\"");
  assert_says (info, "Title:           Leeds workshop: six remarks, four promises\n");
  assert_says (info, "Subject:         What we heard\n");
  assert_says (info, "Author:          Corvane\n");
  assert_says (info, "612 x 792 pts (letter)");
  assert_says (fonts, "yes yes yes"); /* embedded, a subset, readable */
  assert_says_not (fonts, " no  ");
}

/* Data is printed as it is, and what is absurdly long is cut rather than lost below the page. */
static void
test_hostile (void)
{
  g_autoptr (ImpRoundPage) page = sample_round_new ();
  g_autofree char *word = g_strnfill (4000, 'W');
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < page->heard->len; i++)
    {
      ImpHeardLine *line = page->heard->pdata[i];

      g_set_str (&line->words, i % 2 == 0 ? word : "<b>&amp;</b>\n\001bold\002 %s");
      g_set_str (&line->who, word);
      g_set_str (&line->promised, i % 2 == 0 ? word : "");
      g_set_str (&line->promised_by, word);
      g_set_str (&line->refusal, word);
      g_set_str (&line->title, word);
    }
  g_set_str (&page->line.site_name, word);
  g_set_str (&page->line.visitors, word);
  g_set_str (&page->next_place, word);
  g_set_str (&page->organisation, word);
  g_set_str (&page->contact, word);
  pages = imp_readback_pages_new (page, "en", TRUE, &imp_paper_a4);
  text = read_back (pages, "pdftotext", "-raw", NULL);
  assert_says (text, "“<b>&amp;</b> bold %s”");
  assert_within_margins (pages);
}

static void
test_rtl (void)
{
  g_autoptr (ImpPages) pages = create_pages_in (sample_round_new_rtl (), "ar", &imp_paper_a4);
  g_autoptr (ImpPages) mirrored =
      create_pages_in (sample_round_new_with (9), "ar", &imp_paper_letter);

  assert_within_margins (pages);
  assert_no_overlap (pages);
  assert_within_margins (mirrored);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/readback-pages/one-page", test_one_page);
  g_test_add_func ("/publish/readback-pages/names-who-agreed", test_names);
  g_test_add_func ("/publish/readback-pages/each-number-once", test_each_number_once);
  g_test_add_func ("/publish/readback-pages/many", test_many);
  g_test_add_func ("/publish/readback-pages/all-lengths", test_all_lengths);
  g_test_add_func ("/publish/readback-pages/without-remarks", test_without_remarks);
  g_test_add_func ("/publish/readback-pages/signature", test_signature);
  g_test_add_func ("/publish/readback-pages/is-tagged", test_structure);
  g_test_add_func ("/publish/readback-pages/hostile-texts", test_hostile);
  g_test_add_func ("/publish/readback-pages/right-to-left", test_rtl);
  return g_test_run ();
}
