/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The main job from start to end, as the window and the command line do it. */
#include "config.h"

#include <string.h>

#include "backlog/imp-backlog-announcements.h"
#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-irritant-list.h"
#include "base/imp-error.h"
#include "support/imp-open-backlog.h"

typedef struct
{
  char *folder;
  gint64 now_ms;
  ImpClock clock;
  ImpBacklog *backlog;
} Fixture;

static ImpBacklog *
open_backlog (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return imp_open_backlog (path, "Inès Caron", &fixture->clock);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("improve-backlog-XXXXXX", NULL);
  fixture->now_ms = 1795262400000; /* 21 November 2026, noon */
  fixture->clock = imp_clock_fixed (&fixture->now_ms);
  fixture->backlog = open_backlog (fixture, "backlog.db");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  imp_close_backlog (fixture->backlog);
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static ImpItem
finish_write (Fixture *fixture, ImpAwait *await)
{
  return imp_finish_write (fixture->backlog, await);
}

static ImpItem
record (Fixture *fixture, const char *words, double people)
{
  ImpRecording recording = {
    .words = words,
    .person = "Dana Whitfield",
    .site = "Leeds",
    .people = { .number = people, .known = IMP_KNOWN_MEASURED },
    .often = { .band = 5, .known = IMP_KNOWN_ONE },
    .minutes = { .number = 6, .known = IMP_KNOWN_ONE },
    .date = IMP_DATE_NONE,
  };
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  return finish_write (fixture, &await);
}

static void
wait_for_list (ImpIrritantList *list)
{
  gboolean loading = TRUE;

  while (loading)
    {
      g_object_get (list, "loading", &loading, NULL);
      if (loading)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_order (ImpIrritantList *list, const ImpItem *items, guint n_items)
{
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ImpIrritantRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (imp_irritant_row_get_item (row), ==, items[i]);
      g_assert_cmpuint (imp_irritant_row_get_rank (row), ==, i + 1);
    }
}

static void
undo (Fixture *fixture)
{
  ImpAwait await = { NULL };

  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  finish_write (fixture, &await);
}

static void
test_list_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpIrritantList) list = imp_irritant_list_new (fixture->backlog);
  g_autoptr (ImpIrritantRow) row = NULL;
  ImpItem small = record (fixture, "Printer jams", 10);
  ImpItem large = record (fixture, "Scanner signs out\nat every battery change", 40);
  ImpAnswer people = { .number = 100, .known = IMP_KNOWN_MEASURED };
  ImpAwait await = { NULL };

  assert_order (list, (ImpItem[]) { large, small }, 2);
  imp_backlog_answer_async (fixture->backlog, small, IMP_QUESTION_PEOPLE, &people, imp_await_cb,
                            &await);
  finish_write (fixture, &await);
  assert_order (list, (ImpItem[]) { small, large }, 2);
  undo (fixture);
  assert_order (list, (ImpItem[]) { large, small }, 2);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  while (!imp_irritant_row_is_loaded (row))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (imp_irritant_row_get_title (row), ==, "Scanner signs out");
  g_assert_cmpstr (imp_irritant_row_get_sites (row), ==, "Leeds");
  g_assert_cmpfloat (imp_irritant_row_get_impact (row)->hours, ==, 80);
}

/* A long way up moves every row between: all that is shown must come. */
static void
test_long_moves_load_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpIrritantList) list = imp_irritant_list_new (fixture->backlog);
  ImpAnswer people = { .number = 5000, .known = IMP_KNOWN_MEASURED };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  ImpItem last = 0;
  ImpAwait await = { NULL };
  guint n_loaded = 0;

  for (int i = 0; i < 300; i++)
    last = record (fixture, "Printer jams", 1000 - i);
  wait_for_list (list);
  imp_backlog_answer_async (fixture->backlog, last, IMP_QUESTION_PEOPLE, &people, imp_await_cb,
                            &await);
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));
  finish_write (fixture, &await);
  wait_for_list (list);
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));
  while (n_loaded < rows->len && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      for (n_loaded = 0; n_loaded < rows->len; n_loaded++)
        if (!imp_irritant_row_is_loaded (rows->pdata[n_loaded]))
          break;
    }
  g_assert_cmpuint (n_loaded, ==, rows->len);
}

static ImpIssue *
draft_issue (Fixture *fixture, ImpDate from, ImpDate to)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpIssue *issue;

  imp_backlog_draft_issue_async (fixture->backlog, from, to, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  issue = imp_backlog_issue_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return issue;
}

/* A promise that is not due yet is coming, and neither kept nor missed. */
static void
test_promises_of_this_month (Fixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The form forgets what I typed", 16);
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpIssue) issue = NULL;
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, "The form keeps it", &irritant, 1, NULL, today + 5,
                              "finance", imp_await_cb, &await);
  finish_write (fixture, &await);
  issue = draft_issue (fixture, imp_date_month_start (today), imp_date_month_end (today));
  g_assert_cmpint (issue->promises_due, ==, 0);
  g_assert_null (issue->missed);
  g_assert_cmpuint (issue->coming->len, ==, 1);
}

static void
test_search_keeps_ranks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpIrritantList) list = imp_irritant_list_new (fixture->backlog);
  g_autoptr (ImpIrritantRow) row = NULL;
  ImpItem small = record (fixture, "Printer jams \"all\" the time", 10);

  record (fixture, "Scanner signs out", 40);
  imp_irritant_list_set_query (list, IMP_STATES_NOT_FIXED, IMP_ORDER_IMPACT, "prin \"AL");
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpint (imp_irritant_row_get_item (row), ==, small);
  g_assert_cmpuint (imp_irritant_row_get_rank (row), ==, 2);
}

static ImpIrritantPage *
read_page (Fixture *fixture, ImpItem irritant)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpIrritantPage *page;

  imp_backlog_irritant_page_async (fixture->backlog, irritant, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_irritant_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

static void
assert_state (Fixture *fixture, ImpItem irritant, ImpState state)
{
  g_autoptr (ImpIrritantPage) page = read_page (fixture, irritant);

  g_assert_cmpint (page->state, ==, state);
}

static void
test_main_job (Fixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "I type my password eleven times before lunch", 16), fix;
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpIssue) issue = NULL;
  const ImpIssueFix *big;
  ImpAwait await = { NULL };
  ImpAskedAgain again = { irritant, IMP_VERDICT_GONE, { { 0 }, { 0 }, { .number = 0.6 } } };

  imp_backlog_plan_fix_async (fixture->backlog, "One sign-in a day", &irritant, 1, "Marek Nowak",
                              today + 6, "Dana Whitfield", imp_await_cb, &await);
  fix = finish_write (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_PLANNED);
  imp_backlog_start_fix_async (fixture->backlog, fix, imp_await_cb, &await);
  finish_write (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_BEING_FIXED);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, "We fitted a badge reader.",
                                 "You touch your badge once.", NULL, imp_await_cb, &await);
  finish_write (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_FIXED);
  imp_backlog_confirm_fix_async (fixture->backlog, fix, "Dana Whitfield", IMP_VERDICT_GONE, &again,
                                 1, imp_await_cb, &await);
  finish_write (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_CONFIRMED);
  issue = draft_issue (fixture, today - 20, today);
  g_assert_cmpuint (issue->big->len, ==, 1);
  big = issue->big->pdata[0];
  g_assert_cmpstr (big->said, ==, "I type my password eleven times before lunch");
  g_assert_cmpstr (big->did, ==, "We fitted a badge reader.");
  g_assert_cmpfloat_with_epsilon (big->hours, 16 * 20 * 6 / 60.0 - 16 * 20 * 0.6 / 60, 0.001);
  g_assert_cmpint (big->hours_source, ==, IMP_HOURS_ASKED_AGAIN);
  g_assert_false (big->unconfirmed);
  undo (fixture);
  assert_state (fixture, irritant, IMP_STATE_FIXED);
  undo (fixture);
  assert_state (fixture, irritant, IMP_STATE_BEING_FIXED);
}

/* "Better" with numbers is asked again, and leaves the fix open to be confirmed. */
static void
test_better_counts_what_is_left (Fixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "I hunt through three screens", 20), fix;
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpAskedAgain again = { irritant, IMP_VERDICT_BETTER, { { 0 }, { 0 }, { .number = 3 } } };
  g_autoptr (ImpIssue) issue = NULL;
  const ImpIssueFix *big;
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, "One screen", &irritant, 1, NULL, IMP_DATE_NONE,
                              NULL, imp_await_cb, &await);
  fix = finish_write (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, NULL, NULL, imp_await_cb, &await);
  finish_write (fixture, &await);
  imp_backlog_confirm_fix_async (fixture->backlog, fix, "Dana Whitfield", IMP_VERDICT_BETTER,
                                 &again, 1, imp_await_cb, &await);
  finish_write (fixture, &await);
  assert_state (fixture, irritant, IMP_STATE_FIXED);
  issue = draft_issue (fixture, today, today);
  big = issue->big->pdata[0];
  g_assert_cmpfloat_with_epsilon (big->hours, 20 * 20 * (6 - 3) / 60.0, 0.001);
  g_assert_cmpint (big->hours_source, ==, IMP_HOURS_ASKED_AGAIN);
  g_assert_false (big->unconfirmed);
}

/* What is published cannot be changed, nor deleted. */
static void
assert_refused (Fixture *fixture, ImpAwait *await)
{
  g_autoptr (GAsyncResult) result = imp_await (await);
  g_autoptr (GError) error = NULL;

  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "is published"));
}

static void
refuse_new_title (Fixture *fixture, ImpItem announcement)
{
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (fixture->backlog, announcement, IMP_ANNOUNCEMENT_TITLE, "Changed",
                              "Title", imp_await_cb, &await);
  assert_refused (fixture, &await);
  imp_backlog_delete_async (fixture->backlog, announcement, "Deleted", imp_await_cb, &await);
  assert_refused (fixture, &await);
}

static void
test_announcement_is_frozen (Fixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The form forgets what I typed", 16), fix, announcement;
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpIssue) issue = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, "The form keeps it", &irritant, 1, NULL,
                              IMP_DATE_NONE, NULL, imp_await_cb, &await);
  fix = finish_write (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, NULL, NULL, imp_await_cb, &await);
  finish_write (fixture, &await);
  imp_backlog_draft_async (fixture->backlog, today, today, NULL, imp_await_cb, &await);
  announcement = finish_write (fixture, &await);
  imp_backlog_publish_async (fixture->backlog, announcement, imp_await_cb, &await);
  finish_write (fixture, &await);
  refuse_new_title (fixture, announcement);
  imp_backlog_issue_async (fixture->backlog, announcement, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  issue = imp_backlog_issue_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (issue->title, ==, "The form keeps it");
  g_assert_cmpint (issue->number, ==, 1);
  g_assert_true (((ImpIssueFix *) issue->big->pdata[0])->unconfirmed);
}

static GAsyncResult *
import_text (Fixture *fixture, const char *items)
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
assert_imported (Fixture *fixture, const char *items, gboolean possible)
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
test_import_leaves_published (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, "", TRUE);
  assert_imported (fixture, "", TRUE);
  assert_imported (fixture, ", {\"kind\": \"entry\", \"id\": \"e-2\", \"announcement\": \"a\"}",
                   FALSE);
}

static void
deliver_fix (Fixture *fixture, const char *title)
{
  ImpItem irritant = record (fixture, title, 20), fix;
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, title, &irritant, 1, NULL, IMP_DATE_NONE, NULL,
                              imp_await_cb, &await);
  fix = finish_write (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, NULL, NULL, imp_await_cb, &await);
  finish_write (fixture, &await);
}

static ImpAnnouncement *
draft (Fixture *fixture, ImpDate from, ImpDate to)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAnnouncement *announcement;
  ImpAwait await = { NULL };

  imp_backlog_draft_async (fixture->backlog, from, to, NULL, imp_await_cb, &await);
  imp_backlog_announcement_async (fixture->backlog, finish_write (fixture, &await), NULL,
                                  imp_await_cb, &await);
  result = imp_await (&await);
  announcement = imp_backlog_announcement_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return announcement;
}

/* What is only summed up was told all the same: the next draft leaves it out, and says so. */
static void
test_summed_up_is_told_once (Fixture *fixture, gconstpointer data)
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
  unkept = draft_issue (fixture, today, today);
  g_assert_cmpint (imp_issue_count_fixes (unkept), ==, 12);
  imp_backlog_publish_async (fixture->backlog, first->item, imp_await_cb, &await);
  finish_write (fixture, &await);
  g_clear_pointer (&unkept, imp_issue_unref);
  unkept = draft_issue (fixture, today, today);
  g_assert_cmpint (imp_issue_count_fixes (unkept), ==, 0);
  g_assert_cmpint (unkept->told_count, ==, 12);
}

static gboolean
is_empty (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean empty = FALSE;
  ImpAwait await = { NULL };

  imp_backlog_look_empty_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_look_empty_finish (fixture->backlog, result, &empty, NULL));
  return empty;
}

static void
test_empty_again_after_undo (Fixture *fixture, gconstpointer data)
{
  ImpAwait await = { NULL };

  g_assert_true (is_empty (fixture));
  record (fixture, "The printer jams", 10);
  g_assert_false (is_empty (fixture));
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  finish_write (fixture, &await);
  g_assert_true (is_empty (fixture));
}

/* What cannot even be begun says what was wanted, too. */
static void
test_errors_begin_with_the_action (Fixture *fixture, gconstpointer data)
{
  ImpDate today = imp_backlog_get_today (fixture->backlog);
  g_autoptr (ImpAnnouncement) announcement = draft (fixture, today, today);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_delete_async (fixture->backlog, announcement->item, "Gone", imp_await_cb, &await);
  finish_write (fixture, &await);
  imp_backlog_publish_async (fixture->backlog, announcement->item, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Cannot publish the announcement: it is not there any more");
}

static ImpImportOutcome *
import_sample (Fixture *fixture, ImpBacklog *backlog)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data ("/org/example/Improve/sample-backlog.json", 0, NULL);
  ImpImportRequest request = { .format = IMP_FORMAT_BACKLOG,
                               .move_to_today = TRUE,
                               .bytes = bytes };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpImportOutcome *outcome;

  imp_backlog_import_async (backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (backlog, result, &error);
  g_assert_no_error (error);
  return outcome;
}

static ImpFixPage *
read_fix_page (Fixture *fixture, ImpItem fix)
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
assert_cannot_remove (Fixture *fixture, ImpItem fix, ImpItem irritant, ImpError code)
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
test_fix_is_changed_later (Fixture *fixture, gconstpointer data)
{
  ImpItem first = record (fixture, "The printer jams", 10);
  ImpItem second = record (fixture, "The door sticks", 20);
  g_autoptr (ImpFixPage) with_both = NULL;
  g_autoptr (ImpFixPage) with_one = NULL;
  ImpAwait await = { NULL };
  ImpItem fix;

  imp_backlog_plan_fix_async (fixture->backlog, "New printer", &first, 1, "Marek Nowak",
                              IMP_DATE_NONE, NULL, imp_await_cb, &await);
  fix = finish_write (fixture, &await);
  assert_cannot_remove (fixture, fix, first, IMP_ERROR_INPUT);
  imp_backlog_add_irritants_async (fixture->backlog, fix, &second, 1, imp_await_cb, &await);
  finish_write (fixture, &await);
  imp_backlog_set_owner_async (fixture->backlog, fix, "Aylin Demir", imp_await_cb, &await);
  finish_write (fixture, &await);
  with_both = read_fix_page (fixture, fix);
  g_assert_cmpuint (with_both->irritants->len, ==, 2);
  g_assert_cmpstr (with_both->card->owner, ==, "Aylin Demir");
  imp_backlog_remove_irritant_async (fixture->backlog, fix, first, imp_await_cb, &await);
  finish_write (fixture, &await);
  assert_cannot_remove (fixture, fix, first, IMP_ERROR_NOT_FOUND);
  imp_backlog_set_owner_async (fixture->backlog, fix, NULL, imp_await_cb, &await);
  finish_write (fixture, &await);
  with_one = read_fix_page (fixture, fix);
  g_assert_cmpuint (with_one->irritants->len, ==, 1);
  g_assert_null (with_one->card->owner);
}

static ImpOrganisation *
read_organisation (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpOrganisation *organisation;
  ImpAwait await = { NULL };

  imp_backlog_organisation_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  organisation = imp_backlog_organisation_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return organisation;
}

static ImpItem
say_organisation (Fixture *fixture, const char *name, const char *contact)
{
  ImpOrganisation said = { .name = (char *) name, .contact_name = (char *) contact };
  ImpAwait await = { NULL };

  imp_backlog_set_organisation_async (fixture->backlog, &said, imp_await_cb, &await);
  return finish_write (fixture, &await);
}

/* One organisation whatever is said, undone and said again. */
static void
test_organisation_is_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpOrganisation) none = read_organisation (fixture);
  g_autoptr (ImpOrganisation) undone = NULL;
  g_autoptr (ImpOrganisation) after = NULL;
  ImpItem first = say_organisation (fixture, "Corvane", "Inès Caron");
  ImpAwait await = { NULL };

  g_assert_cmpint (none->item, ==, 0);
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  finish_write (fixture, &await);
  undone = read_organisation (fixture);
  g_assert_null (undone->name);
  g_assert_cmpint (say_organisation (fixture, "Corvane", "Dana Whitfield"), ==, first);
  g_assert_cmpint (say_organisation (fixture, "Corvane", "Marek Nowak"), ==, first);
  after = read_organisation (fixture);
  g_assert_cmpint (after->item, ==, first);
  g_assert_cmpstr (after->name, ==, "Corvane");
  g_assert_cmpstr (after->contact_name, ==, "Marek Nowak");
  g_assert_null (after->series);
}

static void
test_sample_imports_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) first = import_sample (fixture, fixture->backlog);
  g_autoptr (ImpImportOutcome) second = import_sample (fixture, fixture->backlog);

  g_assert_cmpuint (first->n_new[IMP_KIND_IRRITANT], >=, 60);
  g_assert_cmpuint (first->n_known[IMP_KIND_IRRITANT], ==, 0);
  g_assert_cmpuint (second->n_new[IMP_KIND_IRRITANT], ==, 0);
  g_assert_cmpuint (second->n_known[IMP_KIND_IRRITANT], ==, first->n_new[IMP_KIND_IRRITANT]);
  undo (fixture); /* the second wrote nothing: this takes the first back */
  g_assert_null (imp_backlog_get_undo_label (fixture->backlog));
}

static char *
export_to (Fixture *fixture, ImpBacklog *backlog, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  char *text = NULL;

  imp_backlog_export_async (backlog, path, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_export_finish (backlog, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_round_trip_is_equal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) sample = import_sample (fixture, fixture->backlog);
  g_autoptr (ImpImportOutcome) again = NULL;
  g_autofree char *first = export_to (fixture, fixture->backlog, "first.json");
  g_autofree char *path = g_build_filename (fixture->folder, "first.json", NULL);
  g_autofree char *second = NULL;
  ImpImportRequest request = { .format = IMP_FORMAT_BACKLOG, .path = path };
  ImpBacklog *other = open_backlog (fixture, "other.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (other, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  again = imp_backlog_import_finish (other, result, &error);
  g_assert_no_error (error);
  second = export_to (fixture, other, "second.json");
  g_assert_cmpstr (first, ==, second);
  g_clear_object (&result);
  imp_close_backlog (other);
}

static void
test_dry_run_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  ImpImportRequest request = { .format = IMP_FORMAT_CSV, .path = path, .dry_run = TRUE };
  g_autofree char *before = export_to (fixture, fixture->backlog, "before.json");
  g_autofree char *after = NULL;
  g_autoptr (ImpImportOutcome) outcome = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  g_assert_true (g_file_set_contents (path, "title,site\nPrinter jams,Lyon\n", -1, NULL));
  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_new[IMP_KIND_IRRITANT], ==, 1);
  after = export_to (fixture, fixture->backlog, "after.json");
  g_assert_cmpstr (before, ==, after);
}

static ImpImportOutcome *
import_table (Fixture *fixture, ImpFormat format, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  ImpImportRequest request = { .format = format, .bytes = bytes };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpImportOutcome *outcome;
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
assert_names (Fixture *fixture, ImpKind kind, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  ImpAwait await = { NULL };

  imp_backlog_names_async (fixture->backlog, kind, "", 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  names = imp_backlog_names_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  joined = g_strjoinv (", ", names);
  g_assert_cmpstr (joined, ==, expected);
}

static void
record_at (Fixture *fixture, const char *person, const char *site)
{
  ImpRecording recording = {
    .words = "Printer jams", .person = person, .site = site, .offering = "Wi-Fi"
  };
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  finish_write (fixture, &await);
}

static const char TABLE[] = "title,person,site,department,offering\n"
                            "Door sticks,INÈS caron,ghent , Sales,WI-FI\n"
                            "Lift stops,Ines Caron,Ghent,sales,Lift\n";

/* What was recorded by name is what a table means by that name. */
static void
test_names_meet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) first = NULL;
  g_autoptr (ImpImportOutcome) second = NULL;

  record_at (fixture, "Inès Caron", "Ghent");
  first = import_table (fixture, IMP_FORMAT_CSV, TABLE);
  assert_names (fixture, IMP_KIND_PERSON, "Inès Caron");
  assert_names (fixture, IMP_KIND_SITE, "Ghent");
  assert_names (fixture, IMP_KIND_DEPARTMENT, "Sales");
  assert_names (fixture, IMP_KIND_OFFERING, "Lift, Wi-Fi");
  g_assert_cmpuint (first->n_new[IMP_KIND_SITE], ==, 0);
  g_assert_cmpuint (first->n_known[IMP_KIND_SITE], ==, 1);
  g_assert_cmpuint (first->n_new[IMP_KIND_OFFERING], ==, 1);
  second = import_table (fixture, IMP_FORMAT_CSV, TABLE);
  for (int kind = 0; kind < IMP_N_KINDS; kind++)
    g_assert_cmpuint (second->n_new[kind], ==, 0);
  undo (fixture); /* the second wrote nothing: this takes the first back */
  assert_names (fixture, IMP_KIND_SITE, "Ghent");
  assert_names (fixture, IMP_KIND_OFFERING, "Wi-Fi");
}

/* Two of the same name: the table may mean either, or a third. */
static void
test_persons_stay_apart (Fixture *fixture, gconstpointer data)
{
  static const char two[] = "{\"format\": \"improve-backlog\", \"version\": 1, \"items\": ["
                            "{\"kind\": \"person\", \"id\": \"a\", \"name\": \"Ines Caron\"},"
                            "{\"kind\": \"person\", \"id\": \"b\", \"name\": \"Inès Caron\"}]}";
  g_autoptr (ImpImportOutcome) json = import_table (fixture, IMP_FORMAT_BACKLOG, two);
  g_autoptr (ImpImportOutcome) table = import_table (fixture, IMP_FORMAT_CSV, TABLE);

  g_assert_cmpuint (json->n_new[IMP_KIND_PERSON], ==, 2);
  g_assert_cmpuint (table->n_new[IMP_KIND_PERSON], ==, 1);
}

static ImpItem
find_first (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  ImpAwait await = { NULL };

  imp_backlog_rank_async (fixture->backlog, IMP_STATES_ALL, IMP_ORDER_IMPACT, 1, NULL, imp_await_cb,
                          &await);
  result = imp_await (&await);
  rows = imp_backlog_rank_finish (fixture->backlog, result, NULL);
  return imp_irritant_row_get_item (rows->pdata[0]);
}

static void delete (Fixture *fixture, ImpItem item)
{
  ImpAwait await = { NULL };

  imp_backlog_delete_async (fixture->backlog, item, "Delete", imp_await_cb, &await);
  finish_write (fixture, &await);
}

/* The next import brings nothing of it back, not even the fix that the row has got since. */
static void
test_deleted_stays_deleted (Fixture *fixture, gconstpointer data)
{
  static const char open[] = "id,title,site,state,closed\n1,Door sticks,Ghent,open,\n";
  static const char closed[] =
      "id,title,site,state,closed\n1,Door sticks,Ghent,closed,2026-11-01\n";
  g_autoptr (ImpImportOutcome) first = import_table (fixture, IMP_FORMAT_CSV, open);
  g_autoptr (ImpImportOutcome) again = NULL;

  g_assert_cmpuint (first->n_new[IMP_KIND_IRRITANT], ==, 1);
  delete (fixture, find_first (fixture));
  again = import_table (fixture, IMP_FORMAT_CSV, closed);
  for (int kind = 0; kind < IMP_N_KINDS; kind++)
    g_assert_cmpuint (again->n_new[kind], ==, 0);
}

/* An import that was taken back can be made again, perhaps in another way. */
static void
test_undone_comes_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) first = import_table (fixture, IMP_FORMAT_CSV, TABLE);
  g_autoptr (ImpImportOutcome) again = NULL;

  undo (fixture);
  assert_names (fixture, IMP_KIND_SITE, "");
  again = import_table (fixture, IMP_FORMAT_CSV, TABLE);
  for (int kind = 0; kind < IMP_N_KINDS; kind++)
    g_assert_cmpuint (again->n_new[kind], ==, first->n_new[kind]);
  assert_names (fixture, IMP_KIND_SITE, "ghent");
}

static GBytes *
make_table (guint n_rows)
{
  GString *text = g_string_new ("title,site\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "Printer %u jams,Site %u\n", i, i % 100);
  return g_string_free_to_bytes (text);
}

/* Cancelled in the midst of writing, for which it waits. */
static void
test_import_is_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_table (1500);
  g_autoptr (ImpProgress) progress = imp_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ImpImportRequest request = { .format = IMP_FORMAT_CSV, .bytes = bytes, .progress = progress };
  g_autoptr (ImpImportOutcome) outcome = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, cancellable, imp_await_cb, &await);
  while (imp_progress_get (progress) < 0.1)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_cancellable_cancel (cancellable);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_null (outcome);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (imp_progress_get (progress), <, 0.9);
  assert_names (fixture, IMP_KIND_SITE, "");
  g_assert_null (imp_backlog_get_undo_label (fixture->backlog));
  record_at (fixture, NULL, "Ghent");
  assert_names (fixture, IMP_KIND_SITE, "Ghent");
}

static void
test_progress_goes_to_the_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_table (300);
  g_autoptr (ImpProgress) importing = imp_progress_new (), exporting = imp_progress_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "out.json", NULL);
  ImpImportRequest request = { .format = IMP_FORMAT_CSV, .bytes = bytes, .progress = importing };
  g_autoptr (ImpImportOutcome) outcome = NULL;
  g_autoptr (GAsyncResult) imported = NULL, exported = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  imported = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, imported, NULL);
  g_assert_nonnull (outcome);
  g_assert_cmpfloat (imp_progress_get (importing), >, 0.9);
  imp_backlog_export_async (fixture->backlog, path, exporting, NULL, imp_await_cb, &await);
  exported = imp_await (&await);
  g_assert_true (imp_backlog_export_finish (fixture->backlog, exported, NULL));
  g_assert_cmpfloat (imp_progress_get (exporting), ==, 1);
}

static void
test_check_is_clean (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) sample = import_sample (fixture, fixture->backlog);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_check_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  check = imp_backlog_check_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < check->problems->len; i++)
    g_test_message ("%s", (char *) check->problems->pdata[i]);
  g_assert_cmpuint (check->problems->len, ==, 0);
  g_assert_cmpuint (check->n_journal_rows, >, check->n_items);
}

static void
test_overview_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpOverview overview;

  record (fixture, "Printer jams", 10);
  record (fixture, "Scanner signs out", 40);
  imp_backlog_overview_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_overview_finish (fixture->backlog, result, &overview, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overview.n_not_fixed, ==, 2);
  g_assert_cmpfloat (overview.hours_not_fixed, ==, 100);
}

static void
test_empty_recording_is_refused (Fixture *fixture, gconstpointer data)
{
  ImpRecording recording = { .words = "  \n" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
}

static void
test_format_from_path (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (imp_format_from_path ("/a/backlog.json"), ==, IMP_FORMAT_BACKLOG);
  g_assert_cmpint (imp_format_from_path ("/a/BACKLOG.JSON"), ==, IMP_FORMAT_BACKLOG);
  g_assert_cmpint (imp_format_from_path ("/a/list.csv"), ==, IMP_FORMAT_CSV);
  g_assert_cmpint (imp_format_from_path ("/a/json"), ==, IMP_FORMAT_CSV);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/backlog/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("list/follows", test_list_follows);
  ADD ("list/long-moves-load-all", test_long_moves_load_all);
  ADD ("announcement/promises-of-this-month", test_promises_of_this_month);
  ADD ("list/search-keeps-ranks", test_search_keeps_ranks);
  ADD ("import/format-from-path", test_format_from_path);
  ADD ("fix/main-job", test_main_job);
  ADD ("fix/better-counts-what-is-left", test_better_counts_what_is_left);
  ADD ("fix/is-changed-later", test_fix_is_changed_later);
  ADD ("announcement/is-frozen", test_announcement_is_frozen);
  ADD ("announcement/import-leaves-published", test_import_leaves_published);
  ADD ("announcement/summed-up-is-told-once", test_summed_up_is_told_once);
  ADD ("organisation/is-one", test_organisation_is_one);
  ADD ("import/sample-once", test_sample_imports_once);
  ADD ("import/dry-run-changes-nothing", test_dry_run_changes_nothing);
  ADD ("import/names-meet", test_names_meet);
  ADD ("import/persons-stay-apart", test_persons_stay_apart);
  ADD ("import/deleted-stays-deleted", test_deleted_stays_deleted);
  ADD ("import/undone-comes-again", test_undone_comes_again);
  ADD ("import/is-cancelled", test_import_is_cancelled);
  ADD ("import/progress", test_progress_goes_to_the_end);
  ADD ("export/round-trip-is-equal", test_round_trip_is_equal);
  ADD ("check/is-clean", test_check_is_clean);
  ADD ("overview/counts", test_overview_counts);
  ADD ("empty-again-after-undo", test_empty_again_after_undo);
  ADD ("errors-begin-with-the-action", test_errors_begin_with_the_action);
  ADD ("record/empty-is-refused", test_empty_recording_is_refused);
  return g_test_run ();
}
