/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a user action: rows of the journal and the cells they change. */
#include "config.h"

#include "store/imp-action.h"

#include <string.h>

#include "store/imp-cell.h"
#include "store/imp-item.h"
#include "store/imp-journal.h"

static const char SQL_SELECT_CELL[] =
    "SELECT value, hlc, rep, rseq, heads FROM cell WHERE item = ?1 AND field = ?2";

/* What the writer sees: the cell before. */
typedef struct
{
  gboolean contested; /* it holds several values: writing the one that is shown settles it */
  ImpValue value;
  gint64 hlc;
  char *base;   /* those of its heads that the writer sees, as text */
  char *unseen; /* and those that came since; NULL for none */
} Seen;

static void
seen_clear (Seen *self)
{
  imp_value_clear (&self->value);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->unseen, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

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

static gboolean
read_cell (ImpAction *self, ImpItem item, guint8 field, Seen *seen, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_CELL);

  imp_statement_bind_int (select, 1, item);
  imp_statement_bind_int (select, 2, field);
  if (imp_statement_next (select))
    {
      ImpHead head = { imp_statement_get_int (select, 2), imp_statement_get_int (select, 3) };

      seen->contested = !imp_statement_is_null (select, 4);
      seen->value = imp_statement_dup_value (select, 0);
      seen->hlc = imp_statement_get_int (select, 1);
      seen->base =
          seen->contested ? imp_statement_dup_text (select, 4) : imp_heads_print (&head, 1);
    }
  return imp_statement_end (select, error);
}

/* An item mostly has several rows running, and popular ones are referred to again and again. */
static gboolean
find_uuid (ImpAction *self, ImpItem item, ImpUuid *uuid, GError **error)
{
  guint slot = (guint) (item % IMP_ACTION_UUIDS);

  if (self->uuids[slot].item != item)
    {
      if (!imp_item_read_uuid (self->store, item, &self->uuids[slot].uuid, error))
        return FALSE;
      self->uuids[slot].item = item;
    }
  *uuid = self->uuids[slot].uuid;
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
seal_row (ImpAction *self, ImpRow *row, const Seen *seen, GError **error)
{
  ImpStore *store = self->store;
  g_autofree char *base = NULL;

  if (!imp_replica_name_heads (store, seen->base, &base, error))
    return FALSE;
  row->rseq = ++store->rseq;
  row->hlc = imp_clock_stamp (self->now_ms, store->last_hlc, seen->hlc);
  store->last_hlc = imp_clock_adopt (self->now_ms, store->last_hlc, row->hlc);
  row->txn = self->txn = self->txn != 0 ? self->txn : row->rseq;
  row->actor = store->actor;
  row->base = base;
  imp_chain_add (&self->chain, row);
  return TRUE;
}

static gboolean
has_head (const GArray *heads, ImpHead head)
{
  for (guint i = 0; i < heads->len; i++)
    if (g_array_index (heads, ImpHead, i).rep == head.rep
        && g_array_index (heads, ImpHead, i).rseq == head.rseq)
      return TRUE;
  return FALSE;
}

static char *
print_heads (const GArray *heads)
{
  return imp_heads_print ((const ImpHead *) (gpointer) heads->data, heads->len);
}

/* Parts the heads of the cell: what others wrote after the writer looked was not seen. */
static void
leave_unseen (ImpAction *self, const char *told, Seen *seen)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) base = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) unseen = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  imp_heads_parse (seen->base, heads);
  imp_heads_parse (told, base);
  for (guint i = 0; i < heads->len; i++)
    {
      ImpHead head = g_array_index (heads, ImpHead, i);

      if (!has_head (base, head))
        g_array_append_val (head.rep == self->store->rep ? base : unseen, head);
    }
  if (unseen->len == 0)
    return;
  g_free (seen->base);
  seen->base = print_heads (base);
  seen->unseen = print_heads (unseen);
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
  g_autofree char *newest = imp_heads_print (&head, 1);
  g_autofree char *heads = unseen != NULL ? g_strjoin (",", newest, unseen, NULL) : NULL;

  return imp_cell_replace (self->store, item, field, value, row->hlc, head, heads, error);
}

static gboolean
append (ImpAction *self,
        ImpKind kind,
        ImpItem item,
        guint8 field,
        const ImpValue *value,
        const Seen *seen,
        GError **error)
{
  ImpStore *store = self->store;
  ImpRow row = { .wire = IMP_WIRE_VERSION, .entity = kind, .field = field };

  return find_uuid (self, item, &row.item, error) && read_reference (self, kind, value, &row, error)
         && hash_value (self, value, &row, error) && seal_row (self, &row, seen, error)
         && imp_journal_insert (store, &row, store->rep, item, seen->base, value, error)
         && replace_cell (self, item, field, value, &row, seen->unseen, error);
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
  const Seen nothing = { 0 };

  if (!is_new)
    return imp_action_write_seen (self, kind, item, field, value, NULL, error);
  return imp_value_equal (&nothing.value, value)
         || append (self, kind, item, field, value, &nothing, error);
}

gboolean
imp_action_write_seen (ImpAction *self,
                       ImpKind kind,
                       ImpItem item,
                       guint8 field,
                       const ImpValue *value,
                       const char *told,
                       GError **error)
{
  g_auto (Seen) seen = { 0 };

  if (!read_cell (self, item, field, &seen, error))
    return FALSE;
  if (!seen.contested && imp_value_equal (&seen.value, value)
      && !(self->writes_same && seen.base != NULL))
    return TRUE;
  if (told != NULL && seen.base != NULL)
    leave_unseen (self, told, &seen);
  return append (self, kind, item, field, value, &seen, error);
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
