/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where in the work an irritant is, its tags and its pin. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-history.h"
#include "base/imp-error.h"
#include "model/imp-edit-words.h"

#include <string.h>

/* On 21 November 2026. */
#define TODAY imp_date_new (2026, 11, 21)

static void
edit (BacklogFixture *fixture, ImpItem irritant, const ImpIrritantEdit *edit)
{
  ImpAwait await = { NULL };

  imp_backlog_edit_irritant_async (fixture->backlog, irritant, edit, NULL, imp_await_cb, &await);
  g_assert_cmpint (backlog_fixture_finish (fixture, &await), ==, irritant);
}

static void
pin (BacklogFixture *fixture, ImpItem irritant, const char *reason, ImpDate until)
{
  ImpAwait await = { NULL };

  imp_backlog_pin_async (fixture->backlog, irritant, reason, until, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

static void
assert_tags (BacklogFixture *fixture, ImpItem irritant, const char *tags)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);
  g_autofree char *joined = g_strjoinv (", ", page->tags);

  g_assert_cmpstr (joined, ==, tags);
}

/* What the history says of the last change. */
static void
assert_newest (BacklogFixture *fixture, ImpItem irritant, const char *sentence)
{
  ImpAwait await = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *said = NULL;
  ImpEditDigest digest;

  imp_backlog_edits_async (fixture->backlog, irritant, 0, 1, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  edits = imp_backlog_edits_finish (fixture->backlog, result, NULL);
  digest = imp_edit_digest (edits->pdata[0], irritant);
  said = imp_edit_digest_to_sentence (&digest);
  g_assert_nonnull (strstr (said, sentence));
}

static void
test_all_is_one_action (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "Printer jams", 12);
  const ImpIrritantEdit words = {
    "Printer jams",    NULL,
    "Printers",        "Packing",
    "Orders on time",  IMP_CHANGE_PROCESS,
    IMP_WASTE_WAITING, (const char *const[]) { "Hall 3", "Round", NULL }
  };
  g_autoptr (ImpIrritantPage) page = NULL, undone = NULL;

  edit (fixture, irritant, &words);
  page = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpstr (page->offering, ==, "Printers");
  g_assert_cmpstr (page->step, ==, "Packing");
  g_assert_cmpstr (page->outcome, ==, "Orders on time");
  g_assert_cmpint (page->change, ==, IMP_CHANGE_PROCESS);
  g_assert_cmpint (page->waste, ==, IMP_WASTE_WAITING);
  assert_tags (fixture, irritant, "Hall 3, Round");
  backlog_fixture_undo (fixture);
  undone = backlog_fixture_read_page (fixture, irritant);
  g_assert_null (undone->step);
  g_assert_cmpint (undone->waste, ==, 0);
  assert_tags (fixture, irritant, "");
}

/* The same tag in other letters is the same; what is not named stays. */
static void
test_tags_are_a_set (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "Printer jams", 12);
  ImpIrritantEdit words = { .title = "Printer jams",
                            .tags_added = (const char *const[]) { "Hall 3", "Élan", NULL } };

  edit (fixture, irritant, &words);
  words.tags_added = (const char *const[]) { "HALL  3", " ", "Audit", NULL };
  words.tags_removed = (const char *const[]) { "elan", "Gone", NULL };
  edit (fixture, irritant, &words);
  assert_tags (fixture, irritant, "Audit, Hall 3");
}

/* Taking it out and typing it anew in other letters, before it is saved. */
static void
test_tag_is_spelt_anew (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "Printer jams", 12);
  ImpIrritantEdit words = { .title = "Printer jams",
                            .tags_added = (const char *const[]) { "Audit", "Hall 3", NULL } };

  edit (fixture, irritant, &words);
  words.tags_removed = (const char *const[]) { "Audit", NULL };
  words.tags_added = (const char *const[]) { "audit", "hall 3", NULL };
  edit (fixture, irritant, &words);
  assert_tags (fixture, irritant, "audit, Hall 3");
  backlog_fixture_undo (fixture);
  assert_tags (fixture, irritant, "Audit, Hall 3");
}

static void
test_pinned_until_the_day_is_over (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "Printer jams", 12);
  g_autoptr (ImpIrritantPage) pinned = NULL, last = NULL, over = NULL;

  pin (fixture, irritant, "External audit", TODAY + 3);
  pinned = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpstr (pinned->pin_reason, ==, "External audit");
  g_assert_cmpint (pinned->pin_until, ==, TODAY + 3);
  assert_newest (fixture, irritant, " pinned the irritant");
  fixture->now_ms += 3 * 24 * G_GINT64_CONSTANT (3600000);
  last = backlog_fixture_read_page (fixture, irritant);
  g_assert_nonnull (last->pin_reason);
  fixture->now_ms += 24 * G_GINT64_CONSTANT (3600000);
  over = backlog_fixture_read_page (fixture, irritant);
  g_assert_null (over->pin_reason);
  g_assert_false (imp_date_is_set (over->pin_until));
  assert_newest (fixture, irritant, " pinned the irritant");
}

static void
test_unpinned_and_pinned_again (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "Printer jams", 12);
  g_autoptr (ImpIrritantPage) unpinned = NULL, again = NULL;

  pin (fixture, irritant, "External audit", TODAY);
  pin (fixture, irritant, NULL, IMP_DATE_NONE);
  unpinned = backlog_fixture_read_page (fixture, irritant);
  g_assert_null (unpinned->pin_reason);
  assert_newest (fixture, irritant, " unpinned the irritant");
  backlog_fixture_undo (fixture);
  again = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpstr (again->pin_reason, ==, "External audit");
}

static void
assert_not_pinned (BacklogFixture *fixture, ImpItem irritant, const char *reason, ImpDate until)
{
  ImpAwait await = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  imp_backlog_pin_async (fixture->backlog, irritant, reason, until, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
}

static void
test_pin_needs_reason_and_day (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "Printer jams", 12);

  assert_not_pinned (fixture, irritant, "  ", TODAY);
  assert_not_pinned (fixture, irritant, "Audit", IMP_DATE_NONE);
  assert_not_pinned (fixture, irritant, "Audit", TODAY - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("context/all-is-one-action", test_all_is_one_action);
  BACKLOG_FIXTURE_ADD ("context/tags-are-a-set", test_tags_are_a_set);
  BACKLOG_FIXTURE_ADD ("context/tag-is-spelt-anew", test_tag_is_spelt_anew);
  BACKLOG_FIXTURE_ADD ("context/pinned-until-the-day-is-over", test_pinned_until_the_day_is_over);
  BACKLOG_FIXTURE_ADD ("context/unpinned-and-pinned-again", test_unpinned_and_pinned_again);
  BACKLOG_FIXTURE_ADD ("context/pin-needs-reason-and-day", test_pin_needs_reason_and_day);
  return g_test_run ();
}
