/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The columns at the end of a row of the ranked list. */
#pragma once

#include "backlog/imp-irritant-list.h"

G_BEGIN_DECLS

/* In the order of the menu, and from the start edge to the end. */
typedef enum
{
  IMP_COLUMN_HOURS, /* over their range, or the score */
  IMP_COLUMN_SCORE, /* what the list is ordered by, where no other column says it */
  IMP_COLUMN_PAYBACK,
  IMP_COLUMN_STATE,
  IMP_COLUMN_VOICES,
  IMP_COLUMN_TREND,
  IMP_COLUMN_CARE,
  IMP_COLUMN_RECORDED,
  IMP_N_COLUMNS
} ImpColumn;

/* Masks of 1 << ImpColumn. */
#define IMP_COLUMNS_USUAL                                                                          \
  (1u << IMP_COLUMN_HOURS | 1u << IMP_COLUMN_SCORE | 1u << IMP_COLUMN_PAYBACK                      \
   | 1u << IMP_COLUMN_STATE)

const char *imp_column_get_nick (ImpColumn column);  /* "payback"; for the settings */
const char *imp_column_get_label (ImpColumn column); /* in the menu */
/* Over the column; the score has the name of the measure. */
const char *imp_column_get_heading (ImpColumn column, ImpMeasure measure);

/* Two that stand over each other. */
typedef struct
{
  ImpColumn top, bottom; /* bottom: IMP_N_COLUMNS for none */
} ImpColumnPair;

/* measure: what the list is ordered by. Returns how many pairs there are. */
guint imp_columns_arrange (guint columns, ImpMeasure measure, ImpColumnPair pairs[IMP_N_COLUMNS]);
/* Whether there is room for one more beside the title. */
gboolean imp_columns_have_room (guint columns, ImpColumn column);
gboolean imp_columns_have_score (guint columns, ImpMeasure measure);
/* "RICE 120" */
char *imp_columns_say_score (ImpIrritantRow *row, ImpMeasure measure);
char *imp_columns_dup_score (ImpIrritantRow *row, ImpMeasure measure); /* "120 RICE" */
/* What the columns say that the row's own sentence does not; "" for nothing. */
char *imp_columns_say (guint columns, ImpMeasure measure, ImpIrritantRow *row);

G_END_DECLS
