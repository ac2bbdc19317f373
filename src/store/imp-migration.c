/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * From one schema to the next. */
#include "config.h"

#include "store/imp-migration.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-backup.h"
#include "store/imp-connection-private.h"

/* Append only; docs/schema.md says how. */
static const ImpMigration migrations[] = {
  { "/org/example/Improve/store/migrations/0001-first.sql", NULL },
  { "/org/example/Improve/store/migrations/0002-rounds.sql", NULL },
};

#define SCHEMA_VERSION ((int) G_N_ELEMENTS (migrations))

static const char SQL_READ_VERSION[] = "PRAGMA user_version";
/* Only tables have columns, and asking takes SQLite a while. */
static const char SQL_DESCRIBE_TABLES[] =
    "SELECT group_concat (line, char (10)) FROM (SELECT s.type || ' ' || s.name || ' '"
    " || CASE s.type WHEN 'table' THEN (SELECT count(*)"
    " || coalesce (group_concat (c.name || ' ' || c.type), '')"
    " FROM pragma_table_xinfo (s.name) c) ELSE '' END AS line FROM sqlite_schema s"
    " WHERE s.name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY 1)";

int
imp_migration_get_newest (void)
{
  return SCHEMA_VERSION;
}

gboolean
imp_migration_check_version (ImpConnection *connection, GError **error)
{
  gint64 version = 0;

  if (!imp_connection_query_int (connection, SQL_READ_VERSION, &version, error))
    return FALSE;
  if (version < 0)
    return imp_connection_fail (connection, SQLITE_CORRUPT, error);
  if (version <= SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_TOO_NEW,
               _ ("it was written by a newer version of Improve (schema %d, this one knows %d). "
                  "Your data has not been modified. Update Improve to open it"),
               (int) version, SCHEMA_VERSION);
  return FALSE;
}

/* The tables of a database, one a line; NULL where that cannot be told. */
static char *
describe_tables (sqlite3 *db)
{
  sqlite3_stmt *select = NULL;
  char *tables = NULL;

  if (sqlite3_prepare_v2 (db, SQL_DESCRIBE_TABLES, -1, &select, NULL) == SQLITE_OK
      && sqlite3_step (select) == SQLITE_ROW)
    tables = g_strdup ((const char *) sqlite3_column_text (select, 0));
  sqlite3_finalize (select);
  return tables;
}

/* The same of a new database of that version, made in memory. */
static char *
describe_version (gint64 version)
{
  sqlite3 *db = NULL;
  char *tables = NULL;
  gboolean good = sqlite3_open (":memory:", &db) == SQLITE_OK;

  for (gint64 i = 0; i < version && good; i++)
    {
      g_autoptr (GBytes) sql = g_resources_lookup_data (migrations[i].resource, 0, NULL);

      good = sql != NULL
             && sqlite3_exec (db, g_bytes_get_data (sql, NULL), NULL, NULL, NULL) == SQLITE_OK;
    }
  if (good)
    tables = describe_tables (db);
  sqlite3_close (db);
  return tables;
}

gboolean
imp_migration_check_tables (ImpConnection *connection, GError **error)
{
  g_autofree char *expected = NULL, *actual = NULL;
  gint64 version = 0;

  if (!imp_connection_query_int (connection, SQL_READ_VERSION, &version, error))
    return FALSE;
  expected = describe_version (version);
  actual = describe_tables (connection->db);
  return g_strcmp0 (actual, expected) == 0
         || imp_connection_fail (connection, SQLITE_CORRUPT, error);
}

static gboolean
run_step (ImpConnection *connection, const ImpMigration *step, guint version, GError **error)
{
  g_autoptr (GBytes) sql = g_resources_lookup_data (step->resource, 0, error);
  g_autofree char *stamp =
      g_strdup_printf ("PRAGMA application_id = 0x494D5056; PRAGMA user_version = %u;", version);

  if (sql == NULL || !imp_connection_begin (connection, error))
    return FALSE;
  if (imp_connection_exec (connection, g_bytes_get_data (sql, NULL), error)
      && (step->finish == NULL || step->finish (connection, error))
      && imp_connection_exec (connection, stamp, error))
    return imp_connection_commit (connection, error);
  imp_connection_rollback (connection);
  return FALSE;
}

static gboolean
back_up (ImpConnection *connection, GError **error)
{
  g_autofree char *folder = imp_backup_dup_folder (imp_connection_get_path (connection));

  return imp_backup_write (connection, folder, g_get_real_time () / 1000, IMP_BACKUP_BEFORE_SCHEMA,
                           NULL, error);
}

gboolean
imp_migration_run_steps (ImpConnection *connection,
                         const ImpMigration *steps,
                         guint n_steps,
                         GError **error)
{
  gint64 version = 0;

  if (!imp_connection_query_int (connection, SQL_READ_VERSION, &version, error))
    return FALSE;
  if (version > 0 && version < n_steps && !imp_connection_is_read_only (connection)
      && !back_up (connection, error))
    return FALSE;
  for (guint i = (guint) version; i < n_steps; i++)
    if (!run_step (connection, &steps[i], i + 1, error))
      return FALSE;
  return TRUE;
}

gboolean
imp_migration_run (ImpConnection *connection, GError **error)
{
  return imp_migration_run_steps (connection, migrations, G_N_ELEMENTS (migrations), error);
}
