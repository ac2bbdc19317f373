/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a table was taken for, and what of it was not taken. */
#include "config.h"

#include "exchange/imp-table-report.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"

#define MAX_SHOWN 40

static void
free_column (gpointer data)
{
  ImpTableColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column->becomes);
  g_free (column->sample);
  g_free (column);
}

ImpTableReport *
imp_table_report_new (void)
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

/* Columns */

ImpTableColumn *
imp_table_report_add_column (ImpTableReport *self, const char *title)
{
  ImpTableColumn *column = g_new0 (ImpTableColumn, 1);
  g_autofree char *clean = imp_text_clean (title);

  column->name = imp_cell_to_line (clean, MAX_SHOWN);
  column->title = g_strdup (title);
  g_ptr_array_add (self->columns, column);
  return column;
}

void
imp_table_column_show (ImpTableColumn *self, const char *text)
{
  if (self->sample == NULL)
    self->sample = imp_cell_to_line (text, MAX_SHOWN);
}

void
imp_table_report_describe (ImpTableReport *self,
                           const ImpTablePlan *plan,
                           const ImpTableDates *dates)
{
  for (guint i = 0; i < plan->n_columns; i++)
    {
      ImpTableColumn *column = g_ptr_array_index (self->columns, i);
      ImpTarget target = plan->targets[i];
      const char *words = imp_table_field_get_words (target);

      column->field = target;
      if (dates->is_open[target])
        column->becomes = g_strdup_printf (_ ("%s (day or month first? read day first)"), words);
      else if (dates->month_first[target])
        column->becomes = g_strdup_printf (_ ("%s (month first)"), words);
      else
        column->becomes = g_strdup (words);
    }
}

void
imp_table_report_count (ImpTableReport *self, const ImpChanges *changes)
{
  for (guint i = 0; i < changes->items->len; i++)
    self->n_items[g_array_index (changes->items, ImpNewItem, i).kind]++;
}

/* Rows not taken */

static void
clear_fault (gpointer data)
{
  g_free (((ImpTableFault *) data)->why);
}

GArray *
imp_table_faults_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (ImpTableFault));

  g_array_set_clear_func (self, clear_fault);
  return self;
}

void
imp_table_faults_add (GArray *self, guint line, char *why)
{
  ImpTableFault fault = { line, why };

  g_array_append_val (self, fault);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  guint left = ((const ImpTableFault *) a)->line;
  guint right = ((const ImpTableFault *) b)->line;

  return left < right ? -1 : left > right;
}

void
imp_table_report_list (ImpTableReport *self, GArray *faults)
{
  g_array_sort (faults, compare_faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const ImpTableFault *fault = &g_array_index (faults, ImpTableFault, i);

      g_ptr_array_add (self->not_taken,
                       g_strdup_printf (_ ("Line %u: %s"), fault->line, fault->why));
    }
}
