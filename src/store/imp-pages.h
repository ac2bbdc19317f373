/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The records in the pages of a damaged SQLite file, page by page. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No table of ours has more columns; records with more are passed over. */
#define IMP_PAGES_MOST_COLUMNS 24

/* One column of a record. Borrows its bytes. */
typedef struct
{
  int type; /* SQLITE_INTEGER, _FLOAT, _TEXT, _BLOB or _NULL */
  gint64 integer;
  double real;
  const guint8 *bytes; /* of texts, which may be no UTF-8 and do not end in 0, and of blobs */
  gsize size;
} ImpPageValue;

/* A row of a table, or an entry of an index; tables WITHOUT ROWID are such. */
typedef struct
{
  gboolean in_table;
  gint64 rowid; /* in a table */
  guint n_values;
  ImpPageValue values[IMP_PAGES_MOST_COLUMNS];
} ImpPageRecord;

/* FALSE ends the search. */
typedef gboolean (*ImpPageFunc) (const ImpPageRecord *record, gpointer data);

/* Pure, any thread: gives `func` whatever has the shape of a record, in the order of the pages,
 * and needs no page but that of the record and those it overflows to: neither the header of the
 * file, nor its schema, nor the pages that lead to it (https://sqlite.org/fileformat2.html). What
 * is damaged is passed over, or may come out as another value: the caller must know what to
 * believe. FALSE where `func` ended it. */
gboolean imp_pages_for_each (const guint8 *bytes, gsize size, ImpPageFunc func, gpointer data);

G_END_DECLS
