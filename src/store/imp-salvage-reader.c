/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading the rows that are left of one laptop. */
#include "config.h"

#include "store/imp-salvage-reader.h"

#include "base/imp-error.h"
#include "store/imp-admission.h"
#include "store/imp-journal.h"

/* A row that is not what was written is as good as missing. */
gboolean
imp_salvage_is_damage (const GError *error)
{
  return g_error_matches (error, IMP_ERROR, IMP_ERROR_CORRUPT)
         || g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND)
         || g_error_matches (error, IMP_ERROR, IMP_ERROR_INPUT);
}

static gboolean
read_next (ImpSalvageReader *self, GError **error)
{
  g_clear_pointer (&self->next, imp_row_free);
  while (self->next == NULL && imp_statement_next (self->rows))
    {
      g_autoptr (GError) damage = NULL;
      g_autoptr (ImpRow) row = imp_journal_read (self->from, self->rows, self->laptop, &damage);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (damage != NULL && !imp_salvage_is_damage (damage))
        {
          g_propagate_error (error, g_steal_pointer (&damage));
          return FALSE;
        }
      if (row != NULL && imp_admission_check (row, NULL)
          && imp_row_value_is_genuine (row, self->value_sum))
        self->next = g_steal_pointer (&row);
    }
  return imp_statement_end (self->rows, error);
}

gboolean
imp_salvage_reader_begin (ImpSalvageReader *self,
                          ImpStore *from,
                          const ImpUuid *laptop,
                          gint64 rep,
                          gint64 after,
                          GCancellable *cancellable,
                          GError **error)
{
  *self = (ImpSalvageReader) {
    .from = from, .laptop = laptop, .rseq = after, .cancellable = cancellable
  };
  self->rows = imp_journal_select (from, rep, after);
  self->value_sum = g_checksum_new (G_CHECKSUM_SHA256);
  return read_next (self, error);
}

void
imp_salvage_reader_end (ImpSalvageReader *self)
{
  g_clear_pointer (&self->next, imp_row_free);
  imp_statement_return (self->rows);
  g_checksum_free (self->value_sum);
}

gboolean
imp_salvage_reader_next (ImpSalvageReader *self, GPtrArray *rows, gboolean *whole, GError **error)
{
  gboolean ended = FALSE;

  g_ptr_array_set_size (rows, 0);
  *whole = self->next != NULL && self->next->rseq == self->rseq + 1
           && self->next->txn == self->next->rseq;
  while (self->next != NULL && !ended)
    {
      ImpRow *row = g_steal_pointer (&self->next);
      gint64 txn = row->txn;

      self->rseq = row->rseq;
      self->hlc = row->hlc;
      ended = row->is_last;
      g_ptr_array_add (rows, row);
      if (!read_next (self, error))
        return FALSE;
      if (self->next != NULL && (self->next->txn != txn || self->next->rseq != self->rseq + 1))
        break;
    }
  *whole = *whole && ended;
  return TRUE;
}
