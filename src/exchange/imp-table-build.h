/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a table made into items of the backlog. */
#pragma once

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

/* What all rows together say about how to read one, and what has been said of people already. */
typedef struct
{
  const ImpTablePlan *plan;
  GHashTable *fixers;                  /* of ImpItem as a pointer: marked as being in IT */
  gboolean month_first[IMP_N_TARGETS]; /* of the dates */
} ImpTableReading;

/* Adds the irritant, its report, what they refer to and, where it is fixed, the fix. Either all of
 * it, or nothing and FALSE with *fault set for people: "the date “31-02-2016” does not exist". */
gboolean imp_table_build_row (const ImpTableReading *reading,
                              const ImpTableRow *row,
                              ImpChanges *changes,
                              char **fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpTableRow, imp_table_row_free)

G_END_DECLS
