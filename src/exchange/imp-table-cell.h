/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the text in one cell of a table means. */
#pragma once

#include "base/imp-date.h"
#include "model/imp-answer.h"

G_BEGIN_DECLS

/* Private to this layer. Pure functions, for any thread. */

/* The text without blanks at its ends; NULL where it stands for nothing: "?", "-", "N/A" … */
char *imp_cell_dup_known (const char *text);
/* In one line of at most max_chars characters, cut between words with "…". */
char *imp_cell_to_line (const char *text, glong max_chars);

/* Which of two figures is the day: the dates of a column tell, all together. */
typedef struct
{
  guint n_day_first, n_month_first, n_open; /* dates that can only be so, or either */
} ImpDateOrder;

void imp_date_order_add (ImpDateOrder *self, const char *text);
gboolean imp_date_order_is_open (const ImpDateOrder *self);
/* With or without a time of day: 2016-02-29, 29-02-2016 01:16, 29.2.16, 14/Jul/25 3:42 PM,
 * Jul 14, 2025, and, month first, 6/21/2025. IMP_DATE_NONE for anything else. */
ImpDate imp_cell_parse_date (const char *text, gboolean month_first);

/* "5 732 943" with any blanks, "1,200", "7,5". */
gboolean imp_cell_parse_number (const char *text, double *number);
/* A band or a number, as docs/exchange.md writes it or in any figures: the text of an answer, or
 * NULL. A bare number is a guess. */
char *imp_cell_parse_answer (ImpQuestion question, const char *text);
/* "1 - High", "Medium", "3": 1 high, 2, 3 low; 0 for anything else. */
int imp_cell_parse_level (const char *text);

typedef enum
{
  IMP_CELL_OPEN,
  IMP_CELL_FIXED,
  IMP_CELL_DECLINED,
} ImpCellState;

ImpCellState imp_cell_parse_state (const char *text); /* what is not known is open */

G_END_DECLS
