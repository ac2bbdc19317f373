/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What colleagues said works is put into announcements, when somebody chooses it. */
#include "config.h"

#include "backlog/imp-backlog-remarks.h"

#include "round-fixture.h"

static ImpItem
draft (BacklogFixture *fixture, ImpDate from, ImpDate to)
{
  ImpAwait await = { NULL };

  imp_backlog_draft_async (fixture->backlog, from, to, NULL, imp_await_cb, &await);
  return backlog_fixture_finish (fixture, &await);
}

static ImpItem
draft_today (BacklogFixture *fixture)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);

  return draft (fixture, today, today);
}

static GPtrArray *
read_remarks (BacklogFixture *fixture, ImpItem announcement)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *remarks;

  imp_backlog_remarks_async (fixture->backlog, announcement, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  remarks = imp_backlog_remarks_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return remarks;
}

static ImpIssue *
read_issue (BacklogFixture *fixture, ImpItem announcement)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };
  ImpIssue *issue;

  imp_backlog_issue_async (fixture->backlog, announcement, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  issue = imp_backlog_issue_finish (fixture->backlog, result, NULL);
  g_assert_nonnull (issue);
  return issue;
}

static void
put_in (BacklogFixture *fixture, ImpItem announcement, const ImpItem *remarks, guint n)
{
  ImpAwait await = { NULL };

  imp_backlog_put_in_remarks_async (fixture->backlog, announcement, remarks, n, imp_await_cb,
                                    &await);
  backlog_fixture_finish (fixture, &await);
}

static void
set_naming (BacklogFixture *fixture, ImpItem person, ImpNaming naming)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  imp_changes_set_integer (changes, person, IMP_PERSON_NAMING, naming);
  imp_backlog_apply_async (fixture->backlog, changes, "Naming", NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* Of all sorts, today in Leeds. */
static void
hear_all (BacklogFixture *fixture)
{
  const ImpItem round = round_fixture_begin (fixture, "Leeds", 20000);

  round_fixture_hear_words (fixture, round, IMP_HEARD_WORKS, "Tom Firth", "It scans at once.");
  round_fixture_hear_words (fixture, round, IMP_HEARD_ELSE, "Tom Firth", "The canteen is closed.");
  round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth", "The door jams.");
  round_fixture_hear_words (fixture, round, IMP_HEARD_THANKS, "Wout Claes", "Came on a Sunday.");
}

static const ImpIssueLine *
get_line (const ImpIssue *issue, guint i)
{
  g_assert_cmpuint (issue->works->len, >, i);
  return issue->works->pdata[i];
}

/* Also of a published one, whose entries are read from its pages. */
static void
assert_entry (BacklogFixture *fixture, ImpItem item, const char *title, const char *place)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpAnnouncement) announcement = NULL;
  const ImpEntry *entry;
  ImpAwait await = { NULL };

  imp_backlog_announcement_async (fixture->backlog, item, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  announcement = imp_backlog_announcement_finish (fixture->backlog, result, NULL);
  g_assert_cmpuint (announcement->entries->len, ==, 1);
  entry = announcement->entries->pdata[0];
  g_assert_cmpint (entry->section, ==, IMP_SECTION_WORKS);
  g_assert_cmpstr (entry->title, ==, title);
  g_assert_cmpstr (entry->place, ==, place);
}

/* Nothing is put in by itself; what is in is not offered again; it is frozen with the rest. */
static void
test_put_in (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem announcement;
  g_autoptr (GPtrArray) remarks = NULL, left = NULL;
  g_autoptr (ImpIssue) before = NULL, issue = NULL, published = NULL;
  ImpItem chosen;
  ImpAwait await = { NULL };

  hear_all (fixture);
  announcement = draft_today (fixture);
  before = read_issue (fixture, announcement);
  g_assert_cmpuint (before->works->len, ==, 0);
  remarks = read_remarks (fixture, announcement);
  g_assert_cmpuint (remarks->len, ==, 2);
  chosen = ((ImpRemark *) remarks->pdata[1])->item;
  put_in (fixture, announcement, &chosen, 1);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "1 remark put in");
  issue = read_issue (fixture, announcement);
  g_assert_cmpuint (issue->works->len, ==, 1);
  g_assert_cmpstr (get_line (issue, 0)->text, ==, "“It scans at once.”");
  g_assert_cmpstr (get_line (issue, 0)->place, ==, "Somebody, Leeds");
  left = read_remarks (fixture, announcement);
  g_assert_cmpuint (left->len, ==, 1);
  imp_backlog_publish_async (fixture->backlog, announcement, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  published = read_issue (fixture, announcement);
  g_assert_cmpstr (get_line (published, 0)->text, ==, "“It scans at once.”");
  g_assert_nonnull (get_line (published, 0)->origin.entry);
  assert_entry (fixture, announcement, "“It scans at once.”", "Somebody, Leeds");
}

/* As it is when they are put in, not when they were offered. */
static void
test_naming (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (ImpIssue) issue = NULL;
  ImpItem announcement, items[2];

  hear_all (fixture);
  announcement = draft_today (fixture);
  remarks = read_remarks (fixture, announcement);
  for (guint i = 0; i < 2; i++)
    items[i] = ((ImpRemark *) remarks->pdata[i])->item;
  set_naming (fixture, ((ImpRemark *) remarks->pdata[0])->person, IMP_NAMING_YES);
  set_naming (fixture, ((ImpRemark *) remarks->pdata[1])->person, IMP_NAMING_ASK);
  put_in (fixture, announcement, items, 2);
  issue = read_issue (fixture, announcement);
  g_assert_cmpstr (get_line (issue, 0)->place, ==, "Thanks to Wout Claes, Leeds");
  g_assert_cmpstr (get_line (issue, 0)->text, ==, "Came on a Sunday.");
  g_assert_cmpstr (get_line (issue, 1)->place, ==, "Somebody, Leeds");
  backlog_fixture_undo (fixture);
  g_clear_pointer (&issue, imp_issue_unref);
  issue = read_issue (fixture, announcement);
  g_assert_cmpuint (issue->works->len, ==, 0);
}

static void
test_of_the_period (BacklogFixture *fixture, gconstpointer data)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (GPtrArray) remarks = NULL, now = NULL;
  ImpItem items[2];

  hear_all (fixture);
  remarks = read_remarks (fixture, draft (fixture, today - 40, today - 10));
  g_assert_cmpuint (remarks->len, ==, 0);
  now = read_remarks (fixture, draft_today (fixture));
  g_assert_cmpuint (now->len, ==, 2);
  items[0] = ((ImpRemark *) now->pdata[0])->item;
  items[1] = 4711; /* gone by now */
  put_in (fixture, draft_today (fixture), items, 2);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "1 remark put in");
}

static void
test_published_stays (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpItem announcement, item;
  ImpAwait await = { NULL };

  hear_all (fixture);
  announcement = draft_today (fixture);
  remarks = read_remarks (fixture, announcement);
  item = ((ImpRemark *) remarks->pdata[0])->item;
  imp_backlog_publish_async (fixture->backlog, announcement, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  imp_backlog_put_in_remarks_async (fixture->backlog, announcement, &item, 1, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
}

/* Somebody else deleted what was chosen: nothing is written, which is said. */
static void
test_all_gone (BacklogFixture *fixture, gconstpointer data)
{
  const ImpItem gone = 4711, announcement = draft_today (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_put_in_remarks_async (fixture->backlog, announcement, &gone, 1, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("remarks/put-in", test_put_in);
  BACKLOG_FIXTURE_ADD ("remarks/naming", test_naming);
  BACKLOG_FIXTURE_ADD ("remarks/of-the-period", test_of_the_period);
  BACKLOG_FIXTURE_ADD ("remarks/published-stays", test_published_stays);
  BACKLOG_FIXTURE_ADD ("remarks/all-gone", test_all_gone);
  return g_test_run ();
}
