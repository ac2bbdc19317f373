/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog of its own for each test, and what most of them do to it. */
#pragma once

#include "backlog/imp-backlog-announcements.h"
#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-irritants.h"
#include "support/imp-open-backlog.h"

/* For g_test_add() with set_up and tear_down below. The clock stands at 21 November 2026, noon. */
typedef struct
{
  char *folder;
  gint64 now_ms;
  ImpClock clock;
  ImpBacklog *backlog;
} BacklogFixture;

#define BACKLOG_FIXTURE_ADD(path, func)                                                            \
  g_test_add ("/backlog/" path, BacklogFixture, NULL, backlog_fixture_set_up, func,                \
              backlog_fixture_tear_down)

void backlog_fixture_set_up (BacklogFixture *fixture, gconstpointer data);
void backlog_fixture_tear_down (BacklogFixture *fixture, gconstpointer data);
/* Another one beside it. Close with imp_close_backlog(). */
ImpBacklog *backlog_fixture_open (BacklogFixture *fixture, const char *name);

/* Waits for a write and gives its item. */
ImpItem backlog_fixture_finish (BacklogFixture *fixture, ImpAwait *await);
/* An irritant that Dana Whitfield in Leeds reports: so many people, daily, six minutes. */
ImpItem backlog_fixture_record (BacklogFixture *fixture, const char *words, double people);
void backlog_fixture_undo (BacklogFixture *fixture);
ImpIrritantPage *backlog_fixture_read_page (BacklogFixture *fixture, ImpItem irritant);
/* What is worth asking, ten at most. */
GPtrArray *backlog_fixture_find_to_ask (BacklogFixture *fixture);
ImpIssue *backlog_fixture_draft_issue (BacklogFixture *fixture, ImpDate from, ImpDate to);
ImpImportOutcome *backlog_fixture_import_sample (BacklogFixture *fixture);
