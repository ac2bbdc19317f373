/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A fix from its plan to what was asked again after it. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-fixes.h"
#include "base/imp-error.h"

static void
assert_state (BacklogFixture *fixture, ImpItem irritant, ImpState state)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  g_assert_cmpint (page->state, ==, state);
}

static void
test_main_job (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant =
              backlog_fixture_record (fixture, "I type my password eleven times before lunch", 16),
          fix;
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpIssue) issue = NULL;
  const ImpIssueFix *big;
  ImpAwait await = { NULL };
  ImpAskedAgain again = { irritant, IMP_VERDICT_GONE, { { 0 }, { 0 }, { .number = 0.6 } } };

  imp_backlog_plan_fix_async (fixture->backlog, "One sign-in a day", &irritant, 1, "Marek Nowak",
                              today + 6, "Dana Whitfield", imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_PLANNED);
  imp_backlog_start_fix_async (fixture->backlog, fix, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_BEING_FIXED);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, "We fitted a badge reader.",
                                 "You touch your badge once.", NULL, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_FIXED);
  imp_backlog_confirm_fix_async (fixture->backlog, fix, "Dana Whitfield", IMP_VERDICT_GONE, &again,
                                 1, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_CONFIRMED);
  issue = backlog_fixture_draft_issue (fixture, today - 20, today);
  g_assert_cmpuint (issue->big->len, ==, 1);
  big = issue->big->pdata[0];
  g_assert_cmpstr (big->said, ==, "I type my password eleven times before lunch");
  g_assert_cmpstr (big->did, ==, "We fitted a badge reader.");
  g_assert_cmpfloat_with_epsilon (big->hours, 16 * 20 * 6 / 60.0 - 16 * 20 * 0.6 / 60, 0.001);
  g_assert_cmpint (big->hours_source, ==, IMP_HOURS_ASKED_AGAIN);
  g_assert_false (big->unconfirmed);
  backlog_fixture_undo (fixture);
  assert_state (fixture, irritant, IMP_STATE_FIXED);
  backlog_fixture_undo (fixture);
  assert_state (fixture, irritant, IMP_STATE_BEING_FIXED);
}

/* "Better" with numbers is asked again, and leaves the fix open to be confirmed. */
static void
test_better_counts_what_is_left (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "I hunt through three screens", 20), fix;
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpAskedAgain again = { irritant, IMP_VERDICT_BETTER, { { 0 }, { 0 }, { .number = 3 } } };
  g_autoptr (ImpIssue) issue = NULL;
  const ImpIssueFix *big;
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, "One screen", &irritant, 1, NULL, IMP_DATE_NONE,
                              NULL, imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, NULL, NULL, NULL, imp_await_cb,
                                 &await);
  backlog_fixture_finish (fixture, &await);
  imp_backlog_confirm_fix_async (fixture->backlog, fix, "Dana Whitfield", IMP_VERDICT_BETTER,
                                 &again, 1, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_FIXED);
  issue = backlog_fixture_draft_issue (fixture, today, today);
  big = issue->big->pdata[0];
  g_assert_cmpfloat_with_epsilon (big->hours, 20 * 20 * (6 - 3) / 60.0, 0.001);
  g_assert_cmpint (big->hours_source, ==, IMP_HOURS_ASKED_AGAIN);
  g_assert_false (big->unconfirmed);
}

static ImpFixPage *
read_fix_page (BacklogFixture *fixture, ImpItem fix)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpFixPage *page;
  ImpAwait await = { NULL };

  imp_backlog_fix_page_async (fixture->backlog, fix, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_fix_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

static void
assert_cannot_remove (BacklogFixture *fixture, ImpItem fix, ImpItem irritant, ImpError code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_remove_irritant_async (fixture->backlog, fix, irritant, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, (int) code);
}

static void
test_fix_is_changed_later (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem first = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem second = backlog_fixture_record (fixture, "The door sticks", 20);
  g_autoptr (ImpFixPage) with_both = NULL;
  g_autoptr (ImpFixPage) with_one = NULL;
  ImpAwait await = { NULL };
  ImpItem fix;

  imp_backlog_plan_fix_async (fixture->backlog, "New printer", &first, 1, "Marek Nowak",
                              IMP_DATE_NONE, NULL, imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  assert_cannot_remove (fixture, fix, first, IMP_ERROR_INPUT);
  imp_backlog_add_irritants_async (fixture->backlog, fix, &second, 1, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  imp_backlog_set_owner_async (fixture->backlog, fix, "Aylin Demir", NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  with_both = read_fix_page (fixture, fix);
  g_assert_cmpuint (with_both->irritants->len, ==, 2);
  g_assert_cmpstr (with_both->card->owner, ==, "Aylin Demir");
  imp_backlog_remove_irritant_async (fixture->backlog, fix, first, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_cannot_remove (fixture, fix, first, IMP_ERROR_NOT_FOUND);
  imp_backlog_set_owner_async (fixture->backlog, fix, NULL, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  with_one = read_fix_page (fixture, fix);
  g_assert_cmpuint (with_one->irritants->len, ==, 1);
  g_assert_null (with_one->card->owner);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("fix/main-job", test_main_job);
  BACKLOG_FIXTURE_ADD ("fix/better-counts-what-is-left", test_better_counts_what_is_left);
  BACKLOG_FIXTURE_ADD ("fix/is-changed-later", test_fix_is_changed_later);
  return g_test_run ();
}
