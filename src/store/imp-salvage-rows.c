/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of a damaged file, gathered into a sound one. */
#include "config.h"

#include "store/imp-salvage-rows.h"

#include <string.h>

#include "model/imp-row.h"
#include "store/imp-connection-private.h"
#include "store/imp-pages.h"

#define N_BLOB_COLUMNS    3
#define N_HASH_FIGURES    64
#define N_JOURNAL_COLUMNS 14
#define N_ITEM_COLUMNS    3
#define N_REPLICA_COLUMNS 5
#define UUID_SIZE         16
#define MOST_INVENTED     1000
#define SILENT_REPLICAS   16

static const char SQL_INSERT_ROW[] =
    "INSERT INTO journal (rep, rseq, hlc, actor, txn, wire, entity, item, field, value, base,"
    " salt, vhash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
    " ON CONFLICT (rep, rseq) DO UPDATE SET value = NULL, salt = NULL WHERE excluded.salt IS NULL";
static const char SQL_INSERT_ITEM[] =
    "INSERT OR IGNORE INTO item (n, id, kind) VALUES (?1, ?2, ?3)";
static const char SQL_INSERT_BLOB[] = "INSERT OR IGNORE INTO blob (sha256, bytes) VALUES (?2, ?3)";
static const char SQL_INSERT_REPLICA[] =
    "INSERT OR IGNORE INTO replica (n, id, applied, pushed, head) VALUES (?1, ?2, ?3, 0, ?4)";
static const char SQL_REPLACE_DATASET[] = "REPLACE INTO meta (k, v) VALUES ('dataset', ?1)";

/* What only an index still names; it does not say whether it means an item or a laptop. */
static const char SQL_CREATE_NAMED[] =
    "CREATE TEMP TABLE named (n INTEGER NOT NULL, id BLOB NOT NULL)";
static const char SQL_INSERT_NAMED[] = "INSERT INTO temp.named (n, id) VALUES (?1, ?2)";
static const char SQL_USE_NAMED[] =
    "INSERT OR IGNORE INTO item (n, id, kind) SELECT n, id, 0 FROM temp.named"
    " WHERE id NOT IN (SELECT id FROM replica)";
/* The rows say of which kind their items are: most of them are right. */
static const char SQL_UPDATE_KINDS[] =
    "UPDATE item SET kind = coalesce ((SELECT entity FROM journal WHERE item = n GROUP BY entity"
    " ORDER BY count(*) DESC LIMIT 1), kind)";
static const char SQL_SELECT_LAST_REPLICA[] =
    "SELECT coalesce (max (rep), 0) FROM journal WHERE NOT EXISTS (SELECT 1 FROM replica)";
/* A laptop of which nobody knows is a number that was damaged. */
static const char SQL_DELETE_STRAYS[] =
    "DELETE FROM journal WHERE rep NOT IN (SELECT n FROM replica)";

typedef struct
{
  ImpConnection *to;
  GCancellable *cancellable;
  GError *error;
} Gather;

static gboolean
is_int (const ImpPageValue *value)
{
  return value->type == SQLITE_INTEGER;
}

static gboolean
is_blob (const ImpPageValue *value, gsize size)
{
  return value->type == SQLITE_BLOB && value->size == size;
}

static gboolean
is_text (const ImpPageValue *value)
{
  return value->type == SQLITE_TEXT
         && g_utf8_validate_len ((const char *) value->bytes, value->size, NULL);
}

static gboolean
is_blob_or_null (const ImpPageValue *value, gsize size)
{
  return value->type == SQLITE_NULL || is_blob (value, size);
}

/* In the order of the columns of the journal. */
static gboolean
is_row (const ImpPageRecord *record)
{
  const ImpPageValue *v = record->values;

  if (record->in_table || record->n_values != N_JOURNAL_COLUMNS)
    return FALSE;
  for (guint i = 0; i < 9; i++)
    if (i != 3 && !is_int (&v[i]))
      return FALSE;
  return v[0].integer > 0 && v[1].integer > 0 && is_text (&v[3])
         && (v[9].type != SQLITE_TEXT || is_text (&v[9]))
         && (v[9].type != SQLITE_BLOB || v[9].size == UUID_SIZE)
         && (v[10].type == SQLITE_NULL || is_text (&v[10]))
         && is_blob_or_null (&v[11], IMP_SALT_SIZE) && is_blob (&v[12], IMP_VHASH_SIZE)
         && is_blob_or_null (&v[13], IMP_HASH_SIZE);
}

static gboolean
is_item (const ImpPageRecord *record)
{
  return record->in_table && record->n_values == N_ITEM_COLUMNS && record->rowid > 0
         && record->values[0].type == SQLITE_NULL && is_blob (&record->values[1], UUID_SIZE)
         && is_int (&record->values[2]);
}

static gboolean
is_replica (const ImpPageRecord *record)
{
  return record->in_table && record->n_values == N_REPLICA_COLUMNS && record->rowid > 0
         && record->values[0].type == SQLITE_NULL && is_blob (&record->values[1], UUID_SIZE)
         && is_int (&record->values[2]) && is_blob (&record->values[4], IMP_HASH_SIZE);
}

static gboolean
is_name (const ImpPageRecord *record)
{
  return !record->in_table && record->n_values == 2 && is_blob (&record->values[0], UUID_SIZE)
         && is_int (&record->values[1]) && record->values[1].integer > 0;
}

static gboolean
is_dataset (const ImpPageRecord *record)
{
  return !record->in_table && record->n_values == 2 && record->values[0].type == SQLITE_TEXT
         && record->values[0].size == strlen ("dataset")
         && memcmp (record->values[0].bytes, "dataset", strlen ("dataset")) == 0
         && is_blob (&record->values[1], UUID_SIZE);
}

/* Bytes that are what their hash says: no doubt that they were put there. */
static gboolean
is_photo (const ImpPageRecord *record)
{
  const ImpPageValue *hash = &record->values[1], *bytes = &record->values[2];
  g_autofree char *actual = NULL;

  if (!record->in_table || record->n_values != N_BLOB_COLUMNS || record->rowid <= 0
      || record->values[0].type != SQLITE_NULL || hash->type != SQLITE_TEXT
      || hash->size != N_HASH_FIGURES || bytes->type != SQLITE_BLOB)
    return FALSE;
  actual = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->bytes, bytes->size);
  return memcmp (actual, hash->bytes, N_HASH_FIGURES) == 0;
}

static void
bind (ImpStatement *statement, int index, const ImpPageValue *value)
{
  if (value->type == SQLITE_INTEGER)
    imp_statement_bind_int (statement, index, value->integer);
  else if (value->type == SQLITE_FLOAT)
    imp_statement_bind_real (statement, index, value->real);
  else if (value->type == SQLITE_BLOB)
    imp_statement_bind_blob (statement, index, value->bytes, value->size);
  else if (value->type == SQLITE_TEXT)
    imp_statement_bind_text_size (statement, index, (const char *) value->bytes, value->size);
  else
    imp_statement_bind_null (statement, index);
}

/* The values of a record from `first` on, after the row number where the statement wants it. */
static gboolean
insert (Gather *self, const char *sql, const ImpPageRecord *record, const guint *columns, guint n)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (self->to, sql);
  int index = 1;

  if (record->in_table)
    imp_statement_bind_int (statement, index++, record->rowid);
  for (guint i = 0; i < n; i++)
    bind (statement, index++, &record->values[columns != NULL ? columns[i] : i]);
  return imp_statement_run (statement, &self->error);
}

static gboolean
gather_cb (const ImpPageRecord *record, gpointer data)
{
  Gather *self = data;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return FALSE;
  if (is_row (record))
    return insert (self, SQL_INSERT_ROW, record, NULL, N_JOURNAL_COLUMNS);
  if (is_item (record))
    return insert (self, SQL_INSERT_ITEM, record, (const guint[]) { 1, 2 }, 2);
  if (is_replica (record))
    return insert (self, SQL_INSERT_REPLICA, record, (const guint[]) { 1, 2, 4 }, 3);
  if (is_photo (record))
    return insert (self, SQL_INSERT_BLOB, record, (const guint[]) { 1, 2 }, 2);
  if (is_name (record))
    return insert (self, SQL_INSERT_NAMED, record, (const guint[]) { 1, 0 }, 2);
  return !is_dataset (record)
         || insert (self, SQL_REPLACE_DATASET, record, (const guint[]) { 1 }, 1);
}

static gboolean
invent_replica (ImpConnection *to, gint64 rep, GError **error)
{
  g_autoptr (ImpStatement) insert = imp_connection_borrow (to, SQL_INSERT_REPLICA);
  const guint8 unknown[IMP_HASH_SIZE] = { 0 };
  ImpUuid id = imp_uuid_new_random ();

  imp_statement_bind_int (insert, 1, rep);
  imp_statement_bind_blob (insert, 2, id.bytes, sizeof id.bytes);
  imp_statement_bind_int (insert, 3, 0);
  imp_statement_bind_blob (insert, 4, unknown, sizeof unknown);
  return imp_statement_run (insert, error);
}

/* Where all names of laptops are lost: whoever they were, their rows are there. Some more, who
 * wrote nothing but may be spoken of. */
static gboolean
invent_replicas (ImpConnection *to, GError **error)
{
  gint64 last = 0;

  if (!imp_connection_query_int (to, SQL_SELECT_LAST_REPLICA, &last, error))
    return FALSE;
  for (gint64 rep = 1; last > 0 && rep <= MIN (last, MOST_INVENTED) + SILENT_REPLICAS; rep++)
    if (!invent_replica (to, rep, error))
      return FALSE;
  return TRUE;
}

static gboolean
complete (ImpConnection *to, GError **error)
{
  return invent_replicas (to, error) && imp_connection_exec (to, SQL_DELETE_STRAYS, error)
         && imp_connection_exec (to, SQL_USE_NAMED, error)
         && imp_connection_exec (to, SQL_UPDATE_KINDS, error);
}

static gboolean
gather (Gather *self, const guint8 *bytes, gsize size, GError **error)
{
  if (!imp_connection_exec (self->to, SQL_CREATE_NAMED, error)
      || !imp_connection_begin (self->to, error))
    return FALSE;
  if (imp_pages_for_each (bytes, size, gather_cb, self))
    return complete (self->to, error) && imp_connection_commit (self->to, error);
  g_propagate_error (error, self->error);
  return FALSE;
}

ImpConnection *
imp_salvage_gather (const guint8 *bytes,
                    gsize size,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  Gather self = { imp_connection_open (path, error), cancellable, NULL };

  if (self.to == NULL || gather (&self, bytes, size, error))
    return self.to;
  imp_connection_rollback (self.to);
  imp_connection_close (self.to);
  return NULL;
}
