/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One change of many irritants: one action, one undo, or nothing at all. */
#include "config.h"

#include "backlog/imp-backlog-bulk.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-fixes.h"
#include "base/imp-error.h"

typedef struct
{
  ImpItem items[3];
} Three;

static Three
record_three (BacklogFixture *fixture)
{
  return (Three) { { backlog_fixture_record (fixture, "Scanner signs out", 40),
                     backlog_fixture_record (fixture, "Badge asked again", 20),
                     backlog_fixture_record (fixture, "Gate stays shut", 10) } };
}

/* FALSE where nothing had to be changed. */
static gboolean
change (BacklogFixture *fixture,
        const ImpItem *items,
        guint n_items,
        ImpBulkKind kind,
        const char *text,
        int choice)
{
  const ImpBulk bulk = { kind, text, choice };
  ImpAwait await = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 step = 0;

  imp_backlog_bulk_async (fixture->backlog, items, n_items, &bulk, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_write_finish_step (fixture->backlog, result, NULL, &step, &error);
  g_assert_no_error (error);
  return step != 0;
}

static void
assert_done (BacklogFixture *fixture, const char *label)
{
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, label);
}

static void
assert_tags (BacklogFixture *fixture, ImpItem irritant, const char *tags)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);
  g_autofree char *joined = g_strjoinv (", ", page->tags);

  g_assert_cmpstr (joined, ==, tags);
}

static void
test_tags (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);

  g_assert_true (change (fixture, three.items, 1, IMP_BULK_ADD_TAG, "Round", 0));
  assert_done (fixture, "1 irritant tagged “Round”");
  g_assert_true (change (fixture, three.items, 3, IMP_BULK_ADD_TAG, "round ", 0));
  assert_done (fixture, "2 irritants tagged “round”");
  assert_tags (fixture, three.items[0], "Round");
  assert_tags (fixture, three.items[2], "round");
  g_assert_false (change (fixture, three.items, 3, IMP_BULK_ADD_TAG, "ROUND", 0));
  g_assert_true (change (fixture, three.items, 3, IMP_BULK_REMOVE_TAG, "round", 0));
  assert_done (fixture, "Tag “round” removed from 3 irritants");
  assert_tags (fixture, three.items[1], "");
  backlog_fixture_undo (fixture);
  assert_tags (fixture, three.items[1], "round");
  backlog_fixture_undo (fixture);
  assert_tags (fixture, three.items[0], "Round");
  assert_tags (fixture, three.items[1], "");
}

static void
test_fields (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);
  g_autoptr (ImpIrritantPage) page = NULL, cleared = NULL;

  change (fixture, three.items, 3, IMP_BULK_SET_OFFERING, "Door access", 0);
  assert_done (fixture, "3 irritants are about “Door access”");
  change (fixture, three.items, 3, IMP_BULK_SET_STEP, "Loading", 0);
  change (fixture, three.items, 3, IMP_BULK_SET_OUTCOME, "On time", 0);
  change (fixture, three.items, 3, IMP_BULK_SET_WASTE, NULL, IMP_WASTE_OVERPROCESSING);
  assert_done (fixture, "3 irritants count as “Doing it twice”");
  change (fixture, three.items, 3, IMP_BULK_SET_CHANGE, NULL, IMP_CHANGE_PROCESS);
  page = backlog_fixture_read_page (fixture, three.items[2]);
  g_assert_cmpstr (page->offering, ==, "Door access");
  g_assert_cmpstr (page->step, ==, "Loading");
  g_assert_cmpstr (page->outcome, ==, "On time");
  g_assert_cmpint (page->waste, ==, IMP_WASTE_OVERPROCESSING);
  g_assert_cmpint (page->change, ==, IMP_CHANGE_PROCESS);
  g_assert_false (change (fixture, three.items, 3, IMP_BULK_SET_STEP, "loading", 0));
  g_assert_true (change (fixture, three.items, 2, IMP_BULK_SET_STEP, NULL, 0));
  assert_done (fixture, "2 irritants changed");
  cleared = backlog_fixture_read_page (fixture, three.items[1]);
  g_assert_null (cleared->step);
}

static ImpState
read_state (BacklogFixture *fixture, ImpItem irritant)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  return page->state;
}

/* What is planned is not declined. */
static void
test_plan_and_decline (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);

  g_assert_true (change (fixture, three.items, 2, IMP_BULK_PLAN, "Longer sessions", 0));
  assert_done (fixture, "Fix planned for 2 irritants");
  g_assert_true (change (fixture, three.items, 3, IMP_BULK_DECLINE, "It goes next month", 0));
  assert_done (fixture, "1 irritant declined");
  g_assert_cmpint (read_state (fixture, three.items[0]), ==, IMP_STATE_PLANNED);
  g_assert_cmpint (read_state (fixture, three.items[1]), ==, IMP_STATE_PLANNED);
  g_assert_cmpint (read_state (fixture, three.items[2]), ==, IMP_STATE_DECLINED);
  backlog_fixture_undo (fixture);
  backlog_fixture_undo (fixture);
  g_assert_cmpint (read_state (fixture, three.items[0]), ==, IMP_STATE_OPEN);
  g_assert_cmpint (read_state (fixture, three.items[2]), ==, IMP_STATE_OPEN);
}

static void
test_merge (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);
  g_autoptr (ImpIrritantPage) whole = NULL;

  g_assert_false (change (fixture, three.items, 1, IMP_BULK_MERGE, NULL, 0));
  g_assert_true (change (fixture, three.items, 3, IMP_BULK_MERGE, NULL, 0));
  assert_done (fixture, "2 irritants merged into “Scanner signs out”");
  whole = backlog_fixture_read_page (fixture, three.items[0]);
  g_assert_cmpuint (whole->reports->len, ==, 3);
  g_assert_cmpint (read_state (fixture, three.items[1]), ==, IMP_STATE_MERGED);
  g_assert_false (change (fixture, three.items, 3, IMP_BULK_MERGE, NULL, 0));
  backlog_fixture_undo (fixture);
  g_assert_cmpint (read_state (fixture, three.items[1]), ==, IMP_STATE_OPEN);
}

static gboolean
merge_into (BacklogFixture *fixture,
            const ImpItem *items,
            guint n_items,
            ImpItem into,
            GError **error)
{
  const ImpBulk bulk = { .kind = IMP_BULK_MERGE, .into = into };
  ImpAwait await = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  imp_backlog_bulk_async (fixture->backlog, items, n_items, &bulk, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_write_finish (fixture->backlog, result, NULL, error);
}

static ImpItem
read_whole (BacklogFixture *fixture, ImpItem irritant)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  return page->merged_into;
}

/* Into the last one, though it stands lowest; whoever is the whole may be among them. */
static void
test_merge_into (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);
  const ImpItem gate = three.items[2];

  g_assert_true (merge_into (fixture, three.items, 1, gate, NULL));
  assert_done (fixture, "“Scanner signs out” merged into “Gate stays shut”");
  g_assert_cmpint (read_whole (fixture, three.items[0]), ==, gate);
  g_assert_true (merge_into (fixture, three.items, 3, three.items[0], NULL)); /* which is a part */
  assert_done (fixture, "“Badge asked again” merged into “Gate stays shut”");
  g_assert_cmpint (read_whole (fixture, three.items[1]), ==, gate);
  g_assert_cmpint (read_whole (fixture, gate), ==, 0);
  backlog_fixture_undo (fixture);
  g_assert_cmpint (read_whole (fixture, three.items[1]), ==, 0);
  g_assert_cmpint (read_whole (fixture, three.items[0]), ==, gate);
}

/* The others do not become one instead. */
static void
test_merge_into_what_is_gone (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);
  g_autoptr (GError) error = NULL;

  change (fixture, three.items + 2, 1, IMP_BULK_DELETE, NULL, 0);
  g_assert_false (merge_into (fixture, three.items, 2, three.items[2], &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "Cannot merge the irritants: "));
  g_assert_cmpint (read_state (fixture, three.items[0]), ==, IMP_STATE_OPEN);
  assert_done (fixture, "1 irritant deleted");
}

/* What is gone by now does not come back. */
static void
test_delete (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);

  change (fixture, three.items + 2, 1, IMP_BULK_DELETE, NULL, 0);
  assert_done (fixture, "1 irritant deleted");
  g_assert_true (change (fixture, three.items, 3, IMP_BULK_ADD_TAG, "Round", 0));
  assert_done (fixture, "2 irritants tagged “Round”");
  g_assert_true (change (fixture, three.items, 3, IMP_BULK_DELETE, NULL, 0));
  assert_done (fixture, "2 irritants deleted");
  g_assert_false (change (fixture, three.items, 3, IMP_BULK_DELETE, NULL, 0));
  backlog_fixture_undo (fixture);
  assert_tags (fixture, three.items[1], "Round");
}

static void
assert_fails (BacklogFixture *fixture,
              const ImpItem *items,
              const ImpBulk *bulk,
              GCancellable *cancellable,
              GQuark domain,
              int code)
{
  ImpAwait await = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  imp_backlog_bulk_async (fixture->backlog, items, 3, bulk, cancellable, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, domain, code);
}

static void
test_cancelled_and_refused (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  const ImpBulk tag = { IMP_BULK_ADD_TAG, "Round" }, blank = { IMP_BULK_DECLINE, "  " };

  g_cancellable_cancel (cancelled);
  assert_fails (fixture, three.items, &tag, cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_tags (fixture, three.items[0], "");
  assert_fails (fixture, three.items, &blank, NULL, IMP_ERROR, IMP_ERROR_INPUT);
}

/* Looking at them is told too, before anything is written. */
static void
test_progress_of_looking (BacklogFixture *fixture, gconstpointer data)
{
  Three three = record_three (fixture);
  g_autoptr (ImpProgress) progress = imp_progress_new ();
  const ImpBulk again = { IMP_BULK_ADD_TAG, "Round", 0, progress };
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  change (fixture, three.items, 3, IMP_BULK_ADD_TAG, "Round", 0);
  imp_backlog_bulk_async (fixture->backlog, three.items, 3, &again, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_write_finish (fixture->backlog, result, NULL, NULL));
  g_assert_cmpfloat (imp_progress_get (progress), >, 0.1);
  g_assert_cmpfloat (imp_progress_get (progress), <, 0.5);
}

static GArray *
record_many (BacklogFixture *fixture, guint n)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };
  GArray *items = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  ImpItem first;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Door %u sticks", i);

      imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT),
                            IMP_IRRITANT_TITLE, title);
    }
  imp_backlog_apply_async (fixture->backlog, changes, "Filled", NULL, imp_await_cb, &await);
  first = backlog_fixture_finish (fixture, &await);
  for (guint i = 0; i < n; i++)
    {
      ImpItem item = first + i;

      g_array_append_val (items, item);
    }
  return items;
}

static gboolean
cancel_half_way_cb (gpointer data)
{
  gpointer *both = data;

  if (imp_progress_get (both[0]) > 0.3)
    g_cancellable_cancel (both[1]);
  return g_cancellable_is_cancelled (both[1]) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* In the middle of the writing, too. */
static void
test_cancelled_half_way (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) items = record_many (fixture, 3000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ImpProgress) progress = imp_progress_new ();
  gpointer both[] = { progress, cancellable };
  const ImpBulk bulk = { IMP_BULK_ADD_TAG, "Round", 0, progress };
  ImpAwait await = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  imp_backlog_bulk_async (fixture->backlog, (const ImpItem *) (gpointer) items->data, items->len,
                          &bulk, cancellable, imp_await_cb, &await);
  g_idle_add (cancel_half_way_cb, both);
  result = imp_await (&await);
  if (imp_backlog_write_finish (fixture->backlog, result, NULL, &error)) /* was quicker */
    g_cancellable_cancel (cancellable);
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_tags (fixture, g_array_index (items, ImpItem, 0), "");
      assert_done (fixture, "Filled");
    }
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("bulk/tags", test_tags);
  BACKLOG_FIXTURE_ADD ("bulk/fields", test_fields);
  BACKLOG_FIXTURE_ADD ("bulk/plan-and-decline", test_plan_and_decline);
  BACKLOG_FIXTURE_ADD ("bulk/merge", test_merge);
  BACKLOG_FIXTURE_ADD ("bulk/merge-into", test_merge_into);
  BACKLOG_FIXTURE_ADD ("bulk/merge-into-what-is-gone", test_merge_into_what_is_gone);
  BACKLOG_FIXTURE_ADD ("bulk/delete", test_delete);
  BACKLOG_FIXTURE_ADD ("bulk/cancelled-and-refused", test_cancelled_and_refused);
  BACKLOG_FIXTURE_ADD ("bulk/progress-of-looking", test_progress_of_looking);
  BACKLOG_FIXTURE_ADD ("bulk/cancelled-half-way", test_cancelled_half_way);
  return g_test_run ();
}
