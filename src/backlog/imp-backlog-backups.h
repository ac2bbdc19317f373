/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backups of the backlog: making, listing and restoring them. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-backup.h"

G_BEGIN_DECLS

char *imp_backlog_dup_backup_folder (const char *path); /* of the backlog in the file `path` */

/* Backs up into the folder beside the backlog and, where `second` is one, copies the same file
 * there. Cancelled, or failing, it leaves all earlier backups as they are. */
void imp_backlog_back_up_async (ImpBacklog *self,
                                ImpBackupReason reason,
                                const char *second,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* The same for the day's first backup: only where something was written since the newest one, and
 * that is of an earlier day. */
void imp_backlog_back_up_if_due_async (ImpBacklog *self,
                                       const char *second,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
/* The file that was written, or NULL without an error where none was due. */
char *imp_backlog_back_up_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* The backups of the backlog in the file `path`, be it open, closed or damaged: an array of
 * ImpBackup, the newest first. Read on a thread of its own. `folder`: NULL for the one beside it. */
void imp_backlog_list_backups_async (const char *path,
                                     const char *folder,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GPtrArray *imp_backlog_list_backups_finish (GAsyncResult *result, GError **error);

/* Of those beside the backlog the one that helps after a damage: the latest that is not damaged
 * itself; where all are, the latest. Looks each over as a restore does, on a thread of its own. */
void imp_backlog_find_backup_async (const char *path,
                                    const ImpClock *clock,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* NULL without an error where there is no backup. */
ImpBackup *imp_backlog_find_backup_finish (GAsyncResult *result, GError **error);

/* Puts a backup in the place of the backlog, after backing up what is there then
 * (IMP_BACKUP_BEFORE_RESTORE), which can be restored the same way. Until the backup is copied and
 * looked over the backlog goes on; then it is closed, once what was begun is done, and nobody else
 * can open it before the backup is in its place. Whatever finish says, open it again: with an error
 * it is as it was. */
void imp_backlog_restore_backup_async (ImpBacklog *self,
                                       const char *backup,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
/* Both may be NULL. *before: the backup of what was there; NULL where that was damaged. *damage:
 * in words, where what is restored is not what was written; else NULL. */
gboolean imp_backlog_restore_backup_finish (ImpBacklog *self,
                                            GAsyncResult *result,
                                            char **before,
                                            char **damage,
                                            GError **error);

/* The same for a backlog that is not open here. Where it is damaged, or is no backlog any more,
 * there is nothing to back up: it is kept under another name. */
void imp_backlog_restore_backup_closed_async (const char *path,
                                              const char *actor,
                                              const ImpClock *clock,
                                              const char *backup,
                                              GAsyncReadyCallback callback,
                                              gpointer data);
gboolean imp_backlog_restore_backup_closed_finish (GAsyncResult *result,
                                                   char **before,
                                                   char **damage,
                                                   GError **error);

G_END_DECLS
