/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what an announcement can tell of what works, and thanks. */
#include "config.h"

#include "store/imp-remark-table.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-reporter.h"
#include "store/imp-store-private.h"

#define REMARKS                                                                                    \
  "SELECT h.n, h.sort, h.words, h.person, p.name, d.name, pd.name, p.naming, s.name, h.date"       \
  " FROM observation h JOIN round v ON v.n = h.round"                                              \
  " LEFT JOIN site s ON s.n = coalesce (h.site, v.site)"                                           \
  " LEFT JOIN person p ON p.n = h.person LEFT JOIN department d ON d.n = h.department"             \
  " LEFT JOIN department pd ON pd.n = p.department WHERE h.sort IN (1, 3) AND h.words <> ''"

G_STATIC_ASSERT (IMP_OBSERVATION_WORKS == 1 && IMP_OBSERVATION_THANKS == 3);

static const char SQL_SELECT_REMARKS[] =
    REMARKS " AND h.date BETWEEN ?1 AND ?2 ORDER BY h.date DESC, h.n DESC LIMIT ?3";
static const char SQL_SELECT_REMARK[] = REMARKS " AND h.n = ?1";

static ImpRemark *
read_remark (ImpStatement *row)
{
  ImpRemark *self = g_new0 (ImpRemark, 1);

  self->item = imp_statement_get_int (row, 0);
  self->sort = (ImpObservationSort) imp_statement_get_int (row, 1);
  self->words = imp_statement_dup_text (row, 2);
  self->person = imp_statement_get_int (row, 3);
  self->who =
      imp_reporter_dup_name (imp_statement_get_text (row, 4), imp_statement_get_text (row, 5),
                             imp_statement_get_text (row, 6));
  self->group = imp_statement_dup_text (row, imp_statement_get_text (row, 6) != NULL ? 6 : 5);
  self->naming = (ImpNaming) imp_statement_get_choice (row, 7, 0, IMP_NAMING_ASK);
  self->site = imp_statement_dup_text (row, 8);
  self->date = imp_statement_get_date (row, 9);
  return self;
}

GPtrArray *
imp_store_read_remarks (ImpStore *store, ImpDate from, ImpDate to, guint limit, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REMARKS);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_remark_free);

  imp_statement_bind_int (select, 1, from);
  imp_statement_bind_int (select, 2, to);
  imp_statement_bind_int (select, 3, limit);
  while (imp_statement_next (select))
    g_ptr_array_add (remarks, read_remark (select));
  return imp_statement_end (select, error) ? g_steal_pointer (&remarks) : NULL;
}

ImpRemark *
imp_store_read_remark (ImpStore *store, ImpItem observation, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REMARK);
  ImpRemark *remark = NULL;

  imp_statement_bind_int (select, 1, observation);
  if (imp_statement_next (select))
    remark = read_remark (select);
  if (!imp_statement_end (select, error))
    {
      g_clear_pointer (&remark, imp_remark_free);
      return NULL;
    }
  if (remark == NULL)
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, _ ("it is not there any more"));
  return remark;
}
