/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, counted and in words. */
#include "config.h"

#include "model/imp-today-words.h"

#include <string.h>

#define NBSP     "\u00a0"
#define SATURDAY (imp_date_new (2026, 11, 21))

/* Takes what was said. */
static void
check (char *said, const char *expected)
{
  g_autofree char *owned = said;

  g_assert_cmpstr (owned, ==, expected);
}

static void
check_both (const ImpToday *today, const char *first, const char *next)
{
  check (imp_today_say_first (today), first);
  check (imp_today_say_next (today), next);
}

static ImpUntold *
add_untold (ImpNews *news, ImpItem person, const char *who)
{
  ImpUntold *untold = g_new0 (ImpUntold, 1);

  untold->irritant = news->irritant;
  untold->fix = news->fix;
  untold->person = person;
  untold->who = g_strdup (who);
  untold->what = g_strdup ("The desk opens");
  g_ptr_array_add (news->untold, untold);
  news->n_untold++;
  return untold;
}

static void
add_round (ImpToday *today, ImpDate planned, const char *site)
{
  ImpTodayRound *round = g_new0 (ImpTodayRound, 1);

  round->line = (ImpRoundLine) { .item = 1, .planned = planned, .site_name = g_strdup (site) };
  round->last = IMP_DATE_NONE;
  g_ptr_array_add (today->rounds, round);
  today->n_rounds++;
}

static void
test_count (void)
{
  g_autoptr (ImpToday) today = imp_today_new (SATURDAY);

  g_assert_true (imp_today_is_empty (today));
  add_round (today, SATURDAY + 5, "Leeds");
  g_assert_cmpuint (imp_today_count (today), ==, 0);
  g_assert_false (imp_today_is_empty (today));
  today->n_late = 1;
  today->n_due = 2;
  today->n_to_confirm = 4;
  today->n_news = 8;
  today->n_untold = 100;
  today->n_under_way = 16;
  today->n_due_rounds = 32;
  g_assert_cmpuint (imp_today_count (today), ==, 63);
}

static void
test_promises_come_first (void)
{
  g_autoptr (ImpToday) today = imp_today_new (SATURDAY);

  today->n_late = 1;
  check_both (today, "One promise is late", "Nothing else is due.");
  today->n_due = 1;
  today->last_due = SATURDAY + 6;
  today->n_untold = 4;
  check_both (today, "One promise is late, one falls due on Friday",
              "Four colleagues do not know yet what became of their irritant.");
  today->n_late = 13;
  today->n_due = 3;
  today->last_due = SATURDAY;
  today->n_to_confirm = 1;
  check_both (today, "13 promises are late, three fall due today",
              "One fix waits to be confirmed.");
}

static void
test_promises_due (void)
{
  g_autoptr (ImpToday) today = imp_today_new (SATURDAY);

  today->n_due = 1;
  today->last_due = SATURDAY;
  check_both (today, "One promise falls due today", "Nothing else is due.");
  today->last_due = SATURDAY + 1;
  check (imp_today_say_first (today), "One promise falls due tomorrow");
  today->last_due = SATURDAY + 2;
  check (imp_today_say_first (today), "One promise falls due on Monday");
  today->n_late = 2;
  check (imp_today_say_first (today), "Two promises are late, one falls due on Monday");
  today->n_due = 2;
  today->last_due = SATURDAY + 1;
  check (imp_today_say_first (today), "Two promises are late, two fall due by tomorrow");
  today->n_late = 0;
  today->n_due = 2;
  today->last_due = SATURDAY + 7;
  check (imp_today_say_first (today), "Two promises fall due by 28" NBSP "November");
}

static void
test_then_the_rest (void)
{
  g_autoptr (ImpToday) today = imp_today_new (SATURDAY);

  check_both (today, "Nothing is due today", "Nothing else is due.");
  add_round (today, SATURDAY + 19, "Leeds");
  check_both (today, "Nothing is due today",
              "The next round is on Thursday 10" NBSP "December: Leeds.");
  today->n_due_rounds = 2;
  check_both (today, "Two rounds are due", "Nothing else is due.");
  today->n_under_way = 1;
  check_both (today, "One round is under way", "Nothing else is due.");
  today->n_untold = 1;
  check_both (today, "One round is under way",
              "One colleague does not know yet what became of their irritant.");
  today->n_to_confirm = 2;
  check_both (today, "One round is under way", "Two fixes wait to be confirmed.");
  today->n_under_way = 0;
  today->n_late = 1;
  check_both (today, "One promise is late", "Two rounds are due.");
  today->n_late = 0;
  today->n_due_rounds = 0;
  check_both (today, "Two fixes wait to be confirmed",
              "One colleague does not know yet what became of their irritant.");
}

static void
test_beside_the_headings (void)
{
  g_autoptr (ImpToday) today = imp_today_new (SATURDAY);

  today->n_to_confirm = 1;
  today->n_untold = 4;
  check (imp_today_say_to_confirm (today), "one fix to confirm");
  check (imp_today_say_colleagues (today), "four colleagues");
  today->n_untold = 1300;
  today->more_news = TRUE;
  check (imp_today_say_colleagues (today), "more than 1300 colleagues");
  check (imp_today_say_next (today),
         "More than 1300 colleagues do not know yet what became of their irritant.");
}

static void
test_promise (void)
{
  ImpPromiseLine line = { .to = (char *) "Lyon warehouse", .due = imp_date_new (2026, 11, 18) };

  check (imp_today_say_terms (&line), "To Lyon warehouse for 18" NBSP "November");
  line.owner = (char *) "Marek Nowak";
  check (imp_today_say_terms (&line), "To Lyon warehouse for 18" NBSP "November · Marek Nowak");
  line.to = NULL;
  check (imp_today_say_terms (&line), "For 18" NBSP "November · Marek Nowak");
}

static void
test_day (void)
{
  check (imp_today_say_day (SATURDAY, SATURDAY), "Today");
  check (imp_today_say_day (SATURDAY + 1, SATURDAY), "Tomorrow");
  check (imp_today_say_day (SATURDAY + 6, SATURDAY), "Friday");
  check (imp_today_say_day (SATURDAY + 7, SATURDAY), "28" NBSP "November");
}

static void
test_to_confirm (void)
{
  char *both[] = { (char *) "Tom Firth", (char *) "Priya Shah", NULL };
  ImpToConfirm fix = { .delivered = imp_date_new (2026, 11, 12), .reporters = both };

  check (imp_to_confirm_say (&fix), "Delivered 12" NBSP "November · ask Tom or Priya");
  both[1] = (char *) "Tom Okafor";
  check (imp_to_confirm_say (&fix), "Delivered 12" NBSP "November · ask Tom Firth or Tom Okafor");
  both[1] = NULL;
  check (imp_to_confirm_say (&fix), "Delivered 12" NBSP "November · ask Tom");
  both[0] = NULL;
  check (imp_to_confirm_say (&fix), "Delivered 12" NBSP "November");
}

static void
test_round (void)
{
  ImpTodayRound round = { .last = IMP_DATE_NONE };

  g_assert_null (imp_today_round_say_last (&round));
  round.last = imp_date_new (2026, 11, 12);
  check (imp_today_round_say_last (&round), "Last visit 12" NBSP "November");
  round.n_promised = 2;
  round.n_kept = 1;
  check (imp_today_round_say_last (&round),
         "Last visit 12" NBSP "November · promised then: 2, kept: 1");
}

static void
test_news_of_a_fix (void)
{
  ImpNews *news = imp_news_new (1, 2, SATURDAY);
  ImpUntold *first = add_untold (news, 3, "Sam Okafor");

  check (imp_news_say_title (news), "The desk opens");
  check (imp_news_say_reporters (news), "1 reporter: Sam");
  check (imp_news_say_tell (news), "Tell Sam");
  check (imp_news_say_words (news), "The desk opens.");
  first->why = g_strdup ("No old password is asked for.");
  check (imp_news_say_words (news), "The desk opens. No old password is asked for.");
  add_untold (news, 0, "Somebody in returns");
  check (imp_news_say_reporters (news), "2 reporters: Sam, Somebody in returns");
  check (imp_news_say_tell (news), "Tell Them");
  add_untold (news, 4, "Sam Hill");
  check (imp_news_say_reporters (news), "3 reporters: Sam Okafor, Somebody in returns, Sam Hill");
  add_untold (news, 5, "Ana Costa");
  check (imp_news_say_reporters (news),
         "4 reporters: Sam Okafor, Somebody in returns, Sam Hill, Ana");
  add_untold (news, 6, "Tom Firth");
  check (imp_news_say_reporters (news),
         "5 reporters: Sam Okafor, Somebody in returns, Sam Hill, 2 more");
  news->n_untold = 300;
  check (imp_news_say_reporters (news),
         "300 reporters: Sam Okafor, Somebody in returns, Sam Hill, 297 more");
  imp_news_free (news);
}

static void
test_news_of_a_refusal (void)
{
  ImpNews *news = imp_news_new (1, 0, SATURDAY);
  ImpUntold *first = add_untold (news, 0, "Somebody in returns");

  first->why = g_strdup ("The landlord owns it.");
  check (imp_news_say_title (news), "We cannot: The desk opens");
  check (imp_news_say_tell (news), "Tell Them");
  check (imp_news_say_words (news), "We cannot: The desk opens. The landlord owns it.");
  imp_news_free (news);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/today/count", test_count);
  g_test_add_func ("/model/today/promises-come-first", test_promises_come_first);
  g_test_add_func ("/model/today/promises-due", test_promises_due);
  g_test_add_func ("/model/today/then-the-rest", test_then_the_rest);
  g_test_add_func ("/model/today/beside-the-headings", test_beside_the_headings);
  g_test_add_func ("/model/today/promise", test_promise);
  g_test_add_func ("/model/today/day", test_day);
  g_test_add_func ("/model/today/to-confirm", test_to_confirm);
  g_test_add_func ("/model/today/round", test_round);
  g_test_add_func ("/model/today/news-of-a-fix", test_news_of_a_fix);
  g_test_add_func ("/model/today/news-of-a-refusal", test_news_of_a_refusal);
  return g_test_run ();
}
