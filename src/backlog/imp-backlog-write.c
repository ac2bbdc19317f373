/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How use cases answer, and what those that write have in common. */
#include "config.h"

#include "backlog/imp-backlog-private.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-overview-table.h"

void
imp_backlog_return_error (GTask *task, GError *error, const char *failure)
{
  imp_error_prefix (&error, "%s", failure);
  g_task_return_error (task, error);
}

void
imp_backlog_return_read (GTask *task,
                         gpointer read,
                         GDestroyNotify read_free,
                         GError *error,
                         const char *failure)
{
  if (read != NULL)
    g_task_return_pointer (task, read, read_free);
  else
    imp_backlog_return_error (task, error, failure);
}

void
imp_backlog_return_array (GTask *task, GPtrArray *array, GError *error, const char *failure)
{
  imp_backlog_return_read (task, array, (GDestroyNotify) g_ptr_array_unref, error, failure);
}

ImpWritten *
imp_backlog_box_written (const ImpCommit *commit, ImpItem item)
{
  ImpWritten *written = g_new (ImpWritten, 1);

  if (item < 0)
    item = g_array_index (commit->items, ImpItem, -item - 1);
  *written = (ImpWritten) { item, commit->txn };
  return written;
}

void
imp_backlog_commit_in_db (GTask *task,
                          ImpStore *store,
                          ImpChanges *changes,
                          ImpItem about,
                          const char *label,
                          const char *failure)
{
  g_auto (ImpCommit) commit = { 0 };
  GError *error = NULL;

  if (imp_backlog_commit_step_in_db (task, store, changes, label, IMP_STEP_NEW, &commit, &error))
    g_task_return_pointer (task, imp_backlog_box_written (&commit, about), g_free);
  else
    imp_backlog_return_error (task, error, failure);
}

typedef struct
{
  ImpChanges *changes;
  char *label;
  ImpItem about;
} ApplyArgs;

static void
apply_args_free (gpointer data)
{
  ApplyArgs *args = data;

  imp_changes_free (args->changes);
  g_free (args->label);
  g_free (args);
}

static void
apply_in_db (GTask *task, ImpStore *store)
{
  ApplyArgs *args = g_task_get_task_data (task);

  imp_backlog_commit_in_db (task, store, args->changes, args->about, args->label,
                            _ ("Cannot save the change"));
}

ImpItem
imp_backlog_find_subject (const ImpChanges *changes)
{
  if (changes->items->len > 0)
    return -1;
  return changes->changes->len > 0 ? g_array_index (changes->changes, ImpChange, 0).item : 0;
}

void
imp_backlog_apply_async (ImpBacklog *self,
                         ImpChanges *changes,
                         const char *label,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  ApplyArgs *args = g_new (ApplyArgs, 1);

  *args = (ApplyArgs) { changes, g_strdup (label), imp_backlog_find_subject (changes) };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_apply_async, args, apply_args_free,
                                          cancellable, callback, data),
                    apply_in_db);
}

gboolean
imp_backlog_write_finish (ImpBacklog *self, GAsyncResult *result, ImpItem *item, GError **error)
{
  return imp_backlog_write_finish_step (self, result, item, NULL, error);
}

gboolean
imp_backlog_write_finish_step (ImpBacklog *self,
                               GAsyncResult *result,
                               ImpItem *item,
                               gint64 *step,
                               GError **error)
{
  g_autofree ImpWritten *written = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  written = g_task_propagate_pointer (G_TASK (result), error);
  if (item != NULL)
    *item = written != NULL ? written->item : 0;
  if (step != NULL)
    *step = written != NULL ? written->step : 0;
  return written != NULL;
}

void
imp_backlog_set_text_async (ImpBacklog *self,
                            ImpItem item,
                            guint8 field,
                            const char *text,
                            const char *label,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, item, field, text);
  imp_backlog_apply_async (self, changes, label, NULL, callback, data);
}

void
imp_backlog_delete_async (ImpBacklog *self,
                          ImpItem item,
                          const char *label,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_delete (changes, item);
  imp_backlog_apply_async (self, changes, label, NULL, callback, data);
}

gboolean
imp_backlog_name_in_db (ImpStore *store,
                        ImpChanges *changes,
                        ImpKind kind,
                        const char *name,
                        ImpItem *item,
                        GError **error)
{
  g_autofree char *clean = imp_text_clean (name);

  *item = 0;
  if (imp_text_is_empty (clean))
    return TRUE;
  if (!imp_store_find_name (store, kind, clean, item, NULL, error))
    return FALSE;
  if (*item != 0)
    return TRUE;
  *item = imp_changes_add (changes, kind);
  imp_changes_set_text (changes, *item, 1, clean); /* a name is the first field of these kinds */
  return TRUE;
}
