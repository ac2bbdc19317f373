/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Committing changes: new items, their rows, the projections, all or nothing. */
#include "config.h"

#include "store/imp-action.h"
#include "store/imp-item.h"
#include "store/imp-resolve.h"
#include "store/imp-value-check.h"

#define IS_TOUCHED 0x100
#define KIND_MASK  0xff

/* An item whose projection is written anew. fresh: it was born in this commit. */
typedef struct
{
  ImpItem item;
  ImpKind kind;
  gboolean fresh;
} Touched;

/* One commit under way. */
typedef struct
{
  ImpStore *store;
  const ImpChanges *changes;
  ImpAction action;
  ImpResolved *resolved; /* by position in changes->items */
  GHashTable *seen;      /* ImpItem → its ImpKind, with IS_TOUCHED where it is */
  GArray *touched;       /* of Touched, in the order of their first rows */
  gboolean lives_change; /* some item is deleted or restored: being fresh is not being alive */
  ImpAffected affected;
  guint kinds;
} Commit;

static gboolean
find_kind (Commit *self, ImpItem item, ImpKind *kind, GError **error)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) item);
  int known = GPOINTER_TO_INT (g_hash_table_lookup (self->seen, key));

  *kind = (ImpKind) (known & KIND_MASK);
  if (known != 0)
    return TRUE;
  if (!imp_item_read_kind (self->store, item, kind, error))
    return FALSE;
  g_hash_table_insert (self->seen, key, GINT_TO_POINTER (*kind));
  return TRUE;
}

/* Once for each item, before its first row. */
static gboolean
touch (Commit *self, ImpItem item, ImpKind kind, gboolean fresh, GError **error)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) item);
  Touched touched = { item, kind, fresh };

  if (GPOINTER_TO_INT (g_hash_table_lookup (self->seen, key)) & IS_TOUCHED)
    return TRUE;
  g_hash_table_insert (self->seen, key, GINT_TO_POINTER (kind | IS_TOUCHED));
  g_array_append_val (self->touched, touched);
  imp_affected_add (&self->affected, kind, item, fresh);
  self->kinds |= 1u << kind;
  if (fresh)
    return TRUE;
  return imp_affected_collect (&self->affected, self->store, kind, item, error)
         && (kind != IMP_KIND_IRRITANT || imp_derive_forget (self->store, item, error));
}

/* Birth and restoring are the number 1. */
static gboolean
write_birth (Commit *self, ImpKind kind, ImpItem item, gboolean fresh, GError **error)
{
  const ImpValue alive = { IMP_VALUE_INTEGER, { 1 } };

  return imp_action_write (&self->action, kind, item, IMP_FIELD_LIFE, &alive, fresh, error);
}

/* A deletion is the version vector of who deletes. What is dead stays as it is. */
static gboolean
write_death (Commit *self, ImpKind kind, ImpItem item, GError **error)
{
  g_autofree char *vector = NULL;
  gboolean alive = FALSE;

  if (!imp_item_is_alive (self->store, item, &alive, error))
    return FALSE;
  if (!alive)
    return TRUE;
  vector = imp_life_print_vector (self->store, error);
  return vector != NULL
         && imp_action_write (&self->action, kind, item, IMP_FIELD_LIFE,
                              &(ImpValue) { IMP_VALUE_TEXT, .text = vector }, FALSE, error);
}

static gboolean
write_births (Commit *self, GError **error)
{
  for (guint i = 0; i < self->changes->items->len; i++)
    {
      const ImpResolved *new_item = &self->resolved[i];

      if (new_item->known)
        continue;
      if (!touch (self, new_item->item, new_item->kind, new_item->fresh, error)
          || !write_birth (self, new_item->kind, new_item->item, new_item->fresh, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the cell of a new item cannot be there yet: then it need not be looked for. */
static gboolean
is_first_write (ImpResolved *new_item, guint8 field)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (field & 63);
  gboolean first = new_item != NULL && new_item->fresh && !(new_item->fields & bit);

  if (new_item != NULL)
    new_item->fields |= bit;
  return first;
}

static gboolean
write_value (Commit *self, ImpKind kind, ImpItem item, const ImpChange *change, GError **error)
{
  ImpResolved *new_item = change->item < 0 ? &self->resolved[-change->item - 1] : NULL;
  const ImpField *field = imp_kind_get_field (kind, change->field);
  ImpKind refers = IMP_KIND_NONE;
  ImpValue value = change->value;

  if (field != NULL && field->type == IMP_FIELD_ITEM && value.type == IMP_VALUE_INTEGER)
    {
      value.integer = imp_resolve_item (self->resolved, value.integer);
      if (!find_kind (self, value.integer, &refers, error))
        return FALSE;
    }
  return imp_value_check (kind, field, &value, refers, error)
         && imp_action_write (&self->action, kind, item, change->field, &value,
                              is_first_write (new_item, change->field), error);
}

static gboolean
write_change (Commit *self, const ImpChange *change, GError **error)
{
  ImpItem item = imp_resolve_item (self->resolved, change->item);
  ImpKind kind;

  if (change->item < 0 && self->resolved[-change->item - 1].known)
    return TRUE;
  if (!find_kind (self, item, &kind, error) || !touch (self, item, kind, FALSE, error))
    return FALSE;
  if (change->field != IMP_FIELD_LIFE)
    return write_value (self, kind, item, change, error);
  self->lives_change = TRUE;
  return change->value.type != IMP_VALUE_NONE ? write_birth (self, kind, item, FALSE, error)
                                              : write_death (self, kind, item, error);
}

static gboolean
write_changes (Commit *self, GError **error)
{
  for (guint i = 0; i < self->changes->changes->len; i++)
    if (!write_change (self, &g_array_index (self->changes->changes, ImpChange, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
project_item (Commit *self, const Touched *touched, GError **error)
{
  gboolean alive = touched->fresh && !self->lives_change;

  return (alive || imp_item_is_alive (self->store, touched->item, &alive, error))
         && imp_projection_write (self->store, touched->kind, touched->item, alive, error)
         && imp_affected_collect (&self->affected, self->store, touched->kind, touched->item,
                                  error);
}

static gboolean
project (Commit *self, GError **error)
{
  for (guint i = 0; i < self->touched->len; i++)
    if (!project_item (self, &g_array_index (self->touched, Touched, i), error))
      return FALSE;
  return imp_derive_update (self->store, &self->affected, error);
}

static gboolean
write_all (Commit *self, GError **error)
{
  self->resolved = imp_resolve_items (self->store, self->changes, error);
  return self->resolved != NULL && write_births (self, error) && write_changes (self, error)
         && (self->action.txn == 0
             || (project (self, error) && imp_action_end (&self->action, error)));
}

static void
report (Commit *self, ImpCommit *commit)
{
  guint n = self->changes->items->len;

  commit->txn = self->action.txn;
  commit->kinds = self->kinds;
  commit->items = g_array_sized_new (FALSE, FALSE, sizeof (ImpItem), n);
  commit->known = g_array_sized_new (FALSE, FALSE, sizeof (gboolean), n);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (commit->items, self->resolved[i].item);
      g_array_append_val (commit->known, self->resolved[i].known);
    }
}

static void
begin (Commit *self)
{
  self->seen = g_hash_table_new (NULL, NULL);
  self->touched = g_array_new (FALSE, FALSE, sizeof (Touched));
  imp_affected_init (&self->affected);
  imp_action_begin (&self->action, self->store);
}

static void
clear (Commit *self)
{
  imp_action_clear (&self->action);
  imp_affected_clear (&self->affected);
  g_hash_table_unref (self->seen);
  g_array_unref (self->touched);
  g_free (self->resolved);
}

/* Where nothing was written there is nothing to keep. */
static gboolean
end (Commit *self, gboolean keep, GError **error)
{
  ImpConnection *connection = self->store->connection;

  if (keep && self->action.txn != 0)
    return imp_connection_commit (connection, error);
  imp_connection_rollback (connection);
  return TRUE;
}

/* What stands in memory must follow the transaction, back too. */
static gboolean
run (ImpStore *store, const ImpChanges *changes, ImpCommit *commit, gboolean keep, GError **error)
{
  Commit self = { .store = store, .changes = changes };
  const ImpStore before = *store;
  gboolean done;

  if (!imp_store_check_writable (store, error) || !imp_connection_begin (store->connection, error))
    return FALSE;
  begin (&self);
  done = write_all (&self, error) && end (&self, keep, error);
  if (done)
    report (&self, commit);
  else
    imp_connection_rollback (store->connection);
  if (done && keep && self.action.txn != 0)
    store->generation++;
  else
    *store = before;
  clear (&self);
  return done;
}

gboolean
imp_store_commit (ImpStore *self, const ImpChanges *changes, ImpCommit *commit, GError **error)
{
  return run (self, changes, commit, TRUE, error);
}

gboolean
imp_store_try (ImpStore *self, const ImpChanges *changes, ImpCommit *commit, GError **error)
{
  return run (self, changes, commit, FALSE, error);
}
