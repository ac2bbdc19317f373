/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading where in the work an irritant is, and its tags. */
#include "config.h"

#include "store/imp-context-table.h"

#include "base/imp-text.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_CONTEXT[] =
    "SELECT s.name, o.name, i.change, i.waste FROM irritant i"
    " LEFT JOIN step s ON s.n = i.step LEFT JOIN outcome o ON o.n = i.outcome WHERE i.n = ?1";
static const char SQL_SELECT_NUMBERS[] =
    "SELECT state, offering, step, outcome, change, waste FROM irritant WHERE n = ?1";
static const char SQL_SELECT_TAGS[] =
    "SELECT min (tag) FROM tagging WHERE irritant = ?1 GROUP BY folded ORDER BY folded";
static const char SQL_SELECT_TAGGINGS[] =
    "SELECT n FROM tagging WHERE irritant = ?1 AND folded = ?2";

static gboolean
read_row (ImpStore *store, ImpIrritantPage *page, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_CONTEXT);

  imp_statement_bind_int (select, 1, page->item);
  if (imp_statement_next (select))
    {
      page->step = imp_statement_dup_text (select, 0);
      page->outcome = imp_statement_dup_text (select, 1);
      page->change =
          (ImpChangeType) imp_statement_get_choice (select, 2, 0, IMP_CHANGE_CUSTOMER_EXPERIENCE);
      page->waste = (ImpWaste) imp_statement_get_choice (select, 3, 0, IMP_WASTE_TALENT);
    }
  return imp_statement_end (select, error);
}

static gboolean
read_tags (ImpStore *store, ImpIrritantPage *page, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TAGS);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  imp_statement_bind_int (select, 1, page->item);
  while (imp_statement_next (select))
    if (!imp_statement_is_null (select, 0))
      g_strv_builder_add (tags, imp_statement_get_text (select, 0));
  g_strfreev (page->tags);
  page->tags = g_strv_builder_end (tags);
  return imp_statement_end (select, error);
}

gboolean
imp_store_read_context (ImpStore *store, ImpIrritantPage *page, GError **error)
{
  return read_row (store, page, error) && read_tags (store, page, error);
}

gboolean
imp_store_read_context_of (ImpStore *store,
                           ImpItem irritant,
                           ImpContext *context,
                           gboolean *found,
                           GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_NUMBERS);

  imp_statement_bind_int (select, 1, irritant);
  *found = imp_statement_next (select);
  if (*found)
    *context = (ImpContext) {
      (ImpState) imp_statement_get_choice (select, 0, IMP_STATE_OPEN, IMP_STATE_MERGED),
      imp_statement_get_int (select, 1),
      imp_statement_get_int (select, 2),
      imp_statement_get_int (select, 3),
      imp_statement_get_choice (select, 4, 0, IMP_CHANGE_CUSTOMER_EXPERIENCE),
      imp_statement_get_choice (select, 5, 0, IMP_WASTE_TALENT),
    };
  return imp_statement_end (select, error);
}

GArray *
imp_store_find_taggings (ImpStore *store, ImpItem irritant, const char *tag, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TAGGINGS);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  g_autofree char *folded = imp_text_fold (tag);

  imp_statement_bind_int (select, 1, irritant);
  imp_statement_bind_text (select, 2, folded);
  while (imp_statement_next (select))
    {
      ImpItem item = imp_statement_get_int (select, 0);

      g_array_append_val (items, item);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&items) : NULL;
}
