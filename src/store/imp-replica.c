/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who this laptop is, and what laptops are called outside this file. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"
#include "base/imp-file.h"
#include "store/imp-backup.h"
#include "store/imp-merge.h"
#include "store/imp-store-private.h"

#define ENDING ".replica"

static const char SQL_SELECT_REPLICA[] = "SELECT n, applied, head FROM replica WHERE id = ?1";
static const char SQL_INSERT_REPLICA[] =
    "INSERT INTO replica (id, applied, pushed, head) VALUES (?1, 0, 0, zeroblob(32))";

static const char SQL_UPDATE_REPLICA[] = "UPDATE replica SET applied = ?2, head = ?3 WHERE n = ?1";
static const char SQL_SELECT_SESSION[] = "SELECT v FROM meta WHERE k = 'session'";
static const char SQL_REPLACE_SESSION[] = "REPLACE INTO meta (k, v) VALUES ('session', ?1)";

static char *
get_identity_path (const char *path)
{
  return g_strconcat (path, ENDING, NULL);
}

/* What stands beside the database: who wrote it last, how far, and in which session. A database
 * that is behind, or was last written in another session, is a copy from elsewhere or from before,
 * and goes on as another laptop: no number of a row is given out twice. */
typedef struct
{
  ImpUuid replica;
  gint64 rseq;
  ImpUuid session; /* all zero: none was begun */
} Identity;

static gboolean
read_identity (const char *database, Identity *identity)
{
  g_autofree char *path = get_identity_path (database);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  memset (identity, 0, sizeof *identity);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  words = g_strsplit_set (g_strchomp (text), " \n", 3);
  if (words[0] == NULL || !imp_uuid_parse (words[0], &identity->replica))
    return FALSE;
  identity->rseq = words[1] != NULL ? g_ascii_strtoll (words[1], NULL, 10) : 0;
  if (words[1] != NULL && words[2] != NULL)
    imp_uuid_parse (words[2], &identity->session);
  return TRUE;
}

gboolean
imp_replica_note (ImpStore *self, GError **error)
{
  g_autofree char *text = NULL;
  char uuid[IMP_UUID_STRING_LEN], session[IMP_UUID_STRING_LEN];

  imp_uuid_print (&self->replica, uuid);
  imp_uuid_print (&self->session, session);
  text = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s\n", uuid, self->rseq, session);
  return imp_connection_write_beside (self->connection, ENDING, text, error);
}

static gboolean
has_written (const char *database)
{
  static const ImpUuid none = { { 0 } };
  Identity identity;

  return read_identity (database, &identity)
         && (identity.rseq > 0 || !imp_uuid_equal (&identity.session, &none));
}

static gboolean
has_backups (const char *database)
{
  g_autofree char *folder = imp_backup_dup_folder (database);
  g_autoptr (GPtrArray) backups = imp_backup_list (folder, database, NULL);

  return backups->len > 0;
}

gboolean
imp_store_was_there (const char *path)
{
  g_autofree char *real_path = imp_file_dup_real_path (path);

  return has_written (real_path) || has_backups (real_path);
}

/* Missing, or without a byte: not even SQLite has begun with it. */
static gboolean
is_nothing (const char *path, gboolean *missing)
{
  static const char *const logs[] = { "-wal", "-journal" };
  GStatBuf info;

  *missing = g_lstat (path, &info) != 0 && errno == ENOENT;
  if (*missing)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *log = g_strconcat (path, logs[i], NULL);

      if (g_file_test (log, G_FILE_TEST_EXISTS))
        return FALSE;
    }
  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_size == 0;
}

gboolean
imp_store_is_gone (const char *path)
{
  gboolean missing;

  return is_nothing (path, &missing);
}

gboolean
imp_replica_refuse_gone (const char *path, GError **error)
{
  gboolean missing;

  if (!is_nothing (path, &missing) || !imp_store_was_there (path))
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_CORRUPT,
               missing ? _ ("Cannot open the backlog “%s”: the file is gone. Put it back, or "
                            "restore a backup")
                       : _ ("Cannot open the backlog “%s”: the file is empty, and was not "
                            "before. Restore a backup"),
               path);
  return FALSE;
}

gboolean
imp_replica_find (ImpStore *self, const ImpUuid *id, ImpReplica *replica, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_REPLICA);
  const guint8 *head;
  gsize size;

  memset (replica, 0, sizeof *replica);
  imp_statement_bind_blob (select, 1, id->bytes, sizeof id->bytes);
  if (imp_statement_next (select))
    {
      replica->rep = imp_statement_get_int (select, 0);
      replica->rseq = CLAMP (imp_statement_get_int (select, 1), 0, G_MAXINT64 / 2);
      head = imp_statement_get_blob (select, 2, &size);
      memcpy (replica->head, head, MIN (size, sizeof replica->head));
    }
  return imp_statement_end (select, error);
}

gboolean
imp_replica_ensure (ImpStore *self, const ImpUuid *id, ImpReplica *replica, GError **error)
{
  g_autoptr (ImpStatement) insert = NULL;

  if (!imp_replica_find (self, id, replica, error))
    return FALSE;
  if (replica->rep != 0)
    return TRUE;
  insert = imp_connection_borrow (self->connection, SQL_INSERT_REPLICA);
  imp_statement_bind_blob (insert, 1, id->bytes, sizeof id->bytes);
  return imp_statement_run (insert, error) && imp_replica_find (self, id, replica, error);
}

gboolean
imp_replica_save (ImpStore *self, gint64 rep, gint64 rseq, const guint8 *head, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (self->connection, SQL_UPDATE_REPLICA);

  imp_statement_bind_int (update, 1, rep);
  imp_statement_bind_int (update, 2, rseq);
  imp_statement_bind_blob (update, 3, head, sizeof self->head);
  return imp_statement_run (update, error);
}

static void
become (ImpStore *self, const ImpReplica *replica)
{
  self->rep = replica->rep;
  self->rseq = replica->rseq;
  memcpy (self->head, replica->head, sizeof self->head);
}

static gboolean
read_session (ImpStore *self, ImpUuid *session, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_SESSION);

  memset (session, 0, sizeof *session);
  if (imp_statement_next (select))
    imp_statement_get_uuid (select, 0, session, NULL);
  return imp_statement_end (select, error);
}

/* Inside a transaction. The file first: a crash between the two makes another laptop of this one,
 * the other way round a copy would pass for it. */
gboolean
imp_replica_begin_session (ImpStore *self, GError **error)
{
  g_autoptr (ImpStatement) replace = NULL;

  if (self->in_session)
    return TRUE;
  self->session = imp_uuid_new_random ();
  if (!imp_replica_note (self, error))
    return FALSE;
  replace = imp_connection_borrow (self->connection, SQL_REPLACE_SESSION);
  imp_statement_bind_blob (replace, 1, self->session.bytes, sizeof self->session.bytes);
  self->in_session = TRUE;
  return imp_statement_run (replace, error);
}

static gboolean
begin_anew (ImpStore *self, GError **error)
{
  ImpReplica replica;

  self->replica = imp_uuid_new_random ();
  if (!imp_replica_ensure (self, &self->replica, &replica, error))
    return FALSE;
  become (self, &replica);
  return imp_replica_note (self, error);
}

gboolean
imp_replica_load (ImpStore *self, GError **error)
{
  ImpReplica replica = { 0 };
  Identity identity;
  gboolean known = read_identity (imp_connection_get_path (self->connection), &identity);

  if (!read_session (self, &self->session, error)
      || (known && !imp_replica_find (self, &identity.replica, &replica, error)))
    return FALSE;
  if (replica.rep == 0 || replica.rseq < identity.rseq
      || !imp_uuid_equal (&self->session, &identity.session))
    return self->read_only || begin_anew (self, error);
  self->replica = identity.replica;
  become (self, &replica);
  return TRUE;
}

void
imp_replica_drop_new (ImpStore *self)
{
  g_autofree char *path = get_identity_path (imp_connection_get_path (self->connection));

  g_unlink (path);
}
