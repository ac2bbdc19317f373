/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * From one schema to the next. */
#pragma once

#include "store/imp-connection.h"

G_BEGIN_DECLS

/* One step: the SQL of a numbered file under migrations/, and what only C can do (may be NULL).
 * Each step is one transaction; its number becomes user_version. */
typedef struct
{
  const char *resource;
  gboolean (*finish) (ImpConnection *connection, GError **error);
} ImpMigration;

int imp_migration_get_newest (void); /* user_version of the files this version writes */
/* Refuses a file of a newer version before anything is written: IMP_ERROR_TOO_NEW. */
gboolean imp_migration_check_version (ImpConnection *connection, GError **error);
/* Refuses a file in which other tables, columns or indexes stand than its version has, or a view
 * or a trigger: IMP_ERROR_CORRUPT. An empty one is good. */
gboolean imp_migration_check_tables (ImpConnection *connection, GError **error);
/* Brings the file to the newest schema, after a verified copy beside it. */
gboolean imp_migration_run (ImpConnection *connection, GError **error);
/* The same with other steps; for tests. */
gboolean imp_migration_run_steps (ImpConnection *connection,
                                  const ImpMigration *steps,
                                  guint n_steps,
                                  GError **error);

G_END_DECLS
