/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A copy of an open database, a few pages at a time. */
#include "config.h"

#include "store/imp-copy.h"

#include "store/imp-connection-private.h"

struct _ImpCopy
{
  ImpConnection *from;
  ImpConnection to; /* only its database is used, and what it says of failures */
  sqlite3_backup *backup;
};

/* The copy counts only once it was synced and checked, so it needs no journal of its own. */
static const char SQL_PREPARE_COPY[] =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000";
/* The pages say that the file has a log; a copy has none. */
static const char SQL_FORGET_LOG[] =
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE";

static void
copy_free (ImpCopy *self)
{
  sqlite3_close (self->to.db);
  g_free (self);
}

static gboolean
open_copy (ImpCopy *self, const char *path, GError **error)
{
  int code = sqlite3_open_v2 (path, &self->to.db,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
                                  | SQLITE_OPEN_EXRESCODE,
                              NULL);

  if (code == SQLITE_OK)
    code = sqlite3_exec (self->to.db, SQL_PREPARE_COPY, NULL, NULL, NULL);
  return code == SQLITE_OK || imp_connection_fail (&self->to, code, error);
}

ImpCopy *
imp_copy_begin (ImpConnection *from, const char *path, GError **error)
{
  ImpCopy *self = g_new0 (ImpCopy, 1);

  self->from = from;
  if (open_copy (self, path, error))
    {
      self->backup = sqlite3_backup_init (self->to.db, "main", from->db, "main");
      if (self->backup != NULL)
        return self;
      imp_connection_fail_last (&self->to, error);
    }
  copy_free (self);
  return NULL;
}

gboolean
imp_copy_step (ImpCopy *self, int n_pages, gboolean *more, GError **error)
{
  int code = sqlite3_backup_step (self->backup, n_pages);

  *more = code == SQLITE_OK;
  return code == SQLITE_OK || code == SQLITE_DONE || imp_connection_fail (self->from, code, error);
}

gboolean
imp_copy_end (ImpCopy *self, GError **error)
{
  gboolean whole = sqlite3_backup_remaining (self->backup) == 0;
  int code = sqlite3_backup_finish (self->backup);

  if (code == SQLITE_OK && whole)
    code = sqlite3_exec (self->to.db, SQL_FORGET_LOG, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    imp_connection_fail (&self->to, code, error);
  copy_free (self);
  return code == SQLITE_OK;
}
