/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Finding a person's name in all that was written. */
#include "config.h"

#include "store/imp-mentions.h"

#include "store/imp-announcement-table.h"
#include "store/imp-item.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_NAMES[] =
    "SELECT DISTINCT value FROM journal WHERE item = ?1 AND field IN (?2, ?3)"
    " AND typeof (value) = 'text' ORDER BY length (value) DESC";
static const char SQL_SELECT_TEXTS[] =
    "SELECT c.item, i.kind, c.field, c.value FROM cell c JOIN item i ON i.n = c.item"
    " WHERE typeof (c.value) = 'text' AND c.field > 0 AND c.item <> ?1 ORDER BY c.item, c.field";
static const char SQL_SELECT_EARLIER_TEXTS[] =
    "SELECT j.item, j.entity, j.field, j.value FROM journal j"
    " WHERE typeof (j.value) = 'text' AND j.field > 0 AND j.item <> ?1 AND NOT EXISTS (SELECT 1"
    " FROM cell c WHERE c.item = j.item AND c.field = j.field AND c.rep = j.rep"
    " AND c.rseq = j.rseq)";
static const char SQL_SELECT_OWNER[] =
    "SELECT o.value, i.kind FROM cell o JOIN item i ON i.n = o.value"
    " WHERE o.item = ?1 AND o.field = 1 AND typeof (o.value) = 'integer'";

static gboolean
add_names (ImpStore *store, ImpItem person, GStrvBuilder *names, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_NAMES);

  imp_statement_bind_int (rows, 1, person);
  imp_statement_bind_int (rows, 2, IMP_PERSON_NAME);
  imp_statement_bind_int (rows, 3, IMP_PERSON_EMAIL);
  while (imp_statement_next (rows))
    g_strv_builder_add (names, imp_statement_get_text (rows, 0));
  return imp_statement_end (rows, error);
}

gboolean
imp_mentions_compile (ImpStore *store,
                      const ImpItem *persons,
                      guint n,
                      GRegex **names,
                      GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  *names = NULL;
  for (guint i = 0; i < n; i++)
    if (!add_names (store, persons[i], builder, error))
      return FALSE;
  all = g_strv_builder_end (builder);
  *names = imp_mention_compile ((const char *const *) all);
  return TRUE;
}

/* One search under way. */
typedef struct
{
  ImpStore *store;
  GRegex *names;
  const char *instead;
  GPtrArray *mentions;
  GHashTable *shown;   /* the fields that name them now: gint64 of item and field */
  GHashTable *earlier; /* those of which earlier versions do; the same */
} Search;

/* Answers and what newer versions wrote are texts too, but not people's. Somebody else of the same
 * name keeps it. */
static gboolean
is_written (ImpKind kind, guint8 number)
{
  const ImpField *field = imp_kind_get_field (kind, number);

  return field != NULL && (field->type == IMP_FIELD_LINE || field->type == IMP_FIELD_PROSE)
         && !(kind == IMP_KIND_PERSON && (number == IMP_PERSON_NAME || number == IMP_PERSON_EMAIL));
}

/* FALSE where it was noted before. */
static gboolean
note_field (GHashTable *fields, ImpItem item, guint8 field)
{
  gint64 *key = g_new (gint64, 1);

  *key = item << 8 | field;
  return g_hash_table_add (fields, key);
}

static gboolean
is_shown (Search *self, ImpItem item, guint8 field)
{
  return g_hash_table_contains (self->shown, &(gint64) { item << 8 | field });
}

static void
find_in_cell (Search *self, ImpStatement *row)
{
  ImpItem item = imp_statement_get_int (row, 0);
  ImpKind kind = (ImpKind) imp_statement_get_choice (row, 1, IMP_KIND_NONE, IMP_KIND_MAX);
  guint8 field = (guint8) imp_statement_get_int (row, 2);
  guint n_before = self->mentions->len;

  if (!is_written (kind, field)
      || !g_regex_match (self->names, imp_statement_get_text (row, 3), 0, NULL))
    return;
  imp_mention_find (self->names, self->instead, item, kind, field, imp_statement_get_text (row, 3),
                    self->mentions);
  if (self->mentions->len > n_before)
    note_field (self->shown, item, field);
}

static gboolean
names_for_certain (Search *self, const char *text)
{
  g_autoptr (GPtrArray) mentions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_mention_free);

  imp_mention_find (self->names, self->instead, 0, IMP_KIND_NONE, 0, text, mentions);
  for (guint i = 0; i < mentions->len; i++)
    if (((ImpMention *) mentions->pdata[i])->certain)
      return TRUE;
  return FALSE;
}

/* A small word that is left to stand may have stood there before; the name goes in any case. */
static void
find_in_row (Search *self, ImpStatement *row)
{
  ImpItem item = imp_statement_get_int (row, 0);
  ImpKind kind = (ImpKind) imp_statement_get_choice (row, 1, IMP_KIND_NONE, IMP_KIND_MAX);
  guint8 field = (guint8) imp_statement_get_int (row, 2);
  ImpMention *mention;

  if (!is_written (kind, field)
      || !g_regex_match (self->names, imp_statement_get_text (row, 3), 0, NULL)
      || (is_shown (self, item, field)
          && !names_for_certain (self, imp_statement_get_text (row, 3)))
      || !note_field (self->earlier, item, field))
    return;
  mention = g_new0 (ImpMention, 1);
  *mention = (ImpMention) { item, kind, field, .certain = TRUE };
  g_ptr_array_add (self->mentions, mention);
}

typedef void (*FindFunc) (Search *self, ImpStatement *row);

static gboolean
find_in_all (Search *self, const char *sql, ImpItem person, FindFunc find, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->store->connection, sql);

  imp_statement_bind_int (rows, 1, person);
  while (imp_statement_next (rows))
    find (self, rows);
  return imp_statement_end (rows, error);
}

/* What a report, a promise or an entry belongs to says more than its own words do. */
static gboolean
describe (ImpStore *store, ImpMention *mention, GError **error)
{
  g_autoptr (ImpStatement) owner = imp_connection_borrow (store->connection, SQL_SELECT_OWNER);
  ImpItem item = mention->item;
  ImpKind kind = mention->kind;

  imp_statement_bind_int (owner, 1, mention->item);
  if (imp_statement_next (owner))
    {
      item = imp_statement_get_int (owner, 0);
      kind = (ImpKind) imp_statement_get_choice (owner, 1, IMP_KIND_NONE, IMP_KIND_MAX);
    }
  return imp_statement_end (owner, error)
         && ((item == mention->item && mention->field == imp_kind_get_label_field (kind))
             || imp_item_dup_label (store, item, kind, &mention->about, error))
         && imp_store_find_published (store, mention->kind, mention->item, &mention->published,
                                      error);
}

static gboolean
describe_all (Search *self, GError **error)
{
  for (guint i = 0; i < self->mentions->len; i++)
    if (!describe (self->store, self->mentions->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
search (Search *self, ImpItem person, GError **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) earlier =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->shown = shown;
  self->earlier = earlier;
  return find_in_all (self, SQL_SELECT_TEXTS, person, find_in_cell, error)
         && find_in_all (self, SQL_SELECT_EARLIER_TEXTS, person, find_in_row, error)
         && describe_all (self, error);
}

GPtrArray *
imp_mentions_read (ImpStore *store, ImpItem person, const char *instead, GError **error)
{
  g_autoptr (GPtrArray) mentions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_mention_free);
  g_autoptr (GRegex) names = NULL;
  Search self = { .store = store, .instead = instead, .mentions = mentions };

  if (!imp_mentions_compile (store, &person, 1, &names, error))
    return NULL;
  self.names = names;
  return names == NULL || search (&self, person, error) ? g_steal_pointer (&mentions) : NULL;
}
