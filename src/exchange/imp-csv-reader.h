/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * CSV (RFC 4180 and what programs make of it) read row by row. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IMP_CSV_MAX_COLUMNS 1000

/* Takes UTF-8, or UTF-16 with its mark; any line ends; comma, semicolon or tab, whichever the
 * first line has most of. Rows without anything are passed over. A row is whole and has as many
 * columns as the first, or it is bad and none of it is given: columns never shift. Keeps one row.
 * One thread at a time, never the main one. */
typedef struct _ImpCsvReader ImpCsvReader;

typedef enum
{
  IMP_CSV_ROW,
  IMP_CSV_BAD_ROW, /* imp_csv_reader_get_fault() says why; the next one may be good */
  IMP_CSV_END,
  IMP_CSV_ERROR, /* the file is damaged, too large or of no use: stop */
} ImpCsvResult;

ImpCsvReader *imp_csv_reader_new (GInputStream *stream, GCancellable *cancellable);
void imp_csv_reader_free (ImpCsvReader *self);

/* The first row names the columns, and is given as any other. At most 100,000 rows. Errors:
 * IMP_ERROR_INPUT with the line, or cancelled. */
ImpCsvResult imp_csv_reader_next (ImpCsvReader *self, GError **error);
guint imp_csv_reader_get_line (ImpCsvReader *self); /* where the row starts */
guint imp_csv_reader_get_n_cells (ImpCsvReader *self);
/* Valid UTF-8, borrowed until the next row. A tab that only kept a spreadsheet from reckoning
 * (before = + - @ or a tab, in quotes) is gone. */
const char *imp_csv_reader_get_cell (ImpCsvReader *self, guint column);
const char *imp_csv_reader_get_fault (ImpCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpCsvReader, imp_csv_reader_free)

G_END_DECLS
