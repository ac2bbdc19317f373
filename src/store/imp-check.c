/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Looking over the file: is everything there, and is it what was written? */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/imp-chain.h"
#include "store/imp-store-private.h"

static const char SQL_CHECK_PAGES[] = "PRAGMA quick_check(20)";
static const char SQL_SELECT_REPLICAS[] = "SELECT n, applied, head FROM replica ORDER BY n";
static const char SQL_SELECT_CHAIN[] =
    "SELECT j.rseq, j.hlc, j.txn, j.actor, i.id, j.wire, j.entity, j.field, j.base, j.vhash,"
    " j.hash, j.salt, j.value, i.kind FROM journal j LEFT JOIN item i ON i.n = j.item"
    " WHERE j.rep = ?1 ORDER BY j.rseq";
/* Cells without a row, or that differ from it; the journal names items by their UUID. */
static const char SQL_COUNT_STRAY_CELLS[] =
    "SELECT count(*) FROM cell c LEFT JOIN journal j ON j.rep = c.rep AND j.rseq = c.rseq"
    " WHERE j.rseq IS NULL OR j.item <> c.item OR j.field <> c.field OR j.hlc <> c.hlc"
    " OR c.value IS NOT CASE typeof (j.value)"
    " WHEN 'blob' THEN (SELECT n FROM item WHERE id = j.value) ELSE j.value END";
/* Fields of which the newest row is not the one that holds. */
static const char SQL_COUNT_OUTDATED_CELLS[] =
    "SELECT count(*) FROM (SELECT item, field, max (hlc) AS hlc FROM journal GROUP BY 1, 2) j"
    " LEFT JOIN cell c ON c.item = j.item AND c.field = j.field WHERE c.hlc IS NOT j.hlc";

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
check_pages (ImpStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (ImpStatement) check = imp_connection_borrow (self->connection, SQL_CHECK_PAGES);

  while (imp_statement_next (check))
    if (g_strcmp0 (imp_statement_get_text (check, 0), "ok") != 0)
      add_problem (problems, _ ("The file is damaged: %s"), imp_statement_get_text (check, 0));
  return imp_statement_end (check, error);
}

/* The chain of one replica while its rows are gone through. */
typedef struct
{
  ImpStore *store;
  ImpChain chain;
  GChecksum *value_sum;
  guint8 hash[IMP_HASH_SIZE];
  gint64 rseq; /* of the last row looked at */
} Walk;

/* An erased value has neither value nor salt: its hash stays, and cannot be checked. */
static gboolean
value_matches (Walk *self, ImpStatement *rows, guint8 field, const guint8 *vhash)
{
  gsize salt_size = 0;
  const guint8 *salt = imp_statement_get_blob (rows, 11, &salt_size);
  ImpValue value = imp_statement_dup_value (rows, 12), named = { IMP_VALUE_NONE };
  guint8 actual[IMP_VHASH_SIZE];
  ImpUuid reference;
  gboolean refers = imp_statement_get_uuid (rows, 12, &reference, NULL);
  gboolean good = imp_replica_name_value (self->store, field, &value, &named, NULL);

  if (good && salt != NULL && salt_size == IMP_SALT_SIZE)
    {
      imp_value_hash (self->value_sum, salt, &named, refers ? &reference : NULL, actual);
      good = memcmp (actual, vhash, IMP_VHASH_SIZE) == 0;
    }
  else
    good = good && salt == NULL && imp_statement_is_null (rows, 12);
  imp_value_clear (&value);
  imp_value_clear (&named);
  return good;
}

/* FALSE where a column has not the shape that a row of ours has. */
static gboolean
read_row (ImpStatement *rows, const char *base, ImpChainRow *row)
{
  gsize size = 0;

  *row = (ImpChainRow) {
    .rseq = imp_statement_get_int (rows, 0),
    .hlc = imp_statement_get_int (rows, 1),
    .txn = imp_statement_get_int (rows, 2),
    .actor = imp_statement_get_text (rows, 3),
    .wire = (int) imp_statement_get_int (rows, 5),
    .entity = (int) imp_statement_get_int (rows, 6),
    .field = (int) imp_statement_get_int (rows, 7),
    .base = base,
    .vhash = imp_statement_get_blob (rows, 9, &size),
  };
  return size == IMP_VHASH_SIZE && imp_statement_get_int (rows, 13) == row->entity
         && imp_statement_get_uuid (rows, 4, &row->item, NULL);
}

/* The next row: no gap, no changed value, no changed row. */
static gboolean
check_row (Walk *self, ImpStatement *rows)
{
  gsize size = 0;
  const guint8 *stored = imp_statement_get_blob (rows, 10, &size);
  g_autofree char *base = NULL;
  ImpChainRow row;

  if (!imp_replica_name_heads (self->store, imp_statement_get_text (rows, 8), &base, NULL)
      || !read_row (rows, base, &row) || row.rseq != ++self->rseq
      || !value_matches (self, rows, (guint8) row.field, row.vhash))
    return FALSE;
  if (self->chain.sum == NULL)
    imp_chain_begin (&self->chain, self->hash);
  imp_chain_add (&self->chain, &row);
  if (stored == NULL)
    return TRUE;
  imp_chain_end (&self->chain, self->hash);
  return size == IMP_HASH_SIZE && memcmp (stored, self->hash, size) == 0;
}

static gboolean
walk_chain (Walk *self, gint64 rep, gboolean *good, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->store->connection, SQL_SELECT_CHAIN);

  *good = TRUE;
  imp_statement_bind_int (rows, 1, rep);
  while (*good && imp_statement_next (rows))
    *good = check_row (self, rows);
  return imp_statement_end (rows, error);
}

static gboolean
check_chain (ImpStore *self, ImpStatement *replica, GPtrArray *problems, GError **error)
{
  gint64 rep = imp_statement_get_int (replica, 0), applied = imp_statement_get_int (replica, 1);
  gsize size = 0;
  const guint8 *head = imp_statement_get_blob (replica, 2, &size);
  Walk walk = { .store = self, .value_sum = g_checksum_new (G_CHECKSUM_SHA256) };
  gboolean good, done = walk_chain (&walk, rep, &good, error);

  good = good && walk.rseq == applied && size == IMP_HASH_SIZE
         && memcmp (walk.hash, head, IMP_HASH_SIZE) == 0;
  if (done && !good)
    add_problem (
        problems,
        _ ("The journal was changed from outside at row %u of laptop %u. Restore a backup"),
        (guint) walk.rseq, (guint) rep);
  g_clear_pointer (&walk.chain.sum, g_checksum_free);
  g_checksum_free (walk.value_sum);
  return done;
}

static gboolean
check_chains (ImpStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (ImpStatement) replicas = imp_connection_borrow (self->connection, SQL_SELECT_REPLICAS);

  while (imp_statement_next (replicas))
    if (!check_chain (self, replicas, problems, error))
      return FALSE;
  return imp_statement_end (replicas, error);
}

static gboolean
check_cells (ImpStore *self, GPtrArray *problems, GError **error)
{
  gint64 n_stray = 0, n_outdated = 0;

  if (!imp_connection_query_int (self->connection, SQL_COUNT_STRAY_CELLS, &n_stray, error)
      || !imp_connection_query_int (self->connection, SQL_COUNT_OUTDATED_CELLS, &n_outdated, error))
    return FALSE;
  if (n_stray + n_outdated > 0)
    add_problem (problems,
                 ngettext ("%u value differs from the journal. Restore a backup",
                           "%u values differ from the journal. Restore a backup",
                           (gulong) (n_stray + n_outdated)),
                 (guint) (n_stray + n_outdated));
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
