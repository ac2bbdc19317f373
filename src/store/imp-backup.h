/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Verified copies of the database. */
#pragma once

#include "store/imp-connection.h"

G_BEGIN_DECLS

/* Writes a copy to backups/before-schema-N-<time>.db beside the database: into a temporary file,
 * synced, opened and checked, then renamed. Database thread. */
gboolean imp_backup_before_migration (ImpConnection *connection, int from_version, GError **error);

G_END_DECLS
