/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the writer of a field sees of it. */
#include "config.h"

#include "store/imp-sight.h"

#include "store/imp-journal.h"
#include "store/imp-lineage.h"
#include "store/imp-merge.h"

#define FORGET G_STRINGIFY (IMP_FIELD_FORGET)

/* And when earlier values were forgotten: what is written now must not count as one of them. */
static const char SQL_SELECT_CELL[] =
    "SELECT field, hlc, value, rep, rseq, heads FROM cell WHERE item = ?1"
    " AND field IN (?2, " FORGET ")";
/* What is forgotten may be of a clock that is ahead. */
static const char SQL_SELECT_NEWEST[] =
    "SELECT coalesce (max (hlc), 0) FROM journal WHERE item = ?1";
/* The one that holds first, whichever of them there are. */
static const char SQL_SELECT_WRITES[] =
    "SELECT j.rep, j.rseq, j.value FROM journal j JOIN replica r ON r.n = j.rep"
    " WHERE j.item = ?1 AND j.field = ?2 ORDER BY j.hlc DESC, r.id DESC, j.rseq DESC";

static char *
print_heads (const GArray *heads)
{
  return imp_heads_print ((const ImpHead *) (gpointer) heads->data, heads->len);
}

static void
look_at_cell (ImpSight *self, ImpStatement *cell)
{
  ImpHead head = { imp_statement_get_int (cell, 3), imp_statement_get_int (cell, 4) };

  self->contested = !imp_statement_is_null (cell, 5);
  self->value = imp_statement_dup_value (cell, 2);
  self->base = self->contested ? imp_statement_dup_text (cell, 5) : imp_heads_print (&head, 1);
}

static gboolean
read_newest (ImpSight *self, ImpStore *store, ImpItem item, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_NEWEST);

  imp_statement_bind_int (select, 1, item);
  if (imp_statement_next (select))
    self->hlc = imp_statement_get_int (select, 0);
  return imp_statement_end (select, error);
}

gboolean
imp_sight_read (ImpSight *self, ImpStore *store, ImpItem item, guint8 field, GError **error)
{
  g_autoptr (ImpStatement) cells = imp_connection_borrow (store->connection, SQL_SELECT_CELL);

  imp_statement_bind_int (cells, 1, item);
  imp_statement_bind_int (cells, 2, field);
  while (imp_statement_next (cells))
    {
      self->hlc = MAX (self->hlc, imp_statement_get_int (cells, 1));
      if (imp_statement_get_int (cells, 0) == field)
        look_at_cell (self, cells);
    }
  return imp_statement_end (cells, error)
         && (field != IMP_FIELD_FORGET || read_newest (self, store, item, error));
}

/* Parts the heads of the cell: what others wrote after the writer looked was not seen. */
void
imp_sight_narrow (ImpSight *self, ImpStore *store, const char *told)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) base = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) unseen = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  guint at;

  imp_heads_parse (self->base, heads);
  imp_heads_parse (told, base);
  for (guint i = 0; i < heads->len; i++)
    {
      ImpHead head = g_array_index (heads, ImpHead, i);

      if (!imp_heads_find (base, head, &at))
        g_array_append_val (head.rep == store->rep ? base : unseen, head);
    }
  if (unseen->len == 0)
    return;
  g_free (self->base);
  self->base = print_heads (base);
  self->unseen = print_heads (unseen);
}

static gboolean
is_on_page (ImpStore *store, const GArray *vector, ImpHead row)
{
  return row.rep == store->rep || imp_vector_covers (vector, row);
}

/* Only one version is seen: this one, or none where `shown` is NULL. */
static void
keep_one (ImpSight *self, GArray *heads, const ImpHead *shown)
{
  guint at;

  if (shown != NULL && imp_heads_find (heads, *shown, &at))
    g_array_remove_index (heads, at);
  g_free (self->base);
  self->base = shown != NULL ? imp_heads_print (shown, 1) : NULL;
  self->unseen = heads->len > 0 ? print_heads (heads) : NULL;
  self->contested = FALSE;
  imp_value_clear (&self->value);
}

static gboolean
look_at_page (ImpSight *self,
              ImpStore *store,
              ImpStatement *writes,
              const GArray *vector,
              GArray *heads,
              GError **error)
{
  while (imp_statement_next (writes))
    {
      ImpHead row = { imp_statement_get_int (writes, 0), imp_statement_get_int (writes, 1) };

      if (is_on_page (store, vector, row))
        {
          keep_one (self, heads, &row);
          return imp_journal_dup_value (store, writes, 2, &self->value, error);
        }
    }
  keep_one (self, heads, NULL);
  return imp_statement_end (writes, error);
}

gboolean
imp_sight_narrow_to_page (ImpSight *self,
                          ImpStore *store,
                          ImpItem item,
                          guint8 field,
                          const char *as_of,
                          GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (ImpStatement) writes = NULL;

  imp_heads_parse (self->base, heads);
  imp_heads_parse (as_of, vector);
  if (heads->len == 0
      || (!self->contested && is_on_page (store, vector, g_array_index (heads, ImpHead, 0))))
    return TRUE;
  writes = imp_connection_borrow (store->connection, SQL_SELECT_WRITES);
  imp_statement_bind_int (writes, 1, item);
  imp_statement_bind_int (writes, 2, field);
  return look_at_page (self, store, writes, vector, heads, error);
}

/* Parts the other heads: only what was written here over the row is superseded with it. */
static gboolean
part_heads (ImpStore *store, GArray *heads, GArray *base, GArray *unseen, GError **error)
{
  ImpHead undone = g_array_index (base, ImpHead, 0);

  for (guint i = 0; i < heads->len; i++)
    {
      ImpHead head = g_array_index (heads, ImpHead, i);
      gboolean over = FALSE;
      guint at;

      if (head.rep == store->rep && !imp_lineage_find (store, head, undone, &over, error))
        return FALSE;
      if (!imp_heads_find (base, head, &at))
        g_array_append_val (over ? base : unseen, head);
    }
  return TRUE;
}

gboolean
imp_sight_narrow_to_undone (ImpSight *self, ImpStore *store, const char *undone, GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) base = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) unseen = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  imp_heads_parse (self->base, heads);
  imp_heads_parse (undone, base);
  g_return_val_if_fail (base->len == 1, FALSE);
  if (!part_heads (store, heads, base, unseen, error))
    return FALSE;
  g_free (self->base);
  self->base = print_heads (base);
  self->unseen = unseen->len > 0 ? print_heads (unseen) : NULL;
  return TRUE;
}

void
imp_sight_clear (ImpSight *self)
{
  imp_value_clear (&self->value);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->unseen, g_free);
}
