/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saving what can be read of a damaged backlog. */
#include "config.h"

#include "store/imp-salvage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"
#include "store/imp-admission.h"
#include "store/imp-blob.h"
#include "store/imp-cell.h"
#include "store/imp-chain.h"
#include "store/imp-forget.h"
#include "store/imp-journal.h"
#include "store/imp-salvage-file.h"
#include "store/imp-salvage-moved.h"
#include "store/imp-salvage-reader.h"
#include "store/imp-salvage-rows.h"
#include "store/imp-sharing.h"

#define MOST_AT_ONCE   5000 /* rows taken in one go */
#define LEAST_ROW_SIZE 60   /* bytes of the file */

static const char SQL_SELECT_BLOBS[] = "SELECT bytes FROM blob";
static const char SQL_SELECT_REPLICAS[] = "SELECT n, id, applied FROM replica ORDER BY n";
static const char SQL_SELECT_DATASET[] = "SELECT v FROM meta WHERE k = 'dataset'";
static const char SQL_UPDATE_DATASET[] = "UPDATE meta SET v = ?1 WHERE k = 'dataset'";

/* One laptop as the damaged file knew it. */
typedef struct
{
  ImpUuid id;
  gint64 rep, applied;
  gint64 proven; /* its rows up to this one stand in the result as they are */
} Laptop;

/* One saving under way. */
typedef struct
{
  ImpStore from; /* what was gathered: rows with gaps; only its connection is used */
  ImpStore *to;
  ImpSalvage *salvage;
  GArray *laptops;        /* of Laptop */
  gint64 most_rows;       /* that the damaged file has room for */
  ImpAdmission admission; /* of what is written down anew */
  ImpMoved moved;
  GCancellable *cancellable;
} Salvage;

static void
free_row (ImpRow *row)
{
  if (row != NULL)
    imp_row_free (row);
}

/* Whether the rows follow from what was before; *head becomes the hash that they claim. */
static gboolean
follows (const GPtrArray *rows, guint8 head[IMP_HASH_SIZE])
{
  const ImpRow *last = rows->pdata[rows->len - 1];
  guint8 hash[IMP_HASH_SIZE];
  ImpChain chain;

  imp_chain_begin (&chain, head);
  for (guint i = 0; i < rows->len; i++)
    imp_chain_add (&chain, rows->pdata[i]);
  imp_chain_end (&chain, hash);
  memcpy (head, last->hash, IMP_HASH_SIZE);
  return last->is_last && memcmp (hash, last->hash, sizeof hash) == 0;
}

/* What stands as it is: taken like the rows of any other laptop. */

/* *good is FALSE where something of it is not possible: then it is left for later. */
static gboolean
take_batch (Salvage *self, Laptop *laptop, GPtrArray *batch, gboolean *good, GError **error)
{
  g_autoptr (GError) damage = NULL;
  ImpApplied applied = { 0 };
  gint64 last = batch->len > 0 ? ((ImpRow *) batch->pdata[batch->len - 1])->rseq : laptop->proven;

  *good = imp_store_apply_rows (self->to, batch, &applied, &damage);
  if (*good)
    laptop->proven = last;
  self->salvage->n_saved += applied.n_applied;
  g_ptr_array_set_size (batch, 0);
  if (damage == NULL || imp_salvage_is_damage (damage))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&damage));
  return FALSE;
}

static void
move_rows (GPtrArray *rows, GPtrArray *batch)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (batch, g_steal_pointer (&rows->pdata[i]));
  g_ptr_array_set_size (rows, 0);
}

static gboolean
take_proven (Salvage *self, ImpSalvageReader *reader, Laptop *laptop, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  guint8 head[IMP_HASH_SIZE] = { 0 };
  gboolean good = TRUE, whole;

  while (good)
    {
      if (!imp_salvage_reader_next (reader, rows, &whole, error))
        return FALSE;
      if (!whole || !follows (rows, head))
        break;
      move_rows (rows, batch);
      if (batch->len >= MOST_AT_ONCE && !take_batch (self, laptop, batch, &good, error))
        return FALSE;
    }
  return take_batch (self, laptop, batch, &good, error);
}

static gboolean
begin_reading (ImpSalvageReader *reader,
               Salvage *self,
               const Laptop *laptop,
               gint64 after,
               GError **error)
{
  return imp_salvage_reader_begin (reader, &self->from, &laptop->id, laptop->rep, after,
                                   self->cancellable, error);
}

static gboolean
save_proven (Salvage *self, Laptop *laptop, GError **error)
{
  ImpSalvageReader reader;
  gboolean done =
      begin_reading (&reader, self, laptop, 0, error) && take_proven (self, &reader, laptop, error);

  imp_salvage_reader_end (&reader);
  return done;
}

/* What comes after a damaged place: written down anew. */

/* Counts what is missing; a number that the file never had room for is a damaged number. */
static void
count_gap (Salvage *self, gint64 n, gint64 from_hlc, gint64 to_hlc)
{
  if (n > 0 && n <= self->most_rows)
    imp_salvage_add_gap (self->salvage, (guint64) n, from_hlc >> 16, to_hlc >> 16);
}

/* Takes one row, or leaves out what is not possible. */
static gboolean
take_row (Salvage *self,
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
write_action (Salvage *self, ImpReplica *replica, GPtrArray *rows, gboolean proved, GError **error)
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
write_rest (Salvage *self, ImpSalvageReader *reader, ImpReplica *replica, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
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
      proved = follows (rows, head) && whole && known;
      known = ((ImpRow *) rows->pdata[rows->len - 1])->is_last;
      if (!write_action (self, replica, rows, proved, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_rest_of (Salvage *self, const Laptop *laptop, GError **error)
{
  ImpReplica replica = { 0 };
  ImpSalvageReader reader;
  ImpUuid to;
  gboolean done = begin_reading (&reader, self, laptop, laptop->proven, error);

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
write_blobs (Salvage *self, GError **error)
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
write_rests (Salvage *self, GError **error)
{
  for (guint i = 0; i < self->laptops->len; i++)
    if (!save_rest_of (self, &g_array_index (self->laptops, Laptop, i), error))
      return FALSE;
  return imp_touched_for_each (&self->admission.touched, imp_cell_merge_item, error)
         && imp_touched_for_each (&self->admission.touched, imp_forget_item, error)
         && imp_touched_project (&self->admission.touched, error) && write_blobs (self, error)
         && imp_store_save_clock (self->to, error);
}

static gboolean
save_rests (Salvage *self, GError **error)
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

/* The whole */

static gboolean
read_laptops (Salvage *self, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->from.connection, SQL_SELECT_REPLICAS);

  while (imp_statement_next (select))
    {
      Laptop laptop = { .rep = imp_statement_get_int (select, 0),
                        .applied = imp_statement_get_int (select, 2) };

      if (!imp_statement_get_uuid (select, 1, &laptop.id, error))
        return FALSE;
      g_array_append_val (self->laptops, laptop);
    }
  return imp_statement_end (select, error);
}

/* It is the same backlog still, as far as others are concerned. */
static gboolean
keep_dataset (Salvage *self, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->from.connection, SQL_SELECT_DATASET);
  g_autoptr (ImpStatement) update =
      imp_connection_borrow (self->to->connection, SQL_UPDATE_DATASET);
  ImpUuid dataset;

  if (!imp_statement_next (select))
    return imp_statement_end (select, error);
  if (!imp_statement_get_uuid (select, 0, &dataset, error))
    return FALSE;
  imp_statement_bind_blob (update, 1, dataset.bytes, sizeof dataset.bytes);
  return imp_statement_run (update, error);
}

static gboolean
save_all (Salvage *self, GError **error)
{
  if (!read_laptops (self, error) || !keep_dataset (self, error))
    return FALSE;
  for (guint i = 0; i < self->laptops->len; i++)
    if (!save_proven (self, &g_array_index (self->laptops, Laptop, i), error))
      return FALSE;
  if (!save_rests (self, error))
    return FALSE;
  if (self->salvage->n_saved > 0)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_CORRUPT,
                       _ ("nothing in it can be read any more. Restore a backup"));
  return FALSE;
}

static gboolean
save (Salvage *self, const char *path, const ImpClock *clock, GError **error)
{
  gboolean done;

  self->to = imp_store_open (path, "", clock, error);
  if (self->to == NULL)
    return FALSE;
  self->laptops = g_array_new (FALSE, FALSE, sizeof (Laptop));
  done = save_all (self, error);
  g_array_unref (self->laptops);
  imp_store_close (self->to);
  return done;
}

static gboolean
save_bytes (Salvage *self,
            GMappedFile *damaged,
            const char *folder,
            const char *path,
            const ImpClock *clock,
            GError **error)
{
  gsize size = g_mapped_file_get_length (damaged);
  g_autofree char *gathered = g_build_filename (folder, "gathered.db", NULL);
  gboolean done;

  self->most_rows = (gint64) (size / LEAST_ROW_SIZE);
  self->from.connection = imp_salvage_gather ((const guint8 *) g_mapped_file_get_contents (damaged),
                                              size, gathered, self->cancellable, error);
  if (self->from.connection == NULL)
    return FALSE;
  done = save (self, path, clock, error);
  imp_connection_close (self->from.connection);
  return done;
}

ImpSalvage *
imp_salvage_file (const char *damaged,
                  const char *folder,
                  const ImpClock *clock,
                  GCancellable *cancellable,
                  char **saved,
                  GError **error)
{
  g_autoptr (GMappedFile) bytes = imp_salvage_map (damaged, folder, error);
  g_autoptr (ImpSalvage) salvage = imp_salvage_new ();
  g_autofree char *path = g_build_filename (folder, "saved.db", NULL);
  Salvage self = { .salvage = salvage, .cancellable = cancellable };

  if (bytes == NULL || !save_bytes (&self, bytes, folder, path, clock, error))
    {
      imp_error_prefix (error, _ ("Cannot save what is in “%s”"), damaged);
      return NULL;
    }
  *saved = g_steal_pointer (&path);
  return g_steal_pointer (&salvage);
}
