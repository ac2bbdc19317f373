/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog of its own for each test, and what most of them do to it. */
#include "config.h"

#include "backlog-fixture.h"

#include "backlog/imp-backlog-explain.h"

ImpBacklog *
backlog_fixture_open (BacklogFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return imp_open_backlog (path, "Inès Caron", &fixture->clock);
}

void
backlog_fixture_set_up (BacklogFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("improve-backlog-XXXXXX", NULL);
  fixture->now_ms = 1795262400000; /* 21 November 2026, noon */
  fixture->clock = imp_clock_fixed (&fixture->now_ms);
  fixture->backlog = backlog_fixture_open (fixture, "backlog.db");
}

void
backlog_fixture_tear_down (BacklogFixture *fixture, gconstpointer data)
{
  imp_close_backlog (fixture->backlog);
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

ImpItem
backlog_fixture_finish (BacklogFixture *fixture, ImpAwait *await)
{
  return imp_finish_write (fixture->backlog, await);
}

ImpItem
backlog_fixture_record (BacklogFixture *fixture, const char *words, double people)
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
  return backlog_fixture_finish (fixture, &await);
}

void
backlog_fixture_undo (BacklogFixture *fixture)
{
  ImpAwait await = { NULL };

  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

GPtrArray *
backlog_fixture_find_to_ask (BacklogFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *to_ask;

  imp_backlog_find_to_ask_async (fixture->backlog, 10, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  to_ask = imp_backlog_find_to_ask_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return to_ask;
}

ImpIssue *
backlog_fixture_draft_issue (BacklogFixture *fixture, ImpDate from, ImpDate to)
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

ImpIrritantPage *
backlog_fixture_read_page (BacklogFixture *fixture, ImpItem irritant)
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

ImpImportOutcome *
backlog_fixture_import_sample (BacklogFixture *fixture)
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

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return outcome;
}
