/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What irritants are ranked by, and why one stands where it stands. */
#include "config.h"

#include "backlog-fixture.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("rank/several-answers", test_several_answers);
  return g_test_run ();
}
