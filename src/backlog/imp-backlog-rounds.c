/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What lists of rounds, the page of one and what was said on all of them show. */
#include "config.h"

#include "backlog/imp-backlog-rounds.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-heard-table.h"
#include "store/imp-round-table.h"

/* Arguments of all reads here: each uses what it needs. */
typedef struct
{
  ImpItem round;
  char *text;
  ImpObservationSort sort;
  guint limit;
} ReadArgs;

static void
read_args_free (gpointer data)
{
  ReadArgs *args = data;

  g_free (args->text);
  g_free (args);
}

static void
read_rounds (ImpBacklog *self,
             ReadArgs args,
             ImpDatabaseFunc func,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer data)
{
  args.text = g_strdup (args.text);
  imp_backlog_push (self,
                    imp_backlog_new_task (self, func, g_memdup2 (&args, sizeof args),
                                          read_args_free, cancellable, callback, data),
                    func);
}

static void
ahead_in_db (GTask *task, ImpStore *store)
{
  GError *error = NULL;
  GPtrArray *lines = imp_store_read_rounds_ahead (store, &error);

  imp_backlog_return_array (task, lines, error, _ ("Cannot show the rounds"));
}

void
imp_backlog_rounds_ahead_async (ImpBacklog *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  read_rounds (self, (ReadArgs) { 0 }, ahead_in_db, cancellable, callback, data);
}

static void
past_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *lines = imp_store_read_rounds_past (store, args->text, args->limit, &error);

  imp_backlog_return_array (task, lines, error, _ ("Cannot show the rounds"));
}

void
imp_backlog_rounds_past_async (ImpBacklog *self,
                               const char *text,
                               guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  read_rounds (self, (ReadArgs) { .text = (char *) text, .limit = limit }, past_in_db, cancellable,
               callback, data);
}

GPtrArray *
imp_backlog_rounds_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
page_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  ImpRoundPage *page = imp_store_read_round_page (store, args->round, &error);

  imp_backlog_return_read (task, page, (GDestroyNotify) imp_round_page_unref, error,
                           _ ("Cannot show the round"));
}

void
imp_backlog_round_page_async (ImpBacklog *self,
                              ImpItem round,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  read_rounds (self, (ReadArgs) { .round = round }, page_in_db, cancellable, callback, data);
}

ImpRoundPage *
imp_backlog_round_page_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
observations_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *lines =
      imp_store_read_observations (store, args->text, args->sort, args->limit, &error);

  imp_backlog_return_array (task, lines, error, _ ("Cannot show what was said"));
}

void
imp_backlog_observations_async (ImpBacklog *self,
                                const char *text,
                                ImpObservationSort sort,
                                guint limit,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  read_rounds (self, (ReadArgs) { .text = (char *) text, .sort = sort, .limit = limit },
               observations_in_db, cancellable, callback, data);
}

GPtrArray *
imp_backlog_observations_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
