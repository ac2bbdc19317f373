/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a damaged backlog that come after a damaged place: written down anew. */
#include "config.h"

#include "store/imp-salvage-private.h"

#include "store/imp-blob.h"
#include "store/imp-cell.h"
#include "store/imp-forget.h"
#include "store/imp-guest.h"

static const char SQL_SELECT_BLOBS[] = "SELECT bytes FROM blob";

/* Counts what is missing; a number that the file never had room for is a damaged number. */
static void
count_gap (ImpSalvaging *self, gint64 n, gint64 from_hlc, gint64 to_hlc)
{
  if (n > 0 && n <= self->most_rows)
    imp_salvage_add_gap (self->salvage, (guint64) n, from_hlc >> 16, to_hlc >> 16);
}

/* Takes one row, or leaves out what is not possible. */
static gboolean
take_row (ImpSalvaging *self, ImpGuest *guest, ImpRow *row, GError **error)
{
  g_autoptr (GError) damage = NULL;
  gint64 from = row->rseq;

  imp_moved_turn (&self->moved, row);
  if (imp_guest_add (guest, row, &damage))
    imp_moved_add (&self->moved, from, row->rseq);
  else if (imp_salvage_is_damage (damage))
    count_gap (self, 1, row->hlc, row->hlc);
  else
    {
      g_propagate_error (error, g_steal_pointer (&damage));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_action (ImpSalvaging *self, ImpGuest *guest, GPtrArray *rows, gboolean proved, GError **error)
{
  gint64 before = imp_guest_get_next (guest);
  guint64 n;

  if (!imp_guest_begin_action (guest, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!take_row (self, guest, rows->pdata[i], error))
      return FALSE;
  n = (guint64) (imp_guest_get_next (guest) - before);
  self->salvage->n_saved += n;
  self->salvage->n_unproved += proved ? 0 : n;
  return imp_guest_end_action (guest, error);
}

/* The gaps before rows, and the rows. */
static gboolean
write_rest (ImpSalvaging *self, ImpSalvageReader *reader, ImpGuest *guest, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_row_free);
  guint8 head[IMP_HASH_SIZE] = { 0 };
  gboolean whole, known = reader->rseq == 0;

  while (reader->next != NULL)
    {
      gint64 before = reader->rseq, before_hlc = reader->hlc;
      const ImpRow *first;
      gboolean proved;

      if (!imp_salvage_reader_next (reader, rows, &whole, error))
        return FALSE;
      first = rows->pdata[0];
      count_gap (self, first->rseq - before - 1, before_hlc, first->hlc);
      proved = imp_salvage_follows (rows, head) && whole && known;
      known = ((ImpRow *) rows->pdata[rows->len - 1])->is_last;
      if (!write_action (self, guest, rows, proved, error))
        return FALSE;
    }
  return imp_guest_end (guest, error);
}

static gboolean
save_rest_of (ImpSalvaging *self, const ImpSalvageLaptop *laptop, GError **error)
{
  ImpGuest guest;
  ImpSalvageReader reader;
  ImpUuid to;
  gboolean done = imp_salvage_begin_reading (&reader, self, laptop, laptop->proven, error);

  imp_moved_begin (&self->moved, &laptop->id, &to);
  imp_guest_begin (&guest, &self->admission, &to);
  done = done && write_rest (self, &reader, &guest, error);
  if (done)
    count_gap (self, laptop->applied - reader.rseq, reader.hlc, 0);
  imp_guest_clear (&guest);
  imp_salvage_reader_end (&reader);
  return done;
}

/* One at a time: together they may be many. */
static gboolean
write_blobs (ImpSalvaging *self, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->from.connection, SQL_SELECT_BLOBS);

  while (imp_statement_next (select))
    {
      gsize size;
      const guint8 *data = imp_statement_get_blob (select, 0, &size);
      g_autoptr (GBytes) bytes = g_bytes_new (data, size);
      gboolean is_new;

      if (!imp_blob_insert (self->to, bytes, &is_new, error))
        return FALSE;
    }
  return imp_statement_end (select, error) && imp_blob_drop_unnamed (self->to, error);
}

static gboolean
write_rests (ImpSalvaging *self, GError **error)
{
  for (guint i = 0; i < self->laptops->len; i++)
    if (!save_rest_of (self, &g_array_index (self->laptops, ImpSalvageLaptop, i), error))
      return FALSE;
  return imp_touched_for_each (&self->admission.touched, imp_cell_merge_item, error)
         && imp_forget_touched (&self->admission.touched, error)
         && imp_touched_project (&self->admission.touched, error) && write_blobs (self, error)
         && imp_store_save_clock (self->to, error);
}

gboolean
imp_salvage_save_rests (ImpSalvaging *self, GError **error)
{
  ImpConnection *connection = self->to->connection;
  gboolean done;

  if (!imp_connection_begin (connection, error))
    return FALSE;
  imp_admission_init (&self->admission, self->to);
  imp_moved_init (&self->moved);
  done = write_rests (self, error) && imp_connection_commit (connection, error);
  if (!done)
    imp_connection_rollback (connection);
  imp_moved_clear (&self->moved);
  imp_admission_clear (&self->admission);
  return done;
}
