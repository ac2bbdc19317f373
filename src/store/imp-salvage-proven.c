/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a damaged backlog that stand as they are. */
#include "config.h"

#include "store/imp-salvage-private.h"

#include <string.h>

#include "store/imp-chain.h"
#include "store/imp-sharing.h"

#define MOST_AT_ONCE 5000 /* rows taken in one go */

gboolean
imp_salvage_follows (const GPtrArray *rows, guint8 head[IMP_HASH_SIZE])
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

gboolean
imp_salvage_begin_reading (ImpSalvageReader *reader,
                           ImpSalvaging *self,
                           const ImpSalvageLaptop *laptop,
                           gint64 after,
                           GError **error)
{
  return imp_salvage_reader_begin (reader, &self->from, &laptop->id, laptop->rep, after,
                                   self->cancellable, error);
}

/* *good is FALSE where something of it is not possible: then it is left for later. */
static gboolean
take_batch (ImpSalvaging *self,
            ImpSalvageLaptop *laptop,
            GPtrArray *batch,
            gboolean *good,
            GError **error)
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
  gsize n;
  g_autofree gpointer *moved = g_ptr_array_steal (rows, &n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (batch, moved[i]);
}

static gboolean
take_proven (ImpSalvaging *self, ImpSalvageReader *reader, ImpSalvageLaptop *laptop, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_row_free);
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_row_free);
  guint8 head[IMP_HASH_SIZE] = { 0 };
  gboolean good = TRUE, whole;

  while (good)
    {
      if (!imp_salvage_reader_next (reader, rows, &whole, error))
        return FALSE;
      if (!whole || !imp_salvage_follows (rows, head))
        break;
      move_rows (rows, batch);
      if (batch->len >= MOST_AT_ONCE && !take_batch (self, laptop, batch, &good, error))
        return FALSE;
    }
  return take_batch (self, laptop, batch, &good, error);
}

gboolean
imp_salvage_save_proven (ImpSalvaging *self, ImpSalvageLaptop *laptop, GError **error)
{
  ImpSalvageReader reader;
  gboolean done = imp_salvage_begin_reading (&reader, self, laptop, 0, error)
                  && take_proven (self, &reader, laptop, error);

  imp_salvage_reader_end (&reader);
  return done;
}
