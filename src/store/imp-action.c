/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a user action: rows of the journal and the cells they change. */
#include "config.h"

#include "store/imp-action.h"

#include <string.h>

#include "store/imp-cell.h"
#include "store/imp-item.h"
#include "store/imp-journal.h"
#include "store/imp-sight.h"

void
imp_action_begin (ImpAction *self, ImpStore *store)
{
  memset (self, 0, sizeof *self);
  self->store = store;
  self->now_ms = imp_clock_now_ms (&store->clock);
  self->value_sum = g_checksum_new (G_CHECKSUM_SHA256);
  imp_chain_begin (&self->chain, store->head);
}

static void
take_salt (ImpAction *self, guint8 salt[IMP_SALT_SIZE])
{
  if (self->n_salts < IMP_SALT_SIZE)
    {
      imp_random_fill (self->salts, sizeof self->salts);
      self->n_salts = sizeof self->salts;
    }
  self->n_salts -= IMP_SALT_SIZE;
  memcpy (salt, self->salts + self->n_salts, IMP_SALT_SIZE);
}

void
imp_action_note (ImpAction *self, ImpItem item, const ImpUuid *uuid)
{
  guint slot = (guint) (item % IMP_ACTION_UUIDS);

  self->uuids[slot].item = item;
  self->uuids[slot].uuid = *uuid;
}

/* An item mostly has several rows running, and popular ones are referred to again and again. */
static gboolean
find_uuid (ImpAction *self, ImpItem item, ImpUuid *uuid, GError **error)
{
  guint slot = (guint) (item % IMP_ACTION_UUIDS);

  if (self->uuids[slot].item == item)
    {
      *uuid = self->uuids[slot].uuid;
      return TRUE;
    }
  if (!imp_item_read_uuid (self->store, item, uuid, error))
    return FALSE;
  imp_action_note (self, item, uuid);
  return TRUE;
}

/* In the journal an item is named by its UUID, so that the row can travel. */
static gboolean
read_reference (ImpAction *self, ImpKind kind, const ImpValue *value, ImpRow *row, GError **error)
{
  const ImpField *field = imp_kind_get_field (kind, (guint) row->field);

  return field == NULL || field->type != IMP_FIELD_ITEM || value->type != IMP_VALUE_INTEGER
         || find_uuid (self, value->integer, &row->reference, error);
}

static gboolean
hash_value (ImpAction *self, const ImpValue *value, ImpRow *row, GError **error)
{
  ImpValue named;

  if (!imp_replica_name_value (self->store, (guint8) row->field, value, &named, error))
    return FALSE;
  take_salt (self, row->salt);
  imp_value_hash (self->value_sum, row->salt, &named, imp_row_refers (row) ? &row->reference : NULL,
                  row->vhash);
  imp_value_clear (&named);
  return TRUE;
}

/* Gives the row its number and stamp, and links it into the chain. */
static gboolean
seal_row (ImpAction *self, ImpRow *row, const ImpSight *sight, GError **error)
{
  ImpStore *store = self->store;
  g_autofree char *base = NULL;

  if (!imp_replica_name_heads (store, sight->base, &base, error))
    return FALSE;
  row->rseq = ++store->rseq;
  row->hlc = imp_clock_stamp (self->now_ms, store->last_hlc, sight->hlc);
  store->last_hlc = imp_clock_adopt (self->now_ms, store->last_hlc, row->hlc);
  row->txn = self->txn = self->txn != 0 ? self->txn : row->rseq;
  row->actor = store->actor;
  row->base = base;
  imp_chain_add (&self->chain, row);
  return TRUE;
}

/* Who has seen all heads leaves the new row as the only one; else the newest of several. */
static gboolean
replace_cell (ImpAction *self,
              ImpItem item,
              guint8 field,
              const ImpValue *value,
              const ImpRow *row,
              const char *unseen,
              GError **error)
{
  ImpHead head = { self->store->rep, row->rseq };
  g_autofree char *newest = unseen != NULL ? imp_heads_print (&head, 1) : NULL;
  g_autofree char *heads = unseen != NULL ? g_strjoin (",", newest, unseen, NULL) : NULL;

  return imp_cell_replace (self->store, item, field, value, row->hlc, head, heads, error);
}

static gboolean
append (ImpAction *self,
        ImpKind kind,
        ImpItem item,
        guint8 field,
        const ImpValue *value,
        const ImpSight *sight,
        GError **error)
{
  ImpStore *store = self->store;
  ImpRow row = { .wire = IMP_WIRE_VERSION, .entity = kind, .field = field };

  return find_uuid (self, item, &row.item, error) && read_reference (self, kind, value, &row, error)
         && hash_value (self, value, &row, error) && seal_row (self, &row, sight, error)
         && imp_journal_insert (store, &row, store->rep, item, sight->base, value, error)
         && replace_cell (self, item, field, value, &row, sight->unseen, error);
}

/* Unless it is there already. */
static gboolean
write_sighted (ImpAction *self,
               ImpKind kind,
               ImpItem item,
               guint8 field,
               const ImpValue *value,
               const ImpSight *sight,
               GError **error)
{
  if (!sight->contested && imp_value_equal (&sight->value, value)
      && !(self->writes_same && sight->base != NULL))
    return TRUE;
  return append (self, kind, item, field, value, sight, error);
}

gboolean
imp_action_write (ImpAction *self,
                  ImpKind kind,
                  ImpItem item,
                  guint8 field,
                  const ImpValue *value,
                  gboolean is_new,
                  GError **error)
{
  g_auto (ImpSight) sight = { 0 };

  return (is_new || imp_sight_read (&sight, self->store, item, field, error))
         && write_sighted (self, kind, item, field, value, &sight, error);
}

gboolean
imp_action_write_change (ImpAction *self,
                         ImpKind kind,
                         ImpItem item,
                         const ImpChange *change,
                         const ImpValue *value,
                         GError **error)
{
  g_auto (ImpSight) sight = { 0 };

  if (!imp_sight_read (&sight, self->store, item, change->field, error))
    return FALSE;
  if (change->seen != NULL)
    imp_sight_narrow (&sight, self->store, change->seen);
  if (change->as_of != NULL
      && !imp_sight_narrow_to_page (&sight, self->store, item, change->field, change->as_of, error))
    return FALSE;
  if (change->undone != NULL
      && !imp_sight_narrow_to_undone (&sight, self->store, change->undone, error))
    return FALSE;
  return write_sighted (self, kind, item, change->field, value, &sight, error);
}

gboolean
imp_action_end (ImpAction *self, GError **error)
{
  ImpStore *store = self->store;

  imp_chain_end (&self->chain, store->head);
  return imp_journal_seal (store, (ImpHead) { store->rep, store->rseq }, store->head, error)
         && imp_replica_save (store, store->rep, store->rseq, store->head, error)
         && imp_store_save_clock (store, error);
}

void
imp_action_clear (ImpAction *self)
{
  g_clear_pointer (&self->value_sum, g_checksum_free);
  g_clear_pointer (&self->chain.sum, g_checksum_free);
}
