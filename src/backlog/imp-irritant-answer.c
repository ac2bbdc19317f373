/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A question about the order of irritants, and its answer. */
#include "config.h"

#include "backlog/imp-irritant-answer.h"

#include "backlog/imp-kept-order.h"
#include "store/imp-standings.h"

G_STATIC_ASSERT ((int) IMP_ORDER_MATCH == (int) IMP_SORT_MATCH);
G_STATIC_ASSERT ((int) IMP_ORDER_COST_OF_DELAY == (int) IMP_SORT_COST_OF_DELAY);
G_STATIC_ASSERT ((int) IMP_N_ORDERS == (int) IMP_N_SORTS);

ImpMeasure
imp_order_get_measure (ImpOrder order)
{
  return imp_sort_get_measure ((ImpSort) order);
}

ImpIrritantQuestion *
imp_irritant_question_new (ImpQuery *query, ImpOrder order, guint n_rows)
{
  ImpIrritantQuestion *self = g_new (ImpIrritantQuestion, 1);

  *self = (ImpIrritantQuestion) { imp_query_ref (query), order, n_rows, NULL };
  return self;
}

void
imp_irritant_question_free (gpointer data)
{
  ImpIrritantQuestion *self = data;

  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->query, imp_query_unref);
  g_free (self);
}

void
imp_irritant_answer_free (gpointer data)
{
  ImpIrritantAnswer *self = data;

  g_clear_pointer (&self->ranking, imp_ranking_free);
  g_clear_pointer (&self->latest, imp_ranking_free);
  g_clear_pointer (&self->search, imp_search_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

void
imp_irritant_data_clear (gpointer data)
{
  g_clear_pointer ((ImpIrritantData **) &data, imp_irritant_data_free);
}

GPtrArray *
imp_irritant_rows_read_in_db (ImpStore *store,
                              const guint32 *items,
                              guint n_items,
                              const ImpSearch *search,
                              GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (imp_irritant_data_clear);

  return imp_store_read_irritants (store, items, n_items, rows, error)
                 && (search == NULL || imp_store_match_irritants (store, search, rows, error))
             ? g_steal_pointer (&rows)
             : NULL;
}

ImpPlace
imp_irritant_answer_get_place (const ImpRanking *ranking, guint position)
{
  ImpPlace place = { .rank = imp_ranking_get_rank (ranking, position),
                     .stray = imp_ranking_is_stray (ranking, position),
                     .pinned = position < ranking->n_pinned };

  if (place.rank > ranking->n_asked)
    return (ImpPlace) { .unasked = !ranking->mixed, .stray = place.stray, .pinned = place.pinned };
  imp_ranking_get_group (ranking, position, &place.group_first, &place.group_last);
  return place;
}

static void
keep_order (ImpIrritantAnswer *answer, const GArray *shown)
{
  ImpRanking *kept = imp_kept_order_new (answer->ranking, shown);

  if (kept == NULL)
    return;
  answer->latest = answer->ranking;
  answer->ranking = kept;
}

static gboolean
answer_in_db (const ImpIrritantQuestion *self,
              ImpStore *store,
              ImpIrritantAnswer *answer,
              GCancellable *cancellable,
              GError **error)
{
  const GArray *items;

  answer->search = imp_search_ref (imp_query_get_search (self->query));
  answer->ranking = imp_store_rank (store, self->query, (ImpSort) self->order, cancellable, error);
  if (answer->ranking == NULL)
    return FALSE;
  if (self->shown != NULL)
    keep_order (answer, self->shown);
  items = answer->ranking->items;
  answer->rows =
      imp_irritant_rows_read_in_db (store, (const guint32 *) (gpointer) items->data,
                                    MIN (self->n_rows, items->len), answer->search, error);
  return answer->rows != NULL;
}

/* Once a week; what the disk does not take is tried again with the next question. */
static void
note_standings (const ImpIrritantQuestion *question, ImpStore *store)
{
  if (question->order == IMP_ORDER_IMPACT)
    imp_standings_note (store, NULL);
}

void
imp_irritant_question_answer_in_db (GTask *task, ImpStore *store)
{
  g_autoptr (ImpIrritantAnswer) answer = g_new0 (ImpIrritantAnswer, 1);
  GError *error = NULL;

  if (answer_in_db (g_task_get_task_data (task), store, answer, g_task_get_cancellable (task),
                    &error))
    g_task_return_pointer (task, g_steal_pointer (&answer), imp_irritant_answer_free);
  else
    g_task_return_error (task, error);
  note_standings (g_task_get_task_data (task), store);
}
