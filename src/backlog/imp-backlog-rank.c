/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The first irritants in an order, loaded: for the command line. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-irritant-answer.h"
#include "backlog/imp-irritant-row.h"
#include "base/imp-error.h"

void
imp_backlog_rank_async (ImpBacklog *self,
                        ImpQuery *query,
                        ImpOrder order,
                        guint limit,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_rank_async,
                                          imp_irritant_question_new (query, order, limit),
                                          imp_irritant_question_free, cancellable, callback, data),
                    imp_irritant_question_answer_in_db);
}

static ImpIrritantRow *
create_row (ImpIrritantData *data, const ImpPlace *place)
{
  ImpIrritantRow *row = imp_irritant_row_new (data->item);

  imp_irritant_row_take_data (row, data);
  imp_irritant_row_set_place (row, place);
  return row;
}

GPtrArray *
imp_backlog_rank_finish (ImpBacklog *self, GAsyncResult *result, guint *n_found, GError **error)
{
  g_autoptr (ImpIrritantAnswer) answer = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (answer == NULL)
    {
      imp_error_prefix (error, "%s", _ ("Cannot rank the irritants"));
      return NULL;
    }
  if (n_found != NULL)
    *n_found = answer->ranking->items->len;
  for (guint i = 0; i < answer->rows->len; i++)
    {
      const ImpPlace place = imp_irritant_answer_get_place (answer->ranking, i);

      g_ptr_array_add (rows, create_row (g_steal_pointer (&answer->rows->pdata[i]), &place));
    }
  return g_steal_pointer (&rows);
}
