/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The one SQLite connection: opening, pragmas, transactions, errors. */
#include "config.h"

#include "store/imp-connection-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/imp-error.h"
#include "store/imp-migration.h"

#define APPLICATION_ID 0x494D5056 /* "IMPV" */
#define PROGRESS_STEPS 10000

static int
map_code (int sqlite_code)
{
  switch (sqlite_code & 0xff)
    {
    case SQLITE_FULL:
      return IMP_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return IMP_ERROR_BUSY;
    case SQLITE_CORRUPT:
      return IMP_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return IMP_ERROR_NOT_OURS;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return IMP_ERROR_READ_ONLY;
    default:
      return IMP_ERROR_FAILED;
    }
}

static const char *
get_remedy (int code)
{
  switch (code)
    {
    case IMP_ERROR_FULL:
      return _ ("the disk is full. Make room and try again; nothing is lost");
    case IMP_ERROR_BUSY:
      return _ ("another program has the backlog open. Close it and try again");
    case IMP_ERROR_CORRUPT:
      return _ ("the file is damaged. Keep it, and restore a backup");
    case IMP_ERROR_NOT_OURS:
      return _ ("the file is not a backlog of Improve. Choose another file; it was not changed");
    case IMP_ERROR_READ_ONLY:
      return _ (
          "the file or its folder cannot be written. Change its rights or choose another folder");
    default:
      return NULL;
    }
}

/* The connection has a better text than SQLite's list only for its last failure. */
static const char *
describe (ImpConnection *self, int sqlite_code)
{
  return sqlite3_extended_errcode (self->db) == sqlite_code ? sqlite3_errmsg (self->db)
                                                            : sqlite3_errstr (sqlite_code);
}

gboolean
imp_connection_fail (ImpConnection *self, int sqlite_code, GError **error)
{
  int code = map_code (sqlite_code);
  const char *remedy = get_remedy (code);

  if ((sqlite_code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
  else if (remedy != NULL)
    g_set_error_literal (error, IMP_ERROR, code, remedy);
  else
    g_set_error (error, IMP_ERROR, code, _ ("%s (%d). Report this"), describe (self, sqlite_code),
                 sqlite_code);
  return FALSE;
}

/* The same for what the connection did last. */
static gboolean
fail_last (ImpConnection *self, GError **error)
{
  return imp_connection_fail (self, sqlite3_extended_errcode (self->db), error);
}

gboolean
imp_connection_exec (ImpConnection *self, const char *sql, GError **error)
{
  g_assert (self->thread == g_thread_self ());
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return fail_last (self, error);
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
imp_connection_query_int (ImpConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (self, sql);

  if (!imp_statement_fetch (statement, error))
    return FALSE;
  *value = imp_statement_get_int (statement, 0);
  return TRUE;
}

/* Runs a pragma that answers with one value, and insists on that value. */
static gboolean
set_pragma (ImpConnection *self, const char *set, const char *expected, GError **error)
{
  g_autofree char *answer = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->db, set, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  if (sqlite3_finalize (statement) != SQLITE_OK)
    return fail_last (self, error);
  if (g_strcmp0 (answer, expected) == 0)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_FAILED,
               _ ("“%s” answered “%s” instead of “%s”. Report this"), set,
               answer != NULL ? answer : "", expected);
  return FALSE;
}

/* Write-ahead logs need shared memory or real locks; network file systems have neither. */
static gboolean
is_on_network (const char *path)
{
  static const long network_types[] = { 0x6969 /* NFS */, 0xFF534D42 /* CIFS */,
                                        0xFE534D42 /* SMB2 */, 0x517B /* SMB */,
                                        0x65735546 /* FUSE */ };
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (statfs (folder, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (network_types); i++)
    if ((guint32) info.f_type == (guint32) network_types[i])
      return TRUE;
  return FALSE;
}

/* Set and read back: a pragma without an answer of its own is asked for afterwards. */
static gboolean
set_pragmas (ImpConnection *self, GError **error)
{
  static const struct
  {
    const char *set, *ask, *expected;
  } pragmas[] = {
    { "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2" },
    { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1" },
    { "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0" },
    { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1" },
    { "PRAGMA temp_store = FILE", "PRAGMA temp_store", "1" },
    { "PRAGMA cache_size = -16000", "PRAGMA cache_size", "-16000" },
  };
  const char *mode = is_on_network (self->path) ? "delete" : "wal";

  if (!set_pragma (self, "PRAGMA mmap_size = 0", "0", error)
      || !set_pragma (self, "PRAGMA locking_mode = EXCLUSIVE", "exclusive", error)
      || !set_pragma (self,
                      *mode == 'w' ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE",
                      mode, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if (!imp_connection_exec (self, pragmas[i].set, error)
        || !set_pragma (self, pragmas[i].ask, pragmas[i].expected, error))
      return FALSE;
  return TRUE;
}

static gboolean
set_defences (ImpConnection *self, GError **error)
{
  int defensive = 0, extensions = 1;

  if (sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive) == SQLITE_OK
      && sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, &extensions)
             == SQLITE_OK
      && defensive == 1 && extensions == 0)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_FAILED,
                       _ ("SQLite was built without its defences. Install another build of it"));
  return FALSE;
}

/* Before SQLite writes a single byte: is this file ours, or nobody's yet? */
static gboolean
check_header (const char *path, GError **error)
{
  guint8 header[100];
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize n = file >= 0 ? read (file, header, sizeof header) : 0;
  struct stat info;
  gboolean regular = file < 0 || (fstat (file, &info) == 0 && S_ISREG (info.st_mode));
  guint32 id = 0;

  if (file < 0 && errno != ENOENT)
    {
      g_set_error_literal (error, IMP_ERROR, IMP_ERROR_READ_ONLY, get_remedy (IMP_ERROR_READ_ONLY));
      return FALSE;
    }
  if (file >= 0)
    close (file);
  if (n == (gssize) sizeof header)
    id = (guint32) header[68] << 24 | (guint32) header[69] << 16 | (guint32) header[70] << 8
         | header[71];
  if (regular
      && (n == 0
          || (n == (gssize) sizeof header && memcmp (header, "SQLite format 3", 16) == 0
              && (id == APPLICATION_ID || id == 0))))
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_OURS, get_remedy (IMP_ERROR_NOT_OURS));
  return FALSE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, IMP_ERROR, errno == ENOSPC ? IMP_ERROR_FULL : IMP_ERROR_READ_ONLY,
               _ ("the folder “%s” cannot be made (%s). Choose another one"), folder,
               g_strerror (errno));
  return FALSE;
}

/* A database of somebody else may have no application id; ours with tables always has. */
static gboolean
check_identity (ImpConnection *self, GError **error)
{
  gint64 id = 0, n_tables = 0;

  if (!imp_connection_query_int (self, "PRAGMA application_id", &id, error)
      || !imp_connection_query_int (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (id == APPLICATION_ID || n_tables == 0)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_OURS, get_remedy (IMP_ERROR_NOT_OURS));
  return FALSE;
}

static gboolean
open_database (ImpConnection *self, GError **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
              | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
  g_autofree char *resolved = realpath (self->path, NULL);

  if (sqlite3_open_v2 (resolved != NULL ? resolved : self->path, &self->db, flags, NULL)
      != SQLITE_OK)
    return fail_last (self, error);
  sqlite3_busy_timeout (self->db, 200);
  return TRUE;
}

static gboolean
prepare (ImpConnection *self, GError **error)
{
  return make_folder (self->path, error) && check_header (self->path, error)
         && open_database (self, error) && set_defences (self, error)
         && check_identity (self, error) && imp_migration_check_version (self, error)
         && set_pragmas (self, error) && imp_migration_run (self, error);
}

ImpConnection *
imp_connection_open (const char *path, GError **error)
{
  ImpConnection *self = g_new0 (ImpConnection, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) imp_statement_free);
  if (prepare (self, error))
    return self;
  imp_error_prefix (error, _ ("Cannot open the backlog “%s”"), self->path);
  imp_connection_close (self);
  return NULL;
}

void
imp_connection_close (ImpConnection *self)
{
  g_assert (self->thread == g_thread_self ());
  g_hash_table_unref (self->statements);
  if (sqlite3_close (self->db) != SQLITE_OK)
    g_warning ("the database was closed with statements in use");
  g_free (self->path);
  g_free (self);
}
