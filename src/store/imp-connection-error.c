/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What failures of SQLite mean for people. */
#include "config.h"

#include "store/imp-connection-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "base/imp-error.h"

static int
map_code (ImpConnection *self, int sqlite_code)
{
  int system = sqlite3_system_errno (self->db);

  switch (sqlite_code & 0xff)
    {
    case SQLITE_IOERR:
      return system == ENOSPC || system == EDQUOT ? IMP_ERROR_FULL : IMP_ERROR_FAILED;
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
      return _ ("you may not write there. Ask whoever looks after it, or choose another folder");
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
  int code = map_code (self, sqlite_code);
  const char *remedy = get_remedy (code);

  if ((sqlite_code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
  else if (remedy != NULL)
    g_set_error_literal (error, IMP_ERROR, code, remedy);
  else if ((sqlite_code & 0xff) == SQLITE_IOERR)
    g_set_error_literal (
        error, IMP_ERROR, code,
        _ ("the disk does not read or write as it should. Try again; if it goes on, copy "
           "the file to another disk"));
  else
    g_set_error (error, IMP_ERROR, code,
                 _ ("something went wrong that should not (%s). Report this"),
                 describe (self, sqlite_code));
  return FALSE;
}

static int
map_file_error (const GError *cause)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return IMP_ERROR_FULL;
  return g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_IO) ? IMP_ERROR_FAILED
                                                                : IMP_ERROR_READ_ONLY;
}

gboolean
imp_connection_fail_file (const GError *cause, GError **error)
{
  int code = map_file_error (cause);
  const char *remedy = get_remedy (code);

  if (remedy != NULL)
    g_set_error_literal (error, IMP_ERROR, code, remedy);
  else
    g_set_error (error, IMP_ERROR, code, _ ("%s. Try again"), cause->message);
  return FALSE;
}

gboolean
imp_connection_fail_last (ImpConnection *self, GError **error)
{
  return imp_connection_fail (self, sqlite3_extended_errcode (self->db), error);
}
