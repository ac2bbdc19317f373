/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A table of text, as wide as the terminal. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *heading; /* translated; NULL in a table without headings */
  gboolean right;      /* aligned to the right */
} ImpCliColumn;

/* Rows of texts. Columns are as wide as what stands in them; the last one takes the room that is
 * left and is wrapped, and where that is too little stands below the others. One owner, of no
 * thread. */
typedef struct _ImpCliTable ImpCliTable;

/* columns: not copied, needed as long as the table. max_lines: of a row. */
ImpCliTable *imp_cli_table_new (const ImpCliColumn *columns, guint n_columns, guint max_lines);
void imp_cli_table_free (ImpCliTable *self);
/* Takes over the n_columns texts, which are UTF-8. */
void imp_cli_table_take_row (ImpCliTable *self, char **texts);
/* The same; the last text stays on one line however long it is, as a path to be copied. */
void imp_cli_table_take_whole_row (ImpCliTable *self, char **texts);
/* An empty line before the next row. */
void imp_cli_table_add_gap (ImpCliTable *self);
void imp_cli_table_print (const ImpCliTable *self, int width, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpCliTable, imp_cli_table_free)

G_END_DECLS
