/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What to know before a round: promises, what is open, what to ask, who to tell, who is silent. */
#include "config.h"

#include "round-fixture.h"

#include "backlog/imp-backlog-fixes.h"

static ImpBriefing *
brief (BacklogFixture *fixture, ImpItem round)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpBriefing *briefing;

  imp_backlog_briefing_async (fixture->backlog, round, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  briefing = imp_backlog_briefing_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return briefing;
}

static ImpItem
plan_next (BacklogFixture *fixture)
{
  return round_fixture_plan (fixture, &(ImpRoundPlan) {
                                          .site = "Leeds",
                                          .planned = imp_backlog_get_today (fixture->backlog) + 1,
                                          .weeks = 6,
                                      });
}

static void
pass_days (BacklogFixture *fixture, int days)
{
  fixture->now_ms += days * (gint64) IMP_DAY_MS;
}

static ImpItem
find_irritant (BacklogFixture *fixture, ImpItem round, guint position)
{
  g_autoptr (ImpRoundPage) page = round_fixture_read (fixture, round);

  return round_fixture_get_heard (page, position)->irritant;
}

static ImpItem
find_fix (BacklogFixture *fixture, ImpItem irritant)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  g_assert_cmpuint (page->fixes->len, >, 0);
  return ((ImpFixLine *) page->fixes->pdata[0])->item;
}

static void
deliver (BacklogFixture *fixture, ImpItem fix)
{
  ImpAwait await = { NULL };

  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, NULL, NULL, NULL, imp_await_cb,
                                 &await);
  backlog_fixture_finish (fixture, &await);
}

static void
decline (BacklogFixture *fixture, ImpItem irritant, const char *reason)
{
  ImpAwait await = { NULL };

  imp_backlog_decline_async (fixture->backlog, irritant, reason, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* A promise about a new irritant, that falls due in so many days; gives the irritant. */
static ImpItem
promise (BacklogFixture *fixture, ImpItem round, guint position, const char *what, int days)
{
  ImpItem report =
      round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", "It is slow");

  round_fixture_promise (fixture, round, report, what,
                         imp_backlog_get_today (fixture->backlog) + days);
  return find_irritant (fixture, round, position);
}

static const ImpPromised *
get_promised (ImpBriefing *briefing, guint position, const char *what, ImpPromisedState state)
{
  const ImpPromised *promised;

  g_assert_cmpuint (position, <, briefing->promised->len);
  promised = briefing->promised->pdata[position];
  g_assert_cmpstr (promised->what, ==, what);
  g_assert_cmpint (promised->state, ==, state);
  return promised;
}

static void
test_promised_last_time (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem round = round_fixture_begin (fixture, "Leeds", today), kept, late, refused;
  g_autoptr (ImpBriefing) briefing = NULL;
  const ImpPromised *missed;

  kept = promise (fixture, round, 0, "Kept", 20);
  late = promise (fixture, round, 1, "Late", 2);
  promise (fixture, round, 2, "Missed", 5);
  promise (fixture, round, 3, "Coming", 60);
  refused = promise (fixture, round, 4, "Refused", 30);
  round_fixture_finish (fixture, round);
  pass_days (fixture, 10);
  deliver (fixture, find_fix (fixture, kept));
  deliver (fixture, find_fix (fixture, late));
  decline (fixture, refused, "It is replaced in March");
  briefing = brief (fixture, plan_next (fixture));
  g_assert_cmpuint (briefing->promised->len, ==, 5);
  get_promised (briefing, 4, "Late", IMP_PROMISED_KEPT_LATE);
  missed = get_promised (briefing, 0, "Missed", IMP_PROMISED_MISSED);
  g_assert_cmpstr (missed->to, ==, "Tom Firth");
  g_assert_cmpint (missed->first, ==, today + 5);
  get_promised (briefing, 3, "Kept", IMP_PROMISED_KEPT);
  g_assert_cmpstr (get_promised (briefing, 2, "Refused", IMP_PROMISED_REFUSED)->reason, ==,
                   "It is replaced in March");
  get_promised (briefing, 1, "Coming", IMP_PROMISED_UNDER_WAY);
  g_assert_cmpint (briefing->last, ==, today);
  g_assert_cmpint (briefing->weeks, ==, 6);
}

/* What was kept long ago was told on the round in between; what is still open stays. */
static void
test_promised_before (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem first = round_fixture_begin (fixture, "Leeds", 20000), kept;
  g_autoptr (ImpBriefing) second = NULL;
  g_autoptr (ImpBriefing) fourth = NULL;

  kept = promise (fixture, first, 0, "Kept", 2);
  promise (fixture, first, 1, "Open", 3);
  deliver (fixture, find_fix (fixture, kept));
  round_fixture_finish (fixture, first);
  pass_days (fixture, 20);
  first = plan_next (fixture);
  second = brief (fixture, first);
  g_assert_cmpuint (second->promised->len, ==, 2);
  round_fixture_finish (fixture, first);
  pass_days (fixture, 20);
  round_fixture_finish (fixture, plan_next (fixture));
  fourth = brief (fixture, plan_next (fixture));
  g_assert_cmpuint (fourth->promised->len, ==, 1);
  get_promised (fourth, 0, "Open", IMP_PROMISED_MISSED);
}

static void
test_moved_date (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem round = round_fixture_begin (fixture, "Leeds", today), report, item;
  g_autoptr (ImpBriefing) briefing = NULL;
  const ImpPromised *moved;
  ImpAwait await = { NULL };

  report = round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", "Slow");
  item = round_fixture_promise (fixture, round, report, "Faster", today + 5);
  imp_backlog_move_promise_async (fixture->backlog, item, today + 30, "The part is late", TRUE,
                                  NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  briefing = brief (fixture, plan_next (fixture));
  moved = get_promised (briefing, 0, "Faster", IMP_PROMISED_UNDER_WAY);
  g_assert_cmpint (moved->first, ==, today + 5);
  g_assert_cmpint (moved->due, ==, today + 30);
  g_assert_true (moved->told);
  g_assert_cmpstr (moved->reason, ==, "The part is late");
}

static ImpItem
record_at (BacklogFixture *fixture, const char *site, const char *words, double people)
{
  const ImpRecording recording = { .words = words,
                                   .person = "Tom Firth",
                                   .site = site,
                                   .people = { .number = people, .known = IMP_KNOWN_MEASURED },
                                   .often = { .band = 5, .known = IMP_KNOWN_MEASURED },
                                   .minutes = { .number = 6, .known = IMP_KNOWN_GUESS },
                                   .date = IMP_DATE_NONE };
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  return backlog_fixture_finish (fixture, &await);
}

static void
test_open_here (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem fixed, irritant;
  g_autoptr (ImpBriefing) briefing = NULL;
  const ImpBriefingIrritant *line;
  ImpAwait await = { NULL };

  record_at (fixture, "Leeds", "The door sticks", 5);
  record_at (fixture, "Porto", "The list is old", 50);
  irritant = record_at (fixture, "Leeds", "The printer jams", 20);
  fixed = record_at (fixture, "Leeds", "No light", 100);
  imp_backlog_plan_fix_async (fixture->backlog, "A lamp", &fixed, 1, NULL, IMP_DATE_NONE, NULL,
                              imp_await_cb, &await);
  deliver (fixture, backlog_fixture_finish (fixture, &await));
  briefing = brief (fixture, plan_next (fixture));
  g_assert_cmpuint (briefing->n_irritants, ==, 2);
  g_assert_cmpuint (briefing->irritants->len, ==, 2);
  line = briefing->irritants->pdata[0];
  g_assert_cmpint (line->item, ==, irritant);
  g_assert_cmpstr (line->title, ==, "The printer jams");
  g_assert_cmpstr (line->words, ==, "The printer jams");
  g_assert_cmpuint (line->rank, ==, 2);
  g_assert_cmpuint (line->n_reports, ==, 1);
  g_assert_cmpint (line->last, ==, imp_backlog_get_today (fixture->backlog));
  g_assert_cmpfloat (line->impact.hours, >, 0);
  line = briefing->irritants->pdata[1];
  g_assert_cmpuint (line->rank, ==, 3);
}

/* Only of what is reported here. */
static void
test_to_ask (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem here[3];
  g_autoptr (ImpBriefing) briefing = NULL;

  for (guint i = 0; i < 6; i++)
    record_at (fixture, "Porto", "Something else", 10 + i);
  for (guint i = 0; i < 3; i++)
    here[i] = record_at (fixture, "Leeds", "Something here", 10 + i);
  briefing = brief (fixture, plan_next (fixture));
  g_assert_cmpuint (briefing->to_ask->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const ImpToAsk *to_ask = briefing->to_ask->pdata[i];

      g_assert_true (to_ask->item == here[0] || to_ask->item == here[1] || to_ask->item == here[2]);
      g_assert_cmpint (to_ask->asking.question, ==, IMP_QUESTION_MINUTES);
    }
}

static void
assert_untold (BacklogFixture *fixture, ImpItem round, const char *who, const char *why)
{
  g_autoptr (ImpBriefing) briefing = brief (fixture, round);
  const ImpUntold *untold;

  g_assert_cmpuint (briefing->n_untold, ==, who != NULL);
  g_assert_cmpuint (briefing->untold->len, ==, who != NULL);
  if (who == NULL)
    return;
  untold = briefing->untold->pdata[0];
  g_assert_cmpstr (untold->who, ==, who);
  g_assert_cmpstr (untold->why, ==, why);
  g_assert_cmpint (untold->since, ==, imp_backlog_get_today (fixture->backlog));
}

static void
tell (BacklogFixture *fixture, ImpItem round, gboolean told)
{
  g_autoptr (ImpBriefing) briefing = brief (fixture, round);
  static ImpUntold untold; /* who was told is no longer on it */
  ImpAwait await = { NULL };

  if (told)
    {
      const ImpUntold *first = briefing->untold->pdata[0];

      untold = (ImpUntold) { first->irritant, first->fix, first->person, first->department };
    }
  imp_backlog_tell_async (fixture->backlog, &untold, round, told, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* Once, though they said it twice. */
static void
test_not_told_of_a_fix (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record_at (fixture, "Leeds", "The door sticks", 5), round;
  const ImpRecording again = { .person = "Tom Firth", .site = "Leeds", .date = IMP_DATE_NONE };
  ImpAwait await = { NULL };

  imp_backlog_add_report_async (fixture->backlog, irritant, &again, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  round = plan_next (fixture);
  assert_untold (fixture, round, NULL, NULL);
  imp_backlog_plan_fix_async (fixture->backlog, "Oil", &irritant, 1, NULL, IMP_DATE_NONE, NULL,
                              imp_await_cb, &await);
  deliver (fixture, backlog_fixture_finish (fixture, &await));
  assert_untold (fixture, round, "Tom Firth", NULL);
  tell (fixture, round, TRUE);
  assert_untold (fixture, round, NULL, NULL);
  backlog_fixture_undo (fixture);
  assert_untold (fixture, round, "Tom Firth", NULL);
  tell (fixture, round, TRUE);
  tell (fixture, round, FALSE);
  assert_untold (fixture, round, "Tom Firth", NULL);
  imp_backlog_confirm_fix_async (fixture->backlog, find_fix (fixture, irritant), "Tom Firth",
                                 IMP_VERDICT_GONE, NULL, 0, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_untold (fixture, round, NULL, NULL);
}

static void
test_not_told_of_a_refusal (BacklogFixture *fixture, gconstpointer data)
{
  const ImpRecording recording = {
    .words = "No music", .department = "Dispatch", .site = "Leeds", .date = IMP_DATE_NONE
  };
  ImpItem irritant, round = plan_next (fixture);
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  irritant = backlog_fixture_finish (fixture, &await);
  decline (fixture, irritant, "It drowns the alarm");
  assert_untold (fixture, round, "Somebody in Dispatch", "It drowns the alarm");
  tell (fixture, round, TRUE);
  assert_untold (fixture, round, NULL, NULL);
}

/* Who got what they were promised saw it. */
static void
test_promise_kept_tells (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);

  deliver (fixture, find_fix (fixture, promise (fixture, round, 0, "Oil", 5)));
  assert_untold (fixture, round, NULL, NULL);
}

static void
test_not_heard_for_long (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  g_autoptr (ImpBriefing) briefing = NULL;
  const ImpUnheard *unheard;

  round_fixture_hear (fixture, round,
                      &(ImpHeard) { .kind = IMP_HEARD_WORKS,
                                    .words = "All well",
                                    .person = "Ana Costa",
                                    .department = "Goods in" });
  pass_days (fixture, IMP_BRIEFING_SILENT_DAYS - 1);
  round_fixture_hear (fixture, round,
                      &(ImpHeard) { .kind = IMP_HEARD_IRRITANT,
                                    .words = "It is cold",
                                    .person = "Tom Firth",
                                    .department = "Dispatch" });
  briefing = brief (fixture, plan_next (fixture));
  g_assert_cmpuint (briefing->n_colleagues, ==, 2);
  g_assert_cmpuint (briefing->n_departments, ==, 2);
  g_assert_cmpuint (briefing->unheard->len, ==, 0);
  imp_briefing_unref (g_steal_pointer (&briefing));
  pass_days (fixture, 1);
  briefing = brief (fixture, plan_next (fixture));
  g_assert_cmpuint (briefing->unheard->len, ==, 1);
  unheard = briefing->unheard->pdata[0];
  g_assert_cmpstr (unheard->name, ==, "Goods in");
  g_assert_cmpuint (unheard->n_people, ==, 1);
  g_assert_cmpint (unheard->last, ==,
                   imp_backlog_get_today (fixture->backlog) - IMP_BRIEFING_SILENT_DAYS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("briefing/promised-last-time", test_promised_last_time);
  BACKLOG_FIXTURE_ADD ("briefing/promised-before-that", test_promised_before);
  BACKLOG_FIXTURE_ADD ("briefing/moved-date", test_moved_date);
  BACKLOG_FIXTURE_ADD ("briefing/open-here", test_open_here);
  BACKLOG_FIXTURE_ADD ("briefing/to-ask", test_to_ask);
  BACKLOG_FIXTURE_ADD ("briefing/not-told-of-a-fix", test_not_told_of_a_fix);
  BACKLOG_FIXTURE_ADD ("briefing/not-told-of-a-refusal", test_not_told_of_a_refusal);
  BACKLOG_FIXTURE_ADD ("briefing/promise-kept-tells", test_promise_kept_tells);
  BACKLOG_FIXTURE_ADD ("briefing/not-heard-for-long", test_not_heard_for_long);
  return g_test_run ();
}
