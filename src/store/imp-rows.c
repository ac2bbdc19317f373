/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of the journal for other laptops: what they have, what they lack. */
#include "config.h"

#include "store/imp-journal.h"
#include "store/imp-sharing.h"

static const char SQL_SELECT_VECTOR[] = "SELECT n, id, applied FROM replica ORDER BY n";

GArray *
imp_store_dup_vector (ImpStore *self, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_VECTOR);
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (ImpSeen));

  while (imp_statement_next (select))
    {
      ImpSeen seen = { .rseq = imp_statement_get_int (select, 2) };

      if (!imp_statement_get_uuid (select, 1, &seen.replica, error))
        return NULL;
      if (seen.rseq > 0)
        g_array_append_val (vector, seen);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&vector) : NULL;
}

static gint64
find_seen (const GArray *have, const ImpUuid *replica)
{
  for (guint i = 0; i < have->len; i++)
    if (imp_uuid_equal (&g_array_index (have, ImpSeen, i).replica, replica))
      return g_array_index (have, ImpSeen, i).rseq;
  return 0;
}

/* Stops at the first end of an action when there are enough. */
static gboolean
read_rows (ImpStore *self,
           gint64 rep,
           const ImpUuid *replica,
           gint64 after,
           guint n_most,
           GPtrArray *rows,
           GError **error)
{
  g_autoptr (ImpStatement) select = imp_journal_select (self, rep, after);
  gboolean enough = FALSE;

  while (!enough && imp_statement_next (select))
    {
      ImpRow *row = imp_journal_read (self, select, replica, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
      enough = row->is_last && rows->len >= n_most;
    }
  return imp_statement_end (select, error);
}

GPtrArray *
imp_store_read_rows (ImpStore *self, const GArray *have, guint n_most, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_VECTOR);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_row_free);

  while (rows->len < n_most && imp_statement_next (select))
    {
      ImpUuid replica;

      if (!imp_statement_get_uuid (select, 1, &replica, error)
          || !read_rows (self, imp_statement_get_int (select, 0), &replica,
                         find_seen (have, &replica), n_most, rows, error))
        return NULL;
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&rows) : NULL;
}
