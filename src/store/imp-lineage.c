/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which writes of a field were made over which others. */
#include "config.h"

#include "store/imp-lineage.h"

#include "store/imp-store-private.h"

static const char SQL_SELECT_BASE[] = "SELECT base FROM journal WHERE rep = ?1 AND rseq = ?2";

/* Those that its writer saw, once each. */
static gboolean
add_seen (ImpStore *store, ImpHead row, GArray *rows, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_BASE);
  g_autoptr (GArray) base = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  guint at;

  imp_statement_bind_int (select, 1, row.rep);
  imp_statement_bind_int (select, 2, row.rseq);
  if (imp_statement_next (select))
    imp_heads_parse (imp_statement_get_text (select, 0), base);
  for (guint i = 0; i < base->len; i++)
    if (!imp_heads_find (rows, g_array_index (base, ImpHead, i), &at))
      g_array_append_val (rows, g_array_index (base, ImpHead, i));
  return imp_statement_end (select, error);
}

gboolean
imp_lineage_find (ImpStore *store, ImpHead row, ImpHead earlier, gboolean *found, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  guint at;

  g_array_append_val (rows, row);
  *found = imp_heads_find (rows, earlier, &at);
  for (guint i = 0; !*found && i < rows->len; i++)
    {
      if (!add_seen (store, g_array_index (rows, ImpHead, i), rows, error))
        return FALSE;
      *found = imp_heads_find (rows, earlier, &at);
    }
  return TRUE;
}
