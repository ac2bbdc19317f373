/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The first irritants of a list with all that is printed of them. */
#include "config.h"

#include "backlog/imp-backlog-table.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-irritant-answer.h"
#include "base/imp-locale.h"
#include "model/imp-query-words.h"
#include "store/imp-announcement-table.h"
#include "store/imp-explained.h"

#define ROWS_AT_ONCE 200

/* Owned by its task; of the database thread once it is pushed. */
typedef struct
{
  ImpIrritantQuestion *question;
  guint limit;
  ImpProgress *progress; /* may be NULL */
  ImpRanking *ranking;   /* NULL before it is read */
  ImpRankedTable *table;
  guint next; /* position of the first row that is not read */
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  imp_irritant_question_free (args->question);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_clear_pointer (&args->ranking, imp_ranking_free);
  g_clear_pointer (&args->table, imp_ranked_table_unref);
  g_free (args);
}

/* Of what is not yet fixed, and nothing else, there is nothing to say. */
static char *
dup_scope (const ImpQuery *query)
{
  return imp_query_is_narrow (query) || imp_query_has_key (query, IMP_QUERY_STATE)
             ? imp_query_to_words (query)
             : NULL;
}

static gboolean
begin (Args *args, ImpStore *store, GCancellable *cancellable, GError **error)
{
  const ImpIrritantQuestion *question = args->question;
  g_auto (ImpOrganisation) who = { 0 };

  if (!imp_store_read_organisation (store, &who, error))
    return FALSE;
  args->table = imp_ranked_table_new ();
  args->table->measure = imp_order_get_measure (question->order);
  args->table->organisation = g_strdup (who.name);
  args->table->scope = dup_scope (question->query);
  args->table->language = imp_locale_get_language ();
  args->table->day = imp_store_get_today (store);
  args->ranking =
      imp_store_rank (store, question->query, (ImpSort) question->order, cancellable, error);
  if (args->ranking == NULL)
    return FALSE;
  args->table->n_all = args->ranking->items->len;
  args->limit = MIN (args->limit, args->table->n_all);
  return TRUE;
}

/* One that is gone since the beginning is left out. */
static gboolean
read_row (Args *args, ImpStore *store, guint position, GError **error)
{
  const guint32 item = g_array_index (args->ranking->items, guint32, position);
  const ImpPlace place = imp_irritant_answer_get_place (args->ranking, position);
  g_autoptr (GPtrArray) rows = imp_irritant_rows_read_in_db (store, &item, 1, NULL, error);
  ImpRankedRow row = { .rank = place.rank,
                       .group_first = place.group_first,
                       .group_last = place.group_last,
                       .pinned = place.pinned,
                       .top_ten = -1 };

  if (rows == NULL || !imp_store_read_top_ten (store, item, &row.top_ten, error))
    return FALSE;
  if (rows->len == 0)
    return TRUE;
  row.data = g_steal_pointer (&rows->pdata[0]);
  imp_ranked_table_add (args->table, &row);
  return TRUE;
}

static gboolean
read_some (Args *args, ImpStore *store, GError **error)
{
  const guint end = MIN (args->next + ROWS_AT_ONCE, args->limit);

  for (; args->next < end; args->next++)
    if (!read_row (args, store, args->next, error))
      return FALSE;
  if (args->progress != NULL && args->limit > 0)
    imp_progress_set (args->progress, (double) args->next / args->limit);
  return TRUE;
}

static gboolean
tabulate_in_db (GTask *task, ImpStore *store)
{
  Args *args = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error)
      || (args->ranking == NULL && !begin (args, store, cancellable, &error))
      || !read_some (args, store, &error))
    imp_backlog_return_error (task, error, _ ("Cannot rank the irritants"));
  else if (args->next < args->limit)
    return TRUE;
  else
    g_task_return_pointer (task, g_steal_pointer (&args->table),
                           (GDestroyNotify) imp_ranked_table_unref);
  return FALSE;
}

void
imp_backlog_tabulate_async (ImpBacklog *self,
                            ImpQuery *query,
                            ImpOrder order,
                            guint limit,
                            ImpProgress *progress,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GCancellable) own =
      cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  Args *args = g_new0 (Args, 1);

  args->question = imp_irritant_question_new (query, order, 0);
  args->limit = limit;
  args->progress = progress != NULL ? imp_progress_ref (progress) : NULL;
  imp_backlog_push_slices (
      self,
      imp_backlog_new_task (self, imp_backlog_tabulate_async, args, args_free, own, callback, data),
      tabulate_in_db);
}

ImpRankedTable *
imp_backlog_tabulate_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
