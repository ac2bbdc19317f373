/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants become one and are taken apart, with all that belongs to them. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-attachments.h"
#include "backlog/imp-backlog-bulk.h"
#include "backlog/imp-backlog-fixes.h"
#include "base/imp-error.h"

static void
merge (BacklogFixture *fixture, ImpItem irritant, ImpItem into, ImpItem expected)
{
  ImpAwait await = { NULL };

  imp_backlog_merge_async (fixture->backlog, irritant, into, imp_await_cb, &await);
  g_assert_cmpint (backlog_fixture_finish (fixture, &await), ==, expected);
}

static void
unmerge (BacklogFixture *fixture, ImpItem irritant)
{
  ImpAwait await = { NULL };

  imp_backlog_unmerge_async (fixture->backlog, irritant, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

static void
delete_item (BacklogFixture *fixture, ImpItem item)
{
  ImpAwait await = { NULL };

  imp_backlog_delete_async (fixture->backlog, item, "Deleted", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* Nothing was written, so there is nothing more to undo. */
static void
assert_fails (BacklogFixture *fixture, ImpAwait *await, int code, const char *what)
{
  g_autofree char *label = g_strdup (imp_backlog_get_undo_label (fixture->backlog));
  g_autoptr (GAsyncResult) result = imp_await (await);
  g_autoptr (GError) error = NULL;

  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, what));
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, label);
}

static void
assert_refused (BacklogFixture *fixture, ImpItem irritant, ImpItem into, int code)
{
  ImpAwait await = { NULL };

  imp_backlog_merge_async (fixture->backlog, irritant, into, imp_await_cb, &await);
  assert_fails (fixture, &await, code, "Cannot merge the irritants: ");
}

/* How many reports, fixes and attachments an irritant's page shows. */
static void
assert_has (BacklogFixture *fixture,
            ImpItem irritant,
            guint n_reports,
            guint n_fixes,
            guint n_photos)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  g_assert_cmpuint (page->reports->len, ==, n_reports);
  g_assert_cmpuint (page->fixes->len, ==, n_fixes);
  g_assert_cmpuint (page->attachments->len, ==, n_photos);
}

static void
assert_merged_into (BacklogFixture *fixture, ImpItem irritant, ImpItem into)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  g_assert_cmpint (page->merged_into, ==, into);
  g_assert_cmpint (page->state == IMP_STATE_MERGED, ==, into != 0);
}

static void
attach (BacklogFixture *fixture, ImpItem irritant)
{
  GPtrArray *attachables = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("what it said", 12);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) refused = NULL, there = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  guint n_added;

  g_ptr_array_add (attachables, imp_attachable_new_bytes (bytes, "log.txt"));
  imp_backlog_attach_async (fixture->backlog, irritant, attachables, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_attach_finish (fixture->backlog, result, &n_added, &refused, &there, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 1);
}

static void
plan_fix (BacklogFixture *fixture, ImpItem irritant)
{
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, "New printer", &irritant, 1, NULL, IMP_DATE_NONE,
                              NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

static void
test_all_goes_along (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem printer = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem same = backlog_fixture_record (fixture, "Paper gets stuck", 20);

  attach (fixture, same);
  plan_fix (fixture, same);
  merge (fixture, same, printer, printer);
  assert_merged_into (fixture, same, printer);
  assert_has (fixture, printer, 2, 1, 1);
  assert_has (fixture, same, 0, 0, 0);
  attach (fixture, same); /* what comes later goes along, too */
  assert_has (fixture, printer, 2, 1, 2);
  unmerge (fixture, same);
  assert_merged_into (fixture, same, 0);
  assert_has (fixture, printer, 1, 0, 0);
  assert_has (fixture, same, 1, 1, 2);
}

static void
tag (BacklogFixture *fixture, ImpItem irritant, const char *text)
{
  const ImpBulk bulk = { .kind = IMP_BULK_ADD_TAG, .text = text };
  ImpAwait await = { NULL };

  imp_backlog_bulk_async (fixture->backlog, &irritant, 1, &bulk, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* With a fix that is promised for this day. */
static void
promise_fix (BacklogFixture *fixture, ImpItem irritant, ImpDate date)
{
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, "New rollers", &irritant, 1, NULL, date,
                              "Dana Whitfield", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* Whether the page has the tag and the promise, and tells of one voice. */
static void
assert_promised (BacklogFixture *fixture, ImpItem irritant, gboolean expected)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);
  const ImpFixLine *fix = page->fixes->len > 0 ? page->fixes->pdata[0] : NULL;

  g_assert_cmpint (g_strv_contains ((const char *const *) page->tags, "Hall 3"), ==, expected);
  g_assert_cmpint (fix != NULL && imp_date_is_set (fix->promised), ==, expected);
  g_assert_cmpuint (page->n_voices, ==, 1);
}

/* Dana reported both, and is one colleague. */
static void
test_tags_promises_and_voices (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem printer = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem same = backlog_fixture_record (fixture, "Paper gets stuck", 20);

  tag (fixture, same, "Hall 3");
  promise_fix (fixture, same, imp_date_new (2026, 12, 5));
  merge (fixture, same, printer, printer);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==,
                   "“Paper gets stuck” merged into “The printer jams”");
  assert_promised (fixture, printer, TRUE);
  backlog_fixture_undo (fixture);
  assert_promised (fixture, printer, FALSE);
  assert_promised (fixture, same, TRUE);
}

static void
test_is_undone (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem printer = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem same = backlog_fixture_record (fixture, "Paper gets stuck", 20);

  merge (fixture, same, printer, printer);
  backlog_fixture_undo (fixture);
  assert_merged_into (fixture, same, 0);
  assert_has (fixture, same, 1, 0, 0);
  merge (fixture, same, printer, printer);
  unmerge (fixture, same);
  backlog_fixture_undo (fixture);
  assert_merged_into (fixture, same, printer);
  assert_has (fixture, printer, 2, 0, 0);
}

/* Into a part means into what that counts with; merged again, it moves. */
static void
test_merged_twice (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem printer = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem same = backlog_fixture_record (fixture, "Paper gets stuck", 20);
  ImpItem third = backlog_fixture_record (fixture, "No paper comes", 30);
  ImpItem door = backlog_fixture_record (fixture, "The door sticks", 40);

  merge (fixture, same, printer, printer);
  merge (fixture, third, same, printer);
  assert_has (fixture, printer, 3, 0, 0);
  merge (fixture, same, printer, printer); /* once more changes nothing */
  assert_has (fixture, printer, 3, 0, 0);
  merge (fixture, same, door, door);
  assert_merged_into (fixture, same, door);
  assert_has (fixture, printer, 2, 0, 0);
  assert_has (fixture, door, 2, 0, 0);
  merge (fixture, printer, door, door); /* with its part */
  assert_merged_into (fixture, third, door);
  assert_has (fixture, door, 4, 0, 0);
  unmerge (fixture, printer);
  assert_has (fixture, printer, 2, 0, 0);
}

static void
test_into_itself (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem printer = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem same = backlog_fixture_record (fixture, "Paper gets stuck", 20);

  assert_refused (fixture, printer, printer, IMP_ERROR_INPUT);
  merge (fixture, same, printer, printer);
  assert_refused (fixture, printer, same, IMP_ERROR_INPUT); /* its own part */
  assert_merged_into (fixture, printer, 0);
  assert_has (fixture, printer, 2, 0, 0);
}

/* Somebody deleted one of them meanwhile: it does not come back by that. */
static void
test_what_is_gone (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem printer = backlog_fixture_record (fixture, "The printer jams", 10);
  ImpItem gone = backlog_fixture_record (fixture, "Paper gets stuck", 20);
  ImpAwait await = { NULL };

  delete_item (fixture, gone);
  assert_refused (fixture, printer, gone, IMP_ERROR_NOT_FOUND);
  assert_refused (fixture, gone, printer, IMP_ERROR_NOT_FOUND);
  assert_refused (fixture, 4711, printer, IMP_ERROR_NOT_FOUND);
  assert_has (fixture, printer, 1, 0, 0);
  imp_backlog_unmerge_async (fixture->backlog, gone, imp_await_cb, &await);
  assert_fails (fixture, &await, IMP_ERROR_NOT_FOUND, "Cannot take the irritants apart: ");
}

static void
test_nothing_to_take_apart (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem printer = backlog_fixture_record (fixture, "The printer jams", 10);
  g_autofree char *label = g_strdup (imp_backlog_get_undo_label (fixture->backlog));

  unmerge (fixture, printer);
  assert_merged_into (fixture, printer, 0);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, label);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("merge/all-goes-along", test_all_goes_along);
  BACKLOG_FIXTURE_ADD ("merge/tags-promises-and-voices", test_tags_promises_and_voices);
  BACKLOG_FIXTURE_ADD ("merge/is-undone", test_is_undone);
  BACKLOG_FIXTURE_ADD ("merge/merged-twice", test_merged_twice);
  BACKLOG_FIXTURE_ADD ("merge/into-itself", test_into_itself);
  BACKLOG_FIXTURE_ADD ("merge/what-is-gone", test_what_is_gone);
  BACKLOG_FIXTURE_ADD ("merge/nothing-to-take-apart", test_nothing_to_take_apart);
  return g_test_run ();
}
