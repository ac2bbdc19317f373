/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What another backlog gets of a round. */
#include "config.h"

#include "store/imp-pass-round.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-item.h"
#include "store/imp-journal.h"

static const char SQL_SELECT_OF_ROUND[] =
    "SELECT n FROM meeting WHERE round = ?1 UNION ALL SELECT n FROM observation WHERE round = ?1"
    " UNION ALL SELECT n FROM report WHERE round = ?1"
    " UNION ALL SELECT n FROM promise WHERE round = ?1"
    " UNION ALL SELECT n FROM told WHERE round = ?1 ORDER BY 1";
/* What was merged into it belongs to the other one. */
static const char SQL_SELECT_OF_IRRITANT[] =
    "SELECT n FROM tagging WHERE irritant = ?1 AND merged_from IS NULL"
    " UNION ALL SELECT n FROM tagging WHERE merged_from = ?1"
    " UNION ALL SELECT n FROM attachment WHERE irritant = ?1 AND merged_from IS NULL"
    " UNION ALL SELECT n FROM attachment WHERE merged_from = ?1 ORDER BY 1";
static const char SQL_SELECT_REMOVALS[] =
    "SELECT n, coalesce (merged_from, irritant) FROM removal WHERE fix = ?1 ORDER BY n";
static const char SQL_SELECT_NAMED[] =
    "SELECT field, value FROM cell WHERE item = ?1 AND typeof (value) = 'integer' ORDER BY field";
/* Who meets somebody, or was told, without a name that may stand there. */
static const char SQL_SELECT_NOBODY[] =
    "SELECT 1 FROM meeting WHERE n = ?1 AND person IS NOT NULL AND department IS NULL UNION ALL"
    " SELECT 1 FROM told WHERE n = ?1 AND person IS NOT NULL AND department IS NULL";

/* The items that belong to a round, while they are found. */
typedef struct
{
  ImpStore *store;
  gboolean with_people;
  GHashTable *found; /* set of ImpItem as pointers */
  GArray *items;     /* of Found: the same in the order of finding */
  ImpPassedRound *passed;
} Gather;

typedef struct
{
  ImpItem item;
  ImpKind kind;
} Found;

static gboolean
is_found (const Gather *self, ImpItem item)
{
  return g_hash_table_contains (self->found, GSIZE_TO_POINTER ((gsize) item));
}

static gboolean
names_nobody (Gather *self, ImpItem item, gboolean *nobody, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_NOBODY);

  imp_statement_bind_int (select, 1, item);
  *nobody = imp_statement_next (select);
  return imp_statement_end (select, error);
}

static gboolean
add (Gather *self, ImpItem item, GError **error)
{
  Found found = { .item = item };
  gboolean alive = FALSE, nobody = FALSE;

  if (is_found (self, item))
    return TRUE;
  if (!imp_item_read_kind (self->store, item, &found.kind, error)
      || !imp_item_is_alive (self->store, item, &alive, error)
      || (!self->with_people && !names_nobody (self, item, &nobody, error)))
    return FALSE;
  if (!alive || nobody || !imp_passed_has_kind (found.kind)
      || (found.kind == IMP_KIND_PERSON && !self->with_people))
    return TRUE;
  g_hash_table_add (self->found, GSIZE_TO_POINTER ((gsize) item));
  g_array_append_val (self->items, found);
  return TRUE;
}

static gboolean
add_all (Gather *self, const char *sql, ImpItem of, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->store->connection, sql);

  imp_statement_bind_int (rows, 1, of);
  while (imp_statement_next (rows))
    if (!add (self, imp_statement_get_int (rows, 0), error))
      return FALSE;
  return imp_statement_end (rows, error);
}

/* What its fields name belongs to it. */
static gboolean
add_named (Gather *self, const Found *found, GError **error)
{
  g_autoptr (ImpStatement) cells =
      imp_connection_borrow (self->store->connection, SQL_SELECT_NAMED);

  imp_statement_bind_int (cells, 1, found->item);
  while (imp_statement_next (cells))
    {
      const ImpField *field =
          imp_kind_get_field (found->kind, (guint) imp_statement_get_int (cells, 0));

      if (field != NULL && field->type == IMP_FIELD_ITEM
          && !add (self, imp_statement_get_int (cells, 1), error))
        return FALSE;
    }
  return imp_statement_end (cells, error);
}

/* Grows while it is gone through. */
static gboolean
gather_items (Gather *self, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Found found = g_array_index (self->items, Found, i);

      if (!add_named (self, &found, error)
          || (found.kind == IMP_KIND_IRRITANT
              && !add_all (self, SQL_SELECT_OF_IRRITANT, found.item, error)))
        return FALSE;
    }
  return TRUE;
}

/* Of a fix, only what it removes of this round. */
static gboolean
add_removals (Gather *self, ImpItem fix, GError **error)
{
  g_autoptr (ImpStatement) rows =
      imp_connection_borrow (self->store->connection, SQL_SELECT_REMOVALS);

  imp_statement_bind_int (rows, 1, fix);
  while (imp_statement_next (rows))
    if (is_found (self, imp_statement_get_int (rows, 1))
        && !add (self, imp_statement_get_int (rows, 0), error))
      return FALSE;
  return imp_statement_end (rows, error);
}

static gboolean
gather_removals (Gather *self, GError **error)
{
  for (guint i = 0, n = self->items->len; i < n; i++)
    {
      const Found found = g_array_index (self->items, Found, i);

      if (found.kind == IMP_KIND_FIX && !add_removals (self, found.item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_deletion (const ImpRow *row)
{
  return row->field == IMP_FIELD_LIFE && row->value.type == IMP_VALUE_TEXT;
}

static void
note_hash (ImpPassedRound *passed, const ImpRow *row)
{
  if (row->entity == IMP_KIND_ATTACHMENT && row->field == IMP_ATTACHMENT_SHA256
      && row->value.type == IMP_VALUE_TEXT)
    g_hash_table_add (passed->hashes, g_strdup (row->value.text));
}

/* Takes the row over. */
static void
pass_row (Gather *self, ImpRow *row)
{
  if (is_deletion (row) || row->field == IMP_FIELD_FORGET
      || (!self->with_people && imp_passed_names_people ((ImpKind) row->entity, row->field)))
    {
      imp_row_free (row);
      return;
    }
  if (!self->with_people)
    g_set_str (&row->actor, "");
  note_hash (self->passed, row);
  g_ptr_array_add (self->passed->rows, row);
}

static gboolean
pass_item (Gather *self, ImpItem item, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_journal_select_of_item (self->store, item);

  while (imp_statement_next (rows))
    {
      ImpUuid replica;
      ImpRow *row;

      if (!imp_statement_get_uuid (rows, IMP_JOURNAL_REPLICA, &replica, error)
          || (row = imp_journal_read (self->store, rows, &replica, error)) == NULL)
        return FALSE;
      pass_row (self, row);
    }
  return imp_statement_end (rows, error);
}

static gboolean
refuse_many (GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       _ ("it and what it names have more history than one file can hold. Export "
                          "the whole backlog instead"));
  return FALSE;
}

static gboolean
pass_items (Gather *self, GError **error)
{
  imp_store_expect (self->store, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    if (!imp_store_advance (self->store, 1, error)
        || !pass_item (self, g_array_index (self->items, Found, i).item, error)
        || (self->passed->rows->len > IMP_PASSED_MOST_ROWS && !refuse_many (error)))
      return FALSE;
  return TRUE;
}

static gboolean
refuse_unknown (GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND,
                       _ ("there is no such round. Choose another one"));
  return FALSE;
}

static gboolean
begin (Gather *self, ImpItem round, GError **error)
{
  return imp_item_read_uuid (self->store, round, &self->passed->round, error)
         && add (self, round, error)
         && ((self->items->len == 1 && g_array_index (self->items, Found, 0).kind == IMP_KIND_ROUND)
             || refuse_unknown (error));
}

ImpPassedRound *
imp_store_pass_round (ImpStore *store, ImpItem round, gboolean with_people, GError **error)
{
  g_autoptr (ImpPassedRound) passed = imp_passed_round_new ();
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Found));
  Gather self = { store, with_people, found, items, passed };

  if (!begin (&self, round, error) || !add_all (&self, SQL_SELECT_OF_ROUND, round, error)
      || !gather_items (&self, error) || !gather_removals (&self, error)
      || !pass_items (&self, error))
    return NULL;
  return g_steal_pointer (&passed);
}
