/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is heard and promised on a round, and what becomes of it. */
#include "config.h"

#include "round-fixture.h"

#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-history.h"
#include "model/imp-edit-words.h"

static void
assert_heard (const ImpRoundPage *page, guint position, ImpHeardKind kind, const char *words)
{
  const ImpHeardLine *line = round_fixture_get_heard (page, position);

  g_assert_cmpint (line->kind, ==, kind);
  g_assert_cmpstr (line->words, ==, words);
}

/* The battery goes flat: what was written down is there. */
static void
lose_power (BacklogFixture *fixture)
{
  imp_close_backlog (fixture->backlog);
  fixture->backlog = backlog_fixture_open (fixture, "backlog.db");
}

static const char *const irritants[] = { "The scanner signs me out", "The door sticks",
                                         "Labels come out crooked", "No light at bay 3",
                                         "The list is a day old" };

/* Before the battery goes flat; gives the report about the labels. */
static ImpItem
hear_first_half (BacklogFixture *fixture, ImpItem round, ImpItem known)
{
  ImpItem report = 0;

  round_fixture_hear_words (fixture, round, IMP_HEARD_WORKS, "Tom Firth", "The new gate is quick");
  for (guint i = 0; i < 3; i++)
    report =
        round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", irritants[i]);
  round_fixture_hear (fixture, round,
                      &(ImpHeard) { .kind = IMP_HEARD_ME_TOO,
                                    .words = "Mine jams too",
                                    .department = "Dispatch",
                                    .irritant = known });
  return report;
}

static void
hear_second_half (BacklogFixture *fixture, ImpItem round, ImpItem known)
{
  for (guint i = 3; i < 5; i++)
    round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, NULL, irritants[i]);
  round_fixture_hear (
      fixture, round,
      &(ImpHeard) { .kind = IMP_HEARD_ME_TOO, .person = "Ana Costa", .irritant = known });
  round_fixture_hear_words (fixture, round, IMP_HEARD_ELSE, "Ana Costa", "Is there a map?");
  round_fixture_hear_words (fixture, round, IMP_HEARD_THANKS, "Wout Claes", "Came on a Sunday");
}

static void
assert_lines (const ImpRoundPage *page)
{
  g_assert_cmpuint (page->heard->len, ==, 10);
  assert_heard (page, 0, IMP_HEARD_WORKS, "The new gate is quick");
  assert_heard (page, 1, IMP_HEARD_IRRITANT, irritants[0]);
  assert_heard (page, 2, IMP_HEARD_IRRITANT, irritants[1]);
  assert_heard (page, 3, IMP_HEARD_IRRITANT, irritants[2]);
  assert_heard (page, 4, IMP_HEARD_ME_TOO, "Mine jams too");
  assert_heard (page, 5, IMP_HEARD_IRRITANT, irritants[3]);
  assert_heard (page, 6, IMP_HEARD_IRRITANT, irritants[4]);
  assert_heard (page, 7, IMP_HEARD_ME_TOO, "");
  assert_heard (page, 8, IMP_HEARD_ELSE, "Is there a map?");
  assert_heard (page, 9, IMP_HEARD_THANKS, "Came on a Sunday");
}

static void
assert_promised_line (const ImpHeardLine *line, ImpDate date)
{
  g_assert_cmpstr (line->title, ==, irritants[2]);
  g_assert_cmpstr (line->who, ==, "Tom Firth");
  g_assert_cmpint (line->state, ==, IMP_STATE_PLANNED);
  g_assert_cmpstr (line->promised, ==, "Straighten the labels");
  g_assert_cmpstr (line->promised_by, ==, "Marek Nowak");
  g_assert_cmpint (line->promised_for, ==, date);
}

static void
assert_me_too_line (const ImpHeardLine *line)
{
  g_assert_cmpstr (line->title, ==, "The printer jams");
  g_assert_cmpstr (line->who, ==, "Somebody in Dispatch");
  g_assert_cmpuint (line->n_voices, ==, 2);
  g_assert_cmpint (line->promise, ==, 0);
  g_assert_cmpint (line->promised_for, ==, IMP_DATE_NONE);
}

static void
test_round (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem known = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem other = backlog_fixture_record (fixture, "I wait for the lift", 10);
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem round = round_fixture_begin (fixture, "Leeds", today);
  ImpItem report = hear_first_half (fixture, round, known);
  g_autoptr (ImpRoundPage) page = NULL;

  lose_power (fixture);
  round_fixture_promise (fixture, round, report, "Straighten the labels", today + 7);
  hear_second_half (fixture, round, other);
  page = round_fixture_read (fixture, round);
  assert_lines (page);
  assert_promised_line (round_fixture_get_heard (page, 3), today + 7);
  assert_me_too_line (round_fixture_get_heard (page, 4));
  /* Tom and Ana, and somebody in dispatch; who is thanked was not there. */
  g_assert_cmpuint (page->line.n_met, ==, 3);
  g_assert_cmpuint (page->line.n_reports, ==, 7);
  g_assert_cmpuint (page->line.n_promises, ==, 1);
  g_assert_cmpuint (page->line.n_observations, ==, 3);
}

static void
test_report_is_of_the_round (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  const ImpHeard heard = { .kind = IMP_HEARD_IRRITANT,
                           .words = "The scanner signs me out",
                           .person = "Tom Firth",
                           .department = "Goods in",
                           .answers = { { .number = 12, .known = IMP_KNOWN_ONE } } };
  g_autoptr (ImpRoundPage) page = NULL;
  g_autoptr (ImpIrritantPage) irritant = NULL;
  const ImpReportLine *report;

  round_fixture_hear (fixture, round, &heard);
  page = round_fixture_read (fixture, round);
  irritant = backlog_fixture_read_page (fixture, round_fixture_get_heard (page, 0)->irritant);
  g_assert_cmpstr (irritant->title, ==, "The scanner signs me out");
  g_assert_cmpstr (irritant->sites, ==, "Leeds");
  report = irritant->reports->pdata[0];
  g_assert_cmpstr (report->who, ==, "Tom Firth, Goods in");
  g_assert_cmpfloat (report->answers[0].number, ==, 12);
  backlog_fixture_undo (fixture);
  imp_round_page_unref (g_steal_pointer (&page));
  page = round_fixture_read (fixture, round);
  g_assert_cmpuint (page->heard->len, ==, 0);
  g_assert_cmpuint (page->meetings->len, ==, 0);
}

/* From the dialog that records at any time. */
static void
test_recorded_on_a_round (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  ImpRecording recording = {
    .words = "The door sticks", .person = "Tom Firth", .date = IMP_DATE_NONE, .round = round
  };
  g_autoptr (ImpRoundPage) page = NULL;
  g_autoptr (ImpIrritantPage) irritant = NULL;
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  irritant = backlog_fixture_read_page (fixture, backlog_fixture_finish (fixture, &await));
  g_assert_cmpstr (irritant->sites, ==, "Leeds");
  page = round_fixture_read (fixture, round);
  assert_heard (page, 0, IMP_HEARD_IRRITANT, "The door sticks");
  g_assert_cmpuint (page->line.n_met, ==, 1);
}

static void
assert_meeting (const ImpRoundPage *page, guint position, const char *name, gboolean met)
{
  const ImpMeetingLine *meeting = page->meetings->pdata[position];

  g_assert_cmpstr (meeting->name, ==, name);
  g_assert_cmpint (meeting->met, ==, met);
}

static ImpItem
begin_with (BacklogFixture *fixture, const char *const *people, const char *const *departments)
{
  const ImpRoundPlan plan = { .site = "Leeds",
                              .planned = imp_backlog_get_today (fixture->backlog),
                              .people = people,
                              .departments = departments,
                              .weeks = -1 };

  return round_fixture_plan (fixture, &plan);
}

/* "Somebody in Goods in" turned out to be Tom: met, and counted once. */
static void
test_somebody_was_met (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const departments[] = { "Goods in", "Dispatch", NULL };
  ImpItem before = round_fixture_begin (fixture, "Leeds", 20000);
  ImpItem round = begin_with (fixture, NULL, departments);
  g_autoptr (ImpRoundPage) heard = NULL, met = NULL, back = NULL;
  ImpAwait await = { NULL };

  round_fixture_hear (fixture, before,
                      &(ImpHeard) { .kind = IMP_HEARD_WORKS,
                                    .words = "The gate",
                                    .person = "Tom Firth",
                                    .department = "Goods in" });
  round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", "The door sticks");
  heard = round_fixture_read (fixture, round);
  g_assert_cmpuint (heard->meetings->len, ==, 2);
  assert_meeting (heard, 0, "Tom Firth", TRUE);
  assert_meeting (heard, 1, "Somebody in Dispatch", FALSE);
  g_assert_cmpuint (heard->line.n_met, ==, 1);
  /* Somebody who is new here, and of that department. */
  round_fixture_hear (fixture, round,
                      &(ImpHeard) { .kind = IMP_HEARD_ELSE,
                                    .words = "Is there a map?",
                                    .person = "Ana Costa",
                                    .department = "Dispatch" });
  met = round_fixture_read (fixture, round);
  g_assert_cmpuint (met->meetings->len, ==, 2);
  assert_meeting (met, 0, "Ana Costa", TRUE);
  backlog_fixture_undo (fixture);
  imp_backlog_meet_async (fixture->backlog, round, "Tom Firth", NULL, FALSE, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  back = round_fixture_read (fixture, round);
  assert_meeting (back, 0, "Tom Firth", FALSE);
  assert_meeting (back, 1, "Somebody in Dispatch", FALSE);
}

/* Who was to be met beside somebody else of the department is not that somebody. */
static void
test_somebody_else_waits (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const people[] = { "Tom Firth", NULL };
  static const char *const departments[] = { "Goods in", NULL };
  ImpItem before = round_fixture_begin (fixture, "Leeds", 20000), round;
  g_autoptr (ImpRoundPage) page = NULL;

  round_fixture_hear (fixture, before,
                      &(ImpHeard) { .kind = IMP_HEARD_WORKS,
                                    .words = "The gate",
                                    .person = "Tom Firth",
                                    .department = "Goods in" });
  round = begin_with (fixture, people, departments);
  round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", "The door sticks");
  page = round_fixture_read (fixture, round);
  g_assert_cmpuint (page->meetings->len, ==, 2);
  assert_meeting (page, 0, "Tom Firth", TRUE);
  assert_meeting (page, 1, "Somebody in Goods in", FALSE);
}

static ImpItem
deliver (BacklogFixture *fixture, ImpItem irritant)
{
  ImpAwait await = { NULL };
  ImpItem fix;

  imp_backlog_plan_fix_async (fixture->backlog, "New rollers", &irritant, 1, NULL, IMP_DATE_NONE,
                              NULL, imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, NULL, NULL, NULL, imp_await_cb,
                                 &await);
  backlog_fixture_finish (fixture, &await);
  return fix;
}

static void
test_is_back (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem known = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  const ImpHeard back = { .kind = IMP_HEARD_ME_TOO,
                          .words = "It jams again",
                          .person = "Tom Firth",
                          .irritant = known,
                          .is_back = TRUE };
  g_autoptr (ImpRoundPage) page = NULL;
  g_autoptr (ImpIrritantPage) before = NULL;

  deliver (fixture, known);
  round_fixture_hear (fixture, round, &back);
  page = round_fixture_read (fixture, round);
  g_assert_cmpint (round_fixture_get_heard (page, 0)->state, ==, IMP_STATE_BEING_FIXED);
  backlog_fixture_undo (fixture);
  before = backlog_fixture_read_page (fixture, known);
  g_assert_cmpint (before->state, ==, IMP_STATE_FIXED);
}

static void
assert_promise (BacklogFixture *fixture, ImpItem fix, guint n, const char *to, const char *what)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpFixPage) page = NULL;
  ImpAwait await = { NULL };
  const ImpPromiseLine *line;

  imp_backlog_fix_page_async (fixture->backlog, fix, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_fix_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->promises->len, ==, n);
  line = page->promises->pdata[0];
  g_assert_cmpstr (line->to, ==, to);
  g_assert_cmpstr (line->what, ==, what);
}

static ImpItem
find_fix (BacklogFixture *fixture, ImpItem irritant)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  g_assert_cmpuint (page->fixes->len, ==, 1);
  return ((ImpFixLine *) page->fixes->pdata[0])->item;
}

/* The second one goes to the fix that the first one planned. */
static void
test_promises_share_a_fix (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000), first, second, irritant;
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpRoundPage) page = NULL;

  first = round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth",
                                    "The printer jams");
  page = round_fixture_read (fixture, round);
  irritant = round_fixture_get_heard (page, 0)->irritant;
  second = round_fixture_hear (
      fixture, round,
      &(ImpHeard) { .kind = IMP_HEARD_ME_TOO, .department = "Dispatch", .irritant = irritant });
  round_fixture_promise (fixture, round, first, "New rollers", today + 7);
  assert_promise (fixture, find_fix (fixture, irritant), 1, "Tom Firth", "New rollers");
  round_fixture_promise (fixture, round, second, "A second printer", today + 9);
  assert_promise (fixture, find_fix (fixture, irritant), 2, "Dispatch", "A second printer");
  backlog_fixture_undo (fixture);
  backlog_fixture_undo (fixture);
  imp_round_page_unref (g_steal_pointer (&page));
  page = round_fixture_read (fixture, round);
  g_assert_cmpint (round_fixture_get_heard (page, 0)->state, ==, IMP_STATE_OPEN);
  g_assert_cmpuint (page->line.n_promises, ==, 0);
}

static void
hear_as (BacklogFixture *fixture, ImpItem round, ImpItem *line, ImpHeardKind kind)
{
  ImpAwait await = { NULL };

  imp_backlog_hear_as_async (fixture->backlog, round, *line, kind, imp_await_cb, &await);
  *line = backlog_fixture_finish (fixture, &await);
}

static void
assert_only (BacklogFixture *fixture, ImpItem round, ImpHeardKind kind, const char *who)
{
  g_autoptr (ImpRoundPage) page = round_fixture_read (fixture, round);

  g_assert_cmpuint (page->heard->len, ==, 1);
  assert_heard (page, 0, kind, "The gate is open");
  g_assert_cmpstr (round_fixture_get_heard (page, 0)->who, ==, who);
}

static void
test_what_it_is_after_all (BacklogFixture *fixture, gconstpointer data)
{
  static const ImpHeardKind kinds[] = { IMP_HEARD_WORKS, IMP_HEARD_ELSE, IMP_HEARD_IRRITANT,
                                        IMP_HEARD_THANKS, IMP_HEARD_IRRITANT };
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  ImpItem line =
      round_fixture_hear_words (fixture, round, IMP_HEARD_ELSE, "Tom Firth", "The gate is open");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      hear_as (fixture, round, &line, kinds[i]);
      assert_only (fixture, round, kinds[i], "Tom Firth");
    }
  backlog_fixture_undo (fixture);
  assert_only (fixture, round, IMP_HEARD_THANKS, "Tom Firth");
}

/* What others reported too is no remark only because one of them meant it so. */
static void
test_irritant_of_others_stays (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem known = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000), line;
  g_autoptr (ImpIrritantPage) page = NULL;

  line = round_fixture_hear (
      fixture, round,
      &(ImpHeard) { .kind = IMP_HEARD_ME_TOO, .words = "The gate is open", .irritant = known });
  hear_as (fixture, round, &line, IMP_HEARD_ELSE);
  assert_only (fixture, round, IMP_HEARD_ELSE, "Somebody");
  page = backlog_fixture_read_page (fixture, known);
  g_assert_cmpuint (page->reports->len, ==, 1);
}

static void
test_answers_later (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  ImpItem report =
      round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", "The door sticks");
  const ImpAnswer answers[3] = { { .band = 2, .known = IMP_KNOWN_ONE },
                                 { 0 },
                                 { .number = 5, .known = IMP_KNOWN_MEASURED } };
  g_autoptr (ImpRoundPage) page = NULL;
  const ImpHeardLine *line;
  ImpAwait await = { NULL };

  imp_backlog_answer_heard_async (fixture->backlog, report, answers, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  page = round_fixture_read (fixture, round);
  line = round_fixture_get_heard (page, 0);
  g_assert_cmpint (line->answers[0].band, ==, 2);
  g_assert_false (imp_answer_is_known (&line->answers[1]));
  g_assert_cmpfloat (line->answers[2].number, ==, 5);
}

static void
assert_refused (BacklogFixture *fixture, ImpItem round, const ImpHeard *heard, ImpError code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_hear_async (fixture->backlog, round, heard, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, (int) code);
}

static void
test_refuses_nothing_said (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);

  assert_refused (fixture, round, &(ImpHeard) { .kind = IMP_HEARD_IRRITANT, .words = " " },
                  IMP_ERROR_INPUT);
  assert_refused (fixture, round, &(ImpHeard) { .kind = IMP_HEARD_ME_TOO, .words = "Me too" },
                  IMP_ERROR_INPUT);
  assert_refused (fixture, round + 1000, &(ImpHeard) { .kind = IMP_HEARD_ELSE, .words = "Hm" },
                  IMP_ERROR_NOT_FOUND);
}

static GPtrArray *
find_past (BacklogFixture *fixture, const char *text)
{
  ImpAwait await = { NULL };

  imp_backlog_rounds_past_async (fixture->backlog, text, 10, NULL, imp_await_cb, &await);
  return round_fixture_finish_lines (fixture, &await);
}

static void
assert_past (BacklogFixture *fixture, const char *text, guint n, const char *first)
{
  g_autoptr (GPtrArray) lines = find_past (fixture, text);

  g_assert_cmpuint (lines->len, ==, n);
  if (n > 0)
    g_assert_cmpstr (((ImpRoundLine *) lines->pdata[0])->site_name, ==, first);
}

static void
test_past_is_found (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem first = round_fixture_begin (fixture, "Évreux", 20000), second;

  round_fixture_hear_words (fixture, first, IMP_HEARD_IRRITANT, NULL, "The printer jams");
  round_fixture_hear_words (fixture, first, IMP_HEARD_WORKS, NULL, "Le café est bon");
  round_fixture_finish (fixture, first);
  fixture->now_ms += IMP_DAY_MS;
  second = round_fixture_begin (fixture, "Leeds", 20001);
  round_fixture_hear_words (fixture, second, IMP_HEARD_IRRITANT, NULL, "The door jams");
  round_fixture_finish (fixture, second);
  round_fixture_begin (fixture, "Porto", 20002);
  assert_past (fixture, NULL, 2, "Leeds");
  assert_past (fixture, "JAMS", 2, "Leeds");
  assert_past (fixture, "jams cafe", 1, "Évreux");
  assert_past (fixture, "evreux printer", 1, "Évreux");
  assert_past (fixture, "porto", 0, NULL);
}

static GPtrArray *
find_observations (BacklogFixture *fixture, const char *text, ImpObservationSort sort)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *lines;

  imp_backlog_observations_async (fixture->backlog, text, sort, 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  lines = imp_backlog_observations_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return lines;
}

static void
assert_observed (BacklogFixture *fixture, const char *text, ImpObservationSort sort, guint n)
{
  g_autoptr (GPtrArray) lines = find_observations (fixture, text, sort);

  g_assert_cmpuint (lines->len, ==, n);
}

static void
test_observations (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  g_autoptr (GPtrArray) lines = NULL;
  const ImpHeardLine *line;
  ImpAwait await = { NULL };

  round_fixture_hear_words (fixture, round, IMP_HEARD_WORKS, "Tom Firth", "Le café est bon");
  round_fixture_hear_words (fixture, round, IMP_HEARD_THANKS, "Wout Claes", "Came on a Sunday");
  lines = find_observations (fixture, "bon CAFE", 0);
  g_assert_cmpuint (lines->len, ==, 1);
  line = lines->pdata[0];
  g_assert_cmpstr (line->title, ==, "Leeds · 21\u00a0November\u00a02026");
  g_assert_cmpstr (line->who, ==, "Tom Firth");
  assert_observed (fixture, NULL, 0, 2);
  assert_observed (fixture, NULL, IMP_OBSERVATION_THANKS, 1);
  assert_observed (fixture, "café", IMP_OBSERVATION_THANKS, 0);
  /* A round takes along what was said on it, and brings it back. */
  imp_backlog_delete_async (fixture->backlog, round, "Round deleted", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_observed (fixture, NULL, 0, 0);
  backlog_fixture_undo (fixture);
  assert_observed (fixture, NULL, 0, 2);
}

/* Reports stay with their irritants, whatever becomes of the round. */
static void
test_reports_stay (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000), irritant;
  g_autoptr (ImpRoundPage) page = NULL;
  g_autoptr (ImpIrritantPage) left = NULL;
  ImpAwait await = { NULL };

  round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", "The door sticks");
  page = round_fixture_read (fixture, round);
  irritant = round_fixture_get_heard (page, 0)->irritant;
  imp_backlog_delete_async (fixture->backlog, round, "Round deleted", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  left = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpuint (left->reports->len, ==, 1);
}

static void
assert_edit (GPtrArray *edits, guint position, ImpItem round, const char *sentence)
{
  g_autofree char *said = NULL;
  ImpEditDigest digest;

  g_assert_cmpuint (position, <, edits->len);
  digest = imp_edit_digest (edits->pdata[position], round);
  said = imp_edit_digest_to_sentence (&digest);
  g_assert_cmpstr (said, ==, sentence);
}

static void
test_history (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  ImpAwait await = { NULL };

  round_fixture_hear_words (fixture, round, IMP_HEARD_WORKS, "Tom Firth", "All well");
  round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Ana Costa", "It is cold");
  round_fixture_finish (fixture, round);
  imp_backlog_edits_async (fixture->backlog, round, 0, 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  edits = imp_backlog_edits_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  assert_edit (edits, 0, round, "Inès Caron finished the round");
  assert_edit (edits, 1, round, "Inès Caron met a colleague");
  assert_edit (edits, 2, round, "Inès Caron wrote down a remark");
  assert_edit (edits, 3, round, "Inès Caron began the round");
  assert_edit (edits, 4, round, "Inès Caron planned the round");
  g_assert_cmpuint (edits->len, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("hear/whole-round-with-a-flat-battery", test_round);
  BACKLOG_FIXTURE_ADD ("hear/report-is-of-the-round", test_report_is_of_the_round);
  BACKLOG_FIXTURE_ADD ("hear/recorded-on-a-round", test_recorded_on_a_round);
  BACKLOG_FIXTURE_ADD ("hear/somebody-was-met", test_somebody_was_met);
  BACKLOG_FIXTURE_ADD ("hear/somebody-else-waits", test_somebody_else_waits);
  BACKLOG_FIXTURE_ADD ("hear/is-back", test_is_back);
  BACKLOG_FIXTURE_ADD ("hear/promises-share-a-fix", test_promises_share_a_fix);
  BACKLOG_FIXTURE_ADD ("hear/what-it-is-after-all", test_what_it_is_after_all);
  BACKLOG_FIXTURE_ADD ("hear/irritant-of-others-stays", test_irritant_of_others_stays);
  BACKLOG_FIXTURE_ADD ("hear/answers-later", test_answers_later);
  BACKLOG_FIXTURE_ADD ("hear/refuses-nothing-said", test_refuses_nothing_said);
  BACKLOG_FIXTURE_ADD ("hear/past-is-found", test_past_is_found);
  BACKLOG_FIXTURE_ADD ("hear/observations", test_observations);
  BACKLOG_FIXTURE_ADD ("hear/reports-stay", test_reports_stay);
  BACKLOG_FIXTURE_ADD ("hear/history", test_history);
  return g_test_run ();
}
