/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A row of a table: what it says, and what that means. */
#pragma once

#include "exchange/imp-table-cell.h"
#include "exchange/imp-table-plan.h"

G_BEGIN_DECLS

/* Private to this layer. What a row says, by what it becomes; NULL where it says nothing. Owns its
 * strings. */
typedef struct
{
  guint line;
  double revision;
  char *id;
  char *values[IMP_N_TARGETS];
} ImpTableRow;

void imp_table_row_free (ImpTableRow *self);

/* Which figure is the day, for each column of dates. */
typedef struct
{
  gboolean month_first[IMP_N_TARGETS];
  gboolean is_open[IMP_N_TARGETS]; /* nothing tells: read day first */
} ImpTableDates;

/* rows: of ImpTableRow. A column that does not tell follows the others. */
void imp_table_dates_decide (ImpTableDates *self, GPtrArray *rows);

/* What a row means. Owns the answers. */
typedef struct
{
  ImpDate date;
  ImpDate fixed; /* or declined, by the state */
  char *answers[IMP_N_QUESTIONS];
  int irritation, change, waste;
  ImpCellState state;
} ImpTableFacts;

/* FALSE where something cannot be understood, with *fault for people: "the date “31-02-2016” does
 * not exist". The facts are cleared by the caller in any case. */
gboolean imp_table_facts_read (ImpTableFacts *self,
                               const ImpTableRow *row,
                               const ImpTablePlan *plan,
                               const ImpTableDates *dates,
                               char **fault);
void imp_table_facts_clear (ImpTableFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpTableRow, imp_table_row_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpTableFacts, imp_table_facts_clear)

G_END_DECLS
