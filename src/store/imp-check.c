/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Looking over the file: is everything there, and is it what was written? */
#include "config.h"

#include <string.h>

#include "store/imp-chain.h"
#include "store/imp-store-private.h"

static const char SQL_CHECK_PAGES[] = "PRAGMA quick_check(20)";
static const char SQL_SELECT_REPLICAS[] = "SELECT n, applied, head FROM replica ORDER BY n";
static const char SQL_SELECT_CHAIN[] =
    "SELECT j.rseq, j.hlc, j.txn, j.actor, i.id, j.wire, j.entity, j.field, j.base, j.vhash,"
    " j.hash, j.salt, j.value FROM journal j LEFT JOIN item i ON i.n = j.item"
    " WHERE j.rep = ?1 ORDER BY j.rseq";
static const char SQL_COUNT_STRAY_CELLS[] =
    "SELECT count(*) FROM cell c LEFT JOIN journal j ON j.rep = c.rep AND j.rseq = c.rseq"
    " WHERE j.rseq IS NULL OR j.item <> c.item OR j.field <> c.field"
    " OR (typeof (j.value) <> 'blob' AND j.value IS NOT c.value)";

static void add_problem (GPtrArray *problems, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_problem (GPtrArray *problems, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
finish (GError *local_error, GError **error)
{
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
check_pages (ImpStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (ImpStatement) check = imp_connection_borrow (self->connection, SQL_CHECK_PAGES);
  GError *local_error = NULL;

  while (imp_statement_step (check, &local_error))
    if (g_strcmp0 (imp_statement_get_text (check, 0), "ok") != 0)
      add_problem (problems, "The file is damaged: %s", imp_statement_get_text (check, 0));
  return finish (local_error, error);
}

static void
read_row (ImpStatement *rows, ImpChainRow *row)
{
  gsize size = 0;
  const guint8 *uuid = imp_statement_get_blob (rows, 4, &size);

  *row = (ImpChainRow) {
    .rseq = imp_statement_get_int (rows, 0),
    .hlc = imp_statement_get_int (rows, 1),
    .txn = imp_statement_get_int (rows, 2),
    .actor = imp_statement_get_text (rows, 3),
    .wire = (int) imp_statement_get_int (rows, 5),
    .entity = (int) imp_statement_get_int (rows, 6),
    .field = (int) imp_statement_get_int (rows, 7),
    .base = imp_statement_get_text (rows, 8),
    .vhash = imp_statement_get_blob (rows, 9, &size),
  };
  if (uuid != NULL)
    memcpy (row->item.bytes, uuid, sizeof row->item.bytes);
}

/* An erased value has neither value nor salt: its hash stays, and cannot be checked. */
static gboolean
value_matches (ImpStatement *rows, GChecksum *sum, const guint8 *vhash)
{
  guint8 actual[IMP_VHASH_SIZE];
  gsize size = 0, salt_size = 0;
  const guint8 *salt = imp_statement_get_blob (rows, 11, &salt_size);
  ImpValue value = imp_statement_dup_value (rows, 12);
  const guint8 *blob = imp_statement_get_blob (rows, 12, &size);
  gint64 integer = 0;

  if (salt == NULL || salt_size != IMP_SALT_SIZE)
    return TRUE;
  if (value.type == IMP_VALUE_INTEGER)
    {
      integer = GINT64_TO_LE (value.integer);
      imp_value_hash (sum, salt, 'i', &integer, sizeof integer, actual);
    }
  else if (value.type == IMP_VALUE_REAL)
    imp_value_hash (sum, salt, 'r', &value.real, sizeof value.real, actual);
  else if (value.type == IMP_VALUE_TEXT)
    imp_value_hash (sum, salt, 't', value.text, strlen (value.text), actual);
  else
    imp_value_hash (sum, salt, blob != NULL ? 'u' : 'n', blob, blob != NULL ? size : 0, actual);
  imp_value_clear (&value);
  return memcmp (actual, vhash, IMP_VHASH_SIZE) == 0;
}

/* One replica's rows: no gap, no changed value, no changed row. */
static gboolean
check_chain (ImpStore *self,
             gint64 rep,
             gint64 applied,
             const guint8 *head,
             GPtrArray *problems,
             GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->connection, SQL_SELECT_CHAIN);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[IMP_HASH_SIZE] = { 0 };
  ImpChain chain = { NULL };
  GError *local_error = NULL;
  gint64 expected = 1;
  gboolean good = TRUE;

  imp_statement_bind_int (rows, 1, rep);
  while (good && imp_statement_step (rows, &local_error))
    {
      gsize size = 0;
      ImpChainRow row;
      const guint8 *stored = imp_statement_get_blob (rows, 10, &size);

      read_row (rows, &row);
      good = row.rseq == expected++ && row.vhash != NULL && value_matches (rows, sum, row.vhash);
      if (!good)
        break;
      if (chain.sum == NULL)
        imp_chain_begin (&chain, hash);
      imp_chain_add (&chain, &row);
      if (stored == NULL)
        continue;
      imp_chain_end (&chain, hash);
      good = size == IMP_HASH_SIZE && memcmp (stored, hash, size) == 0;
    }
  g_clear_pointer (&chain.sum, g_checksum_free);
  if (local_error == NULL
      && (!good || expected != applied + 1 || memcmp (hash, head, IMP_HASH_SIZE) != 0))
    add_problem (problems,
                 "The journal was changed from outside at row %" G_GINT64_FORMAT
                 " of laptop %" G_GINT64_FORMAT ". Restore a backup",
                 expected - 1, rep);
  return finish (local_error, error);
}

static gboolean
check_chains (ImpStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (ImpStatement) replicas = imp_connection_borrow (self->connection, SQL_SELECT_REPLICAS);
  GError *local_error = NULL;

  while (local_error == NULL && imp_statement_step (replicas, &local_error))
    {
      gsize size = 0;
      const guint8 *head = imp_statement_get_blob (replicas, 2, &size);

      if (size != IMP_HASH_SIZE)
        add_problem (problems, "The table of laptops is damaged. Restore a backup");
      else
        check_chain (self, imp_statement_get_int (replicas, 0), imp_statement_get_int (replicas, 1),
                     head, problems, &local_error);
    }
  return finish (local_error, error);
}

static gboolean
check_cells (ImpStore *self, GPtrArray *problems, GError **error)
{
  gint64 n_stray = 0;

  if (!imp_connection_query_int (self->connection, SQL_COUNT_STRAY_CELLS, &n_stray, error))
    return FALSE;
  if (n_stray > 0)
    add_problem (problems, "%" G_GINT64_FORMAT " values differ from the journal. Restore a backup",
                 n_stray);
  return TRUE;
}

gboolean
imp_store_check (ImpStore *self, GPtrArray *problems, GCancellable *cancellable, GError **error)
{
  gboolean done;

  imp_connection_set_cancellable (self->connection, cancellable);
  done = check_pages (self, problems, error) && check_chains (self, problems, error)
         && check_cells (self, problems, error);
  imp_connection_set_cancellable (self->connection, NULL);
  return done;
}
