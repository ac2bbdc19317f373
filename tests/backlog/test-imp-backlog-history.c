/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What people changed, as the window asks for it: history, the bin, values side by side. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-history.h"
#include "base/imp-error.h"
#include "support/imp-pass-on.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

/* Two laptops. */
typedef struct
{
  char *folder;
  gint64 now_ms;
  ImpClock clock;
  ImpBacklog *backlog, *other;
} Fixture;

static ImpBacklog *
open_backlog (Fixture *fixture, const char *name, const char *actor)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, "backlog.db", NULL);

  return imp_open_backlog (path, actor, &fixture->clock);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("improve-history-XXXXXX", NULL);
  fixture->now_ms = 1795262400000; /* 21 November 2026, noon */
  fixture->clock = imp_clock_fixed (&fixture->now_ms);
  fixture->backlog = open_backlog (fixture, "one", "Inès Caron");
  fixture->other = open_backlog (fixture, "other", "Marek Nowak");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  imp_close_backlog (fixture->backlog);
  imp_close_backlog (fixture->other);
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static ImpItem
add_irritant (ImpBacklog *backlog, const char *title)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT), IMP_IRRITANT_TITLE,
                        title);
  imp_backlog_apply_async (backlog, changes, "Recorded", NULL, imp_await_cb, &await);
  return imp_finish_write (backlog, &await);
}

static void
set_text (ImpBacklog *backlog, ImpItem item, guint8 field, const char *text)
{
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (backlog, item, field, text, "Edited", imp_await_cb, &await);
  imp_finish_write (backlog, &await);
}

static void
delete_item (ImpBacklog *backlog, ImpItem item)
{
  ImpAwait await = { NULL };

  imp_backlog_delete_async (backlog, item, "Deleted", imp_await_cb, &await);
  imp_finish_write (backlog, &await);
}

static GPtrArray *
read_edits (ImpBacklog *backlog, ImpItem item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *edits;

  imp_backlog_edits_async (backlog, item, 0, 100, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  edits = imp_backlog_edits_finish (backlog, result, &error);
  g_assert_no_error (error);
  return edits;
}

static GPtrArray *
read_bin (ImpBacklog *backlog)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *bin;

  imp_backlog_bin_async (backlog, "", 0, 100, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  bin = imp_backlog_bin_finish (backlog, result, &error);
  g_assert_no_error (error);
  return bin;
}

static GPtrArray *
read_contests (ImpBacklog *backlog)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *contests;

  imp_backlog_contests_async (backlog, 0, 100, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  contests = imp_backlog_contests_finish (backlog, result, &error);
  g_assert_no_error (error);
  return contests;
}

static void
test_edits_name_who_and_what (Fixture *fixture, gconstpointer data)
{
  ImpItem irritant = add_irritant (fixture->backlog, "Scanner");
  g_autoptr (GPtrArray) edits = NULL;
  const ImpEdit *newest;
  const ImpEditedField *title;

  fixture->now_ms += DAY_MS;
  set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, "Scanner signs out");
  edits = read_edits (fixture->backlog, irritant);
  g_assert_cmpuint (edits->len, ==, 2);
  newest = edits->pdata[0];
  g_assert_cmpstr (newest->actor, ==, "Inès Caron");
  g_assert_cmpint (newest->time_ms, ==, fixture->now_ms);
  g_assert_cmpuint (newest->fields->len, ==, 1);
  title = newest->fields->pdata[0];
  g_assert_cmpstr (title->before.text, ==, "Scanner");
  g_assert_cmpstr (title->after.text, ==, "Scanner signs out");
}

static void
test_bin_restores_and_undoes (Fixture *fixture, gconstpointer data)
{
  ImpItem irritant = add_irritant (fixture->backlog, "Scanner");
  g_autoptr (GPtrArray) full = NULL, empty = NULL, again = NULL;
  ImpAwait await = { NULL };

  delete_item (fixture->backlog, irritant);
  full = read_bin (fixture->backlog);
  g_assert_cmpuint (full->len, ==, 1);
  imp_backlog_restore_async (fixture->backlog, ((ImpBinned *) full->pdata[0])->item, imp_await_cb,
                             &await);
  g_assert_cmpint (imp_finish_write (fixture->backlog, &await), ==, irritant);
  empty = read_bin (fixture->backlog);
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "Restored");
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  imp_finish_write (fixture->backlog, &await);
  again = read_bin (fixture->backlog);
  g_assert_cmpuint (again->len, ==, 1);
}

static void
test_bin_is_of_ninety_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) last = NULL, over = NULL;

  delete_item (fixture->backlog, add_irritant (fixture->backlog, "Scanner"));
  fixture->now_ms += IMP_BIN_DAYS * DAY_MS;
  last = read_bin (fixture->backlog);
  g_assert_cmpuint (last->len, ==, 1);
  fixture->now_ms += DAY_MS;
  over = read_bin (fixture->backlog);
  g_assert_cmpuint (over->len, ==, 0);
}

static void
test_nothing_to_restore (Fixture *fixture, gconstpointer data)
{
  ImpItem irritant = add_irritant (fixture->backlog, "Scanner");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_restore_async (fixture->backlog, irritant, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_false (imp_backlog_write_finish (fixture->backlog, result, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Cannot restore: it is not in the bin any more");
}

/* Both laptops know it; each gives it a title without knowing of the other. */
static ImpItem
contest_title (Fixture *fixture)
{
  ImpItem irritant = add_irritant (fixture->backlog, "Scanner");

  imp_pass_on (fixture->backlog, fixture->other);
  set_text (fixture->backlog, irritant, IMP_IRRITANT_TITLE, "Scanner signs out");
  fixture->now_ms += 1000;
  set_text (fixture->other, 1, IMP_IRRITANT_TITLE, "Scanner forgets me");
  imp_pass_on (fixture->other, fixture->backlog);
  return irritant;
}

static void
assert_version (const ImpContest *contest, guint i, const char *text)
{
  const ImpVersion *version = contest->versions->pdata[i];

  g_assert_cmpstr (version->value.text, ==, text);
}

static void
settle (Fixture *fixture, const ImpContest *contest, guint version)
{
  const ImpVersion *chosen = contest->versions->pdata[version];
  ImpAwait await = { NULL };

  imp_backlog_settle_async (fixture->backlog, contest->item, contest->field, contest->seen,
                            &chosen->value, imp_await_cb, &await);
  imp_finish_write (fixture->backlog, &await);
}

static void
test_each_version_settles (Fixture *fixture, gconstpointer data)
{
  const guint version = GPOINTER_TO_UINT (data);
  ImpItem irritant = contest_title (fixture);
  g_autoptr (GPtrArray) before = read_contests (fixture->backlog), after = NULL, edits = NULL;
  const ImpContest *contest;
  const ImpVersion *shown;

  g_assert_cmpuint (before->len, ==, 1);
  contest = before->pdata[0];
  g_assert_cmpint (contest->item, ==, irritant);
  shown = contest->versions->pdata[0];
  g_assert_cmpstr (shown->value.text, ==, "Scanner forgets me");
  g_assert_cmpstr (shown->actor, ==, "Marek Nowak");
  settle (fixture, contest, version);
  after = read_contests (fixture->backlog);
  g_assert_cmpuint (after->len, ==, 0);
  edits = read_edits (fixture->backlog, irritant);
  g_assert_cmpuint (edits->len, ==, 4);
}

/* What was decided among two does not decide over a third that came meanwhile. */
static void
test_a_version_that_came_since_stays (Fixture *fixture, gconstpointer data)
{
  ImpBacklog *const laptops[] = { fixture->backlog, fixture->other };
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  contest_title (fixture);
  before = read_contests (fixture->backlog);
  fixture->now_ms += 1000;
  set_text (fixture->other, 1, IMP_IRRITANT_TITLE, "Scanner forgets everybody");
  imp_pass_on (fixture->other, fixture->backlog);
  settle (fixture, before->pdata[0], 1);
  imp_pass_on (fixture->backlog, fixture->other);
  for (guint i = 0; i < G_N_ELEMENTS (laptops); i++)
    {
      g_autoptr (GPtrArray) open = read_contests (laptops[i]);
      const ImpContest *contest;

      g_assert_cmpuint (open->len, ==, 1);
      contest = open->pdata[0];
      g_assert_cmpuint (contest->versions->len, ==, 2);
      assert_version (contest, 0, "Scanner signs out");
      assert_version (contest, 1, "Scanner forgets everybody");
    }
  after = read_contests (fixture->backlog);
  settle (fixture, after->pdata[0], 0);
  g_ptr_array_unref (after);
  after = read_contests (fixture->backlog);
  g_assert_cmpuint (after->len, ==, 0);
}

/* Saves the dialog in which a page was edited. */
static void
edit (ImpBacklog *backlog, const ImpIrritantPage *page, const char *title, const char *description)
{
  const ImpIrritantEdit words = { title, description, page->offering };
  ImpAwait await = { NULL };

  imp_backlog_edit_irritant_async (backlog, page->item, &words, page->as_of, imp_await_cb, &await);
  imp_finish_write (backlog, &await);
}

/* What came while the dialog was open is neither written over nor lost. */
static void
test_editing_leaves_what_came_since (Fixture *fixture, gconstpointer data)
{
  BacklogFixture here = { .backlog = fixture->backlog };
  ImpItem irritant = add_irritant (fixture->backlog, "Scanner");
  g_autoptr (ImpIrritantPage) opened = backlog_fixture_read_page (&here, irritant), now = NULL;
  g_autoptr (GPtrArray) none = NULL, contests = NULL;
  const ImpContest *contest;

  imp_pass_on (fixture->backlog, fixture->other);
  set_text (fixture->other, 1, IMP_IRRITANT_TITLE, "Scanner forgets me");
  imp_pass_on (fixture->other, fixture->backlog);
  edit (fixture->backlog, opened, opened->title, "Every morning");
  now = backlog_fixture_read_page (&here, irritant);
  g_assert_cmpstr (now->title, ==, "Scanner forgets me");
  g_assert_cmpstr (now->description, ==, "Every morning");
  none = read_contests (fixture->backlog);
  g_assert_cmpuint (none->len, ==, 0);
  edit (fixture->backlog, opened, "Scanner signs out", "Every morning");
  contests = read_contests (fixture->backlog);
  g_assert_cmpuint (contests->len, ==, 1);
  contest = contests->pdata[0];
  g_assert_cmpuint (contest->versions->len, ==, 2);
  assert_version (contest, 0, "Scanner signs out");
  assert_version (contest, 1, "Scanner forgets me");
}

static void
count_changed_cb (guint *n_changed, guint kinds)
{
  if (kinds & 1u << IMP_KIND_IRRITANT)
    ++*n_changed;
}

static void
test_taking_in_is_heard_and_no_step (Fixture *fixture, gconstpointer data)
{
  guint n_changed = 0;

  g_signal_connect_swapped (fixture->other, "changed", G_CALLBACK (count_changed_cb), &n_changed);
  add_irritant (fixture->backlog, "Scanner");
  g_assert_cmpuint (imp_pass_on (fixture->backlog, fixture->other), >, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_null (imp_backlog_get_undo_label (fixture->other));
  g_assert_cmpuint (imp_pass_on (fixture->backlog, fixture->other), ==, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  g_signal_handlers_disconnect_by_data (fixture->other, &n_changed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, func)                                                                      \
  g_test_add ("/backlog/history/" path, Fixture, data, set_up, func, tear_down)
  ADD ("edits-name-who-and-what", NULL, test_edits_name_who_and_what);
  ADD ("bin-restores-and-undoes", NULL, test_bin_restores_and_undoes);
  ADD ("bin-is-of-ninety-days", NULL, test_bin_is_of_ninety_days);
  ADD ("nothing-to-restore", NULL, test_nothing_to_restore);
  ADD ("the-version-that-is-shown-settles", GUINT_TO_POINTER (0), test_each_version_settles);
  ADD ("the-version-that-lost-settles", GUINT_TO_POINTER (1), test_each_version_settles);
  ADD ("a-version-that-came-since-stays", NULL, test_a_version_that_came_since_stays);
  ADD ("editing-leaves-what-came-since", NULL, test_editing_leaves_what_came_since);
  ADD ("taking-in-is-heard-and-no-step", NULL, test_taking_in_is_heard_and_no_step);
  return g_test_run ();
}
