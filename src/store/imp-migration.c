/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * From one schema to the next. */
#include "config.h"

#include "store/imp-migration.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-backup.h"

/* Append only; docs/schema.md says how. */
static const ImpMigration migrations[] = {
  { "/org/example/Improve/store/migrations/0001-first.sql", NULL },
};

#define SCHEMA_VERSION ((int) G_N_ELEMENTS (migrations))

static const char SQL_READ_VERSION[] = "PRAGMA user_version";

gboolean
imp_migration_check_version (ImpConnection *connection, GError **error)
{
  gint64 version = 0;

  if (!imp_connection_query_int (connection, SQL_READ_VERSION, &version, error))
    return FALSE;
  if (version <= SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_TOO_NEW,
               _ ("it was written by a newer version of Improve (schema %d, this one knows %d). "
                  "Your data has not been modified. Update Improve to open it"),
               (int) version, SCHEMA_VERSION);
  return FALSE;
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

gboolean
imp_migration_run_steps (ImpConnection *connection,
                         const ImpMigration *steps,
                         guint n_steps,
                         GError **error)
{
  gint64 version = 0;

  if (!imp_connection_query_int (connection, SQL_READ_VERSION, &version, error))
    return FALSE;
  if (version > 0 && version < n_steps
      && !imp_backup_before_migration (connection, (int) version, error))
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
