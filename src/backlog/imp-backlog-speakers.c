/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who can have said something, while their name is typed. */
#include "config.h"

#include "backlog/imp-backlog-speakers.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-speaker-table.h"

typedef struct
{
  char *text, *site;
  guint limit;
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  g_free (args->text);
  g_free (args->site);
  g_free (args);
}

static void
speakers_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  g_autoptr (GPtrArray) speakers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_speaker_free);
  GError *error = NULL;

  if (imp_store_read_speakers (store, args->text, args->site, args->limit, speakers, &error))
    g_task_return_pointer (task, g_steal_pointer (&speakers), (GDestroyNotify) g_ptr_array_unref);
  else
    imp_backlog_return_error (task, error, _ ("Cannot look the names up"));
}

void
imp_backlog_speakers_async (ImpBacklog *self,
                            const char *text,
                            const char *site,
                            guint limit,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  Args *args = g_new (Args, 1);

  *args = (Args) { g_strdup (text), g_strdup (site), limit };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_speakers_async, args, args_free,
                                          cancellable, callback, data),
                    speakers_in_db);
}

GPtrArray *
imp_backlog_speakers_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
