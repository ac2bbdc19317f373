/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading who changed what in an item, from the journal. */
#include "config.h"

#include "store/imp-history-table.h"

#include "store/imp-item.h"
#include "store/imp-journal.h"

/* Of the item and of what belongs to it, deleted or not: field 1 of every such kind says to what. Of
 * an irritant that was ever merged into it, that it was (field 14) and that it left.
 * The rows of an action follow one another, for two laptops may give the same stamps. */
static const char SQL_SELECT_EDITS[] =
    "SELECT j.rep, j.txn, j.hlc >> 16, j.actor, j.entity, j.item, j.field, j.value, j.base,"
    " j.salt IS NULL, max (j.hlc) OVER (PARTITION BY j.rep, j.txn) AS newest"
    " FROM journal j WHERE j.field <> 62"
    " AND (j.entity <> 6 OR j.item = ?1"
    "      OR (j.field = 14 AND (j.value = (SELECT id FROM item WHERE n = ?1) OR EXISTS"
    "      (SELECT 1 FROM journal m WHERE m.entity = 6 AND m.field = 14 AND m.item = j.item"
    "       AND m.value = (SELECT id FROM item WHERE n = ?1)"
    "       AND instr (',' || j.base || ',', ',' || m.rep || ':' || m.rseq || ',') > 0))))"
    " AND j.item IN (SELECT ?1"
    " UNION SELECT item FROM journal WHERE entity = 6 AND field = 14"
    "  AND value = (SELECT id FROM item WHERE n = ?1)"
    " UNION SELECT n FROM removal WHERE irritant = ?1"
    " UNION SELECT item FROM cell WHERE field = 1 AND typeof (value) = 'integer' AND value = ?1)"
    " ORDER BY newest DESC, j.rep, j.txn, j.hlc DESC, j.rseq";

/* Who was merged into the item that is looked at, or left it: where to is not of its history. */
static gboolean
read_other (ImpStore *store, ImpEditedField *edited, ImpItem about, GError **error)
{
  if (edited->kind != IMP_KIND_IRRITANT || edited->item == about)
    return TRUE;
  if (edited->after.type == IMP_VALUE_INTEGER && edited->after.integer != about)
    imp_value_clear (&edited->after);
  return imp_item_dup_label (store, edited->item, edited->kind, &edited->name, error);
}

static gboolean
add_field (ImpEdit *edit, ImpStore *store, ImpStatement *rows, ImpItem about, GError **error)
{
  ImpEditedField *edited = imp_edit_add_field (edit);
  const ImpField *field;

  edited->kind = (ImpKind) imp_statement_get_choice (rows, 4, IMP_KIND_NONE, IMP_KIND_MAX);
  edited->item = imp_statement_get_int (rows, 5);
  edited->field = (guint8) imp_statement_get_int (rows, 6);
  edited->after_erased = imp_statement_get_int (rows, 9) != 0;
  field = imp_kind_get_field (edited->kind, edited->field);
  return imp_journal_dup_value (store, rows, 7, &edited->after, error)
         && read_other (store, edited, about, error)
         && imp_journal_read_seen (store, imp_statement_get_text (rows, 8), &edited->before,
                                   &edited->before_erased, error)
         && imp_item_dup_value_label (store, field, &edited->before, &edited->before_name, error)
         && imp_item_dup_value_label (store, field, &edited->after, &edited->after_name, error);
}

static ImpEdit *
find_edit (GPtrArray *edits, ImpStatement *rows)
{
  gint64 rep = imp_statement_get_int (rows, 0), txn = imp_statement_get_int (rows, 1);
  ImpEdit *edit = edits->len > 0 ? edits->pdata[edits->len - 1] : NULL;

  if (edit != NULL && edit->rep == rep && edit->txn == txn)
    return edit;
  edit = imp_edit_new ();
  edit->rep = rep;
  edit->txn = txn;
  edit->time_ms = imp_statement_get_int (rows, 2);
  edit->actor = imp_statement_dup_text (rows, 3);
  g_ptr_array_add (edits, edit);
  return edit;
}

GPtrArray *
imp_edits_read (ImpStore *store, ImpItem item, guint n_passed, guint n_most, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_EDITS);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_edit_free);

  imp_statement_bind_int (rows, 1, item);
  while (imp_statement_next (rows))
    {
      ImpEdit *edit = find_edit (edits, rows);

      if (edits->len > n_passed + n_most)
        {
          g_ptr_array_remove_index (edits, n_passed + n_most);
          break;
        }
      if (edits->len > n_passed && !add_field (edit, store, rows, item, error))
        return NULL;
    }
  if (!imp_statement_end (rows, error))
    return NULL;
  g_ptr_array_remove_range (edits, 0, MIN (n_passed, edits->len));
  return g_steal_pointer (&edits);
}
