/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is known already is found, and what was fixed comes back. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-similar.h"

static GPtrArray *
find (BacklogFixture *fixture, const char *words, const char *site)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *found;

  imp_backlog_find_similar_async (fixture->backlog, words, site, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  found = imp_backlog_find_similar_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return found;
}

static void
test_find (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem scanner = backlog_fixture_record (fixture, "The scanner signs me out", 20);
  g_autoptr (GPtrArray) found = NULL, none = NULL;
  const ImpSimilar *similar;

  backlog_fixture_record (fixture, "Invoices wait for weeks", 20);
  found = find (fixture, "Scanners sign out at noon", "Leeds");
  g_assert_cmpuint (found->len, ==, 1);
  similar = found->pdata[0];
  g_assert_cmpint (similar->item, ==, scanner);
  g_assert_cmpstr (similar->title, ==, "The scanner signs me out");
  g_assert_cmpstr (similar->sites, ==, "Leeds");
  g_assert_cmpuint (similar->n_voices, ==, 1);
  g_assert_cmpfloat (similar->hours, ==, 20 * 20 * 6 / 60.0);
  none = find (fixture, "Ventilation hums", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The older question is dropped, the newer one answered. */
static void
test_newer_question (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) older = g_cancellable_new ();
  g_autoptr (GAsyncResult) dropped = NULL, answered = NULL;
  g_autoptr (GPtrArray) nothing = NULL, found = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait first = { NULL }, second = { NULL };

  backlog_fixture_record (fixture, "The scanner signs me out", 20);
  imp_backlog_find_similar_async (fixture->backlog, "scan", NULL, NULL, older, imp_await_cb,
                                  &first);
  g_cancellable_cancel (older);
  imp_backlog_find_similar_async (fixture->backlog, "scanner", NULL, NULL, NULL, imp_await_cb,
                                  &second);
  answered = imp_await (&second);
  dropped = imp_await (&first);
  nothing = imp_backlog_find_similar_finish (fixture->backlog, dropped, &error);
  g_assert_null (nothing);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  found = imp_backlog_find_similar_finish (fixture->backlog, answered, NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

static ImpItem
fix_it (BacklogFixture *fixture, ImpItem irritant, gboolean confirmed)
{
  ImpAwait await = { NULL };
  ImpItem fix;

  imp_backlog_plan_fix_async (fixture->backlog, "New profile", &irritant, 1, NULL, IMP_DATE_NONE,
                              NULL, imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  imp_backlog_deliver_fix_async (fixture->backlog, fix, "We fitted it.", "It stays signed in.",
                                 NULL, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  if (confirmed)
    {
      imp_backlog_confirm_fix_async (fixture->backlog, fix, "Dana Whitfield", IMP_VERDICT_GONE,
                                     NULL, 0, imp_await_cb, &await);
      backlog_fixture_finish (fixture, &await);
    }
  return fix;
}

static void
report_back (BacklogFixture *fixture, ImpItem irritant)
{
  const ImpRecording recording = { .words = "It signs me out again",
                                   .person = "Tom Baker",
                                   .site = "Leeds",
                                   .minutes = { .band = 3, .known = IMP_KNOWN_ONE },
                                   .date = IMP_DATE_NONE };
  ImpAwait await = { NULL };

  imp_backlog_report_back_async (fixture->backlog, irritant, &recording, NULL, imp_await_cb,
                                 &await);
  g_assert_cmpint (backlog_fixture_finish (fixture, &await), ==, irritant);
}

static ImpFixPage *
read_fix (BacklogFixture *fixture, ImpItem fix)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_fix_page_async (fixture->backlog, fix, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_fix_page_finish (fixture->backlog, result, NULL);
}

static void
assert_state (BacklogFixture *fixture, ImpItem irritant, ImpState state, guint n_voices)
{
  g_autoptr (ImpIrritantPage) page = backlog_fixture_read_page (fixture, irritant);

  g_assert_cmpint (page->state, ==, state);
  g_assert_cmpuint (page->n_voices, ==, n_voices);
  g_assert_cmpuint (page->reports->len, ==, n_voices);
}

static void
assert_comes_back (BacklogFixture *fixture, gboolean confirmed)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The scanner signs me out", 20);
  ImpItem fix = fix_it (fixture, irritant, confirmed);
  const ImpState fixed = confirmed ? IMP_STATE_CONFIRMED : IMP_STATE_FIXED;
  g_autoptr (ImpFixPage) page = NULL;
  const ImpConfirmationLine *verdict;

  assert_state (fixture, irritant, fixed, 1);
  report_back (fixture, irritant);
  assert_state (fixture, irritant, IMP_STATE_BEING_FIXED, 2);
  page = read_fix (fixture, fix);
  verdict = page->confirmations->pdata[0];
  g_assert_cmpint (verdict->verdict, ==, IMP_VERDICT_STILL_THERE);
  g_assert_cmpstr (verdict->person, ==, "Tom Baker"); /* one colleague, not two of that name */
  g_assert_cmpuint (page->confirmations->len, ==, confirmed ? 2 : 1);
  backlog_fixture_undo (fixture);
  assert_state (fixture, irritant, fixed, 1);
}

static void
test_back (BacklogFixture *fixture, gconstpointer data)
{
  assert_comes_back (fixture, FALSE);
}

static void
test_back_although_confirmed (BacklogFixture *fixture, gconstpointer data)
{
  assert_comes_back (fixture, TRUE);
}

/* Somebody else was quicker: it is a report like any other. */
static void
test_back_of_open_one (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = backlog_fixture_record (fixture, "The scanner signs me out", 20);

  report_back (fixture, irritant);
  assert_state (fixture, irritant, IMP_STATE_OPEN, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("similar/find", test_find);
  BACKLOG_FIXTURE_ADD ("similar/newer-question", test_newer_question);
  BACKLOG_FIXTURE_ADD ("similar/back", test_back);
  BACKLOG_FIXTURE_ADD ("similar/back-although-confirmed", test_back_although_confirmed);
  BACKLOG_FIXTURE_ADD ("similar/back-of-open-one", test_back_of_open_one);
  return g_test_run ();
}
