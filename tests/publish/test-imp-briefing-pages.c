/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet that is taken along to a round. */
#include "config.h"

#include <string.h>

#include "publish/imp-briefing-pages.h"
#include "read-back.h"
#include "sample-round.h"

/* Takes the briefing. */
static ImpPages *
create_pages (ImpBriefing *briefing, const char *language, const ImpPaper *paper)
{
  g_autoptr (ImpBriefing) owned = briefing;

  return imp_briefing_pages_new (owned, language, paper);
}

static void
test_one_page (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_briefing_new (), "en", &imp_paper_a4);
  g_autofree char *text = NULL;

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  text = read_back_page (pages, 1);
  assert_says (text, "Before the round Corvane Thursday 12 November 2026, 09:00 Leeds workshop 64 "
                     "colleagues in four departments. Last round 15 October; every four weeks, as "
                     "agreed with Helen Marsh.");
  assert_says (text, "missed Stock sheet counts itself Now 27 November; told in time 16 October "
                     "kept Phone list shows who is on call 20 October");
  assert_says (text, "2 Van list is blank outside the city “The list goes blank as soon as I "
                     "leave.” 7 reports 75 h");
  assert_says (text, "34 Old order form is missed 1 report, on 8 October 2.7 h");
  assert_says (text, "1 What is working well? 2 What gets in your way?");
  assert_says (text, "The one question worth asking “How many of you know this: Pump number typed "
                     "twice?” We reckon with about 15 people: several people told us. At 25 people "
                     "or more it goes from 5th to 2nd. Under 8 people it falls to 10th. If there "
                     "is time: “How many minutes do you lose each time: Parts arrive, nobody "
                     "knows?”");
  assert_says (text, "Gareth Pugh Parking photo is in likes to hear it in person Aisha Khan");
  assert_says (text, "Tom Firth We cannot: a new door reader. The landlord owns the door.");
  assert_says (text, "Night repair never, 11 people Sales desk 26 weeks, 9 people Stores 14 weeks");
  assert_says (text, "To meet Gareth Pugh Somebody in stores");
  assert_says (text, "For the visitors only. Take it back with you: it names people. Page 1 of 1");
  assert_says_not (text, "and 1 more");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, words)) != NULL; p += strlen (words))
    n++;
  return n;
}

/* What is cut is counted. */
static void
test_many (void)
{
  for (int paper = 0; paper < 2; paper++)
    {
      g_autoptr (ImpPages) pages = create_pages (sample_briefing_new_with (12), "en",
                                                 paper == 0 ? &imp_paper_a4 : &imp_paper_letter);
      g_autofree char *text = read_back (pages, "pdftotext", "-raw", NULL);

      g_assert_cmpint (imp_pages_get_n_pages (pages), <=, 2);
      g_assert_cmpuint (count (text, "Repair list works"), ==, 4);
      g_assert_cmpuint (count (text, "Parking photo is in"), ==, 4);
      g_assert_cmpuint (count (text, "Night repair"), ==, 3);
      g_assert_cmpuint (count (text, "and 8 more"), ==, 3); /* promises, untold, to meet */
      g_assert_cmpuint (count (text, "and 6 more"), ==, 1);
      g_assert_cmpuint (count (text, "and 9 more"), ==, 1);
      assert_within_margins (pages);
      assert_no_overlap (pages);
    }
}

static void
test_all_lengths (void)
{
  for (guint n = 0; n <= 8; n++)
    {
      g_autoptr (ImpPages) pages =
          create_pages (sample_briefing_new_with (n), "en", &imp_paper_letter);
      g_autofree char *text = read_back (pages, "pdftotext", "-raw", NULL);

      g_assert_cmpuint (count (text, "Notes"), ==, 1);
      assert_within_margins (pages);
      assert_no_overlap (pages);
    }
}

/* What is not known is said, or left out. */
static void
test_empty (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_briefing_new_empty (), "en", &imp_paper_a4);
  g_autofree char *text = read_back_page (pages, 1);

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  assert_says (text, "Leeds workshop Our first round here. Promised here Nothing was promised "
                     "here yet. Open here, by impact Nothing is open here. Ask in this order");
  assert_says_not (text, "Not told yet");
  assert_says_not (text, "question worth");
  assert_says_not (text, "eight times in ten");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

/* Nobody was asked about any of it: there is no axis to draw. */
static void
test_not_asked (void)
{
  g_autoptr (ImpBriefing) briefing = sample_briefing_new ();
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < briefing->irritants->len; i++)
    ((ImpBriefingIrritant *) briefing->irritants->pdata[i])->rank = 0;
  g_ptr_array_set_size (briefing->to_ask, 0);
  briefing->note = g_strdup ("Helen is away.\nAsk for the new key.");
  pages = imp_briefing_pages_new (briefing, "en", &imp_paper_a4);
  text = read_back_page (pages, 1);
  assert_says (text, "Pump number typed twice “I type what I just photographed.” 4 reports not "
                     "asked yet");
  assert_says (text, "To remember Helen is away. Ask for the new key.");
  assert_says_not (text, "rank in the whole list");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_structure (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_briefing_new (), "en", &imp_paper_letter);
  g_autofree char *structure = read_back (pages, "pdfinfo", "-struct-text", NULL);
  g_autofree char *info = read_back (pages, "pdfinfo", NULL);

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  assert_says (structure, "  H1 (block)\n    \"Leeds workshop\"");
  assert_says (structure, "  H2 (block)\n    \"Open here, by impact\"");
  assert_says (structure, "    TR\n      TD\n        \"2\"");
  assert_says (structure, "    LI (block)\n      Lbl (block)\n        \"missed \"\n      LBody "
                          "(block)\n        \"Stock sheet counts itself ");
  assert_says (info, "Title:           Leeds workshop\n");
  assert_says (info, "Subject:         Before the round\n");
  assert_says (info, "612 x 792 pts (letter)");
}

static void
fill (ImpBriefing *briefing, const char *word)
{
  for (guint i = 0; i < briefing->promised->len; i++)
    g_set_str (&((ImpPromised *) briefing->promised->pdata[i])->what, word);
  for (guint i = 0; i < briefing->irritants->len; i++)
    {
      g_set_str (&((ImpBriefingIrritant *) briefing->irritants->pdata[i])->title, word);
      g_set_str (&((ImpBriefingIrritant *) briefing->irritants->pdata[i])->words, word);
    }
  for (guint i = 0; i < briefing->to_ask->len; i++)
    g_set_str (&((ImpToAsk *) briefing->to_ask->pdata[i])->title, word);
  for (guint i = 0; i < briefing->untold->len; i++)
    {
      g_set_str (&((ImpUntold *) briefing->untold->pdata[i])->who, word);
      g_set_str (&((ImpUntold *) briefing->untold->pdata[i])->hears, word);
    }
  for (guint i = 0; i < briefing->unheard->len; i++)
    g_set_str (&((ImpUnheard *) briefing->unheard->pdata[i])->name, word);
  for (guint i = 0; i < briefing->meetings->len; i++)
    g_set_str (&((ImpMeetingLine *) briefing->meetings->pdata[i])->name, word);
  g_set_str (&briefing->note, word);
  g_set_str (&briefing->leader, word);
  g_set_str (&briefing->organisation, word);
  g_set_str (&briefing->round.site_name, word);
  g_set_str (&briefing->round.place, word);
  g_set_str (&briefing->questions[0], word);
}

static void
test_hostile (void)
{
  g_autoptr (ImpBriefing) briefing = sample_briefing_new ();
  g_autofree char *word = g_strnfill (4000, 'W');
  g_autoptr (ImpPages) literal = NULL, absurd = NULL;
  g_autofree char *text = NULL;

  fill (briefing, "<b>&amp;</b>\n\001%s");
  literal = imp_briefing_pages_new (briefing, "en", &imp_paper_a4);
  text = read_back_page (literal, 1);
  assert_says (text, "34 <b>&amp;</b> %s “<b>&amp;</b> %s” 1 report 2.7 h");
  fill (briefing, word);
  absurd = imp_briefing_pages_new (briefing, "en", &imp_paper_letter);
  assert_within_margins (absurd);
}

static void
test_rtl (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_briefing_new (), "ar", &imp_paper_a4);

  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_text (void)
{
  g_autoptr (ImpBriefing) briefing = sample_briefing_new ();
  g_autoptr (ImpBriefing) empty = sample_briefing_new_empty ();
  g_autofree char *text = imp_briefing_to_text (briefing);
  g_autofree char *nothing = imp_briefing_to_text (empty);

  assert_says (text, "Thursday 12 November 2026, 09:00\n\nLeeds workshop\n==============\n\n64");
  assert_says (text, "- missed, 16 October: Stock sheet counts itself · Now 27 November; told\n"
                     "  in time\n");
  assert_says (text, "- Gareth Pugh · Parking photo is in · likes to hear it in person\n");
  assert_says (text, "- 34, Old order form is missed: 2.7 h, ");
  assert_says (text, "1: What is working well?\n");
  assert_says (text, "- Night repair: never, 11 people\n");
  assert_says_not (nothing, "Not told yet");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/briefing-pages/one-page", test_one_page);
  g_test_add_func ("/publish/briefing-pages/many", test_many);
  g_test_add_func ("/publish/briefing-pages/all-lengths", test_all_lengths);
  g_test_add_func ("/publish/briefing-pages/empty", test_empty);
  g_test_add_func ("/publish/briefing-pages/not-asked", test_not_asked);
  g_test_add_func ("/publish/briefing-pages/is-tagged", test_structure);
  g_test_add_func ("/publish/briefing-pages/hostile-texts", test_hostile);
  g_test_add_func ("/publish/briefing-pages/right-to-left", test_rtl);
  g_test_add_func ("/publish/briefing-pages/as-text", test_text);
  return g_test_run ();
}
