/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list as data: what is printed of it, and written into files. */
#pragma once

#include "model/imp-irritant.h"
#include "model/imp-measure.h"

G_BEGIN_DECLS

/* One irritant at its place. Owned by its table. */
typedef struct
{
  ImpIrritantData *data;
  guint rank; /* from 1; a search leaves ranks out. 0: nobody was asked what it costs */
  guint group_first, group_last; /* ranks that are about the same; 0: the order has no groups */
  gboolean pinned;               /* stands apart, at the top of the list */
  double top_ten; /* the chance, by impact among what is not fixed; -1: not ranked, or not known */
  ImpMeasure measure; /* of its table */
} ImpRankedRow;

/* The first rows of a list, as they stood when they were read. Reference counted; filled by whoever
 * makes it and not changed after it has been handed on, so it may be read from any thread. */
typedef struct
{
  ImpMeasure measure;   /* by which it is ordered; 0: by age */
  char *organisation;   /* "Corvane"; may be NULL */
  char *scope;          /* what the list was narrowed to, in words; NULL: nothing */
  const char *language; /* of the words: BCP 47, static */
  ImpDate day;          /* on which it was read */
  guint n_all;          /* how many the list has, of which these are the first */
  GPtrArray *rows;      /* of ImpRankedRow */
} ImpRankedTable;

ImpRankedTable *imp_ranked_table_new (void);
ImpRankedTable *imp_ranked_table_ref (ImpRankedTable *self);
void imp_ranked_table_unref (ImpRankedTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpRankedTable, imp_ranked_table_unref)

/* Takes the data of `row`. The table has its measure by then. */
void imp_ranked_table_add (ImpRankedTable *self, const ImpRankedRow *row);
const ImpRankedRow *imp_ranked_table_get_row (const ImpRankedTable *self, guint n);
/* The first that is not pinned, or of all where there is no other; NULL in an empty one. */
const ImpRankedRow *imp_ranked_table_get_first (const ImpRankedTable *self);
/* Whether the row is less for sure than the group of the one before it, or the first that is not
 * pinned. By a score, of which nobody knows how sure it is, there are no groups. */
gboolean imp_ranked_table_leads (const ImpRankedTable *self, guint n);

/* The row said aloud; where its rank is that by impact, with how sure it is of the top ten. Owned by
 * the caller. */
char *imp_ranked_row_say (const ImpRankedRow *self);

G_END_DECLS
