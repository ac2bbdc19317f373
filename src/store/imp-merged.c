/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants that were merged into another one: what belongs to them goes along. */
#include "config.h"

#include "store/imp-merged.h"

#include "store/imp-merge.h"

#define MERGED_INTO "14" /* IMP_IRRITANT_MERGED_INTO */

G_STATIC_ASSERT (IMP_IRRITANT_MERGED_INTO == 14);

static const char SQL_FIND_MERGED[] =
    "SELECT EXISTS (SELECT 1 FROM irritant WHERE merged_into IS NOT NULL)"
    " OR EXISTS (SELECT 1 FROM report WHERE merged_from IS NOT NULL)"
    " OR EXISTS (SELECT 1 FROM removal WHERE merged_from IS NOT NULL)"
    " OR EXISTS (SELECT 1 FROM confirmation WHERE merged_from IS NOT NULL)"
    " OR EXISTS (SELECT 1 FROM attachment WHERE merged_from IS NOT NULL)"
    " OR EXISTS (SELECT 1 FROM tagging WHERE merged_from IS NOT NULL)"
    " OR EXISTS (SELECT 1 FROM told WHERE merged_from IS NOT NULL)";
static const char SQL_SELECT_MERGED[] = "SELECT n FROM irritant WHERE merged_into IS NOT NULL";
static const char SQL_SELECT_PART_LINES[] =
    "SELECT n, title FROM irritant WHERE merged = ?1 ORDER BY n";
static const char SQL_SELECT_PARTS[] = "SELECT n FROM irritant WHERE merged = ?1";
/* A link between two that live. */
static const char SQL_SELECT_LINK[] = "SELECT i.merged_into, c.hlc, r.id, c.rseq FROM irritant i"
                                      " JOIN irritant t ON t.n = i.merged_into"
                                      " JOIN cell c ON c.item = i.n AND c.field = " MERGED_INTO
                                      " JOIN replica r ON r.n = c.rep WHERE i.n = ?1";
static const char SQL_SELECT_NEIGHBOURS[] =
    "SELECT merged_into FROM irritant WHERE n = ?1 AND merged_into IS NOT NULL"
    " UNION ALL SELECT n FROM irritant WHERE merged_into = ?1";
static const char SQL_SELECT_HOLDERS[] =
    "SELECT irritant FROM report WHERE merged_from = ?1"
    " UNION SELECT irritant FROM removal WHERE merged_from = ?1"
    " UNION SELECT irritant FROM confirmation WHERE merged_from = ?1"
    " UNION SELECT irritant FROM attachment WHERE merged_from = ?1"
    " UNION SELECT irritant FROM tagging WHERE merged_from = ?1"
    " UNION SELECT irritant FROM told WHERE merged_from = ?1";

static const char SQL_UPDATE_MERGED[] = "UPDATE irritant SET merged = nullif (?2, n) WHERE n = ?1";
/* All that is of an irritant, wherever it counts now. */
#define SEND(table)                                                                                \
  "UPDATE " table " SET irritant = ?2, merged_from = nullif (?1, ?2) WHERE merged_from = ?1"       \
  " OR (irritant = ?1 AND merged_from IS NULL)"
static const char SQL_SEND_REPORTS[] = SEND ("report");
static const char SQL_SEND_REMOVALS[] = SEND ("removal");
static const char SQL_SEND_CONFIRMATIONS[] = SEND ("confirmation");
static const char SQL_SEND_ATTACHMENTS[] = SEND ("attachment");
static const char SQL_SEND_TAGGINGS[] = SEND ("tagging");
static const char SQL_SEND_TOLD[] = SEND ("told");
/* One that was just written names the irritant that it is of. */
#define FOLLOW(table)                                                                              \
  "UPDATE " table " SET merged_from = irritant, irritant = (SELECT merged FROM irritant i"         \
  " WHERE i.n = " table ".irritant) WHERE n = ?1 AND EXISTS (SELECT 1 FROM irritant i"             \
  " WHERE i.n = " table ".irritant AND i.merged IS NOT NULL)"
static const char SQL_FOLLOW_REPORT[] = FOLLOW ("report");
static const char SQL_FOLLOW_REMOVAL[] = FOLLOW ("removal");
static const char SQL_FOLLOW_CONFIRMATION[] = FOLLOW ("confirmation");
static const char SQL_FOLLOW_ATTACHMENT[] = FOLLOW ("attachment");
static const char SQL_FOLLOW_TAGGING[] = FOLLOW ("tagging");
static const char SQL_FOLLOW_TOLD[] = FOLLOW ("told");

static const char *const follow[IMP_N_KINDS] = {
  [IMP_KIND_REPORT] = SQL_FOLLOW_REPORT,
  [IMP_KIND_REMOVAL] = SQL_FOLLOW_REMOVAL,
  [IMP_KIND_CONFIRMATION] = SQL_FOLLOW_CONFIRMATION,
  [IMP_KIND_ATTACHMENT] = SQL_FOLLOW_ATTACHMENT,
  [IMP_KIND_TAGGING] = SQL_FOLLOW_TAGGING,
  [IMP_KIND_TOLD] = SQL_FOLLOW_TOLD,
};

gboolean
imp_merged_exist (ImpStore *store, gboolean *exist, GError **error)
{
  gint64 found = 0;
  gboolean done = imp_connection_query_int (store->connection, SQL_FIND_MERGED, &found, error);

  *exist = found != 0;
  return done;
}

static gboolean
add_items (ImpStore *store, const char *sql, ImpItem item, GArray *items, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, sql);

  if (item != 0)
    imp_statement_bind_int (select, 1, item);
  while (imp_statement_next (select))
    {
      ImpItem found = imp_statement_get_int (select, 0);

      g_array_append_val (items, found);
    }
  return imp_statement_end (select, error);
}

GArray *
imp_merged_read_parts (ImpStore *store, ImpItem irritant, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  return add_items (store, SQL_SELECT_PARTS, irritant, parts, error) ? g_steal_pointer (&parts)
                                                                     : NULL;
}

gboolean
imp_merged_read_part_lines (ImpStore *store, ImpItem irritant, GPtrArray *lines, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_PART_LINES);

  imp_statement_bind_int (select, 1, irritant);
  while (imp_statement_next (select))
    {
      ImpPartLine *line = g_new0 (ImpPartLine, 1);

      line->item = imp_statement_get_int (select, 0);
      line->title = imp_statement_dup_text (select, 1);
      g_ptr_array_add (lines, line);
    }
  return imp_statement_end (select, error);
}

typedef struct
{
  ImpStore *store;
  GError *error;
} Links;

static gboolean
find_link_cb (gint64 item, ImpMergedLink *link, gpointer data)
{
  Links *self = data;
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_LINK);

  if (self->error != NULL)
    return FALSE;
  imp_statement_bind_int (select, 1, item);
  if (!imp_statement_next (select))
    {
      imp_statement_end (select, &self->error);
      return FALSE;
    }
  link->into = imp_statement_get_int (select, 0);
  link->hlc = imp_statement_get_int (select, 1);
  link->rseq = imp_statement_get_int (select, 3);
  return imp_statement_get_uuid (select, 2, &link->replica, &self->error);
}

static gboolean
run_two (ImpStore *store, const char *sql, ImpItem item, ImpItem holder, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (store->connection, sql);

  imp_statement_bind_int (update, 1, item);
  imp_statement_bind_int (update, 2, holder);
  return imp_statement_run (update, error);
}

/* Where an irritant and what is of it count, before or after. */
static gboolean
collect (ImpStore *store, ImpAffected *affected, ImpItem item, GError **error)
{
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  g_array_append_val (holders, item);
  if (!add_items (store, SQL_SELECT_HOLDERS, item, holders, error))
    return FALSE;
  for (guint i = 0; i < holders->len; i++)
    if (!imp_affected_collect (affected, store, IMP_KIND_IRRITANT,
                               g_array_index (holders, ImpItem, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
send (ImpStore *store, ImpAffected *affected, ImpItem item, GError **error)
{
  Links links = { store, NULL };
  ImpItem holder = imp_merged_find (item, find_link_cb, &links);

  if (links.error != NULL)
    {
      g_propagate_error (error, links.error);
      return FALSE;
    }
  return collect (store, affected, item, error)
         && run_two (store, SQL_UPDATE_MERGED, item, holder, error)
         && run_two (store, SQL_SEND_REPORTS, item, holder, error)
         && run_two (store, SQL_SEND_REMOVALS, item, holder, error)
         && run_two (store, SQL_SEND_CONFIRMATIONS, item, holder, error)
         && run_two (store, SQL_SEND_ATTACHMENTS, item, holder, error)
         && run_two (store, SQL_SEND_TAGGINGS, item, holder, error)
         && run_two (store, SQL_SEND_TOLD, item, holder, error)
         && imp_affected_collect (affected, store, IMP_KIND_IRRITANT, holder, error);
}

/* All that links lead to from here, in either direction. */
static gboolean
settle_irritant (ImpStore *store,
                 ImpAffected *affected,
                 GHashTable *settled,
                 ImpItem item,
                 GError **error)
{
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  g_array_append_val (reached, item);
  for (guint i = 0; i < reached->len; i++)
    {
      ImpItem next = g_array_index (reached, ImpItem, i);

      if (g_hash_table_add (settled, GSIZE_TO_POINTER ((gsize) next))
          && (!add_items (store, SQL_SELECT_NEIGHBOURS, next, reached, error)
              || !send (store, affected, next, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow_item (ImpStore *store, ImpAffected *affected, ImpKind kind, ImpItem item, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (store->connection, follow[kind]);

  imp_statement_bind_int (update, 1, item);
  return imp_statement_run (update, error)
         && imp_affected_collect (affected, store, kind, item, error);
}

gboolean
imp_merged_settle (ImpStore *store,
                   ImpAffected *affected,
                   GHashTable *settled,
                   ImpKind kind,
                   ImpItem item,
                   GError **error)
{
  if (kind == IMP_KIND_IRRITANT)
    return settle_irritant (store, affected, settled, item, error);
  return kind >= IMP_N_KINDS || follow[kind] == NULL
         || follow_item (store, affected, kind, item, error);
}

gboolean
imp_merged_settle_all (ImpStore *store, ImpAffected *affected, GError **error)
{
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  g_autoptr (GHashTable) settled = g_hash_table_new (NULL, NULL);

  if (!add_items (store, SQL_SELECT_MERGED, 0, merged, error))
    return FALSE;
  for (guint i = 0; i < merged->len; i++)
    if (!settle_irritant (store, affected, settled, g_array_index (merged, ImpItem, i), error))
      return FALSE;
  return TRUE;
}
