/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Cells made from the rows of the journal. */
#include "config.h"

#include "store/imp-cell.h"

#include "store/imp-journal.h"

static const char SQL_SELECT_WRITES[] =
    "SELECT j.field, j.rep, j.rseq, j.hlc, j.base, j.value, r.id FROM journal j"
    " JOIN replica r ON r.n = j.rep WHERE j.item = ?1 ORDER BY j.field, j.rep, j.rseq";
static const char SQL_REPLACE_CELL[] =
    "REPLACE INTO cell (item, field, value, hlc, rep, rseq, heads)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

gboolean
imp_cell_replace (ImpStore *self,
                  ImpItem item,
                  int field,
                  const ImpValue *value,
                  gint64 hlc,
                  ImpHead row,
                  const char *heads,
                  GError **error)
{
  g_autoptr (ImpStatement) replace = imp_connection_borrow (self->connection, SQL_REPLACE_CELL);

  imp_statement_bind_int (replace, 1, item);
  imp_statement_bind_int (replace, 2, field);
  imp_statement_bind_value (replace, 3, value);
  imp_statement_bind_int (replace, 4, hlc);
  imp_statement_bind_int (replace, 5, row.rep);
  imp_statement_bind_int (replace, 6, row.rseq);
  imp_statement_bind_text (replace, 7, heads);
  return imp_statement_run (replace, error);
}

/* A write with what it wrote; ImpWrite borrows from it. */
typedef struct
{
  ImpUuid replica;
  GArray *base;
  ImpValue value; /* an item as its local number */
} Written;

/* The rows of one field while they are gathered. */
typedef struct
{
  ImpStore *store;
  ImpItem item;
  int field; /* -1: none yet */
  GPtrArray *written;
  GArray *writes; /* of ImpWrite */
} Gather;

static void
free_written (Written *self)
{
  g_array_unref (self->base);
  imp_value_clear (&self->value);
  g_free (self);
}

static gboolean
add_write (Gather *self, ImpStatement *rows, GError **error)
{
  Written *written = g_new0 (Written, 1);
  ImpWrite write = { { imp_statement_get_int (rows, 1), imp_statement_get_int (rows, 2) },
                     imp_statement_get_int (rows, 3),
                     &written->replica,
                     written->base = g_array_new (FALSE, FALSE, sizeof (ImpHead)) };

  g_ptr_array_add (self->written, written);
  g_array_append_val (self->writes, write);
  imp_heads_parse (imp_statement_get_text (rows, 4), written->base);
  return imp_statement_get_uuid (rows, 6, &written->replica, error)
         && imp_journal_dup_value (self->store, rows, 5, &written->value, error);
}

static gboolean
write_cell (Gather *self, guint holds, const GArray *heads, GError **error)
{
  const ImpWrite *write = &g_array_index (self->writes, ImpWrite, holds);
  const Written *written = g_ptr_array_index (self->written, holds);
  g_autofree char *text = NULL;

  if (heads->len > 1)
    text = imp_heads_print ((const ImpHead *) (gpointer) heads->data, heads->len);
  return imp_cell_replace (self->store, self->item, self->field, &written->value, write->hlc,
                           write->row, text, error);
}

/* What was gathered becomes a cell; the next field begins. */
static gboolean
finish_field (Gather *self, int next, GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  gboolean done = TRUE;

  if (self->writes->len > 0)
    {
      guint holds = imp_merge_writes ((const ImpWrite *) (gpointer) self->writes->data,
                                      self->writes->len, heads);

      done = write_cell (self, holds, heads, error);
    }
  self->field = next;
  g_ptr_array_set_size (self->written, 0);
  g_array_set_size (self->writes, 0);
  return done;
}

static gboolean
merge_rows (Gather *self, GError **error)
{
  g_autoptr (ImpStatement) rows =
      imp_connection_borrow (self->store->connection, SQL_SELECT_WRITES);

  imp_statement_bind_int (rows, 1, self->item);
  while (imp_statement_next (rows))
    {
      int field = (int) imp_statement_get_int (rows, 0);

      if ((field != self->field && !finish_field (self, field, error))
          || !add_write (self, rows, error))
        return FALSE;
    }
  return imp_statement_end (rows, error) && finish_field (self, -1, error);
}

gboolean
imp_cell_merge_item (ImpStore *self, ImpItem item, GError **error)
{
  Gather gather = { .store = self, .item = item, .field = -1 };
  gboolean done;

  gather.written = g_ptr_array_new_with_free_func ((GDestroyNotify) free_written);
  gather.writes = g_array_new (FALSE, FALSE, sizeof (ImpWrite));
  done = merge_rows (&gather, error);
  g_ptr_array_unref (gather.written);
  g_array_unref (gather.writes);
  return done;
}
