/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Committing changes: new items, their rows, the projections, all or nothing. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "store/imp-action.h"

static const char SQL_SELECT_ITEM_BY_UUID[] = "SELECT n, kind FROM item WHERE id = ?1";
static const char SQL_SELECT_ITEM_KIND[] = "SELECT kind FROM item WHERE n = ?1";
static const char SQL_SELECT_ITEM_UUID[] = "SELECT id FROM item WHERE n = ?1";
static const char SQL_INSERT_ITEM[] = "INSERT INTO item (id, kind) VALUES (?1, ?2) RETURNING n";
static const char SQL_SELECT_LIFE_CELLS[] =
    "SELECT field, value, rep, rseq FROM cell WHERE item = ?1 ORDER BY field";
static const char SQL_SELECT_VECTOR[] = "SELECT n, applied FROM replica ORDER BY n";

/* How one of the new items stands in this backlog. */
typedef struct
{
  ImpItem item;
  ImpKind kind;
  gboolean fresh; /* no cell of it exists */
  gboolean known; /* alive already: changes to it are dropped */
} Resolved;

/* One commit under way. */
typedef struct
{
  ImpStore *store;
  const ImpChanges *changes;
  ImpAction action;
  Resolved *resolved;  /* by position in changes->items */
  GHashTable *touched; /* ImpItem → ImpKind: their projections are written anew */
  ImpAffected affected;
  guint kinds;
} Commit;

static gboolean
covers (GArray *vector, ImpHead head)
{
  for (guint i = 0; i < vector->len; i++)
    {
      const ImpHead *seen = &g_array_index (vector, ImpHead, i);

      if (seen->rep == head.rep && seen->rseq >= head.rseq)
        return TRUE;
    }
  return FALSE;
}

/* Alive: born and not deleted, or written to by somebody who did not know of the deletion. The
 * life of an item is 1, which is no version vector, or the vector of who deleted it. */
gboolean
imp_life_is_alive (ImpStore *self, ImpItem item, gboolean *alive, GError **error)
{
  g_autoptr (ImpStatement) cells = imp_connection_borrow (self->connection, SQL_SELECT_LIFE_CELLS);
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GError) local_error = NULL;

  *alive = FALSE;
  imp_statement_bind_int (cells, 1, item);
  while (!*alive && imp_statement_step (cells, &local_error))
    {
      ImpHead head = { imp_statement_get_int (cells, 2), imp_statement_get_int (cells, 3) };

      if (imp_statement_get_int (cells, 0) != IMP_FIELD_LIFE)
        *alive = !covers (vector, head);
      else
        *alive = !imp_heads_parse (imp_statement_get_text (cells, 1), vector);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
find_item (ImpStore *store, const ImpUuid *uuid, Resolved *resolved, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ITEM_BY_UUID);
  g_autoptr (GError) local_error = NULL;

  imp_statement_bind_blob (select, 1, uuid->bytes, sizeof uuid->bytes);
  if (imp_statement_step (select, &local_error))
    {
      resolved->item = imp_statement_get_int (select, 0);
      resolved->kind = (ImpKind) imp_statement_get_int (select, 1);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
insert_item (ImpStore *store, const ImpUuid *uuid, ImpKind kind, Resolved *resolved, GError **error)
{
  g_autoptr (ImpStatement) insert = imp_connection_borrow (store->connection, SQL_INSERT_ITEM);

  imp_statement_bind_blob (insert, 1, uuid->bytes, sizeof uuid->bytes);
  imp_statement_bind_int (insert, 2, kind);
  if (!imp_statement_step (insert, error))
    return FALSE;
  *resolved = (Resolved) { imp_statement_get_int (insert, 0), kind, TRUE, FALSE };
  return TRUE;
}

static ImpItem
resolve (Commit *self, ImpItem item)
{
  return item < 0 ? self->resolved[-item - 1].item : item;
}

static gboolean
get_uuid (ImpStore *store, ImpItem item, ImpUuid *uuid, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_ITEM_UUID);
  gsize size = 0;

  imp_statement_bind_int (select, 1, item);
  if (!imp_statement_step (select, error))
    return FALSE;
  memcpy (uuid->bytes, imp_statement_get_blob (select, 0, &size), sizeof uuid->bytes);
  return TRUE;
}

static gboolean
name_link (Commit *self, const ImpNewItem *new_item, ImpUuid *uuid, GError **error)
{
  char text[2][IMP_UUID_STRING_LEN];
  g_autofree char *name = NULL;

  for (guint i = 0; i < 2; i++)
    {
      ImpUuid end;

      if (!get_uuid (self->store, resolve (self, new_item->link[i]), &end, error))
        return FALSE;
      imp_uuid_print (&end, text[i]);
    }
  name = g_strdup_printf ("%s:%s:%s", imp_kind_get_name (new_item->kind), text[0], text[1]);
  *uuid = imp_uuid_new_from_name (name);
  return TRUE;
}

static gboolean
refuse_unknown (const ImpUuid *uuid, GError **error)
{
  char text[IMP_UUID_STRING_LEN];

  imp_uuid_print (uuid, text);
  g_set_error (
      error, IMP_ERROR, IMP_ERROR_INPUT,
      "item %s is referred to but stands nowhere. Add it to the file or take the reference "
      "out; nothing was changed",
      text);
  return FALSE;
}

static gboolean
resolve_new_item (Commit *self, const ImpNewItem *new_item, Resolved *out, GError **error)
{
  gboolean linked = new_item->link[0] != 0;
  ImpUuid uuid = new_item->uuid;

  if (linked && !name_link (self, new_item, &uuid, error))
    return FALSE;
  if ((linked || new_item->named) && !find_item (self->store, &uuid, out, error))
    return FALSE;
  if (out->item == 0 && new_item->kind == IMP_KIND_NONE)
    return refuse_unknown (&uuid, error);
  if (out->item == 0)
    return insert_item (self->store, &uuid, new_item->kind, out, error);
  if (new_item->kind != IMP_KIND_NONE && out->kind != new_item->kind)
    {
      g_set_error (
          error, IMP_ERROR, IMP_ERROR_INPUT,
          "a %s of the file is a %s in the backlog. Give it another id; nothing was changed",
          imp_kind_get_name (new_item->kind), imp_kind_get_name (out->kind));
      return FALSE;
    }
  return imp_life_is_alive (self->store, out->item, &out->known, error);
}

static gboolean
resolve_items (Commit *self, GError **error)
{
  GArray *items = self->changes->items;

  self->resolved = g_new0 (Resolved, MAX (items->len, 1));
  for (guint pass = 0; pass < 2; pass++) /* links after what they link */
    for (guint i = 0; i < items->len; i++)
      {
        const ImpNewItem *item = &g_array_index (items, ImpNewItem, i);

        if ((item->link[0] != 0) == (pass == 1)
            && !resolve_new_item (self, item, &self->resolved[i], error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
find_kind (Commit *self, ImpItem item, ImpKind *kind, GError **error)
{
  g_autoptr (ImpStatement) select = NULL;
  gpointer known = g_hash_table_lookup (self->touched, GSIZE_TO_POINTER ((gsize) item));

  if (known != NULL)
    {
      *kind = (ImpKind) GPOINTER_TO_INT (known);
      return TRUE;
    }
  select = imp_connection_borrow (self->store->connection, SQL_SELECT_ITEM_KIND);
  imp_statement_bind_int (select, 1, item);
  if (imp_statement_step (select, error))
    {
      *kind = (ImpKind) imp_statement_get_int (select, 0);
      return TRUE;
    }
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, "it is not there any more");
  return FALSE;
}

/* Once for each item, before its first row. */
static gboolean
touch (Commit *self, ImpItem item, ImpKind kind, gboolean fresh, GError **error)
{
  if (!g_hash_table_insert (self->touched, GSIZE_TO_POINTER ((gsize) item), GINT_TO_POINTER (kind)))
    return TRUE;
  self->kinds |= 1u << kind;
  if (fresh)
    return TRUE;
  return imp_affected_collect (&self->affected, self->store, kind, item, error)
         && (kind != IMP_KIND_IRRITANT || imp_derive_forget (self->store, item, error));
}

static char *
print_vector (ImpStore *store, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_VECTOR);
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GError) local_error = NULL;

  while (imp_statement_step (select, &local_error))
    {
      ImpHead head = { imp_statement_get_int (select, 0), imp_statement_get_int (select, 1) };

      if (head.rep == store->rep)
        head.rseq = store->rseq;
      g_array_append_val (vector, head);
    }
  if (local_error == NULL)
    return imp_heads_print ((ImpHead *) (gpointer) vector->data, vector->len);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Birth and restoring are the number 1; a deletion is the version vector of who deletes. */
static gboolean
write_life (Commit *self,
            ImpKind kind,
            ImpItem item,
            gboolean alive,
            gboolean fresh,
            GError **error)
{
  g_autofree char *vector = alive ? NULL : print_vector (self->store, error);
  ImpValue value = { IMP_VALUE_INTEGER, { 1 } };
  gboolean written;

  if (!alive && vector == NULL)
    return FALSE;
  if (!alive)
    value = (ImpValue) { IMP_VALUE_TEXT, .text = vector };
  return imp_action_write (&self->action, kind, item, IMP_FIELD_LIFE, &value, fresh, &written,
                           error);
}

static gboolean
write_births (Commit *self, GError **error)
{
  for (guint i = 0; i < self->changes->items->len; i++)
    {
      const Resolved *new_item = &self->resolved[i];

      if (new_item->known)
        continue;
      if (!touch (self, new_item->item, new_item->kind, new_item->fresh, error)
          || !write_life (self, new_item->kind, new_item->item, TRUE, new_item->fresh, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_right_type (const ImpField *field, const ImpValue *value)
{
  switch (field->type)
    {
    case IMP_FIELD_LINE:
    case IMP_FIELD_PROSE:
    case IMP_FIELD_ANSWER:
      return value->type == IMP_VALUE_TEXT;
    case IMP_FIELD_NUMBER:
      return value->type == IMP_VALUE_REAL;
    default:
      return value->type == IMP_VALUE_INTEGER;
    }
}

static gboolean
check_value (Commit *self,
             ImpKind kind,
             const ImpField *field,
             const ImpValue *value,
             GError **error)
{
  ImpKind other = IMP_KIND_NONE;

  if (field != NULL && value->type == IMP_VALUE_NONE)
    return TRUE;
  if (field == NULL || !has_right_type (field, value))
    {
      g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT, "a %s has no such value. Report this",
                   imp_kind_get_name (kind));
      return FALSE;
    }
  if (field->type != IMP_FIELD_ITEM)
    return TRUE;
  if (!find_kind (self, value->integer, &other, error))
    return FALSE;
  if (other == field->refers)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
               "“%s” of a %s must name a %s, not a %s. Correct it; nothing was changed",
               field->name, imp_kind_get_name (kind), imp_kind_get_name (field->refers),
               imp_kind_get_name (other));
  return FALSE;
}

static gboolean
write_change (Commit *self, const ImpChange *change, GError **error)
{
  const Resolved *new_item = change->item < 0 ? &self->resolved[-change->item - 1] : NULL;
  ImpItem item = resolve (self, change->item);
  ImpValue value = change->value;
  const ImpField *field;
  gboolean written;
  ImpKind kind;

  if (new_item != NULL && new_item->known)
    return TRUE;
  if (!find_kind (self, item, &kind, error) || !touch (self, item, kind, FALSE, error))
    return FALSE;
  if (change->field == IMP_FIELD_LIFE)
    return write_life (self, kind, item, value.type != IMP_VALUE_NONE, FALSE, error);
  field = imp_kind_get_field (kind, change->field);
  if (field != NULL && field->type == IMP_FIELD_ITEM && value.type == IMP_VALUE_INTEGER)
    value.integer = resolve (self, value.integer);
  return check_value (self, kind, field, &value, error)
         && imp_action_write (&self->action, kind, item, change->field, &value,
                              new_item != NULL && new_item->fresh, &written, error);
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
project (Commit *self, GError **error)
{
  GHashTableIter iter;
  gpointer key, kind;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &key, &kind))
    {
      ImpItem item = (ImpItem) GPOINTER_TO_SIZE (key);
      gboolean alive;

      if (!imp_life_is_alive (self->store, item, &alive, error)
          || !imp_projection_write (self->store, (ImpKind) GPOINTER_TO_INT (kind), item, alive,
                                    error)
          || !imp_affected_collect (&self->affected, self->store, (ImpKind) GPOINTER_TO_INT (kind),
                                    item, error))
        return FALSE;
    }
  return imp_derive_update (self->store, &self->affected, error);
}

static gboolean
write_all (Commit *self, GError **error)
{
  return resolve_items (self, error) && write_births (self, error) && write_changes (self, error)
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

/* What stands in memory must follow the transaction, back too. */
static gboolean
run (ImpStore *store, const ImpChanges *changes, ImpCommit *commit, gboolean keep, GError **error)
{
  Commit self = { .store = store, .changes = changes };
  const ImpStore before = *store;
  gboolean done;

  if (!imp_connection_begin (store->connection, error))
    return FALSE;
  self.touched = g_hash_table_new (NULL, NULL);
  imp_affected_init (&self.affected);
  imp_action_begin (&self.action, store);
  done = write_all (&self, error);
  if (done)
    report (&self, commit);
  done = done && keep && self.action.txn != 0 ? imp_connection_commit (store->connection, error)
                                              : done;
  imp_connection_rollback (store->connection);
  if (!done || !keep)
    *store = before;
  else if (self.action.txn != 0)
    store->generation++;
  imp_action_clear (&self.action);
  imp_affected_clear (&self.affected);
  g_hash_table_unref (self.touched);
  g_free (self.resolved);
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
