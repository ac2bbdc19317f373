/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a damaged backlog that come after a damaged place: written down anew. */
#include "config.h"

#include "store/imp-salvage-private.h"

#include "store/imp-blob.h"
#include "store/imp-cell.h"
#include "store/imp-chain.h"
#include "store/imp-forget.h"
#include "store/imp-journal.h"

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
take_row (ImpSalvaging *self,
          ImpReplica *replica,
          ImpRow *row,
          gint64 txn,
          gboolean *taken,
          GError **error)
{
  g_autoptr (GError) damage = NULL;
  gint64 from = row->rseq;

  imp_moved_turn (&self->moved, row, replica->rseq + 1, txn);
  *taken = imp_admission_take (&self->admission, replica->rep, row, &damage);
  if (damage != NULL && !imp_salvage_is_damage (damage))
    {
      g_propagate_error (error, g_steal_pointer (&damage));
      return FALSE;
    }
  if (!*taken)
    {
      count_gap (self, 1, row->hlc, row->hlc);
      return TRUE;
    }
  imp_moved_add (&self->moved, from, ++replica->rseq);
  self->to->last_hlc =
      imp_clock_adopt (imp_clock_now_ms (&self->to->clock), self->to->last_hlc, row->hlc);
  return TRUE;
}

static gboolean
write_action (ImpSalvaging *self,
              ImpReplica *replica,
              GPtrArray *rows,
              gboolean proved,
              GError **error)
{
  gint64 txn = replica->rseq + 1;
  gboolean taken, done = TRUE;
  ImpChain chain;

  imp_chain_begin (&chain, replica->head);
  for (guint i = 0; i < rows->len && done; i++)
    {
      done = take_row (self, replica, rows->pdata[i], txn, &taken, error);
      if (done && taken)
        imp_chain_add (&chain, rows->pdata[i]);
    }
  if (replica->rseq >= txn)
    imp_chain_end (&chain, replica->head);
  g_clear_pointer (&chain.sum, g_checksum_free);
  self->salvage->n_saved += (guint64) (replica->rseq + 1 - txn);
  self->salvage->n_unproved += proved ? 0 : (guint64) (replica->rseq + 1 - txn);
  return done
         && (replica->rseq < txn
             || imp_journal_seal (self->to, (ImpHead) { replica->rep, replica->rseq },
                                  replica->head, error));
}

/* The gaps before rows, and the rows. */
static gboolean
write_rest (ImpSalvaging *self, ImpSalvageReader *reader, ImpReplica *replica, GError **error)
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
      if (!write_action (self, replica, rows, proved, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_rest_of (ImpSalvaging *self, const ImpSalvageLaptop *laptop, GError **error)
{
  ImpReplica replica = { 0 };
  ImpSalvageReader reader;
  ImpUuid to;
  gboolean done = imp_salvage_begin_reading (&reader, self, laptop, laptop->proven, error);

  imp_moved_begin (&self->moved, &laptop->id, &to);
  if (done && reader.next != NULL)
    done = imp_replica_ensure (self->to, &to, &replica, error);
  done = done && write_rest (self, &reader, &replica, error);
  if (done)
    count_gap (self, laptop->applied - reader.rseq, reader.hlc, 0);
  done = done
         && (replica.rep == 0
             || imp_replica_save (self->to, replica.rep, replica.rseq, replica.head, error));
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
         && imp_touched_for_each (&self->admission.touched, imp_forget_item, error)
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
