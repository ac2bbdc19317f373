/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is asked of SQLite, each answer checked. */
#include "config.h"

#include "store/imp-connection-private.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"

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
    return imp_connection_fail_last (self, error);
  if (g_strcmp0 (answer, expected) == 0)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_FAILED,
               _ ("“%s” answered “%s” instead of “%s”. Report this"), set,
               answer != NULL ? answer : "", expected);
  return FALSE;
}

static gboolean
set_defence (ImpConnection *self, int which, int value, GError **error)
{
  int answer = -1;

  if (sqlite3_db_config (self->db, which, value, &answer) == SQLITE_OK && answer == value)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_FAILED,
                       _ ("SQLite was built without its defences. Install another build of it"));
  return FALSE;
}

/* Exclusive before anything is read: no -shm file, and a second program is refused at once. The
 * log of a program that was killed stays as it is until the file is known to be ours. */
gboolean
imp_connection_set_defences (ImpConnection *self, GError **error)
{
  static const int defences[][2] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (defences); i++)
    if (!set_defence (self, defences[i][0], defences[i][1], error))
      return FALSE;
  return set_defence (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, imp_connection_has_log (self), error)
         && set_pragma (self, "PRAGMA mmap_size = 0", "0", error)
         && set_pragma (self, "PRAGMA locking_mode = EXCLUSIVE", "exclusive", error);
}

/* EXTRA: also the folder reaches the disk when a rollback journal goes. Without a log that is the
 * commit; with one it is the making of the file, and a journal of then that came back after a power
 * failure would take all back that was saved since. */
static gboolean
set_synchronous (ImpConnection *self, GError **error)
{
  return imp_connection_exec (self, "PRAGMA synchronous = EXTRA", error)
         && set_pragma (self, "PRAGMA synchronous", "3", error);
}

/* Set and read back: a pragma without an answer of its own is asked for afterwards. */
gboolean
imp_connection_set_pragmas (ImpConnection *self, GError **error)
{
  static const struct
  {
    const char *set, *ask, *expected;
  } pragmas[] = {
    { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1" },
    { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1" },
    { "PRAGMA temp_store = FILE", "PRAGMA temp_store", "1" },
    { "PRAGMA cache_size = -16000", "PRAGMA cache_size", "-16000" },
  };
  gboolean networked = imp_connection_is_on_network (self);

  if (!set_synchronous (self, error))
    return FALSE;
  if (!self->read_only
      && !set_pragma (self,
                      networked ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL",
                      networked ? "delete" : "wal", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if (!imp_connection_exec (self, pragmas[i].set, error)
        || !set_pragma (self, pragmas[i].ask, pragmas[i].expected, error))
      return FALSE;
  return set_defence (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, error);
}
