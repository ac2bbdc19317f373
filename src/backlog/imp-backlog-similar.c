/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is known already of what somebody is just recording. */
#include "config.h"

#include "backlog/imp-backlog-similar.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-similar-table.h"

typedef struct
{
  char *words, *site, *offering;
} FindArgs;

static void
find_args_free (gpointer data)
{
  FindArgs *args = data;

  g_free (args->words);
  g_free (args->site);
  g_free (args->offering);
  g_free (args);
}

static void
find_in_db (GTask *task, ImpStore *store)
{
  const FindArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *found;

  if (g_task_return_error_if_cancelled (task))
    return;
  found = imp_store_find_similar (store, args->words, args->site, args->offering, IMP_SIMILAR_MOST,
                                  g_task_get_cancellable (task), &error);
  imp_backlog_return_array (task, found, error, _ ("Cannot look for what is known already"));
}

void
imp_backlog_find_similar_async (ImpBacklog *self,
                                const char *words,
                                const char *site,
                                const char *offering,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  FindArgs *args = g_new (FindArgs, 1);

  *args = (FindArgs) { g_strdup (words), g_strdup (site), g_strdup (offering) };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_find_similar_async, args,
                                          find_args_free, cancellable, callback, data),
                    find_in_db);
}

GPtrArray *
imp_backlog_find_similar_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL
      || g_cancellable_set_error_if_cancelled (g_task_get_cancellable (G_TASK (result)), error))
    return NULL;
  return g_steal_pointer (&found);
}
