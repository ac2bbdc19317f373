/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A briefing in words. */
#include "config.h"

#include "model/imp-briefing-words.h"

/* Takes the text; no-break spaces as plain ones. */
static void
check (char *text, const char *expected)
{
  g_autoptr (GString) plain = g_string_new_take (text);

  g_string_replace (plain, "\u00a0", " ", 0);
  g_assert_cmpstr (plain->str, ==, expected);
}

static void
test_site (void)
{
  g_autoptr (ImpBriefing) briefing = imp_briefing_new ();

  check (imp_briefing_say_site (briefing), "Our first round here.");
  g_assert_cmpstr (imp_briefing_get_promised_title (briefing), ==, "Promised here");
  briefing->n_colleagues = 1;
  briefing->weeks = 1;
  check (imp_briefing_say_site (briefing), "1 colleague. Our first round here; every week.");
  briefing->n_colleagues = 1300;
  briefing->n_departments = 1;
  briefing->last = imp_date_new (2026, 10, 15);
  briefing->weeks = 4;
  briefing->leader = g_strdup ("Helen Marsh");
  briefing->round.place = g_strdup ("by the parts counter");
  check (imp_briefing_say_site (briefing),
         "1300 colleagues in one department. Last round 15 October; every four weeks, as agreed "
         "with Helen Marsh. Start: by the parts counter.");
  g_assert_cmpstr (imp_briefing_get_promised_title (briefing), ==, "Promised last time");
}

static void
test_when (void)
{
  ImpRoundLine line = { .planned = imp_date_new (2026, 11, 12), .time = IMP_ROUND_ANY_TIME };

  check (imp_round_line_say_when (&line), "Thursday 12 November 2026");
  line.time = 0;
  check (imp_round_line_say_when (&line), "Thursday 12 November 2026, 00:00");
  line.time = 23 * 60 + 59;
  check (imp_round_line_say_when (&line), "Thursday 12 November 2026, 23:59");
}

static void
test_promised (void)
{
  ImpPromised promised = { .state = IMP_PROMISED_MISSED,
                           .first = imp_date_new (2026, 10, 16),
                           .due = imp_date_new (2026, 10, 16),
                           .kept = IMP_DATE_NONE };

  check (imp_promised_say_rest (&promised), "No new date yet");
  promised.due = imp_date_new (2026, 11, 27);
  check (imp_promised_say_rest (&promised), "Now 27 November; not told in time");
  promised.told = TRUE;
  check (imp_promised_say_rest (&promised), "Now 27 November; told in time");
  promised.state = IMP_PROMISED_KEPT;
  check (imp_promised_say_rest (&promised), "");
  promised.state = IMP_PROMISED_KEPT_LATE;
  promised.kept = imp_date_new (2026, 11, 3);
  check (imp_promised_say_rest (&promised), "Kept on 3 November");
  promised.state = IMP_PROMISED_REFUSED;
  check (imp_promised_say_rest (&promised), "");
  g_assert_cmpstr (imp_promised_state_get_label (IMP_PROMISED_UNDER_WAY), ==, "under way");
}

static ImpBriefingIrritant *
add_irritant (ImpBriefing *briefing, guint rank, double people)
{
  const ImpMedians medians = imp_medians_default ();
  ImpBriefingIrritant *irritant = g_new0 (ImpBriefingIrritant, 1);

  irritant->item = rank;
  irritant->rank = rank;
  irritant->facts.reporters = 1;
  irritant->facts.answer[IMP_QUESTION_PEOPLE] = (ImpAnswer) { 0, people, IMP_KNOWN_ONE };
  irritant->facts.answer[IMP_QUESTION_OFTEN] = (ImpAnswer) { 0, 20, IMP_KNOWN_ONE };
  imp_impact_compute (&irritant->facts, &medians, &irritant->impact);
  g_ptr_array_add (briefing->irritants, irritant);
  return irritant;
}

/* The answers that would bring it to another's place are those with which it costs as much. */
static void
test_change (void)
{
  g_autoptr (ImpBriefing) briefing = imp_briefing_new ();
  const ImpBriefingIrritant *own;
  ImpToAsk to_ask;
  g_autofree char *minutes = NULL;

  own = add_irritant (briefing, 5, 15);
  to_ask =
      (ImpToAsk) { 5, (char *) "pump", 5, own->facts, own->impact, { IMP_QUESTION_PEOPLE, 1 } };
  check (imp_to_ask_say_question (&to_ask), "How many of you know this: pump?");
  check (imp_to_ask_say_change (&to_ask, briefing),
         "We reckon with about 15 people: one person told us.");
  add_irritant (briefing, 0, 1000);
  add_irritant (briefing, 1, 90);
  add_irritant (briefing, 3, 30);
  add_irritant (briefing, 10, 8);
  add_irritant (briefing, 20, 2);
  check (
      imp_to_ask_say_change (&to_ask, briefing),
      "We reckon with about 15 people: one person told us. At 30 people or more it goes from 5th "
      "to 3rd. Under 8 people it falls to 10th.");
  to_ask.asking.question = IMP_QUESTION_MINUTES;
  minutes = imp_to_ask_say_change (&to_ask, briefing);
  g_assert_true (g_str_has_prefix (minutes, "Nobody has said yet how many minutes. At "));
}

static void
test_people (void)
{
  ImpUntold untold = { .fix = 3, .what = (char *) "The photo is in" };
  ImpUnheard unheard = { .last = IMP_DATE_NONE, .n_people = 1 };
  const ImpDate day = imp_date_new (2026, 11, 12);

  check (imp_untold_say_what (&untold), "The photo is in");
  untold.fix = 0;
  check (imp_untold_say_what (&untold), "We cannot: The photo is in");
  untold.why = (char *) "It costs too much.";
  check (imp_untold_say_what (&untold), "We cannot: The photo is in. It costs too much.");
  check (imp_unheard_say (&unheard, day), "never, 1 person");
  unheard.last = day - 26 * 7 - 6;
  unheard.n_people = 9;
  check (imp_unheard_say (&unheard, day), "26 weeks, 9 people");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/briefing-words/site", test_site);
  g_test_add_func ("/model/briefing-words/when", test_when);
  g_test_add_func ("/model/briefing-words/promised", test_promised);
  g_test_add_func ("/model/briefing-words/change", test_change);
  g_test_add_func ("/model/briefing-words/people", test_people);
  return g_test_run ();
}
