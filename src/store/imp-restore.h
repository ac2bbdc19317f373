/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Putting a backup in the place of a database. */
#pragma once

#include "model/imp-backup.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* A backup that is to take the place of a database: copied beside it, brought to the present
 * format and looked over, but not there yet. Freed without that, it leaves all as it was. One
 * owner, any one thread; freeing deletes a file. */
typedef struct _ImpRestore ImpRestore;

/* Blocks for as long as copying and looking take; meanwhile the database may be open and written. */
ImpRestore *imp_restore_begin (const char *database,
                               const char *backup,
                               GCancellable *cancellable,
                               GError **error);
/* What imp_store_check() found first: the backup opens, but what it holds is not what was written.
 * Where all backups are so, there is nothing better; so it may be restored. NULL: all is well. */
const char *imp_restore_get_damage (ImpRestore *self);
/* On the database thread. The file takes its name under the lock that the store holds, so that
 * nobody can have written to what it replaces; close the store next. The file goes on as another
 * laptop. What stood there is dropped, so back it up before; `keep` leaves it under another name (a
 * damaged one): "backlog-damaged-20261121T223000Z.db", with its log. If anything fails, what was
 * there stays. */
gboolean imp_restore_replace (ImpRestore *self,
                              ImpStore *store,
                              gint64 now_ms,
                              gboolean keep,
                              GError **error);
void imp_restore_free (ImpRestore *self);

/* Any thread; blocks. All of that for a database that is not open here: IMP_ERROR_BUSY where it is
 * elsewhere. damage: as imp_restore_get_damage() says; may be NULL. */
gboolean imp_restore_backup (const char *database,
                             const char *backup,
                             gint64 now_ms,
                             gboolean keep,
                             char **damage,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpRestore, imp_restore_free)

G_END_DECLS
