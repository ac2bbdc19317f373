/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What each column of a table becomes in the backlog. */
#pragma once

#include "exchange/imp-table-import.h"

G_BEGIN_DECLS

/* What a column can become. The order is that of the values in an ImpTableRow. */
typedef enum
{
  IMP_TARGET_NONE, /* left out */
  IMP_TARGET_ID,
  IMP_TARGET_TITLE,
  IMP_TARGET_WORDS,
  IMP_TARGET_DESCRIPTION,
  IMP_TARGET_SITE,
  IMP_TARGET_PERSON,
  IMP_TARGET_DEPARTMENT,
  IMP_TARGET_OFFERING,
  IMP_TARGET_DATE,
  IMP_TARGET_PEOPLE, /* these four in the order of ImpQuestion */
  IMP_TARGET_OFTEN,
  IMP_TARGET_MINUTES,
  IMP_TARGET_EFFORT,
  IMP_TARGET_IRRITATION,
  IMP_TARGET_STEP,
  IMP_TARGET_OUTCOME,
  IMP_TARGET_CHANGE,
  IMP_TARGET_WASTE,
  IMP_TARGET_TAGS, /* several, between commas, semicolons or line breaks */
  IMP_TARGET_STATE,
  IMP_TARGET_FIXED,
  IMP_TARGET_CLOSED, /* stands in where FIXED is not known */
  IMP_TARGET_FIXER,
  IMP_TARGET_DID,
  IMP_TARGET_SUBCATEGORY,
  IMP_TARGET_SYMPTOM,
  IMP_TARGET_REVISION, /* of several rows with the same id, the one with the highest counts */
  IMP_TARGET_PASSED_ON,
  IMP_TARGET_REOPENED,
  IMP_TARGET_CONTACT,
  IMP_TARGET_IMPACT,
  IMP_TARGET_URGENCY,
  IMP_TARGET_CODE,
  IMP_N_TARGETS
} ImpTarget;

/* Private to this layer. Made from the first row of a table, then constant. */
typedef struct
{
  ImpTablePreset preset;
  guint n_columns;
  ImpTarget *targets;        /* of each column */
  guint used[IMP_N_TARGETS]; /* how many columns become it */
  gboolean untitled;         /* nothing says what an irritant is */
  char *signature;           /* of the names of the columns: tells one kind of table from another */
} ImpTablePlan;

/* map: "column=field", as people give it; NULL for none. IMP_ERROR_INPUT where it names what is
 * not there. */
ImpTablePlan *imp_table_plan_new (ImpTablePreset preset,
                                  const char *const *names,
                                  guint n_columns,
                                  const char *const *map,
                                  GError **error);
void imp_table_plan_free (ImpTablePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpTablePlan, imp_table_plan_free)

G_END_DECLS
