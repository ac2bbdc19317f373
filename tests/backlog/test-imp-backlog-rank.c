/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What irritants are ranked by, and why one stands where it stands. */
#include "config.h"

#include <string.h>

#include "backlog-fixture.h"
#include "backlog/imp-backlog-explain.h"
#include "base/imp-error.h"
#include "model/imp-explanation-words.h"

static void
me_too (BacklogFixture *fixture, ImpItem irritant, const char *person, double minutes)
{
  const ImpRecording recording = { .words = "Me too",
                                   .person = person,
                                   .date = IMP_DATE_NONE,
                                   .minutes = { .number = minutes, .known = IMP_KNOWN_ONE } };
  ImpAwait await = { NULL };

  imp_backlog_add_report_async (fixture->backlog, irritant, &recording, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

static void
assert_minutes (BacklogFixture *fixture, ImpItem irritant, double minutes, guint n_answers)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  g_assert_cmpfloat_with_epsilon (page->impact.minutes, minutes, 1e-9);
  g_assert_cmpuint (page->told[IMP_QUESTION_MINUTES].n_answers, ==, n_answers);
}

/* Dana said six minutes when it was recorded. */
static void
test_several_answers (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The printer jams", 10);
  const ImpAnswer decided = { .number = 8, .known = IMP_KNOWN_SEVERAL };
  ImpAwait await = { NULL };

  assert_minutes (fixture, irritant, 6, 1);
  me_too (fixture, irritant, "Tom Okafor", 24);
  assert_minutes (fixture, irritant, 12, 2);
  me_too (fixture, irritant, "Dana Whitfield", 24);
  assert_minutes (fixture, irritant, 24, 2);
  imp_backlog_answer_async (fixture->backlog, irritant, IMP_QUESTION_MINUTES, &decided, NULL,
                            imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_minutes (fixture, irritant, 8, 2);
  backlog_fixture_undo (fixture);
  assert_minutes (fixture, irritant, 24, 2);
}

static void
test_explains (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem printer = backlog_fixture_record (fixture, "The printer jams", 10);
  g_autoptr (ImpExplanation) explanation = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  ImpAwait await = { NULL };

  backlog_fixture_record (fixture, "The scanner signs out", 400);
  imp_backlog_explain_async (fixture->backlog, printer, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  explanation = imp_backlog_explain_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (imp_explanation_get_own (explanation)->item, ==, printer);
  g_assert_cmpuint (imp_explanation_get_own (explanation)->rank, ==, 2);
  text = imp_explanation_to_text (explanation);
  g_assert_nonnull (strstr (text, "“The scanner signs out” stands ahead"));
}

static void
test_explains_what_is_gone (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_explain_async (fixture->backlog, 17, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_null (imp_backlog_explain_finish (fixture->backlog, result, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "Cannot explain the rank"));
}

/* Answered, the next question comes. */
static void
test_asks_one_after_another (BacklogFixture *fixture, gconstpointer data)
{
  static const ImpQuestion expected[] = { IMP_QUESTION_MINUTES, IMP_QUESTION_OFTEN };
  const ImpAnswer measured = { .number = 6, .known = IMP_KNOWN_MEASURED };
  g_autoptr (GPtrArray) nothing = NULL;

  backlog_fixture_record (fixture, "The printer jams", 10); /* the people are measured */
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GPtrArray) to_ask = backlog_fixture_find_to_ask (fixture);
      const ImpToAsk *first = to_ask->pdata[0];
      ImpAwait await = { NULL };

      g_assert_cmpint (first->asking.question, ==, expected[i]);
      imp_backlog_answer_async (fixture->backlog, first->item, first->asking.question, &measured,
                                NULL, imp_await_cb, &await);
      backlog_fixture_finish (fixture, &await);
    }
  nothing = backlog_fixture_find_to_ask (fixture);
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("rank/several-answers", test_several_answers);
  BACKLOG_FIXTURE_ADD ("rank/explains", test_explains);
  BACKLOG_FIXTURE_ADD ("rank/explains-what-is-gone", test_explains_what_is_gone);
  BACKLOG_FIXTURE_ADD ("rank/asks-one-after-another", test_asks_one_after_another);
  return g_test_run ();
}
