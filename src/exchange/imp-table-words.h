/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a row of a table says, put into words for people. */
#pragma once

#include "exchange/imp-table-row.h"

G_BEGIN_DECLS

/* Private to this layer. Pure functions of a row; the caller frees what is dup'ed. */

/* One line: the row's title, or the beginning of what it says, or what it is about. */
char *imp_table_words_dup_title (const ImpTablePlan *plan, const ImpTableRow *row);
/* What does not stand in the title or among the words; NULL if that is nothing. */
char *imp_table_words_dup_description (const ImpTablePlan *plan, const ImpTableRow *row);
/* The colleague's own words as far as the table has them; NULL. */
const char *imp_table_words_get_said (const ImpTablePlan *plan, const ImpTableRow *row);
char *imp_table_words_dup_fix_title (const ImpTablePlan *plan, const ImpTableRow *row);
char *imp_table_words_dup_did (const ImpTableRow *row); /* or NULL */

G_END_DECLS
