/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Counts and names. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-overview-table.h"

static void
overview_in_db (GTask *task, ImpStore *store)
{
  ImpDate today = imp_store_get_today (store);
  ImpCounts *counts = g_new0 (ImpCounts, 1);
  GError *error = NULL;
  int year, month, day;

  imp_date_split (today, &year, &month, &day);
  if (imp_store_count (store, imp_date_new (year, 1, 1), counts, &error))
    g_task_return_pointer (task, counts, g_free);
  else
    {
      g_free (counts);
      imp_backlog_return_error (task, error, _ ("Cannot count what is recorded"));
    }
}

void
imp_backlog_overview_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data)
{
  imp_backlog_push (
      self,
      imp_backlog_new_task (self, imp_backlog_overview_async, NULL, NULL, NULL, callback, data),
      overview_in_db);
}

gboolean
imp_backlog_overview_finish (ImpBacklog *self,
                             GAsyncResult *result,
                             ImpOverview *overview,
                             GError **error)
{
  g_autofree ImpCounts *counts = g_task_propagate_pointer (G_TASK (result), error);

  if (counts == NULL)
    return FALSE;
  *overview = (ImpOverview) {
    .n_asked = counts->n_asked,
    .hours_not_fixed = counts->hours_not_fixed,
    .promises_kept = counts->promises_kept,
    .promises_due = counts->promises_due,
    .promises_late = counts->promises_late,
    .n_announcements = counts->n_announcements,
  };
  for (guint i = 0; i < G_N_ELEMENTS (counts->n_irritants); i++)
    {
      overview->n_irritants[i] = counts->n_irritants[i];
      overview->n_all_irritants += counts->n_irritants[i];
      overview->n_not_fixed +=
          i >= IMP_STATE_OPEN && i <= IMP_STATE_BEING_FIXED ? counts->n_irritants[i] : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts->n_fixes); i++)
    overview->n_fixes[i] = counts->n_fixes[i];
  return TRUE;
}

static void
look_empty_in_db (GTask *task, ImpStore *store)
{
  gboolean empty = FALSE;
  GError *error = NULL;

  if (imp_store_look_empty (store, &empty, &error))
    g_task_return_int (task, empty);
  else
    imp_backlog_return_error (task, error, _ ("Cannot see whether the backlog is empty"));
}

void
imp_backlog_look_empty_async (ImpBacklog *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_look_empty_async, NULL, NULL,
                                          cancellable, callback, data),
                    look_empty_in_db);
}

gboolean
imp_backlog_look_empty_finish (ImpBacklog *self,
                               GAsyncResult *result,
                               gboolean *empty,
                               GError **error)
{
  gssize answer = g_task_propagate_int (G_TASK (result), error);

  *empty = answer > 0;
  return answer >= 0;
}

typedef struct
{
  ImpKind kind;
  char *text;
  guint limit;
} NamesArgs;

static void
names_args_free (gpointer data)
{
  NamesArgs *args = data;

  g_free (args->text);
  g_free (args);
}

static void
names_in_db (GTask *task, ImpStore *store)
{
  NamesArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  char **names = imp_store_read_names (store, args->kind, args->text, args->limit, &error);

  if (names != NULL)
    g_task_return_pointer (task, names, (GDestroyNotify) g_strfreev);
  else
    imp_backlog_return_error (task, error, _ ("Cannot look the names up"));
}

void
imp_backlog_names_async (ImpBacklog *self,
                         ImpKind kind,
                         const char *text,
                         guint limit,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  NamesArgs *args = g_new (NamesArgs, 1);

  *args = (NamesArgs) { kind, g_strdup (text), limit };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_names_async, args, names_args_free,
                                          cancellable, callback, data),
                    names_in_db);
}

char **
imp_backlog_names_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
