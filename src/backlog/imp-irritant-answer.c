/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A question about the order of irritants, and its answer. */
#include "config.h"

#include "backlog/imp-irritant-answer.h"

ImpIrritantQuestion *
imp_irritant_question_new (guint states, ImpOrder order, const char *search, guint n_rows)
{
  ImpIrritantQuestion *self = g_new (ImpIrritantQuestion, 1);

  *self = (ImpIrritantQuestion) { states, order, g_strdup (search), n_rows };
  return self;
}

void
imp_irritant_question_free (gpointer data)
{
  ImpIrritantQuestion *self = data;

  g_free (self->search);
  g_free (self);
}

void
imp_irritant_answer_free (gpointer data)
{
  ImpIrritantAnswer *self = data;

  g_clear_pointer (&self->ranking, imp_ranking_free);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
imp_irritant_data_clear (gpointer data)
{
  g_clear_pointer ((ImpIrritantData **) &data, imp_irritant_data_free);
}

void
imp_irritant_question_answer_in_db (GTask *task, ImpStore *store)
{
  const ImpIrritantQuestion *self = g_task_get_task_data (task);
  g_autoptr (ImpIrritantAnswer) answer = g_new0 (ImpIrritantAnswer, 1);
  GError *error = NULL;

  answer->rows = g_ptr_array_new_with_free_func (imp_irritant_data_clear);
  answer->ranking = imp_store_rank (store, self->states, (ImpSort) self->order, self->search,
                                    g_task_get_cancellable (task), &error);
  if (answer->ranking != NULL
      && imp_store_read_irritants (store, (const guint32 *) (gpointer) answer->ranking->items->data,
                                   MIN (self->n_rows, answer->ranking->items->len), answer->rows,
                                   &error))
    g_task_return_pointer (task, g_steal_pointer (&answer), imp_irritant_answer_free);
  else
    g_task_return_error (task, error);
}
