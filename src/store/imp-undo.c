/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking a user action back. */
#include "config.h"

#include "store/imp-item.h"
#include "store/imp-merge.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_ACTION[] =
    "SELECT entity, item, field, base FROM journal"
    " WHERE rep = ?1 AND rseq >= ?2 AND txn = ?2 ORDER BY rseq DESC";
static const char SQL_SELECT_ROW_VALUE[] = "SELECT value FROM journal WHERE rep = ?1 AND rseq = ?2";

static gboolean
read_item (ImpStore *self, ImpStatement *row, ImpValue *value, GError **error)
{
  ImpUuid uuid;

  *value = (ImpValue) { IMP_VALUE_INTEGER, { 0 } };
  return imp_statement_get_uuid (row, 0, &uuid, error)
         && imp_item_find (self, &uuid, &value->integer, NULL, error);
}

/* The value that the writer saw: of the newest of the heads they named. */
static gboolean
read_earlier (ImpStore *self,
              const ImpField *field,
              const char *base,
              ImpValue *value,
              GError **error)
{
  g_autoptr (ImpStatement) row = imp_connection_borrow (self->connection, SQL_SELECT_ROW_VALUE);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  const ImpHead *head;

  *value = (ImpValue) { IMP_VALUE_NONE };
  if (!imp_heads_parse (base, heads) || heads->len == 0)
    return TRUE;
  head = &g_array_index (heads, ImpHead, heads->len - 1);
  imp_statement_bind_int (row, 1, head->rep);
  imp_statement_bind_int (row, 2, head->rseq);
  if (!imp_statement_fetch (row, error))
    return FALSE;
  if (field != NULL && field->type == IMP_FIELD_ITEM && !imp_statement_is_null (row, 0))
    return read_item (self, row, value, error);
  *value = imp_statement_dup_value (row, 0);
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

/* A row whose item was born in this very action needs no inverse: the item is deleted whole. */
static gboolean
invert_row (ImpStore *self,
            ImpStatement *row,
            GHashTable *born,
            ImpChanges *changes,
            GError **error)
{
  ImpKind kind = (ImpKind) imp_statement_get_int (row, 0);
  ImpItem item = imp_statement_get_int (row, 1);
  guint8 field = (guint8) imp_statement_get_int (row, 2);
  ImpValue earlier;

  if (field != IMP_FIELD_LIFE && g_hash_table_contains (born, GSIZE_TO_POINTER ((gsize) item)))
    return TRUE;
  if (!read_earlier (self, imp_kind_get_field (kind, field), imp_statement_get_text (row, 3),
                     &earlier, error))
    return FALSE;
  add_inverse (changes, item, field, &earlier);
  imp_value_clear (&earlier);
  return TRUE;
}

static gboolean
find_born (ImpStore *self, gint64 txn, GHashTable *born, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->connection, SQL_SELECT_ACTION);

  imp_statement_bind_int (rows, 1, self->rep);
  imp_statement_bind_int (rows, 2, txn);
  while (imp_statement_next (rows))
    if (imp_statement_get_int (rows, 2) == IMP_FIELD_LIFE && imp_statement_is_null (rows, 3))
      g_hash_table_add (born, GSIZE_TO_POINTER ((gsize) imp_statement_get_int (rows, 1)));
  return imp_statement_end (rows, error);
}

ImpChanges *
imp_store_invert (ImpStore *self, gint64 txn, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->connection, SQL_SELECT_ACTION);
  g_autoptr (GHashTable) born = g_hash_table_new (NULL, NULL);
  g_autoptr (ImpChanges) changes = imp_changes_new ();

  if (!find_born (self, txn, born, error))
    return NULL;
  imp_statement_bind_int (rows, 1, self->rep);
  imp_statement_bind_int (rows, 2, txn);
  while (imp_statement_next (rows))
    if (!invert_row (self, rows, born, changes, error))
      return NULL;
  return imp_statement_end (rows, error) ? g_steal_pointer (&changes) : NULL;
}
