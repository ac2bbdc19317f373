/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Announcements are drafted from the record, and stay as they were published. */
#include "config.h"

#include <string.h>

#include "backlog-fixture.h"
#include "backlog/imp-backlog-fixes.h"
#include "base/imp-error.h"
#include "support/imp-pass-on.h"

/* A promise that is not due yet is coming, and neither kept nor missed. */
static void
test_promises_of_this_month (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The form forgets what I typed", 16);
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpIssue) issue = NULL;
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, "The form keeps it", &irritant, 1, NULL, today + 5,
                              "finance", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  issue = backlog_fixture_draft_issue (fixture, imp_date_month_start (today),
                                       imp_date_month_end (today));
  g_assert_cmpint (issue->promises_due, ==, 0);
  g_assert_null (issue->missed);
  g_assert_cmpuint (issue->coming->len, ==, 1);
}

/* What is published cannot be changed, nor deleted. */
static void
assert_refused (BacklogFixture *fixture, ImpAwait *await)
{
  g_autoptr (GAsyncResult) result = imp_await (await);
  g_autoptr (GError) error = NULL;

  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "is published"));
}

static void
refuse_new_title (BacklogFixture *fixture, ImpItem announcement)
{
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (fixture->backlog, announcement, IMP_ANNOUNCEMENT_TITLE, "Changed",
                              "Title", imp_await_cb, &await);
  assert_refused (fixture, &await);
  imp_backlog_delete_async (fixture->backlog, announcement, "Deleted", imp_await_cb, &await);
  assert_refused (fixture, &await);
}

static void
deliver_fix (BacklogFixture *fixture, const char *title)
{
  ImpItem irritant = backlog_fixture_record (fixture, title, 20), fix;
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, title, &irritant, 1, NULL, IMP_DATE_NONE, NULL,
                              imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, NULL, NULL, NULL, imp_await_cb,
                                 &await);
  backlog_fixture_finish (fixture, &await);
}

static ImpIssue *
read_issue (ImpBacklog *backlog, ImpItem announcement)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpIssue *issue;

  imp_backlog_issue_async (backlog, announcement, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  issue = imp_backlog_issue_finish (backlog, result, &error);
  g_assert_no_error (error);
  return issue;
}

static ImpAnnouncement *
read_announcement (ImpBacklog *backlog, ImpItem item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAnnouncement *announcement;
  ImpAwait await = { NULL };

  imp_backlog_announcement_async (backlog, item, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  announcement = imp_backlog_announcement_finish (backlog, result, &error);
  g_assert_no_error (error);
  return announcement;
}

static ImpAnnouncement *
draft (BacklogFixture *fixture, ImpDate from, ImpDate to)
{
  ImpAwait await = { NULL };

  imp_backlog_draft_async (fixture->backlog, from, to, NULL, imp_await_cb, &await);
  return read_announcement (fixture->backlog, backlog_fixture_finish (fixture, &await));
}

static void
test_announcement_is_frozen (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpAnnouncement) announcement = NULL;
  g_autoptr (ImpIssue) issue = NULL;
  ImpAwait await = { NULL };

  deliver_fix (fixture, "The form keeps it");
  announcement = draft (fixture, today, today);
  imp_backlog_publish_async (fixture->backlog, announcement->item, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  refuse_new_title (fixture, announcement->item);
  issue = read_issue (fixture->backlog, announcement->item);
  g_assert_cmpstr (issue->title, ==, "The form keeps it");
  g_assert_cmpint (issue->number, ==, 1);
  g_assert_true (((ImpIssueFix *) issue->big->pdata[0])->unconfirmed);
}

static ImpItem
find_announcement (ImpBacklog *backlog)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) all = NULL;
  ImpAwait await = { NULL };

  imp_backlog_announcements_async (backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  all = imp_backlog_announcements_finish (backlog, result, NULL);
  return ((ImpAnnouncement *) all->pdata[0])->item;
}

/* On a laptop where nobody knows of the publication yet. */
static void
change_there (ImpBacklog *other)
{
  g_autoptr (ImpAnnouncement) announcement = read_announcement (other, find_announcement (other));
  const ImpEntry *first = announcement->entries->pdata[0],
                 *summed_up = announcement->rest->pdata[0];
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (other, first->item, IMP_ENTRY_TITLE, "Another title", "Edited",
                              imp_await_cb, &await);
  imp_finish_write (other, &await);
  imp_backlog_delete_async (other, summed_up->item, "Deleted", imp_await_cb, &await);
  imp_finish_write (other, &await);
}

static void
assert_tells_the_same (const ImpAnnouncement *told, ImpBacklog *backlog, ImpItem item)
{
  g_autoptr (ImpAnnouncement) now = read_announcement (backlog, item);
  g_autoptr (ImpIssue) issue = read_issue (backlog, item);

  g_assert_cmpfloat (now->hours, ==, told->hours);
  g_assert_cmpint (now->rest_count, ==, told->rest_count);
  g_assert_cmpint (imp_issue_count_fixes (issue), ==, (int) told->entries->len + told->rest_count);
  g_assert_cmpuint (now->entries->len, ==, told->entries->len);
  for (guint i = 0; i < told->entries->len; i++)
    g_assert_cmpstr (((ImpEntry *) now->entries->pdata[i])->title, ==,
                     ((ImpEntry *) told->entries->pdata[i])->title);
}

/* Pages, entries, hours and what counts as told, whatever comes from another laptop. */
static void
test_later_rows_change_nothing (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");
  g_autoptr (ImpAnnouncement) draft_here = NULL, told = NULL;
  g_autoptr (ImpIssue) unkept = NULL;
  ImpAwait await = { NULL };

  for (int i = 0; i < 12; i++)
    deliver_fix (fixture, "The form forgets what I typed");
  draft_here = draft (fixture, today, today);
  imp_pass_on (fixture->backlog, other);
  change_there (other);
  imp_backlog_publish_async (fixture->backlog, draft_here->item, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  told = read_announcement (fixture->backlog, draft_here->item);
  g_assert_cmpfloat_with_epsilon (told->hours, draft_here->hours, 1e-9);
  g_assert_cmpint (told->rest_count, ==, draft_here->rest_count);
  imp_pass_on (other, fixture->backlog);
  imp_pass_on (fixture->backlog, other);
  assert_tells_the_same (told, fixture->backlog, draft_here->item);
  assert_tells_the_same (told, other, find_announcement (other));
  unkept = backlog_fixture_draft_issue (fixture, today, today);
  g_assert_cmpint (imp_issue_count_fixes (unkept), ==, 0);
  imp_close_backlog (other);
}

static GAsyncResult *
import_text (BacklogFixture *fixture, const char *items)
{
  g_autofree char *json =
      g_strdup_printf ("{\"format\": \"improve-backlog\", \"version\": 1, \"items\": ["
                       "{\"kind\": \"announcement\", \"id\": \"a\", \"title\": \"October\","
                       " \"number\": 3, \"published\": \"2026-11-06\"},"
                       "{\"kind\": \"entry\", \"id\": \"e-1\", \"announcement\": \"a\"}%s]}",
                       items);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  ImpImportRequest request = { .format = IMP_FORMAT_BACKLOG, .bytes = bytes };
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  return imp_await (&await);
}

static void
assert_imported (BacklogFixture *fixture, const char *items, gboolean possible)
{
  g_autoptr (GAsyncResult) result = import_text (fixture, items);
  g_autoptr (GError) error = NULL;
  ImpImportOutcome *outcome = imp_backlog_import_finish (fixture->backlog, result, &error);

  g_assert_cmpint (outcome != NULL, ==, possible);
  g_assert_cmpint (g_error_matches (error, IMP_ERROR, IMP_ERROR_INPUT), ==, !possible);
  g_clear_pointer (&outcome, imp_import_outcome_free);
}

/* A file may bring a published announcement, and bring it again, but add nothing to it. */
static void
test_import_leaves_published (BacklogFixture *fixture, gconstpointer data)
{
  assert_imported (fixture, "", TRUE);
  assert_imported (fixture, "", TRUE);
  assert_imported (fixture, ", {\"kind\": \"entry\", \"id\": \"e-2\", \"announcement\": \"a\"}",
                   FALSE);
}

/* What is only summed up was told all the same: the next draft leaves it out, and says so. */
static void
test_summed_up_is_told_once (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpAnnouncement) first = NULL;
  g_autoptr (ImpAnnouncement) second = NULL;
  g_autoptr (ImpIssue) unkept = NULL;
  ImpAwait await = { NULL };

  for (int i = 0; i < 12; i++)
    deliver_fix (fixture, "The form forgets what I typed");
  first = draft (fixture, today - 20, today);
  g_assert_cmpint (first->rest_count, ==, 12 - 9);
  g_assert_cmpint (first->told_count, ==, 0);
  second = draft (fixture, today - 5, today + 5);
  g_assert_cmpuint (second->entries->len, ==, 0);
  g_assert_cmpint (second->rest_count, ==, 0);
  g_assert_cmpint (second->told_count, ==, 12);
  unkept = backlog_fixture_draft_issue (fixture, today, today);
  g_assert_cmpint (imp_issue_count_fixes (unkept), ==, 12);
  imp_backlog_publish_async (fixture->backlog, first->item, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  g_clear_pointer (&unkept, imp_issue_unref);
  unkept = backlog_fixture_draft_issue (fixture, today, today);
  g_assert_cmpint (imp_issue_count_fixes (unkept), ==, 0);
  g_assert_cmpint (unkept->told_count, ==, 12);
}

/* What cannot even be begun says what was wanted, too. */
static void
test_errors_begin_with_the_action (BacklogFixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpAnnouncement) announcement = draft (fixture, today, today);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_delete_async (fixture->backlog, announcement->item, "Gone", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  imp_backlog_publish_async (fixture->backlog, announcement->item, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Cannot publish the announcement: it is not there any more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("announcement/promises-of-this-month", test_promises_of_this_month);
  BACKLOG_FIXTURE_ADD ("announcement/is-frozen", test_announcement_is_frozen);
  BACKLOG_FIXTURE_ADD ("announcement/later-rows-change-nothing", test_later_rows_change_nothing);
  BACKLOG_FIXTURE_ADD ("announcement/import-leaves-published", test_import_leaves_published);
  BACKLOG_FIXTURE_ADD ("announcement/summed-up-is-told-once", test_summed_up_is_told_once);
  BACKLOG_FIXTURE_ADD ("errors-begin-with-the-action", test_errors_begin_with_the_action);
  return g_test_run ();
}
