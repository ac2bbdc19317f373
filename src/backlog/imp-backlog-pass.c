/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Passing a round on: into a file that another backlog takes in. */
#include "config.h"

#include "backlog/imp-backlog-pass.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "base/imp-file.h"
#include "exchange/imp-round-export.h"
#include "store/imp-blob.h"
#include "store/imp-pass-round.h"

typedef struct
{
  ImpItem round;
  char *named;
  char *path;
  gboolean with_people;
  ImpProgress *progress;
  ImpPassOutcome *outcome;
} PassArgs;

void
imp_pass_outcome_free (ImpPassOutcome *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->naming, g_ptr_array_unref);
  g_free (self);
}

static void
pass_args_free (gpointer data)
{
  PassArgs *args = data;

  g_free (args->named);
  g_free (args->path);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_clear_pointer (&args->outcome, imp_pass_outcome_free);
  g_free (args);
}

/* What is written on the way out, and whether anybody still waits for it. */
typedef struct
{
  ImpJsonExport *export;
  GCancellable *cancellable;
} Writing;

static gboolean
write_piece (const char *sha256, gconstpointer piece, gsize size, gpointer data, GError **error)
{
  Writing *self = data;

  return imp_json_export_add_bytes (self->export, sha256, piece, size, self->cancellable, error);
}

static gboolean
write_round (ImpStore *store,
             const ImpPassedRound *passed,
             GOutputStream *stream,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (ImpJsonExport) export = imp_round_export_new (stream, &passed->round);
  Writing writing = { export, cancellable };

  for (guint i = 0; i < passed->rows->len; i++)
    if (!imp_round_export_add_row (export, passed->rows->pdata[i], cancellable, error))
      return FALSE;
  return imp_store_for_each_blob_of (store, passed->hashes, write_piece, &writing, error)
         && imp_json_export_end (export, cancellable, error);
}

static gboolean
write_file (ImpStore *store,
            const ImpPassedRound *passed,
            const char *path,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (ImpFileReplace) file = imp_file_replace_begin (path, error);

  if (file == NULL)
    return FALSE;
  if (write_round (store, passed, imp_file_replace_get_stream (file), cancellable, error))
    return imp_file_replace_commit (file, error);
  imp_file_explain (error, path);
  return FALSE;
}

static GBytes *
write_bytes (ImpStore *store,
             const ImpPassedRound *passed,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!write_round (store, passed, stream, cancellable, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static ImpPassedRound *
read_round (ImpStore *store, PassArgs *args, GError **error)
{
  g_autoptr (ImpPassedRound) passed = NULL;

  if (args->round == 0 && !imp_store_find_round (store, args->named, &args->round, error))
    return NULL;
  passed = imp_store_pass_round (store, args->round, args->with_people, error);
  if (passed == NULL)
    return NULL;
  if (args->with_people)
    args->outcome->naming = g_ptr_array_new_with_free_func (g_free);
  else
    args->outcome->naming = imp_store_find_names_in_round (store, passed, error);
  return args->outcome->naming != NULL ? g_steal_pointer (&passed) : NULL;
}

static gboolean
pass (ImpStore *store, PassArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (ImpPassedRound) passed = read_round (store, args, error);

  if (passed == NULL)
    {
      imp_error_prefix (error, "%s", _ ("Cannot pass the round on"));
      return FALSE;
    }
  if (args->path != NULL)
    return write_file (store, passed, args->path, cancellable, error);
  args->outcome->bytes = write_bytes (store, passed, cancellable, error);
  return args->outcome->bytes != NULL;
}

static void
pass_in_db (GTask *task, ImpStore *store)
{
  PassArgs *args = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gboolean done;

  imp_store_watch (store, cancellable, args->progress);
  done = pass (store, args, cancellable, &error);
  imp_store_watch (store, NULL, NULL);
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&args->outcome),
                           (GDestroyNotify) imp_pass_outcome_free);
  else
    g_task_return_error (task, error);
}

void
imp_backlog_pass_round_async (ImpBacklog *self,
                              const ImpPassRequest *request,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  PassArgs *args = g_new0 (PassArgs, 1);

  args->round = request->round;
  args->named = g_strdup (request->named);
  args->path = g_strdup (request->path);
  args->with_people = request->with_people;
  args->progress = request->progress != NULL ? imp_progress_ref (request->progress) : NULL;
  args->outcome = g_new0 (ImpPassOutcome, 1);
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_pass_round_async, args, pass_args_free,
                                          cancellable, callback, data),
                    pass_in_db);
}

ImpPassOutcome *
imp_backlog_pass_round_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
