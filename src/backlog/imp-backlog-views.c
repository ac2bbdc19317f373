/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can be filtered by, and the views that were saved for everybody. */
#include "config.h"

#include "backlog/imp-backlog-views.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-overview-table.h"
#include "store/imp-query-values.h"

typedef struct
{
  ImpQuery *query;
  ImpQueryKey key;
} ValuesArgs;

static void
values_args_free (gpointer data)
{
  ValuesArgs *args = data;

  g_clear_pointer (&args->query, imp_query_unref);
  g_free (args);
}

static void
values_in_db (GTask *task, ImpStore *store)
{
  const ValuesArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *values = imp_store_read_query_values (store, args->query, args->key,
                                                   g_task_get_cancellable (task), &error);

  if (values != NULL)
    g_task_return_pointer (task, values, (GDestroyNotify) g_ptr_array_unref);
  else
    imp_backlog_return_error (task, error, _ ("Cannot list what can be chosen"));
}

void
imp_backlog_query_values_async (ImpBacklog *self,
                                ImpQuery *query,
                                ImpQueryKey key,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  ValuesArgs *args = g_new (ValuesArgs, 1);

  *args = (ValuesArgs) { imp_query_ref (query), key };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_query_values_async, args,
                                          values_args_free, cancellable, callback, data),
                    values_in_db);
}

GPtrArray *
imp_backlog_query_values_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
views_in_db (GTask *task, ImpStore *store)
{
  GError *error = NULL;
  GPtrArray *views = imp_store_read_views (store, &error);

  if (views != NULL)
    g_task_return_pointer (task, views, (GDestroyNotify) g_ptr_array_unref);
  else
    imp_backlog_return_error (task, error, _ ("Cannot list the saved views"));
}

void
imp_backlog_views_async (ImpBacklog *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  imp_backlog_push (
      self,
      imp_backlog_new_task (self, imp_backlog_views_async, NULL, NULL, cancellable, callback, data),
      views_in_db);
}

GPtrArray *
imp_backlog_views_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What it shows may have been saved anew meanwhile. */
static void
rename_view_in_db (GTask *task, ImpStore *store)
{
  const ImpView *view = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();

  imp_changes_set_text (changes, view->item, IMP_VIEW_NAME, view->name);
  imp_backlog_commit_in_db (task, store, changes, view->item, _ ("View renamed"),
                            _ ("Cannot rename the view"));
}

static void
save_view_in_db (GTask *task, ImpStore *store)
{
  const ImpView *view = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  ImpItem item = 0;
  GError *error = NULL;

  if (!imp_store_find_name (store, IMP_KIND_VIEW, view->name, &item, NULL, &error))
    {
      imp_backlog_return_error (task, error, _ ("Cannot save the view"));
      return;
    }
  if (item == 0)
    item = imp_changes_add (changes, IMP_KIND_VIEW);
  imp_changes_set_text (changes, item, IMP_VIEW_NAME, view->name);
  imp_changes_set_text (changes, item, IMP_VIEW_QUERY, view->query);
  imp_changes_set_text (changes, item, IMP_VIEW_ORDER, view->order);
  imp_changes_set_text (changes, item, IMP_VIEW_COLUMNS, view->columns);
  imp_backlog_commit_in_db (task, store, changes, item, _ ("View saved"),
                            _ ("Cannot save the view"));
}

void
imp_backlog_save_view_async (ImpBacklog *self,
                             const ImpView *view,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_save_view_async, imp_view_copy (view),
                                          imp_view_free, NULL, callback, data),
                    view->item != 0 ? rename_view_in_db : save_view_in_db);
}
