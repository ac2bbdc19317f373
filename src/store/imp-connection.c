/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The one SQLite connection: opening, transactions, closing. */
#include "config.h"

#include "store/imp-connection-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/imp-error.h"
#include "base/imp-file.h"
#include "base/imp-text.h"
#include "store/imp-migration.h"

#define PROGRESS_STEPS 10000

gboolean
imp_connection_exec (ImpConnection *self, const char *sql, GError **error)
{
  g_assert (self->thread == g_thread_self ());
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return imp_connection_fail_last (self, error);
}

gboolean
imp_connection_begin (ImpConnection *self, GError **error)
{
  return imp_connection_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
imp_connection_commit (ImpConnection *self, GError **error)
{
  if (imp_connection_exec (self, "COMMIT", error))
    return TRUE;
  imp_connection_rollback (self);
  return FALSE;
}

void
imp_connection_rollback (ImpConnection *self)
{
  if (sqlite3_get_autocommit (self->db) == 0)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static int
progress_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

void
imp_connection_set_cancellable (ImpConnection *self, GCancellable *cancellable)
{
  g_assert (self->thread == g_thread_self ());
  sqlite3_progress_handler (self->db, cancellable != NULL ? PROGRESS_STEPS : 0, progress_cb,
                            cancellable);
}

const char *
imp_connection_get_path (ImpConnection *self)
{
  return self->path;
}

gboolean
imp_connection_is_read_only (ImpConnection *self)
{
  return self->read_only;
}

gboolean
imp_connection_refuse_writing (ImpConnection *self, GError **error)
{
  return imp_connection_fail (self, SQLITE_READONLY, error);
}

gint64
imp_connection_get_last_row (ImpConnection *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

gboolean
imp_connection_query_int (ImpConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (self, sql);

  if (!imp_statement_fetch (statement, error))
    return FALSE;
  *value = imp_statement_get_int (statement, 0);
  return TRUE;
}

/* A database of somebody else may have no application id; ours with tables always has. */
static gboolean
check_identity (ImpConnection *self, GError **error)
{
  gint64 id = 0, n_tables = 0;

  if (!imp_connection_query_int (self, "PRAGMA application_id", &id, error)
      || !imp_connection_query_int (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  return id == IMP_APPLICATION_ID || n_tables == 0
         || imp_connection_fail (self, SQLITE_NOTADB, error);
}

/* imp_fold (text): imp_text_fold(), for statements of this program only. */
static void
fold_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, imp_text_fold (text), -1, g_free);
}

static gboolean
add_functions (ImpConnection *self, GError **error)
{
  int code = sqlite3_create_function_v2 (self->db, "imp_fold", 1,
                                         SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                         NULL, fold_cb, NULL, NULL, NULL);

  return code == SQLITE_OK || imp_connection_fail (self, code, error);
}

/* By its real path, so that no link can be put in its place while it is open. */
static gboolean
open_database (ImpConnection *self, GError **error)
{
  gboolean writing = !self->read_only || self->copy != NULL;
  int flags = (writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_URI
              | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE
              | SQLITE_OPEN_NOFOLLOW;
  g_autofree char *address = imp_connection_dup_address (self);
  int code = sqlite3_open_v2 (address, &self->db, flags, NULL);

  if (code != SQLITE_OK)
    return imp_connection_fail (self, code, error);
  if (writing && sqlite3_db_readonly (self->db, "main") != 0)
    return imp_connection_fail (self, SQLITE_READONLY, error);
  sqlite3_busy_timeout (self->db, 200);
  return TRUE;
}

/* Another program may have dropped the file, as below, while this one waited for the lock. */
static gboolean
check_in_place (ImpConnection *self, GError **error)
{
  int moved = 0;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return !moved || imp_connection_fail (self, SQLITE_BUSY, error);
}

static gboolean
prepare (ImpConnection *self, GError **error)
{
  return imp_connection_prepare_file (self, error)
         && (!self->read_only || imp_connection_prepare_reading (self, error))
         && open_database (self, error) && add_functions (self, error)
         && imp_connection_set_defences (self, error) && check_identity (self, error)
         && imp_migration_check_version (self, error) && imp_migration_check_tables (self, error)
         && imp_connection_set_pragmas (self, error) && check_in_place (self, error)
         && imp_migration_run (self, error);
}

static ImpConnection *
connection_new (const char *path, gboolean looking)
{
  ImpConnection *self = g_new0 (ImpConnection, 1);

  self->looking = looking;
  self->path = imp_file_dup_real_path (path);
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) imp_statement_free);
  return self;
}

/* `known_as`: to people. */
static ImpConnection *
connection_open (const char *path, const char *known_as, gboolean looking, GError **error)
{
  ImpConnection *self = connection_new (path, looking);
  g_autofree char *absolute = g_canonicalize_filename (known_as, NULL);
  g_autoptr (GError) local_error = NULL;

  if (prepare (self, &local_error))
    return self;
  imp_error_prefix (&local_error, _ ("Cannot open the backlog “%s”"), absolute);
  self->dropped = self->created && !g_error_matches (local_error, IMP_ERROR, IMP_ERROR_BUSY);
  g_propagate_error (error, g_steal_pointer (&local_error));
  imp_connection_close (self);
  return NULL;
}

ImpConnection *
imp_connection_open (const char *path, GError **error)
{
  return connection_open (path, path, FALSE, error);
}

ImpConnection *
imp_connection_open_copy (const char *path, const char *of, GError **error)
{
  return connection_open (path, of, FALSE, error);
}

ImpConnection *
imp_connection_look_into (const char *path, GError **error)
{
  return connection_open (path, path, TRUE, error);
}

/* SQLite does not bring the cut to the disk: after a loss of power the old log came back. */
static int
sync_log (ImpConnection *self)
{
  sqlite3_file *log = NULL;
  int code = sqlite3_file_control (self->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);

  return code == SQLITE_OK && log->pMethods != NULL ? log->pMethods->xSync (log, SQLITE_SYNC_NORMAL)
                                                    : code;
}

gboolean
imp_connection_empty_log (ImpConnection *self, GError **error)
{
  int code = sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  if (code == SQLITE_OK)
    code = sync_log (self);
  return code == SQLITE_OK || imp_connection_fail (self, code, error);
}

gboolean
imp_connection_settle (ImpConnection *self, GError **error)
{
  return imp_connection_exec (self, "BEGIN EXCLUSIVE", error) && imp_connection_commit (self, error)
         && imp_connection_empty_log (self, error);
}

gboolean
imp_connection_fill_new (const char *path, GError **error)
{
  ImpConnection *self = connection_new (path, FALSE);
  gboolean done = prepare (self, error) && imp_connection_empty_log (self, error);

  imp_connection_close (self);
  return done;
}

void
imp_connection_drop_new (ImpConnection *self)
{
  self->dropped = self->created;
}

/* While the lock is held. SQLite keeps the log of a file that has no name any more. */
static void
unlink_files (ImpConnection *self)
{
  static const char *const endings[] = { "", "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_unlink (path);
    }
}

void
imp_connection_close (ImpConnection *self)
{
  g_assert (self->thread == g_thread_self ());
  g_hash_table_unref (self->statements);
  if (self->dropped)
    unlink_files (self);
  if (sqlite3_close (self->db) != SQLITE_OK)
    g_warning ("the database was closed with statements in use");
  imp_connection_remove_copy (self);
  g_free (self->path);
  g_free (self);
}
