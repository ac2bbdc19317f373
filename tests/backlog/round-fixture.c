/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What tests of rounds do to a backlog. */
#include "config.h"

#include "round-fixture.h"

#include "backlog/imp-backlog-history.h"

ImpItem
round_fixture_plan (BacklogFixture *fixture, const ImpRoundPlan *plan)
{
  ImpAwait await = { NULL };

  imp_backlog_plan_round_async (fixture->backlog, plan, imp_await_cb, &await);
  return backlog_fixture_finish (fixture, &await);
}

ImpItem
round_fixture_begin (BacklogFixture *fixture, const char *site, ImpDate day)
{
  const ImpRoundPlan plan = { .site = site, .planned = day, .weeks = -1 };
  ImpItem round = round_fixture_plan (fixture, &plan);
  ImpAwait await = { NULL };

  imp_backlog_begin_round_async (fixture->backlog, round, imp_await_cb, &await);
  g_assert_cmpint (backlog_fixture_finish (fixture, &await), ==, round);
  return round;
}

void
round_fixture_finish (BacklogFixture *fixture, ImpItem round)
{
  ImpAwait await = { NULL };

  imp_backlog_finish_round_async (fixture->backlog, round, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

ImpRoundPage *
round_fixture_read (BacklogFixture *fixture, ImpItem round)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpRoundPage *page;

  imp_backlog_round_page_async (fixture->backlog, round, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_round_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

GPtrArray *
round_fixture_finish_lines (BacklogFixture *fixture, ImpAwait *await)
{
  g_autoptr (GAsyncResult) result = imp_await (await);
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = imp_backlog_rounds_finish (fixture->backlog, result, &error);

  g_assert_no_error (error);
  return lines;
}

void
round_fixture_assert_binned (BacklogFixture *fixture, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bin = NULL;
  ImpAwait await = { NULL };

  imp_backlog_bin_async (fixture->backlog, "", 0, 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  bin = imp_backlog_bin_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bin->len, ==, 1);
  g_assert_cmpstr (((ImpBinned *) bin->pdata[0])->name, ==, name);
}

ImpItem
round_fixture_hear (BacklogFixture *fixture, ImpItem round, const ImpHeard *heard)
{
  ImpAwait await = { NULL };

  imp_backlog_hear_async (fixture->backlog, round, heard, imp_await_cb, &await);
  return backlog_fixture_finish (fixture, &await);
}

ImpItem
round_fixture_hear_words (BacklogFixture *fixture,
                          ImpItem round,
                          ImpHeardKind kind,
                          const char *person,
                          const char *words)
{
  return round_fixture_hear (fixture, round,
                             &(ImpHeard) { .kind = kind, .words = words, .person = person });
}

ImpItem
round_fixture_promise (BacklogFixture *fixture,
                       ImpItem round,
                       ImpItem report,
                       const char *what,
                       ImpDate date)
{
  ImpAwait await = { NULL };

  imp_backlog_promise_heard_async (fixture->backlog, round, report, what, "Marek Nowak", date,
                                   imp_await_cb, &await);
  return backlog_fixture_finish (fixture, &await);
}

const ImpHeardLine *
round_fixture_get_heard (const ImpRoundPage *page, guint position)
{
  g_assert_cmpuint (position, <, page->heard->len);
  return page->heard->pdata[position];
}

ImpItem
round_fixture_hear_all (BacklogFixture *fixture)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem known = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem round = round_fixture_begin (fixture, "Leeds", today), report;

  round_fixture_hear_words (fixture, round, IMP_HEARD_WORKS, "Tom Firth", "The gate is quick");
  report = round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", "It is cold");
  round_fixture_promise (fixture, round, report, "A heater", today + 7);
  round_fixture_hear (
      fixture, round,
      &(ImpHeard) { .kind = IMP_HEARD_ME_TOO, .department = "Dispatch", .irritant = known });
  round_fixture_finish (fixture, round);
  return round;
}
