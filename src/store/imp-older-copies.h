/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files that hold what the backlog was: backups, and damaged ones that were kept. */
#pragma once

#include "model/imp-backup.h"

G_BEGIN_DECLS

/* Any thread; blocks. */

/* The paths of all of them beside a database, of char *, but for the backup `keep`, which may be
 * NULL; imp_backup_is_of() says which are its own. */
GPtrArray *imp_older_copies_list (const char *database, const char *dataset, const char *keep);
/* The same of the backups in a second folder. NULL where it cannot be looked into. */
GPtrArray *imp_older_copies_list_second (const char *folder,
                                         const char *database,
                                         const char *dataset,
                                         const char *keep);
/* Deletes them with what belongs to them, and adds those that could not be to `left`. */
void imp_older_copies_delete (const GPtrArray *copies, GPtrArray *left);

G_END_DECLS
