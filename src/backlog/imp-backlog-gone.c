/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog whose file is not there any more. */
#include "config.h"

#include "backlog/imp-backlog-gone.h"

#include "store/imp-store.h"

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, imp_store_is_gone (data));
}

void
imp_backlog_is_gone_async (const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, imp_backlog_is_gone_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, look_in_thread);
}

gboolean
imp_backlog_is_gone_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
imp_backlog_was_there (const char *path)
{
  return imp_store_was_there (path);
}

static void
begin_anew_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (imp_store_begin_anew (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
imp_backlog_begin_anew_async (const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_source_tag (task, imp_backlog_begin_anew_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, begin_anew_in_thread);
}

gboolean
imp_backlog_begin_anew_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
