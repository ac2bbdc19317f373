/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Fields that several people wrote without knowing of each other. */
#include "config.h"

#include "store/imp-history-table.h"

#include "store/imp-frozen.h"
#include "store/imp-item.h"
#include "store/imp-journal.h"
#include "store/imp-merge.h"

/* The life of an item is no value to choose: who writes keeps it alive. Nor is what was published. */
static const char SQL_SELECT_CONTESTED[] =
    "SELECT c.item, i.kind, c.field, c.heads, EXISTS (SELECT 1 FROM announcement a"
    " WHERE a.n = c.item AND a.frozen = 1) FROM cell c JOIN item i ON i.n = c.item"
    " WHERE c.heads IS NOT NULL AND c.field <> 0 AND NOT EXISTS (SELECT 1 FROM announcement a"
    " WHERE a.n = c.item AND a.frozen = 1 AND c.field IN (1, 2, 3, 6))"
    " AND NOT EXISTS (SELECT 1 FROM entry e JOIN announcement a ON a.n = e.announcement"
    " WHERE e.n = c.item AND a.frozen = 1)"
    " ORDER BY c.item, c.field";
static const char SQL_SELECT_VERSION[] =
    "SELECT value, hlc >> 16, actor FROM journal WHERE rep = ?1 AND rseq = ?2";

static gboolean
is_known (const ImpContest *contest, const ImpValue *value)
{
  for (guint i = 0; i < contest->versions->len; i++)
    if (imp_value_equal (&((ImpVersion *) contest->versions->pdata[i])->value, value))
      return TRUE;
  return FALSE;
}

/* Two who wrote the same agree. */
static gboolean
add_version (ImpContest *contest, ImpStore *store, ImpHead head, GError **error)
{
  g_autoptr (ImpStatement) row = imp_connection_borrow (store->connection, SQL_SELECT_VERSION);
  const ImpField *field = imp_kind_get_field (contest->kind, contest->field);
  ImpValue value;
  ImpVersion *version;

  imp_statement_bind_int (row, 1, head.rep);
  imp_statement_bind_int (row, 2, head.rseq);
  if (!imp_statement_fetch (row, error) || !imp_journal_dup_value (store, row, 0, &value, error))
    return FALSE;
  if (is_known (contest, &value))
    {
      imp_value_clear (&value);
      return TRUE;
    }
  version = imp_contest_add_version (contest);
  version->value = value;
  version->time_ms = imp_statement_get_int (row, 1);
  version->actor = imp_statement_dup_text (row, 2);
  return imp_item_dup_value_label (store, field, &value, &version->name, error);
}

static gboolean
add_versions (ImpContest *contest, ImpStore *store, const char *text, GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  imp_heads_parse (text, heads);
  for (guint i = 0; i < heads->len; i++)
    if (!add_version (contest, store, g_array_index (heads, ImpHead, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_contest (ImpStore *store, ImpStatement *rows, GPtrArray *contests, GError **error)
{
  g_autoptr (ImpContest) contest = imp_contest_new ();
  gboolean alive = FALSE;

  contest->item = imp_statement_get_int (rows, 0);
  contest->kind = (ImpKind) imp_statement_get_choice (rows, 1, IMP_KIND_NONE, IMP_KIND_MAX);
  contest->field = (guint8) imp_statement_get_int (rows, 2);
  contest->seen = imp_statement_dup_text (rows, 3);
  contest->is_told = imp_statement_get_int (rows, 4) != 0;
  if (!imp_item_is_alive (store, contest->item, &alive, error)
      || !imp_item_dup_label (store, contest->item, contest->kind, &contest->name, error)
      || !add_versions (contest, store, imp_statement_get_text (rows, 3), error))
    return FALSE;
  if (alive && contest->versions->len > 1)
    g_ptr_array_add (contests, g_steal_pointer (&contest));
  return TRUE;
}

static gboolean
add_late_version (ImpContest *contest,
                  ImpStore *store,
                  ImpStatement *row,
                  int column,
                  ImpValue value,
                  GError **error)
{
  ImpVersion *version = imp_contest_add_version (contest);
  const ImpField *field = imp_kind_get_field (contest->kind, contest->field);

  version->value = value;
  version->time_ms = imp_statement_get_int (row, column);
  version->actor = imp_statement_dup_text (row, column + 1);
  return imp_item_dup_value_label (store, field, &version->value, &version->name, error);
}

/* What was published is shown; who wrote something else did not know of that. */
static gboolean
add_late (ImpStore *store, ImpStatement *row, GPtrArray *contests, GError **error)
{
  g_autoptr (ImpContest) contest = imp_contest_new ();
  gboolean told;
  ImpValue value;

  contest->item = imp_statement_get_int (row, 0);
  contest->kind = (ImpKind) imp_statement_get_int (row, 1);
  contest->field = (guint8) imp_statement_get_int (row, 2);
  if (!imp_item_dup_label (store, contest->item, contest->kind, &contest->name, error)
      || !imp_frozen_read_told (store, contest->kind, contest->item, contest->field, &told, &value,
                                error)
      || !add_late_version (contest, store, row, 3, value, error)
      || !add_late_version (contest, store, row, 5, imp_statement_dup_value (row, 7), error))
    return FALSE;
  contest->is_told = TRUE;
  g_ptr_array_add (contests, g_steal_pointer (&contest));
  return TRUE;
}

static gboolean
add_all_late (ImpStore *store, guint n_most, GPtrArray *contests, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_frozen_select_late (store);

  while (contests->len < n_most && imp_statement_next (rows))
    if (!add_late (store, rows, contests, error))
      return FALSE;
  return imp_statement_end (rows, error);
}

GPtrArray *
imp_contests_read (ImpStore *store, guint n_passed, guint n_most, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_CONTESTED);
  g_autoptr (GPtrArray) contests =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_contest_free);

  while (contests->len < n_passed + n_most && imp_statement_next (rows))
    if (!add_contest (store, rows, contests, error))
      return NULL;
  if (!imp_statement_end (rows, error) || !add_all_late (store, n_passed + n_most, contests, error))
    return NULL;
  g_ptr_array_remove_range (contests, 0, MIN (n_passed, contests->len));
  return g_steal_pointer (&contests);
}
