/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading and writing rows of the journal as they travel. */
#include "config.h"

#include "store/imp-journal.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "base/imp-error.h"
#include "store/imp-item.h"

#define SELECT                                                                                     \
  "SELECT j.rseq, j.hlc, j.txn, j.actor, i.id, j.wire, j.entity, j.field, j.base, j.vhash,"        \
  " j.hash, j.salt, j.value, i.kind"

static const char SQL_SELECT_ROWS[] = SELECT " FROM journal j LEFT JOIN item i ON i.n = j.item"
                                             " WHERE j.rep = ?1 AND j.rseq > ?2 ORDER BY j.rseq";
static const char SQL_SELECT_ROWS_OF_ITEM[] =
    SELECT ", r.id FROM journal j JOIN item i ON i.n = j.item JOIN replica r ON r.n = j.rep"
           " WHERE j.item = ?1 ORDER BY j.rep, j.rseq";
static const char SQL_INSERT_ROW[] =
    "INSERT INTO journal (rep, rseq, hlc, actor, txn, wire, entity, item, field, value, base,"
    " salt, vhash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
static const char SQL_UPDATE_HASH[] = "UPDATE journal SET hash = ?3 WHERE rep = ?1 AND rseq = ?2";
static const char SQL_SELECT_WRITTEN[] =
    "SELECT value, hlc, salt IS NULL FROM journal WHERE rep = ?1 AND rseq = ?2";

ImpStatement *
imp_journal_select (ImpStore *self, gint64 rep, gint64 after)
{
  ImpStatement *rows = imp_connection_borrow (self->connection, SQL_SELECT_ROWS);

  imp_statement_bind_int (rows, 1, rep);
  imp_statement_bind_int (rows, 2, after);
  return rows;
}

ImpStatement *
imp_journal_select_of_item (ImpStore *self, ImpItem item)
{
  ImpStatement *rows = imp_connection_borrow (self->connection, SQL_SELECT_ROWS_OF_ITEM);

  imp_statement_bind_int (rows, 1, item);
  return rows;
}

static gboolean
copy_blob (ImpStatement *rows, int column, guint8 *to, gsize wanted)
{
  gsize size = 0;
  const guint8 *blob = imp_statement_get_blob (rows, column, &size);

  if (blob == NULL || size != wanted)
    return FALSE;
  memcpy (to, blob, wanted);
  return TRUE;
}

static gboolean
read_value (ImpStore *self, ImpStatement *rows, ImpRow *row, GError **error)
{
  ImpValue local = imp_statement_dup_value (rows, 12);
  gboolean done = TRUE;

  if (local.type == IMP_VALUE_NONE)
    imp_statement_get_uuid (rows, 12, &row->reference, NULL);
  else
    done = imp_replica_name_value (self, (guint8) row->field, &local, &row->value, error);
  imp_value_clear (&local);
  return done;
}

static gboolean
read_columns (ImpStore *self, ImpStatement *rows, ImpRow *row, GError **error)
{
  row->rseq = imp_statement_get_int (rows, 0);
  row->hlc = imp_statement_get_int (rows, 1);
  row->txn = imp_statement_get_int (rows, 2);
  row->actor = imp_statement_dup_text (rows, 3);
  row->wire = (int) imp_statement_get_int (rows, 5);
  row->entity = (int) imp_statement_get_int (rows, 6);
  row->field = (int) imp_statement_get_int (rows, 7);
  row->is_last = !imp_statement_is_null (rows, 10);
  row->erased = imp_statement_is_null (rows, 11);
  return imp_statement_get_uuid (rows, 4, &row->item, NULL)
         && copy_blob (rows, 9, row->vhash, IMP_VHASH_SIZE)
         && (!row->is_last || copy_blob (rows, 10, row->hash, IMP_HASH_SIZE))
         && (row->erased || copy_blob (rows, 11, row->salt, IMP_SALT_SIZE))
         && imp_statement_get_int (rows, 13) == row->entity
         && imp_replica_name_heads (self, imp_statement_get_text (rows, 8), &row->base, error)
         && read_value (self, rows, row, error);
}

ImpRow *
imp_journal_read (ImpStore *self, ImpStatement *rows, const ImpUuid *replica, GError **error)
{
  g_autoptr (ImpRow) row = g_new0 (ImpRow, 1);

  row->replica = *replica;
  if (read_columns (self, rows, row, error))
    return g_steal_pointer (&row);
  if (error != NULL && *error == NULL)
    g_set_error (error, IMP_ERROR, IMP_ERROR_CORRUPT,
                 _ ("row %" PRId64 " of the journal is damaged. Restore a backup"), row->rseq);
  return NULL;
}

gboolean
imp_journal_dup_value (ImpStore *self,
                       ImpStatement *rows,
                       int column,
                       ImpValue *value,
                       GError **error)
{
  ImpUuid reference;

  *value = imp_statement_dup_value (rows, column);
  if (value->type != IMP_VALUE_NONE || imp_statement_is_null (rows, column))
    return TRUE;
  *value = (ImpValue) { IMP_VALUE_INTEGER, { 0 } };
  return imp_statement_get_uuid (rows, column, &reference, error)
         && imp_item_find (self, &reference, &value->integer, NULL, error);
}

/* Replaces the value by what the row wrote, if that is newer. */
static gboolean
read_newer (ImpStore *self,
            ImpHead head,
            gint64 *newest,
            ImpValue *value,
            gboolean *erased,
            GError **error)
{
  g_autoptr (ImpStatement) row = imp_connection_borrow (self->connection, SQL_SELECT_WRITTEN);

  imp_statement_bind_int (row, 1, head.rep);
  imp_statement_bind_int (row, 2, head.rseq);
  if (imp_statement_next (row) && imp_statement_get_int (row, 1) > *newest)
    {
      *newest = imp_statement_get_int (row, 1);
      *erased = imp_statement_get_int (row, 2) != 0;
      imp_value_clear (value);
      if (!imp_journal_dup_value (self, row, 0, value, error))
        return FALSE;
    }
  return imp_statement_end (row, error);
}

gboolean
imp_journal_read_seen (ImpStore *self,
                       const char *base,
                       ImpValue *value,
                       gboolean *erased,
                       GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  gint64 newest = -1;

  *value = (ImpValue) { IMP_VALUE_NONE };
  *erased = FALSE;
  if (!imp_heads_parse (base, heads))
    return TRUE;
  for (guint i = 0; i < heads->len; i++)
    if (!read_newer (self, g_array_index (heads, ImpHead, i), &newest, value, erased, error))
      return FALSE;
  return TRUE;
}

gboolean
imp_journal_insert (ImpStore *self,
                    const ImpRow *row,
                    gint64 rep,
                    ImpItem item,
                    const char *base,
                    const ImpValue *value,
                    GError **error)
{
  g_autoptr (ImpStatement) insert = imp_connection_borrow (self->connection, SQL_INSERT_ROW);

  imp_statement_bind_int (insert, 1, rep);
  imp_statement_bind_int (insert, 2, row->rseq);
  imp_statement_bind_int (insert, 3, row->hlc);
  imp_statement_bind_text (insert, 4, row->actor);
  imp_statement_bind_int (insert, 5, row->txn);
  imp_statement_bind_int (insert, 6, row->wire);
  imp_statement_bind_int (insert, 7, row->entity);
  imp_statement_bind_int (insert, 8, item);
  imp_statement_bind_int (insert, 9, row->field);
  if (imp_row_refers (row))
    imp_statement_bind_blob (insert, 10, row->reference.bytes, sizeof row->reference.bytes);
  else
    imp_statement_bind_value (insert, 10, value);
  imp_statement_bind_text (insert, 11, base);
  if (row->erased)
    imp_statement_bind_null (insert, 12);
  else
    imp_statement_bind_blob (insert, 12, row->salt, IMP_SALT_SIZE);
  imp_statement_bind_blob (insert, 13, row->vhash, IMP_VHASH_SIZE);
  if (row->is_last)
    imp_statement_bind_blob (insert, 14, row->hash, IMP_HASH_SIZE);
  else
    imp_statement_bind_null (insert, 14);
  return imp_statement_run (insert, error);
}

gboolean
imp_journal_seal (ImpStore *self, ImpHead last, const guint8 hash[IMP_HASH_SIZE], GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (self->connection, SQL_UPDATE_HASH);

  imp_statement_bind_int (update, 1, last.rep);
  imp_statement_bind_int (update, 2, last.rseq);
  imp_statement_bind_blob (update, 3, hash, IMP_HASH_SIZE);
  return imp_statement_run (update, error);
}
