/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds: planned, due, late, begun and finished. */
#include "config.h"

#include "round-fixture.h"
#include "backlog/imp-backlog-history.h"

static void
assert_line (const ImpRoundLine *line, const char *site, ImpDate planned, ImpRoundState state)
{
  g_assert_cmpstr (line->site_name, ==, site);
  g_assert_cmpint (line->planned, ==, planned);
  g_assert_cmpint (imp_round_line_get_state (line), ==, state);
}

static void
test_planned (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const people[] = { "Tom Firth", "Ana Costa", "tom  firth", NULL };
  static const char *const departments[] = { "Dispatch", NULL };
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpRoundPlan plan = { .site = " Leeds",
                        .planned = today + 3,
                        .time = 14 * 60 + 30,
                        .place = "by the parts counter",
                        .visitors = "Marta Nowak and Inês Duarte",
                        .note = "Ask about the labels",
                        .people = people,
                        .departments = departments,
                        .weeks = 6 };
  ImpItem round = round_fixture_plan (fixture, &plan);
  g_autoptr (ImpRoundPage) page = round_fixture_read (fixture, round);

  assert_line (&page->line, "Leeds", today + 3, IMP_ROUND_PLANNED_STATE);
  g_assert_cmpint (page->line.time, ==, 14 * 60 + 30);
  g_assert_cmpstr (page->line.place, ==, "by the parts counter");
  g_assert_cmpstr (page->line.visitors, ==, "Marta Nowak and Inês Duarte");
  g_assert_cmpstr (page->note, ==, "Ask about the labels");
  g_assert_cmpuint (g_strv_length (page->questions), ==, 4);
  g_assert_cmpuint (page->meetings->len, ==, 3);
  g_assert_cmpstr (((ImpMeetingLine *) page->meetings->pdata[0])->name, ==, "Ana Costa");
  g_assert_cmpstr (((ImpMeetingLine *) page->meetings->pdata[1])->name, ==, "Tom Firth");
  g_assert_cmpstr (((ImpMeetingLine *) page->meetings->pdata[2])->name, ==, "Somebody in Dispatch");
  g_assert_cmpuint (page->line.n_to_meet, ==, 3);
  g_assert_cmpuint (page->line.n_met, ==, 0);
  g_assert_cmpint (page->next, ==, 0);
  g_assert_cmpint (page->weeks, ==, 6);
}

static void
assert_refused (BacklogFixture *fixture, const ImpRoundPlan *plan, const char *message)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_plan_round_async (fixture->backlog, plan, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_says_what_is_missing (BacklogFixture *fixture, gconstpointer data)
{
  const ImpRoundPlan nowhere = { .site = " ", .planned = 20000, .weeks = -1 };
  const ImpRoundPlan never = { .site = "Leeds", .planned = IMP_DATE_NONE, .weeks = -1 };

  assert_refused (fixture, &nowhere, "Cannot plan the round: say at which site it is");
  assert_refused (fixture, &never, "Cannot plan the round: choose a day");
}

static void
test_plan_changes (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const first[] = { "Tom Firth", "Ana Costa", NULL };
  static const char *const second[] = { "Ana Costa", "Gareth Pugh", NULL };
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpRoundPlan plan = { .site = "Leeds", .planned = today, .people = first, .weeks = -1 };
  ImpItem round = round_fixture_plan (fixture, &plan);
  g_autoptr (ImpRoundPage) page = NULL;
  g_autoptr (ImpRoundPage) before = NULL;

  plan.item = round;
  plan.planned = today + 1;
  plan.time = IMP_ROUND_ANY_TIME;
  plan.people = second;
  g_assert_cmpint (round_fixture_plan (fixture, &plan), ==, round);
  page = round_fixture_read (fixture, round);
  g_assert_cmpint (page->line.planned, ==, today + 1);
  g_assert_cmpint (page->line.time, ==, IMP_ROUND_ANY_TIME);
  g_assert_cmpuint (page->meetings->len, ==, 2);
  g_assert_cmpstr (((ImpMeetingLine *) page->meetings->pdata[0])->name, ==, "Ana Costa");
  g_assert_cmpstr (((ImpMeetingLine *) page->meetings->pdata[1])->name, ==, "Gareth Pugh");
  backlog_fixture_undo (fixture);
  before = round_fixture_read (fixture, round);
  g_assert_cmpint (before->line.planned, ==, today);
  g_assert_cmpint (before->line.time, ==, 0);
  g_assert_cmpstr (((ImpMeetingLine *) before->meetings->pdata[1])->name, ==, "Tom Firth");
}

/* Who was met stays, whoever is planned. */
static void
test_who_was_met_stays (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const nobody[] = { NULL };
  ImpRoundPlan plan = { .site = "Leeds", .planned = 20000, .weeks = -1 };
  ImpItem round = round_fixture_plan (fixture, &plan);
  g_autoptr (ImpRoundPage) page = NULL;
  ImpAwait await = { NULL };

  imp_backlog_meet_async (fixture->backlog, round, "Tom Firth", NULL, TRUE, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  imp_backlog_meet_async (fixture->backlog, round, "Ana Costa", NULL, FALSE, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  imp_backlog_meet_async (fixture->backlog, round, NULL, "Dispatch", TRUE, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  plan.item = round;
  plan.people = plan.departments = nobody;
  round_fixture_plan (fixture, &plan);
  page = round_fixture_read (fixture, round);
  g_assert_cmpuint (page->meetings->len, ==, 2);
  g_assert_cmpstr (((ImpMeetingLine *) page->meetings->pdata[0])->name, ==, "Tom Firth");
  g_assert_cmpuint (page->line.n_met, ==, 2);
  imp_backlog_meet_async (fixture->backlog, round, "Tom Firth", NULL, FALSE, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  imp_round_page_unref (g_steal_pointer (&page));
  page = round_fixture_read (fixture, round);
  g_assert_cmpuint (page->line.n_met, ==, 1);
  g_assert_cmpuint (page->meetings->len, ==, 2);
}

static void
test_questions_go_on (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const own[] = { "What works?", "What does not?", NULL };
  g_auto (GStrv) usual = imp_round_dup_questions ();
  ImpRoundPlan plan = { .site = "Leeds", .planned = 20000, .questions = own, .weeks = -1 };
  g_autoptr (ImpRoundPage) second = NULL;
  g_autoptr (ImpRoundPage) third = NULL;

  round_fixture_plan (fixture, &plan);
  plan.planned = 20042;
  plan.questions = NULL;
  plan.item = round_fixture_plan (fixture, &plan);
  second = round_fixture_read (fixture, plan.item);
  g_assert_cmpuint (g_strv_length (second->questions), ==, 2);
  g_assert_cmpstr (second->questions[1], ==, "What does not?");
  plan.questions = (const char *const *) usual;
  round_fixture_plan (fixture, &plan);
  third = round_fixture_read (fixture, plan.item);
  g_assert_cmpstr (third->questions[0], ==, "What is working well?");
}

static void
test_begun_and_finished (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem round = round_fixture_begin (fixture, "Leeds", today);
  g_autoptr (ImpRoundPage) under_way = round_fixture_read (fixture, round);
  g_autoptr (ImpRoundPage) finished = NULL;
  g_autoptr (ImpRoundPage) back = NULL;
  gint64 begun = fixture->now_ms;

  assert_line (&under_way->line, "Leeds", today, IMP_ROUND_UNDER_WAY);
  g_assert_cmpint (under_way->line.started_ms, ==, begun);
  fixture->now_ms += 3600000;
  round_fixture_finish (fixture, round);
  finished = round_fixture_read (fixture, round);
  assert_line (&finished->line, "Leeds", today, IMP_ROUND_FINISHED);
  g_assert_cmpint (finished->line.started_ms, ==, begun);
  g_assert_cmpint (finished->line.ended_ms, ==, begun + 3600000);
  backlog_fixture_undo (fixture);
  back = round_fixture_read (fixture, round);
  assert_line (&back->line, "Leeds", today, IMP_ROUND_UNDER_WAY);
}

/* It is on the day that somebody is there. */
static void
test_begun_on_another_day (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem round = round_fixture_begin (fixture, "Leeds", today + 11);
  g_autoptr (ImpRoundPage) begun = round_fixture_read (fixture, round);
  g_autoptr (ImpRoundPage) back = NULL;

  assert_line (&begun->line, "Leeds", today, IMP_ROUND_UNDER_WAY);
  backlog_fixture_undo (fixture);
  back = round_fixture_read (fixture, round);
  assert_line (&back->line, "Leeds", today + 11, IMP_ROUND_PLANNED_STATE);
}

/* A battery that was flat is no new beginning. */
static void
test_begun_goes_on (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  gint64 begun = fixture->now_ms;
  g_autoptr (ImpRoundPage) page = NULL;
  ImpAwait await = { NULL };

  fixture->now_ms += 600000;
  imp_backlog_begin_round_async (fixture->backlog, round, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  page = round_fixture_read (fixture, round);
  g_assert_cmpint (page->line.started_ms, ==, begun);
}

static GPtrArray *
read_ahead (BacklogFixture *fixture)
{
  ImpAwait await = { NULL };

  imp_backlog_rounds_ahead_async (fixture->backlog, NULL, imp_await_cb, &await);
  return round_fixture_finish_lines (fixture, &await);
}

static void
test_ahead (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (GPtrArray) lines = NULL;

  round_fixture_plan (fixture,
                      &(ImpRoundPlan) { .site = "Porto", .planned = today + 9, .weeks = -1 });
  round_fixture_plan (fixture,
                      &(ImpRoundPlan) { .site = "Ghent", .planned = today - 2, .weeks = 6 });
  round_fixture_begin (fixture, "Lyon", today);
  round_fixture_finish (fixture, round_fixture_begin (fixture, "Leeds", today));
  round_fixture_plan (fixture, &(ImpRoundPlan) {
                                   .item = round_fixture_begin (fixture, "Evreux", today - 1),
                                   .site = "Evreux",
                                   .planned = today - 1,
                                   .weeks = 4,
                               });
  lines = read_ahead (fixture);
  g_assert_cmpuint (lines->len, ==, 4);
  assert_line (lines->pdata[0], "Evreux", today - 1, IMP_ROUND_UNDER_WAY);
  assert_line (lines->pdata[1], "Lyon", today, IMP_ROUND_UNDER_WAY);
  assert_line (lines->pdata[2], "Ghent", today - 2, IMP_ROUND_PLANNED_STATE);
  g_assert_true (imp_round_line_is_late (lines->pdata[2], today));
  assert_line (lines->pdata[3], "Porto", today + 9, IMP_ROUND_PLANNED_STATE);
  g_assert_false (imp_round_line_is_late (lines->pdata[3], today));
}

/* By its rhythm, as long as nothing is planned. */
static void
test_due (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpRoundPlan plan = { .site = "Leeds", .planned = today, .weeks = 4 };
  ImpItem round = round_fixture_plan (fixture, &plan);
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) planned = NULL;

  round_fixture_finish (fixture, round);
  fixture->now_ms += 30 * (gint64) IMP_DAY_MS;
  due = read_ahead (fixture);
  g_assert_cmpuint (due->len, ==, 1);
  assert_line (due->pdata[0], "Leeds", today + 28, IMP_ROUND_PLANNED_STATE);
  g_assert_cmpint (((ImpRoundLine *) due->pdata[0])->item, ==, 0);
  g_assert_true (imp_round_line_is_late (due->pdata[0], today + 30));
  plan.planned = today + 31;
  round = round_fixture_plan (fixture, &plan);
  planned = read_ahead (fixture);
  g_assert_cmpuint (planned->len, ==, 1);
  g_assert_cmpint (((ImpRoundLine *) planned->pdata[0])->item, ==, round);
}

static void
test_next_visit (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem round = round_fixture_begin (fixture, "Leeds", today);
  ImpRoundPlan next = {
    .site = "Leeds", .planned = today + 42, .time = 600, .place = "Canteen", .weeks = -1
  };
  ImpItem after = round_fixture_plan (fixture, &next);
  g_autoptr (ImpRoundPage) page = NULL;
  g_autoptr (ImpRoundPage) of_next = NULL;

  round_fixture_plan (fixture,
                      &(ImpRoundPlan) { .site = "Leeds", .planned = today + 90, .weeks = -1 });
  round_fixture_plan (fixture,
                      &(ImpRoundPlan) { .site = "Porto", .planned = today + 1, .weeks = -1 });
  page = round_fixture_read (fixture, round);
  g_assert_cmpint (page->next, ==, after);
  g_assert_cmpint (page->next_planned, ==, today + 42);
  g_assert_cmpint (page->next_time, ==, 600);
  g_assert_cmpstr (page->next_place, ==, "Canteen");
  of_next = round_fixture_read (fixture, after);
  g_assert_cmpint (of_next->next_planned, ==, today + 90);
}

static void
test_deleted_and_restored (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const people[] = { "Tom Firth", NULL };
  ImpRoundPlan plan = { .site = "Leeds", .planned = 20000, .people = people, .weeks = -1 };
  ImpItem round = round_fixture_plan (fixture, &plan);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (ImpRoundPage) page = NULL;
  ImpAwait await = { NULL };

  imp_backlog_delete_async (fixture->backlog, round, "Round deleted", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  none = read_ahead (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  round_fixture_assert_binned (fixture, "Leeds · 4\u00a0October\u00a02024");
  imp_backlog_restore_async (fixture->backlog, round, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  page = round_fixture_read (fixture, round);
  g_assert_cmpuint (page->meetings->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("rounds/planned", test_planned);
  BACKLOG_FIXTURE_ADD ("rounds/says-what-is-missing", test_says_what_is_missing);
  BACKLOG_FIXTURE_ADD ("rounds/plan-changes", test_plan_changes);
  BACKLOG_FIXTURE_ADD ("rounds/who-was-met-stays", test_who_was_met_stays);
  BACKLOG_FIXTURE_ADD ("rounds/questions-go-on", test_questions_go_on);
  BACKLOG_FIXTURE_ADD ("rounds/begun-and-finished", test_begun_and_finished);
  BACKLOG_FIXTURE_ADD ("rounds/begun-on-another-day", test_begun_on_another_day);
  BACKLOG_FIXTURE_ADD ("rounds/begun-goes-on", test_begun_goes_on);
  BACKLOG_FIXTURE_ADD ("rounds/ahead", test_ahead);
  BACKLOG_FIXTURE_ADD ("rounds/due-by-rhythm", test_due);
  BACKLOG_FIXTURE_ADD ("rounds/next-visit", test_next_visit);
  BACKLOG_FIXTURE_ADD ("rounds/deleted-and-restored", test_deleted_and_restored);
  return g_test_run ();
}
