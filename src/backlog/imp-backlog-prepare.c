/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Photos and files on their way in: read and made smaller on a thread of their own. */
#include "config.h"

#include "backlog/imp-attachable.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"

typedef struct
{
  GPtrArray *attachables;
  int side;            /* of the thumbnails; 0: none */
  GPtrArray *prepared; /* of ImpPrepared */
  GPtrArray *refused;  /* of char * */
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  g_ptr_array_unref (args->attachables);
  g_ptr_array_unref (args->prepared);
  g_ptr_array_unref (args->refused);
  g_free (args);
}

/* One that cannot be shown small is kept all the same. */
static ImpPrepared *
prepare (const ImpAttachable *from, int side, GCancellable *cancellable, GError **error)
{
  ImpPrepared *prepared = imp_attachable_prepare (from, cancellable, error);

  if (prepared != NULL && side > 0 && prepared->width > 0)
    prepared->thumbnail = imp_picture_decode (prepared->bytes, side, cancellable, NULL);
  return prepared;
}

/* FALSE: cancelled. What a file itself is to blame for is told, and the others go on. */
static gboolean
prepare_one (Args *args, guint position, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  ImpPrepared *prepared = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (position < IMP_ATTACH_AT_ONCE)
    prepared = prepare (args->attachables->pdata[position], args->side, cancellable, &refusal);
  if (prepared != NULL)
    g_ptr_array_add (args->prepared, prepared);
  else if (g_error_matches (refusal, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  else if (refusal != NULL)
    g_ptr_array_add (args->refused, g_strdup (refusal->message));
  return TRUE;
}

static void
refuse_rest (Args *args)
{
  guint n = args->attachables->len;

  if (n > IMP_ATTACH_AT_ONCE)
    g_ptr_array_add (args->refused,
                     g_strdup_printf (_ ("Cannot add %u of the files: at most %u go at once. Add "
                                         "the others afterwards"),
                                      n - IMP_ATTACH_AT_ONCE, IMP_ATTACH_AT_ONCE));
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Args *args = data;
  GError *error = NULL;

  for (guint i = 0; i < args->attachables->len; i++)
    if (!prepare_one (args, i, cancellable, &error))
      {
        g_task_return_error (task, error);
        return;
      }
  refuse_rest (args);
  g_task_return_boolean (task, TRUE);
}

void
imp_backlog_prepare_async (ImpBacklog *self,
                           GPtrArray *attachables,
                           int side,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Args *args = g_new0 (Args, 1);

  args->attachables = attachables;
  args->side = side;
  args->prepared = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_prepared_free);
  args->refused = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, args, args_free);
  g_task_run_in_thread (task, prepare_in_thread);
}

GPtrArray *
imp_backlog_prepare_finish (ImpBacklog *self,
                            GAsyncResult *result,
                            GPtrArray **refused,
                            GError **error)
{
  const Args *args = g_task_get_task_data (G_TASK (result));

  *refused = g_ptr_array_ref (args->refused);
  return g_task_propagate_boolean (G_TASK (result), error) ? g_ptr_array_ref (args->prepared)
                                                           : NULL;
}
