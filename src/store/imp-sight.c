/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the writer of a field sees of it. */
#include "config.h"

#include "store/imp-sight.h"

#include "store/imp-merge.h"

static const char SQL_SELECT_CELL[] =
    "SELECT value, hlc, rep, rseq, heads FROM cell WHERE item = ?1 AND field = ?2";

static gboolean
has_head (const GArray *heads, ImpHead head)
{
  for (guint i = 0; i < heads->len; i++)
    if (g_array_index (heads, ImpHead, i).rep == head.rep
        && g_array_index (heads, ImpHead, i).rseq == head.rseq)
      return TRUE;
  return FALSE;
}

static char *
print_heads (const GArray *heads)
{
  return imp_heads_print ((const ImpHead *) (gpointer) heads->data, heads->len);
}

gboolean
imp_sight_read (ImpSight *self, ImpStore *store, ImpItem item, guint8 field, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_CELL);

  imp_statement_bind_int (select, 1, item);
  imp_statement_bind_int (select, 2, field);
  if (imp_statement_next (select))
    {
      ImpHead head = { imp_statement_get_int (select, 2), imp_statement_get_int (select, 3) };

      self->contested = !imp_statement_is_null (select, 4);
      self->value = imp_statement_dup_value (select, 0);
      self->hlc = imp_statement_get_int (select, 1);
      self->base =
          self->contested ? imp_statement_dup_text (select, 4) : imp_heads_print (&head, 1);
    }
  return imp_statement_end (select, error);
}

/* Parts the heads of the cell: what others wrote after the writer looked was not seen. */
void
imp_sight_narrow (ImpSight *self, ImpStore *store, const char *told)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) base = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) unseen = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  imp_heads_parse (self->base, heads);
  imp_heads_parse (told, base);
  for (guint i = 0; i < heads->len; i++)
    {
      ImpHead head = g_array_index (heads, ImpHead, i);

      if (!has_head (base, head))
        g_array_append_val (head.rep == store->rep ? base : unseen, head);
    }
  if (unseen->len == 0)
    return;
  g_free (self->base);
  self->base = print_heads (base);
  self->unseen = print_heads (unseen);
}

void
imp_sight_clear (ImpSight *self)
{
  imp_value_clear (&self->value);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->unseen, g_free);
}
