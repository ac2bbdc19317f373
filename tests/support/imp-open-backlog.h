/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Opening, writing and closing a backlog in tests that have time to wait. */
#pragma once

#include "backlog/imp-backlog.h"
#include "support/imp-await.h"

static inline ImpBacklog *
imp_open_backlog (const char *path, const char *actor, const ImpClock *clock)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpBacklog *backlog;

  imp_backlog_open_async (path, actor, clock, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  backlog = imp_backlog_open_finish (result, &error);
  g_assert_no_error (error);
  return backlog;
}

/* Takes the last reference. */
static inline void
imp_close_backlog (ImpBacklog *backlog)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_close_async (backlog, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_close_finish (backlog, result, NULL));
  g_clear_object (&result);
  imp_assert_finalize_soon (backlog);
}

/* The item that the write made, or 0. */
static inline ImpItem
imp_finish_write (ImpBacklog *backlog, ImpAwait *await)
{
  g_autoptr (GAsyncResult) result = imp_await (await);
  g_autoptr (GError) error = NULL;
  ImpItem item = 0;

  imp_backlog_write_finish (backlog, result, &item, &error);
  g_assert_no_error (error);
  return item;
}
