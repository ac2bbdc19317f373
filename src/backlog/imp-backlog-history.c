/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around what people changed: history, the bin, values that stand side by side. */
#include "config.h"

#include "backlog/imp-backlog-history.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-history-table.h"

/* Which part of a list; the item is for the history only, the words for the bin. */
typedef struct
{
  ImpItem item;
  guint n_passed, n_most;
  char *search; /* folded; NULL: all */
} PartArgs;

static PartArgs *
part_args_new (guint n_passed, guint n_most)
{
  PartArgs *args = g_new0 (PartArgs, 1);

  args->n_passed = n_passed;
  args->n_most = n_most;
  return args;
}

static void
part_args_free (gpointer data)
{
  PartArgs *args = data;

  g_free (args->search);
  g_free (args);
}

static void
edits_in_db (GTask *task, ImpStore *store)
{
  const PartArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *edits = imp_edits_read (store, args->item, args->n_passed, args->n_most, &error);

  imp_backlog_return_array (task, edits, error, _ ("Cannot show the history"));
}

void
imp_backlog_edits_async (ImpBacklog *self,
                         ImpItem item,
                         guint n_passed,
                         guint n_most,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  PartArgs *args = part_args_new (n_passed, n_most);

  args->item = item;
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_edits_async, args, part_args_free,
                                          cancellable, callback, data),
                    edits_in_db);
}

GPtrArray *
imp_backlog_edits_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
bin_in_db (GTask *task, ImpStore *store)
{
  ImpBacklog *self = g_task_get_source_object (task);
  const PartArgs *args = g_task_get_task_data (task);
  gint64 since_ms = imp_clock_now_ms (&self->clock) - IMP_BIN_DAYS * IMP_DAY_MS;
  GError *error = NULL;
  GPtrArray *bin =
      imp_bin_read (store, since_ms, args->search, args->n_passed, args->n_most, &error);

  imp_backlog_return_array (task, bin, error, _ ("Cannot show what was deleted"));
}

void
imp_backlog_bin_async (ImpBacklog *self,
                       const char *search,
                       guint n_passed,
                       guint n_most,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  PartArgs *args = part_args_new (n_passed, n_most);

  args->search = imp_text_is_empty (search) ? NULL : imp_text_fold (search);
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_bin_async, args, part_args_free,
                                          cancellable, callback, data),
                    bin_in_db);
}

GPtrArray *
imp_backlog_bin_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
restore_in_db (GTask *task, ImpStore *store)
{
  ImpItem item = *(const ImpItem *) g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (ImpChanges) changes = imp_bin_invert (store, item, &error);

  if (changes != NULL)
    {
      imp_backlog_commit_in_db (task, store, changes, item, _ ("Restored"), _ ("Cannot restore"));
      return;
    }
  imp_backlog_return_error (task, error, _ ("Cannot restore"));
}

void
imp_backlog_restore_async (ImpBacklog *self,
                           ImpItem item,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_restore_async,
                                          g_memdup2 (&item, sizeof item), g_free, NULL, callback,
                                          data),
                    restore_in_db);
}

static void
contests_in_db (GTask *task, ImpStore *store)
{
  const PartArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *contests = imp_contests_read (store, args->n_passed, args->n_most, &error);

  imp_backlog_return_array (task, contests, error, _ ("Cannot show the changes to look at"));
}

void
imp_backlog_contests_async (ImpBacklog *self,
                            guint n_passed,
                            guint n_most,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  PartArgs *args = part_args_new (n_passed, n_most);

  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_contests_async, args, part_args_free,
                                          cancellable, callback, data),
                    contests_in_db);
}

GPtrArray *
imp_backlog_contests_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
imp_backlog_settle_async (ImpBacklog *self,
                          ImpItem item,
                          guint8 field,
                          const char *seen,
                          const ImpValue *value,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_value (changes, item, field, value);
  imp_changes_set_seen (changes, seen);
  imp_backlog_apply_async (self, changes, _ ("Decided"), NULL, callback, data);
}
