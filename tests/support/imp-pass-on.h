/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * From one laptop's backlog to another's, in tests that have time to wait. */
#pragma once

#include "backlog/imp-backlog-sharing.h"
#include "support/imp-await.h"

/* Sends all that one has to the other; how many rows were new there. */
static inline guint
imp_pass_on (ImpBacklog *from, ImpBacklog *to)
{
  g_autoptr (GAsyncResult) read = NULL, taken = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *rows;
  guint n_applied;

  imp_backlog_rows_async (from, NULL, imp_await_cb, &await);
  read = imp_await (&await);
  rows = imp_backlog_rows_finish (from, read, &error);
  g_assert_no_error (error);
  imp_backlog_take_rows_async (to, rows, imp_await_cb, &await);
  taken = imp_await (&await);
  imp_backlog_take_rows_finish (to, taken, &n_applied, &error);
  g_assert_no_error (error);
  return n_applied;
}
