/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Verified copies of the database. */
#pragma once

#include "model/imp-backup.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* On the database thread, but for what says otherwise. */

char *imp_backup_dup_folder (const char *database); /* backups/ beside it; any thread */
/* "1a2b3c4d", of the backlog's own id; NULL where it has none. */
gboolean imp_backup_read_dataset (ImpConnection *connection, char **dataset, GError **error);
/* Any thread. The same of a file that need not be open, nor sound; NULL where it cannot be read. */
char *imp_backup_peek_dataset (const char *database);

/* Any thread. Whether a backup, or a damaged file that was kept, is of that database: it has its
 * name, and is not known to be of another backlog; or is of the same backlog, and no database
 * beside has the name it was made under: it was renamed since, or backed up by a version that wrote
 * no names. `dataset` may be NULL. */
gboolean imp_backup_is_of (const ImpBackup *backup, const char *database, const char *dataset);
/* Any thread. The backups of a database in a folder, the newest first: of ImpBackup, owned by the
 * array. Where `dataset` is NULL also those of a backlog that had its name before, as after a
 * beginning anew. Other files are passed over; a folder that is not there has none. */
GPtrArray *imp_backup_list (const char *folder, const char *database, const char *dataset);

/* A backup being written. Begun and advanced on the database thread; once there is no more to be
 * copied it may be finished on any thread. Freed before that, on the database thread, it leaves all
 * as it was. */
typedef struct _ImpBackupWriting ImpBackupWriting;

ImpBackupWriting *imp_backup_begin (ImpConnection *connection,
                                    const char *folder,
                                    gint64 now_ms,
                                    ImpBackupReason reason,
                                    GError **error);
/* Copies so many pages (a page of 4 KiB takes some microseconds). */
gboolean imp_backup_advance (ImpBackupWriting *self, int n_pages, gboolean *more, GError **error);
/* Checks the copy, gives it its name, which is returned, and deletes what imp_backup_choose_old()
 * names of the same backlog. */
char *imp_backup_finish (ImpBackupWriting *self, GError **error);
void imp_backup_writing_free (ImpBackupWriting *self);

/* All of that at once. Writes a copy: under a temporary name, brought to the disk, opened and checked, only then named.
 * After that the backups that imp_backup_choose_old() names are deleted, never before; and none
 * before a restore, since one of them may be what is to be restored.
 * `written`, where not NULL, receives its path. */
gboolean imp_backup_write (ImpConnection *connection,
                           const char *folder,
                           gint64 now_ms,
                           ImpBackupReason reason,
                           char **written,
                           GError **error);

/* Any thread; blocks. Copies a backup of a database whole into another folder, compares what
 * arrived, and deletes what is old there. On failure that folder is as it was. */
gboolean
imp_backup_copy (const char *backup, const char *database, const char *folder, GError **error);

/* Any thread. Deletes what SQLite leaves beside a closed copy when the disk fails it; TRUE where
 * that was a log, which the copy then lacks. */
gboolean imp_backup_drop_rest (const char *copy);

/* Whether its newest backup in the folder does not hold all that was written, and is of an earlier
 * day (UTC). One whose time is still to come is of no day. */
gboolean imp_backup_is_due (ImpStore *store, const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpBackupWriting, imp_backup_writing_free)

G_END_DECLS
