/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a table made into items of the backlog. */
#pragma once

#include "exchange/imp-table-row.h"

G_BEGIN_DECLS

/* Private to this layer. Remembers what earlier rows have named, so that two rows that name the
 * same site share it. */
typedef struct
{
  const ImpTablePlan *plan;       /* borrowed */
  ImpChanges *changes;            /* borrowed */
  GHashTable *named[IMP_N_KINDS]; /* name as written → ImpItem as a pointer, without its sign */
  GHashTable *fixers;             /* of the same: said to be in IT */
} ImpTableBuild;

void imp_table_build_init (ImpTableBuild *self, const ImpTablePlan *plan, ImpChanges *changes);
void imp_table_build_clear (ImpTableBuild *self);
/* The irritant, its reports, what they refer to and, where it is fixed, the fix. */
void imp_table_build_add (ImpTableBuild *self, const ImpTableRow *row, const ImpTableFacts *facts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpTableBuild, imp_table_build_clear)

G_END_DECLS
