/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Prepared statements, borrowed from a cache. */
#include "config.h"

#include "store/imp-connection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"

struct _ImpStatement
{
  ImpConnection *connection;
  sqlite3_stmt *stmt;
  gboolean borrowed;
  gboolean begun;  /* stepped since it was reset */
  gboolean cached; /* FALSE for a second one of the same SQL at the same time */
  int failure;     /* the first SQLite error of binding, or SQLITE_OK */
};

static ImpStatement *
prepare_statement (ImpConnection *connection, const char *sql, gboolean cached)
{
  ImpStatement *self = g_new0 (ImpStatement, 1);

  self->connection = connection;
  self->cached = cached;
  self->failure = sqlite3_prepare_v3 (connection->db, sql, -1,
                                      cached ? SQLITE_PREPARE_PERSISTENT : 0, &self->stmt, NULL);
  return self;
}

void
imp_statement_free (ImpStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

ImpStatement *
imp_connection_borrow (ImpConnection *self, const char *sql)
{
  ImpStatement *statement = g_hash_table_lookup (self->statements, sql);

  g_assert (self->thread == g_thread_self ());
  if (statement != NULL && statement->borrowed)
    statement = prepare_statement (self, sql, FALSE);
  else if (statement == NULL || statement->stmt == NULL)
    {
      statement = prepare_statement (self, sql, TRUE);
      g_hash_table_replace (self->statements, (gpointer) sql, statement);
    }
  statement->borrowed = TRUE;
  return statement;
}

void
imp_statement_return (ImpStatement *self)
{
  if (!self->cached)
    {
      imp_statement_free (self);
      return;
    }
  imp_statement_reset (self);
  if (self->stmt != NULL) /* NULL where the SQL could not be prepared */
    sqlite3_clear_bindings (self->stmt);
  self->borrowed = FALSE;
}

void
imp_statement_reset (ImpStatement *self)
{
  if (self->begun)
    sqlite3_reset (self->stmt);
  self->begun = FALSE;
  if (self->stmt != NULL)
    self->failure = SQLITE_OK;
}

static void
keep_failure (ImpStatement *self, int code)
{
  if (self->failure == SQLITE_OK)
    self->failure = code;
}

void
imp_statement_bind_int (ImpStatement *self, int index, gint64 value)
{
  keep_failure (self, sqlite3_bind_int64 (self->stmt, index, value));
}

void
imp_statement_bind_real (ImpStatement *self, int index, double value)
{
  keep_failure (self, sqlite3_bind_double (self->stmt, index, value));
}

void
imp_statement_bind_null (ImpStatement *self, int index)
{
  keep_failure (self, sqlite3_bind_null (self->stmt, index));
}

void
imp_statement_bind_text (ImpStatement *self, int index, const char *value)
{
  keep_failure (self, sqlite3_bind_text (self->stmt, index, value, -1, SQLITE_STATIC));
}

void
imp_statement_bind_text_size (ImpStatement *self, int index, const char *value, gsize size)
{
  keep_failure (self,
                sqlite3_bind_text64 (self->stmt, index, value, size, SQLITE_STATIC, SQLITE_UTF8));
}

void
imp_statement_bind_blob (ImpStatement *self, int index, gconstpointer data, gsize size)
{
  keep_failure (self, sqlite3_bind_blob64 (self->stmt, index, data, size, SQLITE_STATIC));
}

void
imp_statement_bind_value (ImpStatement *self, int index, const ImpValue *value)
{
  switch (value->type)
    {
    case IMP_VALUE_INTEGER:
      imp_statement_bind_int (self, index, value->integer);
      break;
    case IMP_VALUE_REAL:
      imp_statement_bind_real (self, index, value->real);
      break;
    case IMP_VALUE_TEXT:
      imp_statement_bind_text (self, index, value->text);
      break;
    case IMP_VALUE_NONE:
    default:
      imp_statement_bind_null (self, index);
    }
}

void
imp_statement_bind_column (ImpStatement *self, int index, ImpStatement *row, int column)
{
  keep_failure (self,
                sqlite3_bind_value (self->stmt, index, sqlite3_column_value (row->stmt, column)));
}

int
imp_statement_count_parameters (ImpStatement *self)
{
  return sqlite3_bind_parameter_count (self->stmt);
}

void
imp_statement_bind_date (ImpStatement *self, int index, ImpDate date)
{
  if (imp_date_is_set (date))
    imp_statement_bind_int (self, index, date);
  else
    imp_statement_bind_null (self, index);
}

gboolean
imp_statement_next (ImpStatement *self)
{
  int code = self->failure == SQLITE_OK ? sqlite3_step (self->stmt) : self->failure;

  self->begun = TRUE;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    self->failure = code;
  return code == SQLITE_ROW;
}

gboolean
imp_statement_end (ImpStatement *self, GError **error)
{
  return self->failure == SQLITE_OK || imp_connection_fail (self->connection, self->failure, error);
}

gboolean
imp_statement_fetch (ImpStatement *self, GError **error)
{
  if (imp_statement_next (self))
    return TRUE;
  if (imp_statement_end (self, error))
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, _ ("it is not there any more"));
  return FALSE;
}

gboolean
imp_statement_run (ImpStatement *self, GError **error)
{
  gboolean done;

  while (imp_statement_next (self))
    ;
  done = imp_statement_end (self, error);
  imp_statement_reset (self);
  return done;
}

gint64
imp_statement_get_int (ImpStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

int
imp_statement_get_choice (ImpStatement *self, int column, int lowest, int highest)
{
  gint64 value = imp_statement_get_int (self, column);

  return value >= lowest && value <= highest ? (int) value : lowest;
}

double
imp_statement_get_real (ImpStatement *self, int column)
{
  return sqlite3_column_double (self->stmt, column);
}

gboolean
imp_statement_is_null (ImpStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

const char *
imp_statement_get_text (ImpStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

char *
imp_statement_dup_text (ImpStatement *self, int column)
{
  return g_strdup (imp_statement_get_text (self, column));
}

const guint8 *
imp_statement_get_blob (ImpStatement *self, int column, gsize *size)
{
  const guint8 *blob = sqlite3_column_blob (self->stmt, column);

  *size = (gsize) sqlite3_column_bytes (self->stmt, column);
  return blob;
}

gboolean
imp_statement_get_uuid (ImpStatement *self, int column, ImpUuid *uuid, GError **error)
{
  gsize size;
  const guint8 *bytes = imp_statement_get_blob (self, column, &size);

  if (size != sizeof uuid->bytes || sqlite3_column_type (self->stmt, column) != SQLITE_BLOB)
    return imp_connection_fail (self->connection, SQLITE_CORRUPT, error);
  memcpy (uuid->bytes, bytes, size);
  return TRUE;
}

ImpValue
imp_statement_dup_value (ImpStatement *self, int column)
{
  switch (sqlite3_column_type (self->stmt, column))
    {
    case SQLITE_INTEGER:
      return (ImpValue) { IMP_VALUE_INTEGER, { imp_statement_get_int (self, column) } };
    case SQLITE_FLOAT:
      return (ImpValue) { IMP_VALUE_REAL, .real = imp_statement_get_real (self, column) };
    case SQLITE_TEXT:
      return (ImpValue) { IMP_VALUE_TEXT, .text = imp_statement_dup_text (self, column) };
    default:
      return (ImpValue) { IMP_VALUE_NONE };
    }
}

ImpDate
imp_statement_get_date (ImpStatement *self, int column)
{
  return imp_statement_is_null (self, column) ? IMP_DATE_NONE
                                              : (ImpDate) imp_statement_get_int (self, column);
}
