/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who was told what became of a report, and who was not yet. */
#include "config.h"

#include "store/imp-told-table.h"

#include "store/imp-store-private.h"

/* Who heard about a fix heard about all that it removes. */
static const char SQL_SELECT_TOLD_OF_FIX[] =
    "SELECT n FROM told WHERE fix = ?1 AND coalesce (person, 0) = ?2"
    " AND (?2 <> 0 OR coalesce (department, 0) = ?3)";
static const char SQL_SELECT_TOLD_OF_REFUSAL[] =
    "SELECT n FROM told WHERE irritant = ?1 AND fix IS NULL AND coalesce (person, 0) = ?2"
    " AND (?2 <> 0 OR coalesce (department, 0) = ?3)";

GArray *
imp_store_read_told (ImpStore *store,
                     ImpItem irritant,
                     ImpItem fix,
                     ImpItem person,
                     ImpItem department,
                     GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (
      store->connection, fix != 0 ? SQL_SELECT_TOLD_OF_FIX : SQL_SELECT_TOLD_OF_REFUSAL);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  imp_statement_bind_int (select, 1, fix != 0 ? fix : irritant);
  imp_statement_bind_int (select, 2, person);
  imp_statement_bind_int (select, 3, department);
  while (imp_statement_next (select))
    {
      const ImpItem item = imp_statement_get_int (select, 0);

      g_array_append_val (items, item);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&items) : NULL;
}
