/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a table was taken for, and what of it was not taken. */
#pragma once

#include "exchange/imp-table-import.h"
#include "exchange/imp-table-row.h"

G_BEGIN_DECLS

/* Private to this layer. A row that was not taken. Owns the reason. */
typedef struct
{
  guint line;
  char *why;
} ImpTableFault;

GArray *imp_table_faults_new (void); /* of ImpTableFault, cleared by itself */
void imp_table_faults_add (GArray *self, guint line, char *why); /* takes the reason */

ImpTableReport *imp_table_report_new (void);
ImpTableColumn *imp_table_report_add_column (ImpTableReport *self, const char *title);
/* Shows a value of the column, unless one is shown already. */
void imp_table_column_show (ImpTableColumn *self, const char *text);

/* In the end: what the columns became, what the changes hold, and by line what was not taken. */
void imp_table_report_describe (ImpTableReport *self,
                                const ImpTablePlan *plan,
                                const ImpTableDates *dates);
void imp_table_report_count (ImpTableReport *self, const ImpChanges *changes);
void imp_table_report_list (ImpTableReport *self, GArray *faults);

G_END_DECLS
