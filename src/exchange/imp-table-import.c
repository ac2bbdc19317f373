/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants read from a table that another program exported. */
#include "config.h"

#include "exchange/imp-table-import.h"

#include "base/imp-error.h"
#include "exchange/imp-csv-reader.h"
#include "exchange/imp-table-build.h"
#include "exchange/imp-table-report.h"

#include <glib/gi18n-lib.h>

/* One import, on the stack of imp_table_import_read(). */
typedef struct
{
  ImpCsvReader *reader;
  GCancellable *cancellable;
  ImpTablePlan *plan;
  ImpTableReport *report;
  GPtrArray *rows;   /* of ImpTableRow, owned: the newest of each id */
  GHashTable *by_id; /* id, borrowed from its row → index in rows + 1 */
  GArray *faults;    /* of ImpTableFault */
} Import;

static void
clear_import (Import *self)
{
  g_clear_pointer (&self->reader, imp_csv_reader_free);
  g_clear_pointer (&self->plan, imp_table_plan_free);
  g_clear_pointer (&self->report, imp_table_report_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->faults, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, clear_import)

/* Reading the rows */

static gboolean
read_names (Import *self, ImpTablePreset preset, const char *const *map, GError **error)
{
  ImpCsvResult result = imp_csv_reader_next (self->reader, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  guint n_columns;

  if (result == IMP_CSV_END)
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                         _ ("Cannot import the file: it is empty. Export it again."));
  if (result != IMP_CSV_ROW)
    return FALSE;
  n_columns = imp_csv_reader_get_n_cells (self->reader);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *name = imp_csv_reader_get_cell (self->reader, i);

      imp_table_report_add_column (self->report, name);
      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  self->plan = imp_table_plan_new (preset, (const char *const *) names, n_columns, map, error);
  return self->plan != NULL;
}

/* Of several columns that become the same, the first that says something counts; descriptions are
 * put one under the other, and so are tags. */
static void
take_cell (ImpTableRow *row, ImpTarget target, char *text)
{
  char *before = row->values[target];

  if (before == NULL)
    row->values[target] = text;
  else if (target == IMP_TARGET_DESCRIPTION || target == IMP_TARGET_TAGS)
    {
      row->values[target] = g_strconcat (before, "\n", text, NULL);
      g_free (before);
      g_free (text);
    }
  else
    g_free (text);
}

static ImpTableRow *
take_cells (Import *self)
{
  ImpTableRow *row = g_new0 (ImpTableRow, 1);

  row->line = imp_csv_reader_get_line (self->reader);
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      ImpTarget target = self->plan->targets[i];
      ImpTableColumn *column = g_ptr_array_index (self->report->columns, i);
      char *text;

      if (target == IMP_TARGET_NONE && column->sample != NULL)
        continue;
      text = imp_cell_dup_known (imp_csv_reader_get_cell (self->reader, i));
      if (text != NULL)
        imp_table_column_show (column, text);
      if (text != NULL && target != IMP_TARGET_NONE)
        take_cell (row, target, text);
      else
        g_free (text);
    }
  return row;
}

/* A row without a number is known by all that it says; the n-th of the same as the n-th. */
static char *
make_id (Import *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *digest;
  char *id;
  guint n = 1;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      const char *cell = imp_csv_reader_get_cell (self->reader, i);

      g_checksum_update (sum, (const guchar *) cell, (gssize) strlen (cell) + 1);
    }
  digest = g_checksum_get_string (sum);
  id = g_strdup (digest);
  while (g_hash_table_contains (self->by_id, id))
    {
      g_free (id);
      id = g_strdup_printf ("%s:%u", digest, ++n);
    }
  return id;
}

static gboolean
name_row (Import *self, ImpTableRow *row)
{
  const char *revision = row->values[IMP_TARGET_REVISION];

  if (row->values[IMP_TARGET_ID] != NULL)
    row->id = g_strdup (row->values[IMP_TARGET_ID]);
  else if (self->plan->used[IMP_TARGET_ID] > 0)
    {
      imp_table_faults_add (self->faults, row->line, g_strdup (_ ("it has no number")));
      return FALSE;
    }
  else
    row->id = make_id (self);
  if (revision != NULL && !imp_cell_parse_number (revision, &row->revision))
    row->revision = 0;
  return TRUE;
}

/* Keeps the newest row of each id, in the place of the first. */
static void
keep_row (Import *self, ImpTableRow *row)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, row->id));
  ImpTableRow *before = place > 0 ? g_ptr_array_index (self->rows, place - 1) : NULL;

  if (before == NULL)
    {
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_id, row->id, GUINT_TO_POINTER (self->rows->len));
      return;
    }
  self->report->n_earlier++;
  if (row->revision < before->revision)
    {
      imp_table_row_free (row);
      return;
    }
  g_hash_table_replace (self->by_id, row->id, GUINT_TO_POINTER (place));
  g_ptr_array_index (self->rows, place - 1) = row;
  imp_table_row_free (before);
}

static void
take_row (Import *self)
{
  g_autoptr (ImpTableRow) row = take_cells (self);

  if (name_row (self, row))
    keep_row (self, g_steal_pointer (&row));
}

static gboolean
read_rows (Import *self, GError **error)
{
  for (;;)
    switch (imp_csv_reader_next (self->reader, error))
      {
      case IMP_CSV_ROW:
        self->report->n_rows++;
        take_row (self);
        break;
      case IMP_CSV_BAD_ROW:
        self->report->n_rows++;
        imp_table_faults_add (self->faults, imp_csv_reader_get_line (self->reader),
                              g_strdup (imp_csv_reader_get_fault (self->reader)));
        break;
      case IMP_CSV_END:
        return TRUE;
      case IMP_CSV_ERROR:
      default:
        return FALSE;
      }
}

/* Making the items */

static gboolean
build_rows (Import *self, const ImpTableDates *dates, ImpChanges *changes, GError **error)
{
  g_auto (ImpTableBuild) build = { 0 };

  imp_table_build_init (&build, self->plan, changes);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ImpTableRow *row = g_ptr_array_index (self->rows, i);
      g_auto (ImpTableFacts) facts = { 0 };
      char *fault = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (imp_table_facts_read (&facts, row, self->plan, dates, &fault))
        imp_table_build_add (&build, row, &facts);
      else
        imp_table_faults_add (self->faults, row->line, fault);
    }
  return TRUE;
}

static void
set_up_import (Import *self, GInputStream *stream, GCancellable *cancellable)
{
  self->reader = imp_csv_reader_new (stream, cancellable);
  self->cancellable = cancellable;
  self->report = imp_table_report_new ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_table_row_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->faults = imp_table_faults_new ();
}

ImpChanges *
imp_table_import_read (GInputStream *stream,
                       ImpTablePreset preset,
                       const char *const *map,
                       ImpTableReport **report,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Import) import = { 0 };
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  ImpTableDates dates = { 0 };

  set_up_import (&import, stream, cancellable);
  if (!read_names (&import, preset, map, error) || !read_rows (&import, error))
    return NULL;
  imp_table_dates_decide (&dates, import.rows);
  import.report->untitled = import.plan->untitled;
  if (!import.plan->untitled && !build_rows (&import, &dates, changes, error))
    return NULL;
  imp_table_report_describe (import.report, import.plan, &dates);
  imp_table_report_count (import.report, changes);
  imp_table_report_list (import.report, import.faults);
  *report = g_steal_pointer (&import.report);
  return g_steal_pointer (&changes);
}
