/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that cannot stand under the laptop that wrote them: written down as those of another one. */
#include "config.h"

#include "store/imp-guest.h"

#include "store/imp-journal.h"

void
imp_guest_begin (ImpGuest *self, ImpAdmission *admission, const ImpUuid *id)
{
  *self = (ImpGuest) { .admission = admission, .id = *id };
}

gboolean
imp_guest_begin_action (ImpGuest *self, GError **error)
{
  if (self->replica.rep == 0
      && !imp_replica_ensure (self->admission->touched.store, &self->id, &self->replica, error))
    return FALSE;
  imp_chain_begin (&self->chain, self->replica.head);
  self->txn = self->replica.rseq + 1;
  return TRUE;
}

gint64
imp_guest_get_next (const ImpGuest *self)
{
  return self->replica.rseq + 1;
}

/* A clock that was far ahead is not followed. */
gboolean
imp_guest_add (ImpGuest *self, ImpRow *row, GError **error)
{
  ImpStore *store = self->admission->touched.store;

  row->replica = self->id;
  row->rseq = imp_guest_get_next (self);
  row->txn = self->txn;
  row->is_last = FALSE;
  if (!imp_admission_take (self->admission, self->replica.rep, row, error))
    return FALSE;
  self->replica.rseq++;
  imp_chain_add (&self->chain, row);
  store->last_hlc = imp_clock_adopt (imp_clock_now_ms (&store->clock), store->last_hlc, row->hlc);
  return TRUE;
}

gboolean
imp_guest_end_action (ImpGuest *self, GError **error)
{
  if (self->replica.rseq < self->txn)
    {
      imp_guest_clear (self);
      return TRUE;
    }
  imp_chain_end (&self->chain, self->replica.head);
  return imp_journal_seal (self->admission->touched.store,
                           (ImpHead) { self->replica.rep, self->replica.rseq }, self->replica.head,
                           error);
}

gboolean
imp_guest_end (ImpGuest *self, GError **error)
{
  return self->replica.rep == 0
         || imp_replica_save (self->admission->touched.store, self->replica.rep, self->replica.rseq,
                              self->replica.head, error);
}

void
imp_guest_clear (ImpGuest *self)
{
  g_clear_pointer (&self->chain.sum, g_checksum_free);
}
