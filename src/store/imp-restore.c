/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Putting a backup in the place of a database. */
#include "config.h"

#include "store/imp-restore.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "base/imp-file.h"
#include "store/imp-backup.h"
#include "store/imp-store-private.h"

struct _ImpRestore
{
  char *database;
  ImpFileReplace *file;
  char *damage; /* NULL: none was found */
};

/* What SQLite and this program keep beside a database. */
static const char *const companions[] = { "-wal", "-journal", ".replica" };

/* A second name, so that the first one is never without a file; where the file system has no such
 * thing, another name. */
static gboolean
keep_as (const char *from, const char *to, GError **error)
{
  if (link (from, to) == 0 || errno == ENOENT || g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_READ_ONLY,
               _ ("“%s” cannot be kept (%s). Ask whoever looks after its folder to let you write "
                  "there"),
               from, g_strerror (errno));
  return FALSE;
}

/* The log goes along: what it holds may be all that can be saved. */
static gboolean
set_aside (const char *database, gint64 now_ms, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *name = imp_backup_make_damaged_name (database, now_ms);
  g_autofree char *aside = g_build_filename (folder, name, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (database, companions[i], NULL);
      g_autofree char *to = g_strconcat (aside, companions[i], NULL);

      if (!keep_as (from, to, error))
        return FALSE;
    }
  return keep_as (database, aside, error);
}

/* Without its identity the file is another laptop: the numbers of its rows must not be given out
 * twice. A log that is still there would be taken for that of the backup. */
static void
drop_companions (const char *database)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (database, companions[i], NULL);

      g_unlink (path);
    }
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_CORRUPT,
                       _ ("the backup is damaged. Choose an earlier one"));
  return FALSE;
}

static gboolean
is_sound (ImpConnection *connection, GError **error)
{
  static const char SQL_CHECK_COPY[] = "PRAGMA integrity_check(1)";
  g_autoptr (ImpStatement) check = imp_connection_borrow (connection, SQL_CHECK_COPY);

  if (!imp_statement_fetch (check, error))
    return FALSE;
  if (g_strcmp0 (imp_statement_get_text (check, 0), "ok") == 0)
    return TRUE;
  return fail_damaged (error);
}

/* Opening speaks of a backlog, and of restoring a backup where one is being restored. */
static ImpConnection *
open_copy (const char *path, const char *backup, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  ImpConnection *connection = imp_connection_open_copy (path, backup, &refusal);

  if (g_error_matches (refusal, IMP_ERROR, IMP_ERROR_CORRUPT))
    fail_damaged (error);
  else if (g_error_matches (refusal, IMP_ERROR, IMP_ERROR_NOT_OURS))
    g_set_error (error, IMP_ERROR, IMP_ERROR_NOT_OURS,
                 _ ("“%s” is not a backlog of Improve. Choose another file"), backup);
  else if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  return connection;
}

/* What was looked over once is looked over again soon: it was away from here. */
static gboolean
forget_look (ImpConnection *connection, GError **error)
{
  static const char SQL_DELETE_LOOKED[] = "DELETE FROM meta WHERE k = 'looked'";
  g_autoptr (ImpStatement) delete = imp_connection_borrow (connection, SQL_DELETE_LOOKED);

  return imp_statement_run (delete, error);
}

/* Is it what was written? */
static gboolean
check_content (ImpRestore *self,
               ImpConnection *connection,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  ImpStore store = { .connection = connection };

  if (!imp_store_check (&store, problems, cancellable, error))
    return FALSE;
  if (problems->len > 0)
    self->damage = g_strdup (problems->pdata[0]);
  return TRUE;
}

/* By the whole way of opening: format, tables, application. And every page and row of it. */
static gboolean
check_copy (ImpRestore *self, const char *backup, GCancellable *cancellable, GError **error)
{
  const char *path = imp_file_replace_get_temporary (self->file);
  ImpConnection *connection = open_copy (path, backup, error);
  gboolean sound = connection != NULL && is_sound (connection, error)
                   && check_content (self, connection, cancellable, error)
                   && forget_look (connection, error);

  if (connection != NULL)
    imp_connection_close (connection);
  if (!imp_backup_drop_rest (path) || !sound)
    return sound;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_FAILED,
                       _ ("the disk does not read or write as it should. Try again; if it goes "
                          "on, copy the folder to another disk"));
  return FALSE;
}

/* While the database is open, its file alone is not all of it. */
static gboolean
refuse_itself (const char *database, const char *backup, GError **error)
{
  struct stat own, other;

  if (stat (database, &own) != 0 || stat (backup, &other) != 0 || own.st_dev != other.st_dev
      || own.st_ino != other.st_ino)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       _ ("that is the backlog itself. Choose a backup of it"));
  return FALSE;
}

/* SQLite would take it for a new database, and the backlog would be one with nothing in it. */
static gboolean
refuse_empty (const char *backup, GError **error)
{
  struct stat info;

  if (stat (backup, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > 0)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_NOT_OURS, _ ("“%s” is empty. Choose another file"),
               backup);
  return FALSE;
}

static gboolean
fill (ImpRestore *self, const char *backup, GCancellable *cancellable, GError **error)
{
  if (!refuse_itself (self->database, backup, error) || !refuse_empty (backup, error))
    return FALSE;
  self->file = imp_file_replace_begin (self->database, error);
  if (self->file == NULL)
    return FALSE;
  imp_file_replace_keep_private (self->file);
  return imp_file_replace_fill (self->file, backup, error)
         && check_copy (self, backup, cancellable, error);
}

ImpRestore *
imp_restore_begin (const char *database,
                   const char *backup,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (ImpRestore) self = g_new0 (ImpRestore, 1);

  self->database = imp_file_dup_real_path (database);
  if (fill (self, backup, cancellable, error))
    return g_steal_pointer (&self);
  imp_error_prefix (error, "%s", _ ("Cannot restore the backup"));
  return NULL;
}

const char *
imp_restore_get_damage (ImpRestore *self)
{
  return self->damage;
}

/* Whoever calls this keeps everybody else out. */
static gboolean
put_in_place (ImpRestore *self, gint64 now_ms, gboolean keep, GError **error)
{
  if (keep && !set_aside (self->database, now_ms, error))
    return FALSE;
  drop_companions (self->database);
  return imp_file_replace_commit (self->file, error);
}

static gboolean
put_in_place_locked (ImpRestore *self, gint64 now_ms, gboolean keep, GError **error)
{
  g_autofd int lock = -1;

  if (imp_connection_lock_file (self->database, &lock, error)
      && put_in_place (self, now_ms, keep, error))
    return TRUE;
  imp_error_prefix (error, "%s", _ ("Cannot restore the backup"));
  return FALSE;
}

gboolean
imp_restore_replace (ImpRestore *self,
                     ImpStore *store,
                     gint64 now_ms,
                     gboolean keep,
                     GError **error)
{
  ImpConnection *connection = imp_store_get_connection (store);

  if (imp_connection_is_read_only (connection)) /* it has no lock */
    return put_in_place_locked (self, now_ms, keep, error);
  if ((keep || imp_connection_settle (connection, error))
      && put_in_place (self, now_ms, keep, error))
    {
      store->replaced = TRUE;
      return TRUE;
    }
  imp_error_prefix (error, "%s", _ ("Cannot restore the backup"));
  return FALSE;
}

void
imp_restore_free (ImpRestore *self)
{
  g_clear_pointer (&self->file, imp_file_replace_free);
  g_free (self->database);
  g_free (self->damage);
  g_free (self);
}

gboolean
imp_restore_backup (const char *database,
                    const char *backup,
                    gint64 now_ms,
                    gboolean keep,
                    char **damage,
                    GError **error)
{
  g_autoptr (ImpRestore) self = imp_restore_begin (database, backup, NULL, error);

  if (self == NULL || !put_in_place_locked (self, now_ms, keep, error))
    return FALSE;
  if (damage != NULL)
    *damage = g_steal_pointer (&self->damage);
  return TRUE;
}
