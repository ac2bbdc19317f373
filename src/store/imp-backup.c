/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Verified copies of the database. */
#include "config.h"

#include "store/imp-backup.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "store/imp-connection-private.h"
#include "store/imp-copy.h"
#include "store/imp-leftovers.h"
#include "store/imp-store-private.h"

/* As many rows as the laptops say they wrote: counting the rows would take long. */
static const char SQL_SUM_APPLIED[] = "SELECT coalesce (sum (applied), 0) FROM replica";

struct _ImpBackupWriting
{
  ImpConnection *connection;
  ImpFileReplace *file;
  ImpCopy *copy; /* NULL once it is whole */
  char *database, *path, *dataset;
  gint64 version, n_rows; /* that the copy must have */
  ImpBackupReason reason;
};

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

/* What SQLite itself can say of a copy: it is whole, and has as many rows as the journal. */
static gboolean
check_copy (const char *path, gint64 version, gint64 n_rows, GError **error)
{
  g_autofree char *version_text = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  g_autofree char *rows_text = g_strdup_printf ("%" G_GINT64_FORMAT, n_rows);
  sqlite3 *db = NULL;
  gboolean good = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
                  && answers (db, "PRAGMA integrity_check(1)", "ok")
                  && answers (db, "PRAGMA user_version", version_text)
                  && answers (db, "SELECT count(*) FROM journal", rows_text);

  sqlite3_close (db);
  if (!good)
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_CORRUPT,
                         _ ("the copy is damaged, so the earlier backups were left as they are. "
                            "Check the disk, and keep the file"));
  return good;
}

/* One that cannot be deleted is no reason to say that the backup failed. */
static void
drop_chosen (const GPtrArray *backups)
{
  g_autoptr (GPtrArray) old = imp_backup_choose_old (backups);

  for (guint i = 0; i < old->len; i++)
    g_unlink (((ImpBackup *) old->pdata[i])->path);
}

/* Those from a clock that ran ahead, later than the one just written, take no place of the others. */
static void
drop_old (const char *written, const char *database, const char *dataset)
{
  g_autofree char *folder = g_path_get_dirname (written);
  g_autoptr (GPtrArray) backups = imp_backup_list (folder, database, dataset);
  g_autoptr (GPtrArray) ahead = g_ptr_array_new (), rest = g_ptr_array_new ();

  for (guint i = 0; i < backups->len; i++)
    {
      ImpBackup *backup = backups->pdata[i];
      gboolean reached = rest->len > 0 || g_str_equal (backup->path, written);

      g_ptr_array_add (reached ? rest : ahead, backup);
    }
  drop_chosen (ahead);
  drop_chosen (rest);
}

gboolean
imp_backup_drop_rest (const char *copy)
{
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);

  g_unlink (journal);
  return g_unlink (log) == 0;
}

/* Names count in seconds, and no backup takes the place of another. */
static char *
choose_path (ImpBackupWriting *self, const char *folder, gint64 now_ms)
{
  for (;; now_ms += 1000)
    {
      g_autofree char *name =
          imp_backup_make_name (self->database, now_ms, self->reason, self->dataset);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
begin (ImpBackupWriting *self, const char *folder, gint64 now_ms, GError **error)
{
  if (!imp_backup_read_dataset (self->connection, &self->dataset, error))
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, IMP_ERROR, IMP_ERROR_READ_ONLY,
                   _ ("the folder “%s” cannot be made. Choose another one"), folder);
      return FALSE;
    }
  imp_leftovers_remove_backups (folder, self->database, self->dataset);
  self->path = choose_path (self, folder, now_ms);
  self->file = imp_file_replace_begin (self->path, error);
  if (self->file == NULL)
    return FALSE;
  imp_file_replace_keep_private (self->file);
  self->copy =
      imp_copy_begin (self->connection, imp_file_replace_get_temporary (self->file), error);
  return self->copy != NULL;
}

void
imp_backup_writing_free (ImpBackupWriting *self)
{
  if (self->copy != NULL)
    imp_copy_end (self->copy, NULL);
  if (self->file != NULL)
    {
      imp_backup_drop_rest (imp_file_replace_get_temporary (self->file));
      imp_file_replace_free (self->file);
    }
  g_free (self->database);
  g_free (self->path);
  g_free (self->dataset);
  g_free (self);
}

static gboolean
fail (GError **error)
{
  imp_error_prefix (error, "%s", _ ("Cannot back up"));
  return FALSE;
}

ImpBackupWriting *
imp_backup_begin (ImpConnection *connection,
                  const char *folder,
                  gint64 now_ms,
                  ImpBackupReason reason,
                  GError **error)
{
  ImpBackupWriting *self = g_new0 (ImpBackupWriting, 1);

  self->connection = connection;
  self->database = g_strdup (imp_connection_get_path (connection));
  self->reason = reason;
  if (begin (self, folder, now_ms, error))
    return self;
  fail (error);
  imp_backup_writing_free (self);
  return NULL;
}

/* What the copy must have is asked at the moment that it is a copy of. */
static gboolean
complete (ImpBackupWriting *self, GError **error)
{
  return imp_copy_end (g_steal_pointer (&self->copy), error)
         && imp_connection_query_int (self->connection, "PRAGMA user_version", &self->version,
                                      error)
         && imp_connection_query_int (self->connection, SQL_SUM_APPLIED, &self->n_rows, error);
}

gboolean
imp_backup_advance (ImpBackupWriting *self, int n_pages, gboolean *more, GError **error)
{
  return (imp_copy_step (self->copy, n_pages, more, error) && (*more || complete (self, error)))
         || fail (error);
}

/* By an erasure, as a rule: it would have brought the name back. */
static void
explain_stopped (const char *copy, GError **error)
{
  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return;
  g_clear_error (error);
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_CONFLICT,
                       _ ("its file was taken away meanwhile, as an erasure does. Back up again"));
}

char *
imp_backup_finish (ImpBackupWriting *self, GError **error)
{
  const char *copy = imp_file_replace_get_temporary (self->file);
  gboolean good = check_copy (copy, self->version, self->n_rows, error);

  imp_backup_drop_rest (copy);
  if (!good || !imp_file_replace_commit (self->file, error))
    {
      explain_stopped (copy, error);
      fail (error);
      return NULL;
    }
  if (self->reason != IMP_BACKUP_BEFORE_RESTORE)
    drop_old (self->path, self->database, self->dataset);
  return g_strdup (self->path);
}

gboolean
imp_backup_write (ImpConnection *connection,
                  const char *folder,
                  gint64 now_ms,
                  ImpBackupReason reason,
                  char **written,
                  GError **error)
{
  g_autoptr (ImpBackupWriting) writing =
      imp_backup_begin (connection, folder, now_ms, reason, error);
  g_autofree char *path = NULL;
  gboolean more;

  if (writing != NULL && imp_backup_advance (writing, IMP_COPY_ALL_PAGES, &more, error))
    path = imp_backup_finish (writing, error);
  if (path != NULL && written != NULL)
    *written = g_strdup (path);
  return path != NULL;
}

/* Byte by byte: the folder may be on a stick or a server. */
static gboolean
is_equal (const char *a, const char *b, GError **error)
{
  g_autoptr (GMappedFile) left = g_mapped_file_new (a, FALSE, error);
  g_autoptr (GMappedFile) right = left != NULL ? g_mapped_file_new (b, FALSE, error) : NULL;
  gsize size;

  if (right == NULL)
    return FALSE;
  size = g_mapped_file_get_length (left);
  if (size == g_mapped_file_get_length (right)
      && memcmp (g_mapped_file_get_contents (left), g_mapped_file_get_contents (right), size) == 0)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_FAILED,
                       _ ("what arrived there is not what was sent. Choose another folder"));
  return FALSE;
}

gboolean
imp_backup_copy (const char *backup, const char *database, const char *folder, GError **error)
{
  g_autofree char *name = g_path_get_basename (backup);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (ImpFileReplace) file = NULL;
  ImpBackup parsed = { 0 };

  imp_backup_parse_name (name, &parsed);
  imp_leftovers_remove_backups (folder, database, parsed.dataset);
  file = imp_file_replace_begin (path, error);
  if (file != NULL)
    imp_file_replace_keep_private (file);
  if (file != NULL && imp_file_replace_fill (file, backup, error)
      && is_equal (backup, imp_file_replace_get_temporary (file), error)
      && imp_file_replace_commit (file, error))
    {
      drop_old (path, database, parsed.dataset);
      return TRUE;
    }
  imp_error_prefix (error, "%s", _ ("The backup is good, but is not in the second folder too"));
  return FALSE;
}
