/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Verified copies of the database. */
#pragma once

#include "model/imp-backup.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* All on the database thread, but for the listing, which any thread may do. */

char *imp_backup_dup_folder (const char *database); /* backups/ beside it */
/* The backups in a folder, the newest first: of ImpBackup, owned by the array. Other files are
 * passed over; a folder that is not there has none. */
GPtrArray *imp_backup_list (const char *folder);

/* Writes a copy: under a temporary name, brought to the disk, opened and checked, only then named.
 * After that the backups that imp_backup_choose_old() names are deleted, never before. */
gboolean imp_backup_write (ImpConnection *connection,
                           const char *folder,
                           gint64 now_ms,
                           ImpBackupReason reason,
                           GError **error);

/* Whether something was written since the newest backup in the folder, and that is of an earlier
 * day (UTC). */
gboolean imp_backup_is_due (ImpStore *store, const char *folder);

G_END_DECLS
