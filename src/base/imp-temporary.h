/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Temporary files and folders that can be told from those of a process that was killed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Any thread. Whoever makes one holds it: with a lock that goes with the process. What nobody holds
 * is stale. Where locks do not work all counts as held, and stays. */

/* ".backlog.db.improve-XXXXXX" beside "backlog.db", for g_mkstemp(); and back into "backlog.db",
 * NULL for any other name. Of a very long name only the beginning stands in it. */
char *imp_temporary_dup_template (const char *path);
char *imp_temporary_parse_name (const char *name);

/* Holds a file as long as this descriptor, or one that was made of it by dup(), is open. Other
 * locks on it are left alone. FALSE where somebody has taken it for stale and removed it. */
gboolean imp_temporary_hold (int fd);
/* Removes a file that nobody holds, and what SQLite keeps beside it. */
void imp_temporary_remove_stale (const char *path);

/* Makes a folder ("/tmp/improve-XXXXXX": the path is filled in) and holds it as long as the
 * descriptor that is returned is open; -1 and errno where it cannot be made. */
int imp_temporary_make_folder (char *path);
void imp_temporary_remove_folder (const char *path); /* with the files in it */
/* Removes folders that nobody holds, of a name of `prefix` and six more letters. */
void imp_temporary_remove_stale_folders (const char *in, const char *prefix);

G_END_DECLS
