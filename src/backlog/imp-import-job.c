/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One import under way: what was asked for, and what was read of the file. */
#include "config.h"

#include "backlog/imp-import-job.h"

#include <string.h>

#include "base/imp-file.h"
#include "exchange/imp-json-import.h"
#include "exchange/imp-json-look.h"
#include "exchange/imp-round-import.h"
#include "exchange/imp-table-import.h"

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

ImpImportJob *
imp_import_job_new (const ImpImportRequest *request, ImpDate today)
{
  ImpImportJob *self = g_new0 (ImpImportJob, 1);

  self->path = g_strdup (request->path);
  self->bytes = request->bytes != NULL ? g_bytes_ref (request->bytes) : NULL;
  self->format = request->format;
  self->map = g_strdupv ((char **) request->map);
  self->dry_run = request->dry_run;
  self->progress = request->progress != NULL ? imp_progress_ref (request->progress) : NULL;
  self->today = request->move_to_today ? today : IMP_DATE_NONE;
  self->outcome = new_outcome ();
  return self;
}

void
imp_import_job_free (gpointer job)
{
  ImpImportJob *self = job;

  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_strfreev (self->map);
  g_clear_pointer (&self->progress, imp_progress_unref);
  g_clear_pointer (&self->changes, imp_changes_free);
  g_clear_pointer (&self->passed, imp_passed_round_free);
  g_clear_pointer (&self->outcome, imp_import_outcome_free);
  g_free (self);
}

static ImpChanges *
read_table (ImpImportJob *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  ImpTablePreset preset =
      self->format == IMP_FORMAT_SERVICENOW ? IMP_TABLE_SERVICENOW : IMP_TABLE_CSV;
  g_autoptr (ImpTableReport) report = NULL;
  g_autoptr (ImpChanges) changes = imp_table_import_read (
      stream, preset, (const char *const *) self->map, &report, cancellable, error);

  if (changes != NULL)
    fill_from_report (self->outcome, report);
  return g_steal_pointer (&changes);
}

/* What was exported comes back with all its photos, however much they are. */
static GInputStream *
open_input (const ImpImportJob *self, GError **error)
{
  if (self->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (self->bytes);
  if (self->format == IMP_FORMAT_BACKLOG)
    return imp_file_open_large_input (self->path, error);
  return imp_file_open_input (self->path, error);
}

/* Our files all end in .json; what one is stands at its beginning. */
static gboolean
is_round (const ImpImportJob *self, GCancellable *cancellable)
{
  g_autoptr (GInputStream) stream = open_input (self, NULL);
  g_autofree char *format = stream != NULL ? imp_json_look (stream, cancellable) : NULL;

  return imp_round_import_is_format (format);
}

gboolean
imp_import_job_read (ImpImportJob *self, GCancellable *cancellable, GError **error)
{
  gboolean round = self->format == IMP_FORMAT_BACKLOG && is_round (self, cancellable);
  g_autoptr (GInputStream) stream = open_input (self, error);

  if (stream == NULL)
    return FALSE;
  if (round)
    self->passed = imp_round_import_read (stream, cancellable, error);
  else if (self->format == IMP_FORMAT_BACKLOG)
    self->changes = imp_json_import_read (stream, self->today, cancellable, error);
  else
    self->changes = read_table (self, stream, cancellable, error);
  return self->changes != NULL || self->passed != NULL;
}
