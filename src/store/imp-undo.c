/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking a user action back. */
#include "config.h"

#include "store/imp-item.h"
#include "store/imp-merge.h"
#include "store/imp-store-private.h"

/* The rows of an action stand together; the newest first, as they are taken back. */
static const char SQL_SELECT_ACTION[] =
    "SELECT entity, item, field, base FROM journal WHERE rep = ?1 AND rseq >= ?2"
    " AND rseq < coalesce ((SELECT rseq FROM journal WHERE rep = ?1 AND rseq > ?2 AND txn <> ?2"
    " ORDER BY rseq LIMIT 1), 9223372036854775807) AND txn = ?2 ORDER BY rseq DESC";
static const char SQL_SELECT_ROW_VALUE[] =
    "SELECT value, hlc FROM journal WHERE rep = ?1 AND rseq = ?2";

static gboolean
read_item (ImpStore *self, ImpStatement *row, ImpValue *value, GError **error)
{
  ImpUuid uuid;

  *value = (ImpValue) { IMP_VALUE_INTEGER, { 0 } };
  return imp_statement_get_uuid (row, 0, &uuid, error)
         && imp_item_find (self, &uuid, &value->integer, NULL, error);
}

static gboolean
read_value (ImpStore *self,
            const ImpField *field,
            ImpStatement *row,
            ImpValue *value,
            GError **error)
{
  imp_value_clear (value);
  if (field != NULL && field->type == IMP_FIELD_ITEM && !imp_statement_is_null (row, 0))
    return read_item (self, row, value, error);
  *value = imp_statement_dup_value (row, 0);
  return TRUE;
}

/* The value that the writer saw: of the newest of the heads they named. */
static gboolean
read_earlier (ImpStore *self,
              const ImpField *field,
              const char *base,
              ImpValue *value,
              GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  gint64 newest = -1;

  if (!imp_heads_parse (base, heads))
    return TRUE;
  for (guint i = 0; i < heads->len; i++)
    {
      g_autoptr (ImpStatement) row = imp_connection_borrow (self->connection, SQL_SELECT_ROW_VALUE);
      const ImpHead *head = &g_array_index (heads, ImpHead, i);

      imp_statement_bind_int (row, 1, head->rep);
      imp_statement_bind_int (row, 2, head->rseq);
      if (!imp_statement_fetch (row, error))
        return FALSE;
      if (imp_statement_get_int (row, 1) <= newest)
        continue;
      newest = imp_statement_get_int (row, 1);
      if (!read_value (self, field, row, value, error))
        return FALSE;
    }
  return TRUE;
}

/* Of the life of an item only "alive" is a value one can go back to; all else deletes it. */
static void
add_inverse (ImpChanges *changes, ImpItem item, guint8 field, ImpValue *earlier)
{
  if (field == IMP_FIELD_LIFE && earlier->type != IMP_VALUE_INTEGER)
    imp_changes_delete (changes, item);
  else
    imp_changes_set_value (changes, item, field, earlier);
}

/* The items whose life the action wrote, and whether that was their birth. */
static gboolean
find_lives (ImpStore *self, gint64 txn, GHashTable *lives, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->connection, SQL_SELECT_ACTION);

  imp_statement_bind_int (rows, 1, self->rep);
  imp_statement_bind_int (rows, 2, txn);
  while (imp_statement_next (rows))
    if (imp_statement_get_int (rows, 2) == IMP_FIELD_LIFE)
      g_hash_table_insert (lives, GSIZE_TO_POINTER ((gsize) imp_statement_get_int (rows, 1)),
                           GINT_TO_POINTER (imp_statement_is_null (rows, 3)));
  return imp_statement_end (rows, error);
}

/* A field of an item that was born in this very action needs no inverse: the item is deleted
 * whole. One of an item that others have deleted since must not bring it back. */
static gboolean
needs_inverse (ImpStore *self, ImpItem item, GHashTable *lives, gboolean *needed, GError **error)
{
  gpointer born;

  if (!g_hash_table_lookup_extended (lives, GSIZE_TO_POINTER ((gsize) item), NULL, &born))
    return imp_item_is_alive (self, item, needed, error);
  *needed = !GPOINTER_TO_INT (born);
  return TRUE;
}

static gboolean
invert_row (ImpStore *self,
            ImpStatement *row,
            GHashTable *lives,
            ImpChanges *changes,
            GError **error)
{
  ImpKind kind = (ImpKind) imp_statement_get_int (row, 0);
  ImpItem item = imp_statement_get_int (row, 1);
  guint8 field = (guint8) imp_statement_get_int (row, 2);
  gboolean needed = field == IMP_FIELD_LIFE, done;
  ImpValue earlier = { IMP_VALUE_NONE };

  if (!needed && !needs_inverse (self, item, lives, &needed, error))
    return FALSE;
  if (!needed)
    return TRUE;
  done = read_earlier (self, imp_kind_get_field (kind, field), imp_statement_get_text (row, 3),
                       &earlier, error);
  if (done)
    add_inverse (changes, item, field, &earlier);
  imp_value_clear (&earlier);
  return done;
}

ImpChanges *
imp_store_invert (ImpStore *self, gint64 txn, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->connection, SQL_SELECT_ACTION);
  g_autoptr (GHashTable) lives = g_hash_table_new (NULL, NULL);
  g_autoptr (ImpChanges) changes = imp_changes_new ();

  if (!find_lives (self, txn, lives, error))
    return NULL;
  imp_statement_bind_int (rows, 1, self->rep);
  imp_statement_bind_int (rows, 2, txn);
  while (imp_statement_next (rows))
    if (!invert_row (self, rows, lives, changes, error))
      return NULL;
  return imp_statement_end (rows, error) ? g_steal_pointer (&changes) : NULL;
}
