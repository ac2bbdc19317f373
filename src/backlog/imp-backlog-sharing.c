/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases of several laptops: what was written here for another, and what comes from one. */
#include "config.h"

#include "backlog/imp-backlog-sharing.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "store/imp-sharing.h"

static void
rows_in_db (GTask *task, ImpStore *store)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (ImpSeen));
  GError *error = NULL;
  GPtrArray *rows = imp_store_read_rows (store, nothing, G_MAXUINT, &error);

  imp_backlog_return_array (task, rows, error, _ ("Cannot hand out what was written"));
}

void
imp_backlog_rows_async (ImpBacklog *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  imp_backlog_push (
      self,
      imp_backlog_new_task (self, imp_backlog_rows_async, NULL, NULL, cancellable, callback, data),
      rows_in_db);
}

GPtrArray *
imp_backlog_rows_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
take_rows_in_db (GTask *task, ImpStore *store)
{
  GError *error = NULL;
  ImpApplied applied;

  if (!imp_store_apply_rows (store, g_task_get_task_data (task), &applied, &error))
    {
      imp_error_prefix (&error, "%s", _ ("Cannot take in what others wrote"));
      g_task_return_error (task, error);
      return;
    }
  if (applied.n_applied > 0)
    imp_backlog_tell_taken_in_db (task, store, applied.kinds);
  if (applied.ahead_ms > IMP_CLOCK_FAR_MS)
    imp_backlog_tell_ahead_in_db (task, applied.ahead_ms);
  g_task_return_int (task, applied.n_applied);
}

void
imp_backlog_take_rows_async (ImpBacklog *self,
                             GPtrArray *rows,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_take_rows_async, rows,
                                          (GDestroyNotify) g_ptr_array_unref, NULL, callback, data),
                    take_rows_in_db);
}

gboolean
imp_backlog_take_rows_finish (ImpBacklog *self,
                              GAsyncResult *result,
                              guint *n_applied,
                              GError **error)
{
  gssize n = g_task_propagate_int (G_TASK (result), error);

  *n_applied = n > 0 ? (guint) n : 0;
  return n >= 0;
}
