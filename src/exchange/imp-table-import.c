/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants read from a table that another program exported. */
#include "config.h"

#include "exchange/imp-table-import.h"

#include "base/imp-error.h"
#include "exchange/imp-csv-reader.h"
#include "exchange/imp-table-build.h"
#include "exchange/imp-table-cell.h"

#include <glib/gi18n-lib.h>

#define MAX_SAMPLE 40

static const ImpTarget dates[] = { IMP_TARGET_DATE, IMP_TARGET_FIXED, IMP_TARGET_CLOSED };

typedef struct
{
  guint line;
  char *why;
} Fault;

/* One import, on the stack of imp_table_import_read(). */
typedef struct
{
  ImpCsvReader *reader;
  GCancellable *cancellable;
  ImpTablePlan *plan;
  ImpTableReport *report;
  GPtrArray *rows;   /* of ImpTableRow, owned: the newest of each id */
  GHashTable *by_id; /* id, borrowed from its row → index in rows + 1 */
  GArray *faults;    /* of Fault */
  guint n_earlier;
  ImpTableReading reading;
  gboolean order_is_open[IMP_N_TARGETS];
} Import;

static void
free_column (gpointer data)
{
  ImpTableColumn *column = data;

  g_free (column->name);
  g_free (column->becomes);
  g_free (column->sample);
  g_free (column);
}

static ImpTableReport *
new_report (void)
{
  ImpTableReport *self = g_new0 (ImpTableReport, 1);

  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->not_taken = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
imp_table_report_free (ImpTableReport *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->not_taken);
  g_free (self);
}

static void
clear_fault (gpointer data)
{
  g_free (((Fault *) data)->why);
}

static void
clear_import (Import *self)
{
  g_clear_pointer (&self->reader, imp_csv_reader_free);
  g_clear_pointer (&self->plan, imp_table_plan_free);
  g_clear_pointer (&self->report, imp_table_report_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->faults, g_array_unref);
  g_clear_pointer (&self->reading.fixers, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, clear_import)

static void
add_fault (Import *self, guint line, char *why)
{
  g_array_append_val (self->faults, ((Fault) { line, why }));
}

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
      ImpTableColumn *column = g_new0 (ImpTableColumn, 1);

      column->name = imp_cell_to_line (imp_csv_reader_get_cell (self->reader, i), MAX_SAMPLE);
      g_strv_builder_add (builder, imp_csv_reader_get_cell (self->reader, i));
      g_ptr_array_add (self->report->columns, column);
    }
  names = g_strv_builder_end (builder);
  self->plan = imp_table_plan_new (preset, (const char *const *) names, n_columns, map, error);
  return self->plan != NULL;
}

/* Of several columns that become the same, the first that says something counts; descriptions are
 * put one under the other. */
static void
take_cell (ImpTableRow *row, ImpTarget target, char *text)
{
  char *before = row->values[target];

  if (before == NULL)
    row->values[target] = text;
  else if (target == IMP_TARGET_DESCRIPTION)
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
      if (text != NULL && column->sample == NULL)
        column->sample = imp_cell_to_line (text, MAX_SAMPLE);
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
    row->id = imp_cell_to_line (row->values[IMP_TARGET_ID], MAX_SAMPLE);
  else if (self->plan->used[IMP_TARGET_ID] > 0)
    {
      add_fault (self, row->line, g_strdup (_ ("it has no number")));
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
  self->n_earlier++;
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
        add_fault (self, imp_csv_reader_get_line (self->reader),
                   g_strdup (imp_csv_reader_get_fault (self->reader)));
        break;
      case IMP_CSV_END:
        return TRUE;
      case IMP_CSV_ERROR:
      default:
        return FALSE;
      }
}

/* Which figure is the day */

static void
find_orders (Import *self, ImpDateOrder orders[IMP_N_TARGETS], ImpDateOrder *all)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ImpTableRow *row = g_ptr_array_index (self->rows, i);

      for (gsize j = 0; j < G_N_ELEMENTS (dates); j++)
        if (row->values[dates[j]] != NULL)
          {
            imp_date_order_add (&orders[dates[j]], row->values[dates[j]]);
            imp_date_order_add (all, row->values[dates[j]]);
          }
    }
}

/* A column that does not tell follows the others; where none tells, the day is first. */
static void
decide_orders (Import *self)
{
  ImpDateOrder orders[IMP_N_TARGETS] = { 0 };
  ImpDateOrder all = { 0 };

  find_orders (self, orders, &all);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const ImpDateOrder *own = &orders[dates[i]];
      const ImpDateOrder *order = imp_date_order_is_open (own) ? &all : own;

      self->reading.month_first[dates[i]] = order->n_month_first > order->n_day_first;
      self->order_is_open[dates[i]] = imp_date_order_is_open (order);
    }
}

static gboolean
is_date (ImpTarget target)
{
  return target == IMP_TARGET_DATE || target == IMP_TARGET_FIXED || target == IMP_TARGET_CLOSED;
}

static void
describe_columns (Import *self)
{
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      ImpTableColumn *column = g_ptr_array_index (self->report->columns, i);
      ImpTarget target = self->plan->targets[i];
      const char *words = imp_target_get_words (target);

      if (is_date (target) && self->order_is_open[target])
        column->becomes = g_strdup_printf (_ ("%s (day or month first? read day first)"), words);
      else if (is_date (target) && self->reading.month_first[target])
        column->becomes = g_strdup_printf (_ ("%s (month first)"), words);
      else
        column->becomes = g_strdup (words);
    }
}

/* Making the items */

static gboolean
build_rows (Import *self, ImpChanges *changes, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ImpTableRow *row = g_ptr_array_index (self->rows, i);
      char *fault = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!imp_table_build_row (&self->reading, row, changes, &fault))
        add_fault (self, row->line, fault);
    }
  return TRUE;
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  guint left = ((const Fault *) a)->line;
  guint right = ((const Fault *) b)->line;

  return left < right ? -1 : left > right;
}

static void
report_faults (Import *self)
{
  if (self->n_earlier > 0)
    g_ptr_array_add (
        self->report->not_taken,
        g_strdup_printf (ngettext ("%'u row: an earlier state of what a later row says",
                                   "%'u rows: earlier states of what later rows say",
                                   self->n_earlier),
                         self->n_earlier));
  g_array_sort (self->faults, compare_faults);
  for (guint i = 0; i < self->faults->len; i++)
    {
      const Fault *fault = &g_array_index (self->faults, Fault, i);

      g_ptr_array_add (self->report->not_taken,
                       g_strdup_printf (_ ("Line %u: %s"), fault->line, fault->why));
    }
}

static void
count_items (Import *self, const ImpChanges *changes)
{
  for (guint i = 0; i < changes->items->len; i++)
    self->report->n_items[g_array_index (changes->items, ImpNewItem, i).kind]++;
}

static void
set_up_import (Import *self, GInputStream *stream, GCancellable *cancellable)
{
  self->reader = imp_csv_reader_new (stream, cancellable);
  self->cancellable = cancellable;
  self->report = new_report ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_table_row_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->faults = g_array_new (FALSE, FALSE, sizeof (Fault));
  g_array_set_clear_func (self->faults, clear_fault);
  self->reading.fixers = g_hash_table_new (NULL, NULL);
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

  set_up_import (&import, stream, cancellable);
  if (!read_names (&import, preset, map, error) || !read_rows (&import, error))
    return NULL;
  import.reading.plan = import.plan;
  decide_orders (&import);
  if (!build_rows (&import, changes, error))
    return NULL;
  describe_columns (&import);
  report_faults (&import);
  count_items (&import, changes);
  *report = g_steal_pointer (&import.report);
  return g_steal_pointer (&changes);
}
