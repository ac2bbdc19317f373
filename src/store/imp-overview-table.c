/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Counts over the whole backlog, names to complete, and items by name. */
#include "config.h"

#include "store/imp-overview-table.h"

#include <string.h>

#include "base/imp-text.h"
#include "store/imp-store-private.h"

static const char SQL_COUNT_FIXES[] = "SELECT state, count(*) FROM fix GROUP BY state";
static const char SQL_COUNT_PROMISES[] =
    "SELECT (SELECT count(*) FROM promise WHERE first BETWEEN ?1 AND ?2 - 1),"
    " (SELECT count(*) FROM promise WHERE first BETWEEN ?1 AND ?2 - 1 AND kept <= first),"
    " (SELECT count(*) FROM promise WHERE kept IS NULL AND due < ?2),"
    " (SELECT count(*) FROM announcement)";

#define SELECT_NAMES(table)                                                                        \
  "SELECT name FROM " table " WHERE instr (folded, ?1) > 0 "                                       \
  "ORDER BY instr (folded, ?1) > 1, folded, name LIMIT ?2"
/* As it is spelled first, then the older one. */
#define FIND_NAME(table)                                                                           \
  "SELECT n, name = ?2 FROM " table " WHERE folded = ?1 ORDER BY name <> ?2, n LIMIT 2"

static const char SQL_SELECT_SITE_NAMES[] = SELECT_NAMES ("site");
static const char SQL_SELECT_DEPARTMENT_NAMES[] = SELECT_NAMES ("department");
static const char SQL_SELECT_OFFERING_NAMES[] = SELECT_NAMES ("offering");
static const char SQL_SELECT_STEP_NAMES[] = SELECT_NAMES ("step");
static const char SQL_SELECT_OUTCOME_NAMES[] = SELECT_NAMES ("outcome");
/* Of tags, which are no items: each once, the way it is mostly written. */
static const char SQL_SELECT_TAGS[] =
    "SELECT tag, max (n) FROM (SELECT folded, tag, count(*) AS n FROM tagging"
    " WHERE instr (folded, ?1) > 0 GROUP BY folded, tag) GROUP BY folded"
    " ORDER BY instr (folded, ?1) > 1, folded LIMIT ?2";
static const char SQL_SELECT_PERSON_NAMES[] = SELECT_NAMES ("person");
static const char SQL_FIND_SITE[] = FIND_NAME ("site");
static const char SQL_FIND_DEPARTMENT[] = FIND_NAME ("department");
static const char SQL_FIND_OFFERING[] = FIND_NAME ("offering");
static const char SQL_FIND_STEP[] = FIND_NAME ("step");
static const char SQL_FIND_OUTCOME[] = FIND_NAME ("outcome");
static const char SQL_FIND_PERSON[] = FIND_NAME ("person");
static const char SQL_SELECT_VIEW_NAMES[] = SELECT_NAMES ("view");
static const char SQL_FIND_VIEW[] = FIND_NAME ("view");

static const struct
{
  const char *names, *find;
} named[IMP_N_KINDS] = {
  [IMP_KIND_SITE] = { SQL_SELECT_SITE_NAMES, SQL_FIND_SITE },
  [IMP_KIND_DEPARTMENT] = { SQL_SELECT_DEPARTMENT_NAMES, SQL_FIND_DEPARTMENT },
  [IMP_KIND_OFFERING] = { SQL_SELECT_OFFERING_NAMES, SQL_FIND_OFFERING },
  [IMP_KIND_STEP] = { SQL_SELECT_STEP_NAMES, SQL_FIND_STEP },
  [IMP_KIND_OUTCOME] = { SQL_SELECT_OUTCOME_NAMES, SQL_FIND_OUTCOME },
  [IMP_KIND_TAGGING] = { SQL_SELECT_TAGS, NULL },
  [IMP_KIND_PERSON] = { SQL_SELECT_PERSON_NAMES, SQL_FIND_PERSON },
  [IMP_KIND_VIEW] = { SQL_SELECT_VIEW_NAMES, SQL_FIND_VIEW },
};

static const char SQL_READ_VERSION[] = "PRAGMA user_version";
static const char SQL_SELECT_EMPTY[] =
    "SELECT NOT (EXISTS (SELECT 1 FROM organisation) OR EXISTS (SELECT 1 FROM site)"
    " OR EXISTS (SELECT 1 FROM department) OR EXISTS (SELECT 1 FROM offering)"
    " OR EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM irritant)"
    " OR EXISTS (SELECT 1 FROM report) OR EXISTS (SELECT 1 FROM fix)"
    " OR EXISTS (SELECT 1 FROM removal) OR EXISTS (SELECT 1 FROM promise)"
    " OR EXISTS (SELECT 1 FROM confirmation) OR EXISTS (SELECT 1 FROM announcement)"
    " OR EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM attachment)"
    " OR EXISTS (SELECT 1 FROM step) OR EXISTS (SELECT 1 FROM outcome)"
    " OR EXISTS (SELECT 1 FROM tagging) OR EXISTS (SELECT 1 FROM view)"
    " OR EXISTS (SELECT 1 FROM round) OR EXISTS (SELECT 1 FROM meeting)"
    " OR EXISTS (SELECT 1 FROM observation) OR EXISTS (SELECT 1 FROM told))";
static const char SQL_COUNT_ITEMS[] = "SELECT count(*) FROM item";
static const char SQL_COUNT_ROWS[] = "SELECT coalesce (sum (applied), 0) FROM replica";

static void
count_irritants (ImpStore *store, ImpCounts *counts)
{
  for (int state = IMP_STATE_OPEN; state < IMP_N_STATES; state++)
    counts->n_irritants[state] =
        (guint) (store->sums.asked[state].n + store->sums.unasked[state].n);
  for (int state = IMP_STATE_OPEN; state <= IMP_STATE_BEING_FIXED; state++)
    {
      counts->n_asked += (guint) store->sums.asked[state].n;
      counts->hours_not_fixed += imp_sums_get_hours (&store->sums, (ImpState) state);
    }
}

static gboolean
count_fixes (ImpStore *store, ImpCounts *counts, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_COUNT_FIXES);

  while (imp_statement_next (select))
    {
      gint64 state = imp_statement_get_int (select, 0);

      if (state >= 0 && state < (gint64) G_N_ELEMENTS (counts->n_fixes))
        counts->n_fixes[state] = (guint) imp_statement_get_int (select, 1);
    }
  return imp_statement_end (select, error);
}

gboolean
imp_store_count (ImpStore *store, ImpDate since, ImpCounts *counts, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_COUNT_PROMISES);

  memset (counts, 0, sizeof *counts);
  imp_statement_bind_int (select, 1, since);
  imp_statement_bind_int (select, 2, imp_store_get_today (store));
  if (imp_statement_next (select))
    {
      counts->promises_due = (guint) imp_statement_get_int (select, 0);
      counts->promises_kept = (guint) imp_statement_get_int (select, 1);
      counts->promises_late = (guint) imp_statement_get_int (select, 2);
      counts->n_announcements = (guint) imp_statement_get_int (select, 3);
    }
  count_irritants (store, counts);
  return imp_statement_end (select, error) && count_fixes (store, counts, error);
}

char **
imp_store_read_names (ImpStore *store, ImpKind kind, const char *text, guint limit, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *folded = imp_text_fold (text);
  g_autoptr (ImpStatement) select = NULL;

  g_return_val_if_fail (named[kind].names != NULL, NULL);
  select = imp_connection_borrow (store->connection, named[kind].names);
  imp_statement_bind_text (select, 1, folded);
  imp_statement_bind_int (select, 2, limit);
  while (imp_statement_next (select))
    g_strv_builder_add (names, imp_statement_get_text (select, 0));
  return imp_statement_end (select, error) ? g_strv_builder_end (names) : NULL;
}

/* What a name stands for, of the first two that go by it. */
static void
choose_named (ImpStatement *select, ImpKind kind, ImpItem *item, gboolean *only)
{
  gboolean exact;

  if (!imp_statement_next (select))
    return;
  *item = imp_statement_get_int (select, 0);
  exact = imp_statement_get_int (select, 1) != 0;
  *only = !imp_statement_next (select) || (exact && imp_statement_get_int (select, 1) == 0);
  if (kind == IMP_KIND_PERSON && !exact && !*only)
    *item = 0;
}

gboolean
imp_store_find_name (ImpStore *store,
                     ImpKind kind,
                     const char *name,
                     ImpItem *item,
                     gboolean *only,
                     GError **error)
{
  g_autofree char *folded = imp_text_fold (name);
  g_autoptr (ImpStatement) select = NULL;
  gboolean is_only = FALSE;

  g_return_val_if_fail (named[kind].find != NULL, FALSE);
  select = imp_connection_borrow (store->connection, named[kind].find);
  *item = 0;
  imp_statement_bind_text (select, 1, folded);
  imp_statement_bind_text (select, 2, name);
  choose_named (select, kind, item, &is_only);
  if (only != NULL)
    *only = is_only;
  return imp_statement_end (select, error);
}

gboolean
imp_store_measure (ImpStore *store, int *schema, guint *n_items, guint *n_rows, GError **error)
{
  gint64 version = 0, items = 0, rows = 0;

  if (!imp_connection_query_int (store->connection, SQL_READ_VERSION, &version, error)
      || !imp_connection_query_int (store->connection, SQL_COUNT_ITEMS, &items, error)
      || !imp_connection_query_int (store->connection, SQL_COUNT_ROWS, &rows, error))
    return FALSE;
  *schema = (int) version;
  *n_items = (guint) items;
  *n_rows = (guint) rows;
  return TRUE;
}

gboolean
imp_store_look_empty (ImpStore *store, gboolean *empty, GError **error)
{
  gint64 value = 0;

  if (!imp_connection_query_int (store->connection, SQL_SELECT_EMPTY, &value, error))
    return FALSE;
  *empty = value != 0;
  return TRUE;
}
