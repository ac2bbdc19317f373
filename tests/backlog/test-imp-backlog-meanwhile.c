/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What came from another laptop while a dialog was open here is neither written over nor lost. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-history.h"

/* The first item of both backlogs has the same number in both. */
static ImpBacklog *
open_other (BacklogFixture *fixture)
{
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");

  backlog_fixture_pass_on (fixture->backlog, other);
  return other;
}

static void
pass_on_and_close (BacklogFixture *fixture, ImpBacklog *other)
{
  backlog_fixture_pass_on (other, fixture->backlog);
  imp_close_backlog (other);
}

static void
assert_contests (BacklogFixture *fixture, guint n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) contests = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_contests_async (fixture->backlog, 0, 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  contests = imp_backlog_contests_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contests->len, ==, n);
}

static ImpFixPage *
read_fix (BacklogFixture *fixture, ImpItem fix)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpFixPage *page;

  imp_backlog_fix_page_async (fixture->backlog, fix, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_fix_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

static void
deliver (BacklogFixture *fixture, ImpItem fix, const char *did, const char *now, const char *as_of)
{
  ImpAwait await = { NULL };

  imp_backlog_deliver_fix_async (fixture->backlog, fix, did, now, NULL, as_of, imp_await_cb,
                                 &await);
  backlog_fixture_finish (fixture, &await);
}

static void
test_delivering (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpFixPage) opened = NULL, after = NULL;
  ImpAwait await = { NULL };
  ImpBacklog *other;
  ImpItem fix;

  imp_backlog_plan_fix_async (fixture->backlog, "New printer", NULL, 0, NULL, IMP_DATE_NONE, NULL,
                              imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  opened = read_fix (fixture, fix);
  other = open_other (fixture);
  imp_backlog_set_text_async (other, fix, IMP_FIX_DID, "We bought one", "Edited", imp_await_cb,
                              &await);
  imp_finish_write (other, &await);
  pass_on_and_close (fixture, other);
  deliver (fixture, fix, "", "It prints", opened->as_of);
  after = read_fix (fixture, fix);
  g_assert_cmpstr (after->did, ==, "We bought one");
  g_assert_cmpstr (after->now, ==, "It prints");
  assert_contests (fixture, 0);
  deliver (fixture, fix, "We turned it off", "It prints", opened->as_of);
  assert_contests (fixture, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("meanwhile/delivering", test_delivering);
  return g_test_run ();
}
