/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Looking over the file: is everything there, and is it what was written? */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/imp-chain.h"
#include "store/imp-journal.h"

static const char SQL_CHECK_PAGES[] = "PRAGMA quick_check(20)";
static const char SQL_SELECT_REPLICAS[] = "SELECT n, applied, head FROM replica ORDER BY n";
/* Cells without a row, or that differ from it; the journal names items by their UUID. */
static const char SQL_COUNT_STRAY_CELLS[] =
    "SELECT count(*) FROM cell c LEFT JOIN journal j ON j.rep = c.rep AND j.rseq = c.rseq"
    " WHERE j.rseq IS NULL OR j.item <> c.item OR j.field <> c.field OR j.hlc <> c.hlc"
    " OR c.value IS NOT CASE typeof (j.value)"
    " WHEN 'blob' THEN (SELECT n FROM item WHERE id = j.value) ELSE j.value END";
/* Fields with a row that is newer than the one that holds, and that nobody had seen who wrote.
 * A newer one that was seen is possible only where a damaged stamp was rescued. */
static const char SQL_COUNT_OUTDATED_CELLS[] =
    "SELECT count(*) FROM (SELECT item, field, max (hlc) AS hlc FROM journal GROUP BY 1, 2) j"
    " LEFT JOIN cell c ON c.item = j.item AND c.field = j.field WHERE c.hlc IS NOT j.hlc"
    " AND (c.hlc IS NULL OR EXISTS (SELECT 1 FROM journal n WHERE n.item = c.item"
    " AND n.field = c.field AND n.hlc > c.hlc AND NOT EXISTS (SELECT 1 FROM journal w"
    " WHERE w.item = c.item AND w.field = c.field"
    " AND instr (',' || w.base || ',', ',' || n.rep || ':' || n.rseq || ',') > 0)))";

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
  ImpUuid replica; /* not needed here: no hash covers it */
  ImpChain chain;
  GChecksum *value_sum;
  guint8 hash[IMP_HASH_SIZE];
  gint64 rseq; /* of the last row looked at */
} Walk;

/* The next row: no gap, no changed value, no changed row. */
static gboolean
check_row (Walk *self, ImpStatement *rows)
{
  g_autoptr (ImpRow) row = imp_journal_read (self->store, rows, &self->replica, NULL);

  self->rseq++;
  if (row == NULL || row->rseq != self->rseq || !imp_row_value_is_genuine (row, self->value_sum))
    return FALSE;
  if (self->chain.sum == NULL)
    imp_chain_begin (&self->chain, self->hash);
  imp_chain_add (&self->chain, row);
  if (!row->is_last)
    return TRUE;
  imp_chain_end (&self->chain, self->hash);
  return memcmp (row->hash, self->hash, sizeof self->hash) == 0;
}

static gboolean
walk_chain (Walk *self, gint64 rep, gboolean *good, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_journal_select (self->store, rep, 0);

  *good = TRUE;
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
