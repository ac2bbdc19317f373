/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Verified copies of the database. */
#include "config.h"

#include "store/imp-backup.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "base/imp-error.h"

static const char SQL_COPY_DATABASE[] = "VACUUM INTO ?1";

/* `format` takes the path and what the system says. */
static gboolean
fail (GError **error, const char *format, const char *path)
{
  int code = errno == ENOSPC || errno == EDQUOT ? IMP_ERROR_FULL : IMP_ERROR_READ_ONLY;

  g_set_error (error, IMP_ERROR, code, format, path, g_strerror (errno));
  return FALSE;
}

/* An empty file for SQLite to fill: what it makes itself, others may read. */
static gboolean
create_private (const char *path, GError **error)
{
  int file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (file < 0)
    return fail (error, _ ("“%s” cannot be made (%s)"), path);
  close (file);
  return TRUE;
}

static gboolean
copy_database (ImpConnection *connection, const char *path, GError **error)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (connection, SQL_COPY_DATABASE);

  imp_statement_bind_text (statement, 1, path);
  return imp_statement_run (statement, error);
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int file = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced = file >= 0 && fsync (file) == 0;

  if (!synced)
    fail (error, _ ("“%s” cannot be brought to the disk (%s)"), path);
  if (file >= 0)
    close (file);
  return synced;
}

static gboolean
answers (sqlite3 *db, const char *sql, const char *expected)
{
  sqlite3_stmt *statement = NULL;
  gboolean good = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK
                  && sqlite3_step (statement) == SQLITE_ROW
                  && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), expected) == 0;

  sqlite3_finalize (statement);
  return good;
}

static gboolean
check_copy (const char *path, int version, GError **error)
{
  g_autofree char *expected = g_strdup_printf ("%d", version);
  sqlite3 *db = NULL;
  gboolean good = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
                  && answers (db, "PRAGMA integrity_check(1)", "ok")
                  && answers (db, "PRAGMA user_version", expected);

  sqlite3_close (db);
  if (!good)
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_CORRUPT,
                         _ ("the copy made beforehand is damaged. Keep the file and report this"));
  return good;
}

static char *
make_backup_folder (ImpConnection *connection, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (imp_connection_get_path (connection));
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);

  if (g_mkdir_with_parents (backups, 0700) == 0)
    return g_steal_pointer (&backups);
  fail (error, _ ("the folder “%s” cannot be made (%s)"), backups);
  return NULL;
}

static gboolean
finish_copy (const char *temporary, const char *final, const char *folder, GError **error)
{
  return sync_path (temporary, O_RDONLY, error)
         && (g_rename (temporary, final) == 0
             || fail (error, _ ("“%s” cannot be renamed (%s)"), temporary))
         && sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

gboolean
imp_backup_before_migration (ImpConnection *connection, int from_version, GError **error)
{
  g_autofree char *folder = make_backup_folder (connection, error);
  g_autofree char *name = g_strdup_printf ("before-schema-%d-%" G_GINT64_FORMAT ".db",
                                           from_version + 1, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *final = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *temporary = final != NULL ? g_strconcat (final, ".part", NULL) : NULL;

  if (temporary == NULL)
    return FALSE;
  g_unlink (temporary);
  if (create_private (temporary, error) && copy_database (connection, temporary, error)
      && check_copy (temporary, from_version, error)
      && finish_copy (temporary, final, folder, error))
    return TRUE;
  g_unlink (temporary);
  imp_error_prefix (error, _ ("Cannot back up before the change of format"));
  return FALSE;
}
