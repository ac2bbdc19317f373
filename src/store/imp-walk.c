/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The walk over everything that lives. */
#include "config.h"

#include "store/imp-walk.h"

#include "store/imp-item.h"
#include "store/imp-store-private.h"

#include <string.h>

/* Sorted by themselves: a walk along the index of UUIDs would visit all kinds for each. */
static const char SQL_SELECT_ITEMS_OF_KIND[] =
    "SELECT n, id FROM item NOT INDEXED WHERE kind = ?1 ORDER BY id";
/* The life of an item and its fields; of those in the mask, what they name and its life. */
static const char SQL_SELECT_CELLS[] =
    "SELECT c.field, c.value, r.id, l.value IS 1, c.value IS 1 FROM cell c"
    " LEFT JOIN item r ON (?2 >> c.field) & 1 AND r.n = c.value"
    " LEFT JOIN cell l ON l.item = r.n AND l.field = 0 WHERE c.item = ?1 ORDER BY c.field";
static const char SQL_COUNT_STEPS[] =
    "SELECT count(*) + (SELECT coalesce (sum (length (bytes) / 49152 + 1), 0) FROM blob) FROM item";

/* One kind being walked over. */
typedef struct
{
  ImpStore *store;
  ImpKind kind;
  guint n_fields;
  gint64 references; /* 1 << number of the fields that name items */
  ImpWalkFunc func;
  gpointer data;
} Walk;

/* The number 1 is alive for sure; a deletion may have been written to since. `column` says which. */
static gboolean
lives (Walk *self, ImpStatement *cells, int column, ImpItem item, gboolean *alive, GError **error)
{
  *alive = imp_statement_get_int (cells, column) != 0;
  return *alive || imp_item_is_alive (self->store, item, alive, error);
}

static gboolean
read_value (Walk *self, ImpStatement *cells, ImpNamedValue *value, GError **error)
{
  value->value = imp_statement_dup_value (cells, 1);
  if (imp_statement_is_null (cells, 2))
    return TRUE;
  return imp_statement_get_uuid (cells, 2, &value->uuid, error)
         && lives (self, cells, 3, value->value.integer, &value->refers, error);
}

static gboolean
read_item (Walk *self, ImpItem item, ImpNamedValue *values, gboolean *alive, GError **error)
{
  g_autoptr (ImpStatement) cells =
      imp_connection_borrow (self->store->connection, SQL_SELECT_CELLS);

  *alive = FALSE;
  imp_statement_bind_int (cells, 1, item);
  imp_statement_bind_int (cells, 2, self->references);
  while (imp_statement_next (cells))
    {
      gint64 field = imp_statement_get_int (cells, 0);

      if (field == IMP_FIELD_LIFE)
        {
          if (!lives (self, cells, 4, item, alive, error))
            return FALSE;
        }
      else if (*alive && field <= (gint64) self->n_fields
               && !read_value (self, cells, &values[field - 1], error))
        return FALSE;
      if (!*alive)
        break;
    }
  return imp_statement_end (cells, error);
}

static gboolean
visit_item (Walk *self, ImpItem item, const ImpUuid *uuid, GError **error)
{
  ImpNamedValue values[64];
  gboolean alive, done;

  memset (values, 0, self->n_fields * sizeof *values);
  done = read_item (self, item, values, &alive, error)
         && (!alive || self->func (self->kind, uuid, values, self->data, error));
  for (guint i = 0; i < self->n_fields; i++)
    imp_value_clear (&values[i].value);
  return done;
}

static gboolean
visit_items (Walk *self, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_ITEMS_OF_KIND);

  imp_statement_bind_int (select, 1, self->kind);
  while (imp_statement_next (select))
    {
      ImpUuid uuid;

      if (!imp_store_advance (self->store, 1, error)
          || !imp_statement_get_uuid (select, 1, &uuid, error)
          || !visit_item (self, imp_statement_get_int (select, 0), &uuid, error))
        return FALSE;
    }
  return imp_statement_end (select, error);
}

static gboolean
visit_kind (Walk *self, ImpKind kind, GError **error)
{
  const ImpField *fields = imp_kind_get_fields (kind, &self->n_fields);

  self->kind = kind;
  self->references = 0;
  for (guint i = 0; i < self->n_fields; i++)
    if (fields[i].type == IMP_FIELD_ITEM)
      self->references |= G_GINT64_CONSTANT (1) << fields[i].number;
  return visit_items (self, error);
}

gboolean
imp_store_for_each_item (ImpStore *store, ImpWalkFunc func, gpointer data, GError **error)
{
  Walk walk = { .store = store, .func = func, .data = data };
  gint64 n_steps = 0;

  if (!imp_connection_query_int (store->connection, SQL_COUNT_STEPS, &n_steps, error))
    return FALSE;
  imp_store_expect (store, (guint64) n_steps);
  for (int kind = 1; kind < IMP_N_KINDS; kind++)
    if (!visit_kind (&walk, (ImpKind) kind, error))
      return FALSE;
  return TRUE;
}
