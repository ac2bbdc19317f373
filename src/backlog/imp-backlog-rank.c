/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The first irritants in an order, loaded: for the command line. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-irritant-list.h"
#include "backlog/imp-irritant-row.h"
#include "store/imp-irritant-table.h"

typedef struct
{
  guint states;
  ImpOrder order;
  guint limit;
} RankArgs;

static void
free_data (gpointer data)
{
  g_clear_pointer ((ImpIrritantData **) &data, imp_irritant_data_free); /* taken ones are NULL */
}

static void
first_rows_in_db (GTask *task, ImpStore *store)
{
  const RankArgs *args = g_task_get_task_data (task);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_data);
  g_autoptr (ImpRanking) ranking = NULL;
  GError *error = NULL;

  ranking = imp_store_rank (store, args->states, (ImpSort) args->order, NULL,
                            g_task_get_cancellable (task), &error);
  if (ranking != NULL
      && imp_store_read_irritants (store, (const guint32 *) (gpointer) ranking->items->data,
                                   MIN (args->limit, ranking->items->len), rows, &error))
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    imp_backlog_return_error (task, error, _ ("Cannot rank the irritants"));
}

void
imp_backlog_rank_async (ImpBacklog *self,
                        guint states,
                        ImpOrder order,
                        guint limit,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  RankArgs *args = g_new0 (RankArgs, 1);

  *args = (RankArgs) { states, order, limit };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_rank_async, args, g_free, cancellable,
                                          callback, data),
                    first_rows_in_db);
}

GPtrArray *
imp_backlog_rank_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) loaded = g_task_propagate_pointer (G_TASK (result), error);
  GPtrArray *rows = loaded != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  for (guint i = 0; loaded != NULL && i < loaded->len; i++)
    {
      ImpIrritantData *data = loaded->pdata[i];
      ImpIrritantRow *row = imp_irritant_row_new (data->item);

      imp_irritant_row_take_data (row, data);
      imp_irritant_row_set_rank (row, i + 1);
      g_ptr_array_add (rows, row);
    }
  if (loaded != NULL)
    g_ptr_array_set_free_func (loaded, NULL);
  return rows;
}
