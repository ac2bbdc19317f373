/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One change of many irritants. */
#include "config.h"

#include "backlog/imp-backlog-bulk-private.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "base/imp-text.h"

/* How much of the work it is to look at the irritants before anything is written. */
#define LOOKING 0.2

static void
bulk_args_free (gpointer data)
{
  ImpBulkArgs *args = data;

  g_array_unref (args->irritants);
  g_free (args->text);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_free (args);
}

static gboolean
change_one (ImpBulkRun *self, ImpItem irritant, GError **error)
{
  ImpContext context = { 0 };
  gboolean found = FALSE;

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && imp_store_read_context_of (self->store, irritant, &context, &found, error)
         && (!found || imp_bulk_run_change (self, irritant, &context, error));
}

static void
begin_part (const ImpBulkRun *self, double from, double to)
{
  if (self->args->progress != NULL)
    imp_progress_begin_part (self->args->progress, from, to);
}

static gboolean
change_all (ImpBulkRun *self, GError **error)
{
  const ImpBulkArgs *args = self->args;

  begin_part (self, 0, LOOKING);
  if (!imp_bulk_run_find_other (self, error))
    return FALSE;
  for (guint i = 0; i < args->irritants->len; i++)
    {
      if (!change_one (self, g_array_index (args->irritants, ImpItem, i), error))
        return FALSE;
      if (args->progress != NULL)
        imp_progress_set (args->progress, (i + 1.0) / args->irritants->len);
    }
  return TRUE;
}

static void
commit_in_db (GTask *task, ImpBulkRun *self)
{
  GError *error = NULL;
  g_autofree char *label = imp_bulk_run_name_action (self, &error);

  if (label == NULL)
    {
      imp_backlog_return_error (task, error, imp_bulk_run_get_failure (self));
      return;
    }
  begin_part (self, LOOKING, 1);
  imp_store_watch (self->store, self->cancellable, self->args->progress);
  imp_backlog_commit_in_db (task, self->store, self->changes,
                            imp_backlog_find_subject (self->changes), label,
                            imp_bulk_run_get_failure (self));
  imp_store_watch (self->store, NULL, NULL);
}

static void
bulk_in_db (GTask *task, ImpStore *store)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  ImpBulkRun bulk = { .args = g_task_get_task_data (task),
                      .store = store,
                      .changes = changes,
                      .cancellable = g_task_get_cancellable (task) };
  GError *error = NULL;

  if (!change_all (&bulk, &error))
    imp_backlog_return_error (task, error, imp_bulk_run_get_failure (&bulk));
  else if (bulk.n_changed > 0) /* a name alone is nothing to save */
    commit_in_db (task, &bulk);
  else
    g_task_return_pointer (task, g_new0 (ImpWritten, 1), g_free);
}

static ImpBulkArgs *
copy_bulk (const ImpItem *irritants, guint n_irritants, const ImpBulk *bulk)
{
  ImpBulkArgs *args = g_new0 (ImpBulkArgs, 1);

  args->kind = bulk->kind;
  args->irritants = g_array_sized_new (FALSE, FALSE, sizeof (ImpItem), n_irritants);
  g_array_append_vals (args->irritants, irritants, n_irritants);
  args->text = imp_text_clean (bulk->text);
  args->choice = bulk->choice;
  args->into = bulk->into;
  args->progress = bulk->progress != NULL ? imp_progress_ref (bulk->progress) : NULL;
  return args;
}

void
imp_backlog_bulk_async (ImpBacklog *self,
                        const ImpItem *irritants,
                        guint n_irritants,
                        const ImpBulk *bulk,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  ImpBulkArgs *args = copy_bulk (irritants, n_irritants, bulk);
  GTask *task = imp_backlog_new_task (self, imp_backlog_bulk_async, args, bulk_args_free,
                                      cancellable, callback, data);

  if (!imp_bulk_kind_needs_text (args->kind) || !imp_text_is_empty (args->text))
    imp_backlog_push (self, task, bulk_in_db);
  else
    {
      g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_INPUT,
                               _ ("Cannot change the irritants: say what they get"));
      g_object_unref (task);
    }
}
