/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The one SQLite connection: opening, pragmas, statements, transactions, errors. */
#pragma once

#include <gio/gio.h>

#include "base/imp-date.h"
#include "model/imp-changes.h"

G_BEGIN_DECLS

/* A connection with its cache of prepared statements. Belongs to the thread that opened it: every
 * function asserts it. Each call carries an action ("Cannot save the irritant") that stands in
 * front of the error. */
typedef struct _ImpConnection ImpConnection;

/* Opens `path`, makes it where it is missing, checks that it is ours and of a version we know,
 * and the answer of every pragma. On failure the file is as it was. What cannot be written is
 * opened to be read. */
ImpConnection *imp_connection_open (const char *path, GError **error);
/* The same of a copy under a temporary name, before it counts: errors name the file that it is `of`. */
ImpConnection *imp_connection_open_copy (const char *path, const char *of, GError **error);
/* Opens a private copy of it, whoever may write to it: the file is never touched. */
ImpConnection *imp_connection_look_into (const char *path, GError **error);
void imp_connection_close (ImpConnection *self);
/* Everything stands in the file itself and nothing in its log, also after a loss of power. */
gboolean imp_connection_empty_log (ImpConnection *self, GError **error);
/* That, and nobody else can open it until this is closed. */
gboolean imp_connection_settle (ImpConnection *self, GError **error);
/* Any thread. Keeps everybody out of a file that cannot be opened, for as long as `file` (to be
 * closed by the caller, also on failure; -1 where there is none) is open: IMP_ERROR_BUSY where
 * somebody has it. */
gboolean imp_connection_lock_file (const char *path, int *file, GError **error);
/* Nothing worth keeping was written: a file that opening made goes when it is closed, under the
 * lock; one that was there stays. */
void imp_connection_drop_new (ImpConnection *self);
const char *imp_connection_get_path (ImpConnection *self);
/* Writes a small file for nobody else to read beside the database: its name and `ending`. Whole or
 * not at all, and on the disk when this returns. */
gboolean imp_connection_write_beside (ImpConnection *self,
                                      const char *ending,
                                      const char *text,
                                      GError **error);
/* Whether file or folder can only be read; then nothing is ever written, not even beside it. */
gboolean imp_connection_is_read_only (ImpConnection *self);
gboolean imp_connection_refuse_writing (ImpConnection *self, GError **error); /* always FALSE */

/* Runs constant SQL of several statements; only for schema and transactions. */
gboolean imp_connection_exec (ImpConnection *self, const char *sql, GError **error);
gboolean imp_connection_begin (ImpConnection *self, GError **error);
gboolean imp_connection_commit (ImpConnection *self, GError **error);
void imp_connection_rollback (ImpConnection *self);
/* Long reads stop with G_IO_ERROR_CANCELLED soon after this is cancelled; NULL for none. */
void imp_connection_set_cancellable (ImpConnection *self, GCancellable *cancellable);

/* A statement borrowed from the cache; `sql` is a constant whose address is the key. It goes back
 * with imp_statement_return(), or by g_autoptr. Binding is by number from 1, columns from 0. The
 * first error, of preparing, binding or stepping, is kept and comes out at imp_statement_end(). */
typedef struct _ImpStatement ImpStatement;

ImpStatement *imp_connection_borrow (ImpConnection *self, const char *sql);
void imp_statement_return (ImpStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpStatement, imp_statement_return)

void imp_statement_bind_int (ImpStatement *self, int index, gint64 value);
void imp_statement_bind_real (ImpStatement *self, int index, double value);
void imp_statement_bind_null (ImpStatement *self, int index);
void imp_statement_bind_text (ImpStatement *self, int index, const char *value); /* borrowed */
void imp_statement_bind_text_size (ImpStatement *self, int index, const char *value, gsize size);
void imp_statement_bind_blob (ImpStatement *self, int index, gconstpointer data, gsize size);
void imp_statement_bind_value (ImpStatement *self, int index, const ImpValue *value);
/* What stands in a column of another one, whatever it is. */
void imp_statement_bind_column (ImpStatement *self, int index, ImpStatement *row, int column);
void imp_statement_bind_date (ImpStatement *self, int index, ImpDate date); /* none is NULL */

int imp_statement_count_parameters (ImpStatement *self);

/* while (imp_statement_next (s)) …; return imp_statement_end (s, error). The end is FALSE if and
 * only if something failed on the way. */
gboolean imp_statement_next (ImpStatement *self);
gboolean imp_statement_end (ImpStatement *self, GError **error);
/* The one row that must be there: IMP_ERROR_NOT_FOUND where it is not. */
gboolean imp_statement_fetch (ImpStatement *self, GError **error);
/* Runs to the end, then is ready for new values. */
gboolean imp_statement_run (ImpStatement *self, GError **error);
void imp_statement_reset (ImpStatement *self);

gint64 imp_statement_get_int (ImpStatement *self, int column); /* NULL is 0 */
/* `lowest` for what a damaged file may hold beyond. */
int imp_statement_get_choice (ImpStatement *self, int column, int lowest, int highest);
double imp_statement_get_real (ImpStatement *self, int column);
gboolean imp_statement_is_null (ImpStatement *self, int column);
const char *imp_statement_get_text (ImpStatement *self, int column); /* until the next step */
char *imp_statement_dup_text (ImpStatement *self, int column);
const guint8 *imp_statement_get_blob (ImpStatement *self, int column, gsize *size);
/* IMP_ERROR_CORRUPT where the column holds no UUID. */
gboolean imp_statement_get_uuid (ImpStatement *self, int column, ImpUuid *uuid, GError **error);
ImpValue imp_statement_dup_value (ImpStatement *self, int column);
ImpDate imp_statement_get_date (ImpStatement *self, int column); /* NULL is none */

/* The number of the row that was inserted last, into a table that counts its rows. */
gint64 imp_connection_get_last_row (ImpConnection *self);
/* One number from a statement bound by nobody: SELECT count(*) … */
gboolean
imp_connection_query_int (ImpConnection *self, const char *sql, gint64 *value, GError **error);

G_END_DECLS
