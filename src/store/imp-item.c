/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Items: the number, identifier and kind of each, and whether it lives. */
#include "config.h"

#include "store/imp-item.h"

#include "model/imp-round.h"
#include "store/imp-merge.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_ITEM_UUID[] = "SELECT id FROM item WHERE n = ?1";
static const char SQL_SELECT_ITEM_KIND[] = "SELECT kind FROM item WHERE n = ?1";
static const char SQL_SELECT_ITEM_BY_UUID[] = "SELECT n, kind FROM item WHERE id = ?1";
static const char SQL_INSERT_ITEM[] = "INSERT INTO item (id, kind) VALUES (?1, ?2)";
static const char SQL_SELECT_LIFE_CELLS[] =
    "SELECT field, value, rep, rseq, heads FROM cell WHERE item = ?1 ORDER BY field";
static const char SQL_SELECT_ROW_VALUE[] = "SELECT value FROM journal WHERE rep = ?1 AND rseq = ?2";
static const char SQL_SELECT_TEXT[] = "SELECT value FROM cell WHERE item = ?1 AND field = ?2";
/* Where and when; dead or alive. */
static const char SQL_SELECT_ROUND_LABEL[] =
    "SELECT (SELECT name.value FROM cell site JOIN cell name ON name.item = site.value"
    " AND name.field = 1 WHERE site.item = ?1 AND site.field = 1),"
    " (SELECT value FROM cell WHERE item = ?1 AND field = 2)";
static const char SQL_UPDATE_ITEM_KIND[] = "UPDATE item SET kind = ?2 WHERE n = ?1";
static const char SQL_SELECT_VECTOR[] = "SELECT n, applied FROM replica ORDER BY n";

gboolean
imp_item_read_uuid (ImpStore *store, ImpItem item, ImpUuid *uuid, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_ITEM_UUID);

  imp_statement_bind_int (select, 1, item);
  return imp_statement_fetch (select, error) && imp_statement_get_uuid (select, 0, uuid, error);
}

/* Kinds of newer versions are kept; what a damaged file may hold beyond is none. */
static ImpKind
get_kind (ImpStatement *row, int column)
{
  return (ImpKind) imp_statement_get_choice (row, column, IMP_KIND_NONE, IMP_KIND_MAX);
}

gboolean
imp_item_read_kind (ImpStore *store, ImpItem item, ImpKind *kind, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_ITEM_KIND);

  imp_statement_bind_int (select, 1, item);
  if (!imp_statement_fetch (select, error))
    return FALSE;
  *kind = get_kind (select, 0);
  return TRUE;
}

gboolean
imp_item_find (ImpStore *store, const ImpUuid *uuid, ImpItem *item, ImpKind *kind, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ITEM_BY_UUID);

  *item = 0;
  imp_statement_bind_blob (select, 1, uuid->bytes, sizeof uuid->bytes);
  if (imp_statement_next (select))
    {
      *item = imp_statement_get_int (select, 0);
      if (kind != NULL)
        *kind = get_kind (select, 1);
    }
  return imp_statement_end (select, error);
}

gboolean
imp_item_insert (ImpStore *store, const ImpUuid *uuid, ImpKind kind, ImpItem *item, GError **error)
{
  g_autoptr (ImpStatement) insert = imp_connection_borrow (store->connection, SQL_INSERT_ITEM);

  imp_statement_bind_blob (insert, 1, uuid->bytes, sizeof uuid->bytes);
  imp_statement_bind_int (insert, 2, kind);
  if (!imp_statement_run (insert, error))
    return FALSE;
  *item = imp_connection_get_last_row (store->connection);
  return TRUE;
}

gboolean
imp_item_set_kind (ImpStore *store, ImpItem item, ImpKind kind, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (store->connection, SQL_UPDATE_ITEM_KIND);

  imp_statement_bind_int (update, 1, item);
  imp_statement_bind_int (update, 2, kind);
  return imp_statement_run (update, error);
}

/* A round has no name of its own. */
static gboolean
dup_round_label (ImpStore *store, ImpItem item, char **label, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ROUND_LABEL);

  imp_statement_bind_int (select, 1, item);
  if (imp_statement_next (select)
      && !(imp_statement_is_null (select, 0) && imp_statement_is_null (select, 1)))
    *label = imp_round_say_place (imp_statement_get_text (select, 0),
                                  imp_statement_get_date (select, 1));
  return imp_statement_end (select, error);
}

gboolean
imp_item_dup_label (ImpStore *store, ImpItem item, ImpKind kind, char **label, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TEXT);
  guint8 field = imp_kind_get_label_field (kind);

  *label = NULL;
  if (kind == IMP_KIND_ROUND)
    return dup_round_label (store, item, label, error);
  if (field == 0)
    return TRUE;
  imp_statement_bind_int (select, 1, item);
  imp_statement_bind_int (select, 2, field);
  if (imp_statement_next (select) && !imp_statement_is_null (select, 0))
    *label = imp_statement_dup_text (select, 0);
  return imp_statement_end (select, error);
}

gboolean
imp_item_dup_value_label (ImpStore *store,
                          const ImpField *field,
                          const ImpValue *value,
                          char **label,
                          GError **error)
{
  *label = NULL;
  return field == NULL || field->type != IMP_FIELD_ITEM || value->type != IMP_VALUE_INTEGER
         || imp_item_dup_label (store, value->integer, field->refers, label, error);
}

/* What keeps an item alive, and what those who deleted it had seen. */
typedef struct
{
  GArray *heads, *seen; /* of ImpHead */
} Life;

/* The life of an item is 1, which is no version vector, or the vector of who deleted it. */
static void
add_head (Life *self, int field, const char *value, ImpHead head)
{
  g_autoptr (GArray) vector = NULL;

  if (field == IMP_FIELD_LIFE)
    vector = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  if (vector != NULL && imp_heads_parse (value, vector))
    imp_vector_join (self->seen, (ImpHead *) (gpointer) vector->data, vector->len);
  else
    g_array_append_val (self->heads, head);
}

/* A field that several people wrote without knowing of each other: each write counts. */
static gboolean
add_heads (Life *self, ImpStore *store, int field, const char *text, GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  imp_heads_parse (text, heads);
  for (guint i = 0; i < heads->len; i++)
    {
      g_autoptr (ImpStatement) row =
          imp_connection_borrow (store->connection, SQL_SELECT_ROW_VALUE);
      ImpHead head = g_array_index (heads, ImpHead, i);

      imp_statement_bind_int (row, 1, head.rep);
      imp_statement_bind_int (row, 2, head.rseq);
      if (!imp_statement_fetch (row, error))
        return FALSE;
      add_head (self, field, imp_statement_get_text (row, 0), head);
    }
  return TRUE;
}

static gboolean
read_life (Life *self, ImpStore *store, ImpItem item, GError **error)
{
  g_autoptr (ImpStatement) cells = imp_connection_borrow (store->connection, SQL_SELECT_LIFE_CELLS);

  imp_statement_bind_int (cells, 1, item);
  while (imp_statement_next (cells))
    {
      int field = (int) imp_statement_get_int (cells, 0);
      ImpHead head = { imp_statement_get_int (cells, 2), imp_statement_get_int (cells, 3) };

      if (imp_statement_is_null (cells, 4))
        add_head (self, field, imp_statement_get_text (cells, 1), head);
      else if (!add_heads (self, store, field, imp_statement_get_text (cells, 4), error))
        return FALSE;
    }
  return imp_statement_end (cells, error);
}

gboolean
imp_item_is_alive (ImpStore *store, ImpItem item, gboolean *alive, GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  gboolean done = read_life (&(Life) { heads, seen }, store, item, error);

  *alive = done && imp_life_survives (heads, seen);
  return done;
}

char *
imp_store_print_vector (ImpStore *store, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_VECTOR);
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  while (imp_statement_next (select))
    {
      ImpHead head = { imp_statement_get_int (select, 0), imp_statement_get_int (select, 1) };

      if (head.rep == store->rep)
        head.rseq = store->rseq;
      g_array_append_val (vector, head);
    }
  return imp_statement_end (select, error)
             ? imp_heads_print ((ImpHead *) (gpointer) vector->data, vector->len)
             : NULL;
}
