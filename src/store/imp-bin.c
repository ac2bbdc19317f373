/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was deleted, and bringing it back. */
#include "config.h"

#include "store/imp-history-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-forget.h"
#include "store/imp-item.h"
#include "store/imp-store-private.h"

/* Taking a name out of something in the bin deletes it anew (imp-erasure.h), which is no deletion
 * to go by. */
#define NOT_ERASING                                                                                \
  " AND NOT EXISTS (SELECT 1 FROM journal f WHERE f.item = d.item AND f.field = 62"                \
  " AND f.rep = d.rep AND f.txn = d.txn)"

static const char SQL_SELECT_DELETED[] =
    "SELECT c.item, i.kind, j.hlc >> 16, j.actor FROM cell c JOIN item i ON i.n = c.item"
    " JOIN journal j ON (j.rep, j.rseq) = (SELECT d.rep, d.rseq FROM journal d"
    " WHERE d.item = c.item AND d.field = 0 AND typeof (d.value) = 'text'" NOT_ERASING
    " ORDER BY d.hlc DESC LIMIT 1) AND j.hlc >= ?1"
    " WHERE c.field = 0 AND typeof (c.value) = 'text' AND c.hlc >= ?1"
    " ORDER BY c.hlc DESC, c.item DESC";
/* What the action that deleted the item deleted, the item among it. */
static const char SQL_SELECT_DELETED_TOGETHER[] =
    "SELECT DISTINCT t.item FROM cell c JOIN journal j ON (j.rep, j.rseq) = (SELECT d.rep, d.rseq"
    " FROM journal d WHERE d.item = ?1 AND d.field = 0 AND typeof (d.value) = 'text'" NOT_ERASING
    " ORDER BY d.hlc DESC LIMIT 1)"
    " JOIN journal t ON t.rep = j.rep AND t.rseq >= j.txn AND t.txn = j.txn"
    " WHERE c.item = ?1 AND c.field = 0 AND typeof (c.value) = 'text' AND t.field = 0"
    " AND typeof (t.value) = 'text'";

static gboolean
is_found (const char *name, const char *search)
{
  g_autofree char *folded = search != NULL ? imp_text_fold (name) : NULL;

  return search == NULL || strstr (folded, search) != NULL;
}

/* What nobody knows by a name, a link for instance, comes back with what it belongs to. */
static gboolean
add_deleted (ImpStore *store,
             ImpStatement *rows,
             const char *search,
             GPtrArray *bin,
             GError **error)
{
  ImpItem item = imp_statement_get_int (rows, 0);
  ImpKind kind = (ImpKind) imp_statement_get_choice (rows, 1, IMP_KIND_NONE, IMP_KIND_MAX);
  g_autoptr (ImpBinned) binned = g_new0 (ImpBinned, 1);
  gboolean alive = TRUE;

  if (!imp_item_is_alive (store, item, &alive, error)
      || !imp_item_dup_label (store, item, kind, &binned->name, error))
    return FALSE;
  if (alive || binned->name == NULL || !is_found (binned->name, search))
    return TRUE;
  binned->item = item;
  binned->kind = kind;
  binned->deleted_ms = imp_statement_get_int (rows, 2);
  binned->actor = imp_statement_dup_text (rows, 3);
  g_ptr_array_add (bin, g_steal_pointer (&binned));
  return TRUE;
}

GPtrArray *
imp_bin_read (ImpStore *store,
              gint64 since_ms,
              const char *search,
              guint n_passed,
              guint n_most,
              GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_DELETED);
  g_autoptr (GPtrArray) bin = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_binned_free);

  imp_statement_bind_int (rows, 1, MAX (since_ms, 0) << 16);
  while (bin->len < n_passed + n_most && imp_statement_next (rows))
    if (!add_deleted (store, rows, search, bin, error))
      return NULL;
  g_ptr_array_remove_range (bin, 0, MIN (n_passed, bin->len));
  return imp_statement_end (rows, error) ? g_steal_pointer (&bin) : NULL;
}

/* One that lives again stays as it is, and so does one that was erased. */
static gboolean
add_restored (ImpStore *store, ImpItem item, ImpChanges *changes, GError **error)
{
  gboolean alive = FALSE, erased = FALSE;

  if (!imp_item_is_alive (store, item, &alive, error)
      || !imp_forget_is_whole (store, item, &erased, error))
    return FALSE;
  if (!alive && !erased)
    imp_changes_set_integer (changes, item, IMP_FIELD_LIFE, 1);
  return TRUE;
}

ImpChanges *
imp_bin_invert (ImpStore *store, ImpItem item, GError **error)
{
  g_autoptr (ImpStatement) rows =
      imp_connection_borrow (store->connection, SQL_SELECT_DELETED_TOGETHER);
  g_autoptr (ImpChanges) changes = imp_changes_new ();

  imp_statement_bind_int (rows, 1, item);
  while (imp_statement_next (rows))
    if (!add_restored (store, imp_statement_get_int (rows, 0), changes, error))
      return NULL;
  if (!imp_statement_end (rows, error))
    return NULL;
  if (changes->changes->len > 0)
    return g_steal_pointer (&changes);
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, _ ("it is not in the bin any more"));
  return NULL;
}
