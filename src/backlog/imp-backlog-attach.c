/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Adding photos and files: prepared on a thread of its own, then written on the database thread. */
#include "config.h"

#include "backlog/imp-backlog-attachments.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-attachable.h"
#include "backlog/imp-backlog-private.h"
#include "store/imp-attachment-table.h"

typedef struct
{
  ImpItem irritant;
  GPtrArray *prepared; /* of ImpPrepared */
  GPtrArray *refused;  /* of char * */
  GPtrArray *there;    /* names */
} AttachArgs;

static void
attach_args_free (gpointer data)
{
  AttachArgs *args = data;

  g_ptr_array_unref (args->prepared);
  g_ptr_array_unref (args->refused);
  g_ptr_array_unref (args->there);
  g_free (args);
}

/* On the database thread */

/* Of what the irritant has: whether the bytes are here. Those that are not yet are welcome. */
static GHashTable *
read_hashes (ImpStore *store, ImpItem irritant, GError **error)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) there =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachment_free);

  if (!imp_store_read_attachments (store, irritant, there, error))
    return NULL;
  for (guint i = 0; i < there->len; i++)
    {
      const ImpAttachment *attachment = there->pdata[i];

      if (attachment->sha256 != NULL)
        g_hash_table_insert (hashes, g_strdup (attachment->sha256),
                             GINT_TO_POINTER (attachment->here));
    }
  return g_steal_pointer (&hashes);
}

/* What the irritant has already, or was given twice, is added once. */
static gboolean
pass_over_known (ImpStore *store, AttachArgs *args, GError **error)
{
  g_autoptr (GHashTable) hashes = read_hashes (store, args->irritant, error);

  if (hashes == NULL)
    return FALSE;
  for (guint i = 0; i < args->prepared->len;)
    {
      ImpPrepared *prepared = args->prepared->pdata[i];
      gpointer here = NULL;

      prepared->expected = g_hash_table_lookup_extended (hashes, prepared->sha256, NULL, &here);
      if (here == NULL)
        {
          g_hash_table_insert (hashes, g_strdup (prepared->sha256), GINT_TO_POINTER (TRUE));
          i++;
        }
      else
        {
          g_ptr_array_add (args->there, g_strdup (prepared->name));
          g_ptr_array_remove_index (args->prepared, i);
        }
    }
  return TRUE;
}

static char *
make_label (GPtrArray *prepared)
{
  const ImpPrepared *first = prepared->pdata[0];

  if (prepared->len == 1)
    return g_strdup (first->width > 0 ? _ ("Picture added") : _ ("File added"));
  return g_strdup_printf (
      ngettext ("%u photo or file added", "%u photos and files added", prepared->len),
      prepared->len);
}

static void
add_all (GTask *task, ImpStore *store)
{
  const AttachArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autofree char *label = make_label (args->prepared);

  for (guint i = 0; i < args->prepared->len; i++)
    imp_prepared_attach (args->prepared->pdata[i], changes, args->irritant);
  imp_backlog_commit_in_db (task, store, changes, args->irritant, label,
                            _ ("Cannot add photos and files"));
}

static void
attach_in_db (GTask *task, ImpStore *store)
{
  AttachArgs *args = g_task_get_task_data (task);
  GError *error = NULL;

  if (!pass_over_known (store, args, &error))
    imp_backlog_return_error (task, error, _ ("Cannot add photos and files"));
  else if (args->prepared->len > 0)
    add_all (task, store);
  else
    g_task_return_pointer (task, g_new0 (ImpWritten, 1), g_free);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  AttachArgs *args = g_task_get_task_data (task);
  g_autoptr (GPtrArray) prepared = NULL;
  GError *error = NULL;

  g_clear_pointer (&args->refused, g_ptr_array_unref);
  prepared = imp_backlog_prepare_finish (IMP_BACKLOG (source), result, &args->refused, &error);
  if (prepared == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_extend_and_steal (args->prepared, g_steal_pointer (&prepared));
  if (args->prepared->len > 0)
    imp_backlog_push (IMP_BACKLOG (source), g_steal_pointer (&task), attach_in_db);
  else
    g_task_return_pointer (task, g_new0 (ImpWritten, 1), g_free);
}

void
imp_backlog_attach_async (ImpBacklog *self,
                          ImpItem irritant,
                          GPtrArray *attachables,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  AttachArgs *args = g_new0 (AttachArgs, 1);
  GTask *task = imp_backlog_new_task (self, imp_backlog_attach_async, args, attach_args_free,
                                      cancellable, callback, data);

  args->irritant = irritant;
  args->prepared = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_prepared_free);
  args->refused = g_ptr_array_new_with_free_func (g_free);
  args->there = g_ptr_array_new_with_free_func (g_free);
  imp_backlog_hold (self, task);
  imp_backlog_prepare_async (self, attachables, 0, cancellable, prepared_cb, task);
}

gboolean
imp_backlog_attach_finish (ImpBacklog *self,
                           GAsyncResult *result,
                           guint *n_added,
                           GPtrArray **refused,
                           GPtrArray **there,
                           GError **error)
{
  const AttachArgs *args = g_task_get_task_data (G_TASK (result));
  g_autofree ImpWritten *written = g_task_propagate_pointer (G_TASK (result), error);

  *n_added = written != NULL ? args->prepared->len : 0;
  *refused = g_ptr_array_ref (args->refused);
  *there = g_ptr_array_ref (args->there);
  return written != NULL;
}
