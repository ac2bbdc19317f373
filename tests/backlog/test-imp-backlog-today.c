/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, as work goes on and days pass. */
#include "config.h"

#include "round-fixture.h"

#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-today.h"

static ImpToday *
look (BacklogFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpToday *today;

  imp_backlog_today_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  today = imp_backlog_today_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return today;
}

static void
assert_counts (BacklogFixture *fixture, guint late, guint due, guint to_confirm, guint untold)
{
  g_autoptr (ImpToday) today = look (fixture);

  g_assert_cmpuint (today->n_late, ==, late);
  g_assert_cmpuint (today->n_due, ==, due);
  g_assert_cmpuint (today->n_to_confirm, ==, to_confirm);
  g_assert_cmpuint (today->n_untold, ==, untold);
}

static void
tell_first (BacklogFixture *fixture)
{
  g_autoptr (ImpToday) today = look (fixture);
  const ImpNews *news = today->news->pdata[0];
  ImpAwait await = { NULL };

  imp_backlog_tell_async (fixture->backlog, news->untold->pdata[0], 0, TRUE, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* From the promise to the colleague who was told. */
static void
test_from_promise_to_told (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem irritant = backlog_fixture_record (fixture, "The door sticks", 5), fix;
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, "Oil", &irritant, 1, "Marek Nowak", today + 8,
                              "Lyon warehouse", imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  assert_counts (fixture, 0, 0, 0, 0);
  fixture->now_ms += IMP_DAY_MS;
  assert_counts (fixture, 0, 1, 0, 0);
  fixture->now_ms += 8 * IMP_DAY_MS;
  assert_counts (fixture, 1, 0, 0, 0);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, NULL, NULL, NULL, imp_await_cb,
                                 &await);
  backlog_fixture_finish (fixture, &await);
  assert_counts (fixture, 0, 0, 1, 1);
  tell_first (fixture);
  assert_counts (fixture, 0, 0, 1, 0);
  backlog_fixture_undo (fixture);
  assert_counts (fixture, 0, 0, 1, 1);
  imp_backlog_confirm_fix_async (fixture->backlog, fix, "Dana Whitfield", IMP_VERDICT_GONE, NULL, 0,
                                 imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_counts (fixture, 0, 0, 0, 0);
}

static void
test_cancelled (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  g_cancellable_cancel (cancellable);
  imp_backlog_today_async (fixture->backlog, cancellable, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_null (imp_backlog_today_finish (fixture->backlog, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_sample (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) outcome = backlog_fixture_import_sample (fixture);
  g_autoptr (ImpToday) today = look (fixture);

  g_assert_cmpuint (today->n_late, >, 0);
  g_assert_cmpuint (today->n_due, >, 0);
  g_assert_cmpuint (today->n_to_confirm, >, 0);
  g_assert_cmpuint (today->n_news, >, 0);
  g_assert_cmpuint (today->n_untold, >=, today->n_news > 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("today/from-promise-to-told", test_from_promise_to_told);
  BACKLOG_FIXTURE_ADD ("today/cancelled", test_cancelled);
  BACKLOG_FIXTURE_ADD ("today/sample", test_sample);
  return g_test_run ();
}
