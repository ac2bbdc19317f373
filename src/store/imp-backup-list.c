/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The backups of one database, and whether it needs another. */
#include "config.h"

#include "store/imp-backup.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "base/imp-file.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_DATASET[] =
    "SELECT lower (hex (substr (v, 1, 4))) FROM meta WHERE k = 'dataset'";
/* How far each laptop has come, and by which actions; "" where nobody wrote anything. */
static const char SQL_SELECT_STATE[] =
    "SELECT coalesce (group_concat (hex (id) || ' ' || applied || ' ' || hex (head)), '')"
    " FROM (SELECT * FROM replica WHERE applied > 0 ORDER BY id)";

char *
imp_backup_dup_folder (const char *database)
{
  g_autofree char *real_path = imp_file_dup_real_path (database);
  g_autofree char *folder = g_path_get_dirname (real_path);

  return g_build_filename (folder, "backups", NULL);
}

static gboolean
read_text (ImpConnection *connection, const char *sql, char **text, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (connection, sql);

  *text = imp_statement_next (select) ? imp_statement_dup_text (select, 0) : NULL;
  return imp_statement_end (select, error);
}

gboolean
imp_backup_read_dataset (ImpConnection *connection, char **dataset, GError **error)
{
  return read_text (connection, SQL_SELECT_DATASET, dataset, error);
}

/* Of a file that others may have open: nothing is locked, and what cannot be read is NULL. */
static char *
peek (const char *path, const char *sql)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (whole, NULL, NULL);
  g_autofree char *address = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3_stmt *select = NULL;
  sqlite3 *db = NULL;
  char *text = NULL;

  if (sqlite3_open_v2 (address, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK
      && sqlite3_prepare_v2 (db, sql, -1, &select, NULL) == SQLITE_OK
      && sqlite3_step (select) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (select, 0));
  sqlite3_finalize (select);
  sqlite3_close (db);
  return text;
}

char *
imp_backup_peek_dataset (const char *database)
{
  return peek (database, SQL_SELECT_DATASET);
}

static gboolean
has_database (const char *folder, const char *stem)
{
  g_autofree char *path = g_build_filename (folder, stem, NULL);
  g_autofree char *usual = g_strconcat (path, ".db", NULL);

  return g_file_test (usual, G_FILE_TEST_IS_REGULAR) || g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

gboolean
imp_backup_is_of (const ImpBackup *backup, const char *database, const char *dataset)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *stem = imp_backup_dup_stem (database);
  gboolean says = dataset != NULL && backup->dataset[0] != '\0';
  gboolean same = says && g_str_equal (backup->dataset, dataset);

  if (g_str_equal (backup->stem, stem))
    return same || !says;
  return same && !has_database (folder, backup->stem);
}

static ImpBackup *
look_at (const char *folder, const char *name)
{
  g_autoptr (ImpBackup) backup = g_new0 (ImpBackup, 1);
  GStatBuf info;

  if (!imp_backup_parse_name (name, backup))
    return NULL;
  backup->path = g_build_filename (folder, name, NULL);
  if (g_lstat (backup->path, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;
  backup->size = (guint64) info.st_size;
  return g_steal_pointer (&backup);
}

/* Names count in seconds: of one second the backup that a restore makes comes after the one it is
 * made for. */
static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const ImpBackup *left = *(ImpBackup *const *) a, *right = *(ImpBackup *const *) b;

  if (right->time_ms != left->time_ms)
    return right->time_ms > left->time_ms ? 1 : -1;
  return (int) right->reason - (int) left->reason;
}

static gboolean
is_wanted (const ImpBackup *backup, const char *database, const char *dataset, const char *peeked)
{
  return imp_backup_is_of (backup, database, dataset)
         || (dataset == NULL && imp_backup_is_of (backup, database, peeked));
}

GPtrArray *
imp_backup_list (const char *folder, const char *database, const char *dataset)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_backup_free);
  g_autofree char *peeked = dataset == NULL ? imp_backup_peek_dataset (database) : NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (ImpBackup) backup = look_at (folder, name);

      if (backup != NULL && is_wanted (backup, database, dataset, peeked))
        g_ptr_array_add (backups, g_steal_pointer (&backup));
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/* By what it holds, not by clocks: two of them need not agree, nor one with itself. */
static gboolean
holds (const ImpBackup *backup, const char *state)
{
  g_autofree char *held = peek (backup->path, SQL_SELECT_STATE);

  return g_strcmp0 (held, state) == 0;
}

static gboolean
is_due (const GPtrArray *backups, const char *state, gint64 now_ms)
{
  const gint64 day_ms = 24 * 60 * 60 * 1000;

  for (guint i = 0; i < backups->len; i++)
    {
      const ImpBackup *backup = backups->pdata[i];
      gboolean from_ahead = backup->time_ms > now_ms; /* the clock has been set back since */

      if (!from_ahead && backup->time_ms / day_ms == now_ms / day_ms)
        return FALSE;
      if (holds (backup, state))
        return FALSE;
      if (!from_ahead)
        return TRUE;
    }
  return TRUE;
}

gboolean
imp_backup_is_due (ImpStore *store, const char *folder)
{
  ImpConnection *connection = store->connection;
  g_autofree char *dataset = NULL, *state = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  if (imp_connection_is_read_only (connection)
      || !read_text (connection, SQL_SELECT_DATASET, &dataset, NULL)
      || !read_text (connection, SQL_SELECT_STATE, &state, NULL) || *state == '\0')
    return FALSE;
  backups = imp_backup_list (folder, imp_connection_get_path (connection), dataset);
  return is_due (backups, state, imp_clock_now_ms (&store->clock));
}
