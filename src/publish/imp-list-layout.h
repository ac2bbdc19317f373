/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list on landscape sheets: its columns, and what stands in them. */
#pragma once

#include "model/imp-ranked-table.h"
#include "publish/imp-paper.h"
#include "publish/imp-range-axis.h"
#include "publish/imp-slot.h"

G_BEGIN_DECLS

#define IMP_LIST_LINE  9.9 /* of a row */
#define IMP_LIST_HEAVY 1.5 /* between groups, at both ends of the table */
#define IMP_LIST_LIGHT 0.4 /* between rows */

/* What all pages of one list share. Owned by its pages. */
typedef struct
{
  const ImpRankedTable *table;
  ImpType *type;
  ImpGrid grid;
  ImpSlot rank, title, site, sentence, hours, range, care, score; /* care may have no width */
  ImpRangeAxis axis;                                              /* of hours, over the range */
} ImpListLayout;

void imp_list_layout_init (ImpListLayout *self, const ImpRankedTable *table, const ImpPaper *paper);
void imp_list_layout_clear (ImpListLayout *self);

/* A row of the table, without the line above it; its height, which needs all its lines broken. */
ImpBlock *imp_list_layout_create_row (const ImpListLayout *self, guint n);
double imp_list_layout_measure_row (const ImpListLayout *self, guint n);

/* Outside the rows. Of the first page, and of the others; the head row of the table. */
ImpBlock *imp_list_layout_create_head (const ImpListLayout *self);
ImpBlock *imp_list_layout_create_running_head (const ImpListLayout *self);
ImpBlock *imp_list_layout_create_columns (const ImpListLayout *self);
ImpBlock *imp_list_layout_create_axis (const ImpListLayout *self, int n_pages);
/* How far from the sheet's lower edge the table ends; the foot of one page. */
double imp_list_layout_measure_foot (const ImpListLayout *self);
ImpBlock *imp_list_layout_create_foot (const ImpListLayout *self, int page, int n_pages);

G_END_DECLS
