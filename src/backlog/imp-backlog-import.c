/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files in: read on a thread of its own, then written on the database thread. */
#include "config.h"

#include "backlog/imp-backlog-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-file.h"
#include "exchange/imp-json-import.h"
#include "exchange/imp-table-import.h"
#include "store/imp-overview-table.h"

#define N_MANY 100 /* items, of a table some 50 rows; more of them at once are worth a backup */

ImpFormat
imp_format_from_path (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL && g_ascii_strcasecmp (dot, ".json") == 0 ? IMP_FORMAT_BACKLOG
                                                               : IMP_FORMAT_CSV;
}

guint
imp_import_get_n_fields (void)
{
  return imp_table_get_n_fields ();
}

const char *
imp_import_field_get_name (guint field)
{
  return imp_table_field_get_name (field);
}

const char *
imp_import_field_get_words (guint field)
{
  return imp_table_field_get_words (field);
}

gboolean
imp_import_field_is_general (guint field)
{
  return imp_table_field_is_general (field);
}

void
imp_import_outcome_free (ImpImportOutcome *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->not_taken);
  g_free (self);
}

typedef struct
{
  char *path;
  GBytes *bytes;
  ImpFormat format;
  char **map;
  gboolean dry_run;
  ImpProgress *progress; /* may be NULL */
  ImpDate today;         /* none: dates stay as they are */
  ImpChanges *changes;
  ImpImportOutcome *outcome;
} ImportArgs;

static void
import_args_free (gpointer data)
{
  ImportArgs *args = data;

  g_free (args->path);
  g_clear_pointer (&args->bytes, g_bytes_unref);
  g_strfreev (args->map);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_clear_pointer (&args->changes, imp_changes_free);
  g_clear_pointer (&args->outcome, imp_import_outcome_free);
  g_free (args);
}

static void
free_column (gpointer data)
{
  ImpImportColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column->becomes);
  g_free (column->sample);
  g_free (column);
}

static ImpImportColumn *
copy_column (const ImpTableColumn *column)
{
  ImpImportColumn *copy = g_new0 (ImpImportColumn, 1);

  copy->name = g_strdup (column->name);
  copy->title = g_strdup (column->title);
  copy->becomes = g_strdup (column->becomes);
  copy->sample = g_strdup (column->sample);
  copy->field = column->field;
  return copy;
}

static ImpImportOutcome *
new_outcome (void)
{
  ImpImportOutcome *outcome = g_new0 (ImpImportOutcome, 1);

  outcome->columns = g_ptr_array_new_with_free_func (free_column);
  outcome->not_taken = g_ptr_array_new_with_free_func (g_free);
  return outcome;
}

static void
fill_from_report (ImpImportOutcome *outcome, const ImpTableReport *report)
{
  outcome->n_rows = report->n_rows;
  outcome->n_earlier = report->n_earlier;
  outcome->untitled = report->untitled;
  for (guint i = 0; i < report->columns->len; i++)
    g_ptr_array_add (outcome->columns, copy_column (report->columns->pdata[i]));
  for (guint i = 0; i < report->not_taken->len; i++)
    g_ptr_array_add (outcome->not_taken, g_strdup (report->not_taken->pdata[i]));
}

static ImpChanges *
read_table (ImportArgs *args, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  ImpTablePreset preset =
      args->format == IMP_FORMAT_SERVICENOW ? IMP_TABLE_SERVICENOW : IMP_TABLE_CSV;
  g_autoptr (ImpTableReport) report = NULL;
  g_autoptr (ImpChanges) changes = imp_table_import_read (
      stream, preset, (const char *const *) args->map, &report, cancellable, error);

  if (changes != NULL)
    fill_from_report (args->outcome, report);
  return g_steal_pointer (&changes);
}

/* What was exported comes back with all its photos, however much they are. */
static GInputStream *
open_input (const ImportArgs *args, GError **error)
{
  if (args->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (args->bytes);
  if (args->format == IMP_FORMAT_BACKLOG)
    return imp_file_open_large_input (args->path, error);
  return imp_file_open_input (args->path, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ImportArgs *args = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = open_input (args, &error);

  if (stream != NULL && args->format == IMP_FORMAT_BACKLOG)
    args->changes = imp_json_import_read (stream, args->today, cancellable, &error);
  else if (stream != NULL)
    args->changes = read_table (args, stream, cancellable, &error);
  if (args->changes != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* What is new and what was here already, by kind. */
static void
count_items (const ImportArgs *args, const ImpCommit *commit)
{
  for (guint i = 0; i < args->changes->items->len; i++)
    {
      ImpKind kind = g_array_index (args->changes->items, ImpNewItem, i).kind;

      if (g_array_index (commit->known, gboolean, i))
        args->outcome->n_known[kind]++;
      else
        args->outcome->n_new[kind]++;
    }
  if (args->format == IMP_FORMAT_BACKLOG)
    args->outcome->n_rows = args->changes->items->len;
}

static gboolean
take_in (GTask *task, ImpStore *store, ImportArgs *args, ImpCommit *commit, GError **error)
{
  if (args->dry_run)
    return imp_store_try (store, args->changes, commit, error);
  return imp_store_check_writable (store, error)
         && imp_backlog_commit_step_in_db (task, store, args->changes, _ ("Imported"), IMP_STEP_NEW,
                                           commit, error);
}

static void
fail (GTask *task, GError *error)
{
  imp_error_prefix (&error, "%s", _ ("Cannot import"));
  g_task_return_error (task, error);
}

static void
import_in_db (GTask *task, ImpStore *store)
{
  ImportArgs *args = g_task_get_task_data (task);
  g_auto (ImpCommit) commit = { 0 };
  GError *error = NULL;
  gboolean done;

  imp_store_watch (store, g_task_get_cancellable (task), args->progress);
  done = take_in (task, store, args, &commit, &error);
  imp_store_watch (store, NULL, NULL);
  if (!done)
    {
      fail (task, error);
      return;
    }
  count_items (args, &commit);
  g_task_return_pointer (task, g_steal_pointer (&args->outcome),
                         (GDestroyNotify) imp_import_outcome_free);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autofree char *written = NULL;
  GError *error = NULL;

  written = imp_backlog_back_up_finish (IMP_BACKLOG (source), result, &error);
  if (written != NULL)
    imp_backlog_push (IMP_BACKLOG (source), g_steal_pointer (&task), import_in_db);
  else
    fail (task, error);
}

static void
look_in_db (GTask *task, ImpStore *store)
{
  gboolean empty = FALSE;
  GError *error = NULL;

  if (imp_store_check_writable (store, &error) && imp_store_look_empty (store, &empty, &error))
    g_task_return_boolean (task, !empty);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gboolean has = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    fail (task, error);
  else if (has)
    imp_backlog_back_up_async (IMP_BACKLOG (source), IMP_BACKUP_BEFORE_CHANGE, NULL,
                               g_task_get_cancellable (task), backed_up_cb, g_object_ref (task));
  else
    imp_backlog_push (IMP_BACKLOG (source), g_steal_pointer (&task), import_in_db);
}

/* Many items at once are not easily looked through again: what is here is backed up before, in
 * slices, for a large backlog takes long to copy and to check. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const ImportArgs *args = g_task_get_task_data (task);
  ImpBacklog *self = IMP_BACKLOG (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (!args->dry_run && args->changes->items->len > N_MANY)
    imp_backlog_push (self,
                      imp_backlog_new_task (self, look_in_db, NULL, NULL,
                                            g_task_get_cancellable (task), looked_cb,
                                            g_object_ref (task)),
                      look_in_db);
  else
    imp_backlog_push (self, g_steal_pointer (&task), import_in_db);
}

static ImportArgs *
copy_request (ImpBacklog *self, const ImpImportRequest *request)
{
  ImportArgs *args = g_new0 (ImportArgs, 1);

  args->path = g_strdup (request->path);
  args->bytes = request->bytes != NULL ? g_bytes_ref (request->bytes) : NULL;
  args->format = request->format;
  args->map = g_strdupv ((char **) request->map);
  args->dry_run = request->dry_run;
  args->progress = request->progress != NULL ? imp_progress_ref (request->progress) : NULL;
  args->today = request->move_to_today ? imp_backlog_get_today (self) : IMP_DATE_NONE;
  args->outcome = new_outcome ();
  return args;
}

void
imp_backlog_import_async (ImpBacklog *self,
                          const ImpImportRequest *request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  ImportArgs *args = copy_request (self, request);
  GTask *task = imp_backlog_new_task (self, imp_backlog_import_async, args, import_args_free,
                                      cancellable, callback, data);
  g_autoptr (GTask) reading = g_task_new (self, cancellable, read_cb, task);

  imp_backlog_hold (self, task);
  g_task_set_task_data (reading, args, NULL); /* `task` lives longer */
  g_task_run_in_thread (reading, read_in_thread);
}

ImpImportOutcome *
imp_backlog_import_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
