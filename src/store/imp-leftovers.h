/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Copies of the database that a killed process did not finish. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of folders in which such a copy is put together. */
#define IMP_LEFTOVERS_SAVING  ".improve-saving-"
#define IMP_LEFTOVERS_READING "improve-reading-"

/* Of files beside a database that hold what is being written. */
#define IMP_DRAFT_ENDING "-draft"

/* Any thread; blocks. */

/* Removes those beside a database, in its folder of backups and of those that can only be read.
 * What is in use stays. */
void imp_leftovers_remove (const char *database);
/* The same of its backups in one folder; imp_backup_is_of(). */
void imp_leftovers_remove_backups (const char *folder, const char *database, const char *dataset);
/* The same of those that are in use too: they never get their name. */
void imp_leftovers_stop_backups (const char *folder, const char *database, const char *dataset);

G_END_DECLS
