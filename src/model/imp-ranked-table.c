/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list as data. */
#include "config.h"

#include "model/imp-ranked-table.h"

#include "model/imp-sentence.h"

static void
free_row (gpointer data)
{
  ImpRankedRow *row = data;

  imp_irritant_data_free (row->data);
  g_free (row);
}

ImpRankedTable *
imp_ranked_table_new (void)
{
  ImpRankedTable *self = g_atomic_rc_box_new0 (ImpRankedTable);

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->day = IMP_DATE_NONE;
  return self;
}

ImpRankedTable *
imp_ranked_table_ref (ImpRankedTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_table (gpointer data)
{
  ImpRankedTable *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self->organisation);
  g_free (self->scope);
}

void
imp_ranked_table_unref (ImpRankedTable *self)
{
  g_atomic_rc_box_release_full (self, clear_table);
}

void
imp_ranked_table_add (ImpRankedTable *self, const ImpRankedRow *row)
{
  ImpRankedRow *own = g_memdup2 (row, sizeof *row);

  own->measure = self->measure;
  g_ptr_array_add (self->rows, own);
}

const ImpRankedRow *
imp_ranked_table_get_row (const ImpRankedTable *self, guint n)
{
  return g_ptr_array_index (self->rows, n);
}

const ImpRankedRow *
imp_ranked_table_get_first (const ImpRankedTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!imp_ranked_table_get_row (self, i)->pinned)
      return imp_ranked_table_get_row (self, i);
  return self->rows->len > 0 ? imp_ranked_table_get_row (self, 0) : NULL;
}

gboolean
imp_ranked_table_leads (const ImpRankedTable *self, guint n)
{
  const ImpRankedRow *row = imp_ranked_table_get_row (self, n), *before;

  if (n == 0 || row->pinned)
    return FALSE;
  before = imp_ranked_table_get_row (self, n - 1);
  return before->pinned || (row->rank == 0) != (before->rank == 0)
         || (self->measure != 0 && imp_measure_has_range (self->measure)
             && row->group_first != before->group_first);
}

char *
imp_ranked_row_say (const ImpRankedRow *self)
{
  const double top_ten = self->measure == IMP_MEASURE_IMPACT ? self->top_ten : -1;

  return imp_impact_to_ranked_sentence (&self->data->facts, &self->data->impact, top_ten, NULL,
                                        NULL);
}
