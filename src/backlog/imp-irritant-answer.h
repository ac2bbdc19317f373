/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A question about the order of irritants, and its answer. */
#pragma once

#include "backlog/imp-irritant-list.h"
#include "store/imp-irritant-table.h"

G_BEGIN_DECLS

/* Data of a task: a copy, so that the list may ask the next one meanwhile. */
typedef struct
{
  ImpQuery *query;
  ImpOrder order;
  guint n_rows;  /* how many of the first come with their content */
  GArray *shown; /* of guint32: an order to be kept; may be NULL */
} ImpIrritantQuestion;

ImpIrritantQuestion *imp_irritant_question_new (ImpQuery *query, ImpOrder order, guint n_rows);
void imp_irritant_question_free (gpointer self);

typedef struct
{
  ImpRanking *ranking;
  ImpRanking *latest; /* where the order that was to be kept is another one; else NULL */
  ImpSearch *search;  /* that it was asked for; NULL for none */
  GPtrArray *rows;    /* of ImpIrritantData, freed with imp_irritant_data_clear() */
} ImpIrritantAnswer;

void imp_irritant_answer_free (gpointer self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpIrritantAnswer, imp_irritant_answer_free)

ImpPlace imp_irritant_answer_get_place (const ImpRanking *ranking, guint position);

/* On the database thread: answers the question that is the task's data. */
void imp_irritant_question_answer_in_db (GTask *task, ImpStore *store);
/* On the database thread: the rows of these, with how the search found them where there is one.
 * NULL on failure. */
GPtrArray *imp_irritant_rows_read_in_db (ImpStore *store,
                                         const guint32 *items,
                                         guint n_items,
                                         const ImpSearch *search,
                                         GError **error);
/* For arrays whose elements are taken out one by one: NULL is nothing to free. */
void imp_irritant_data_clear (gpointer data);

G_END_DECLS
