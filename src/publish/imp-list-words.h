/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a printed list. */
#pragma once

#include "model/imp-ranked-table.h"

G_BEGIN_DECLS

/* Everything here is translated, one line, cleaned (imp-rich.h). Owned results are freed by the
 * caller; "" means: print nothing. */

char *imp_list_words_name (const ImpRankedTable *table);       /* "Top 20 of 34 by impact" */
char *imp_list_words_scope (const ImpRankedTable *table);      /* "Corvane, all sites" */
char *imp_list_words_title (const ImpRankedTable *table);      /* the first row's result */
char *imp_list_words_definition (const ImpRankedTable *table); /* of the order */
const char *imp_list_words_foot (void);

/* The columns: care only where the order reckons with it, or the score beside the hours. */
gboolean imp_list_words_has_care (const ImpRankedTable *table);
const char *imp_list_words_score_head (const ImpRankedTable *table); /* "Impact" */

char *imp_list_words_rank (const ImpRankedRow *row);
char *imp_list_words_title_of (const ImpRankedRow *row);
char *imp_list_words_site (const ImpRankedRow *row); /* "Ghent · Planned", and why it is pinned */
char *imp_list_words_sentence (const ImpRankedRow *row);
char *imp_list_words_hours (const ImpRankedRow *row);
char *imp_list_words_range (const ImpRankedRow *row); /* "70 to 320", for who cannot see it */
char *imp_list_words_care (const ImpRankedRow *row);
char *imp_list_words_score (const ImpRankedTable *table, const ImpRankedRow *row);

G_END_DECLS
