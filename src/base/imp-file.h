/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what a person chose safely, and writing a file whole or not at all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a file really is, whatever links lead to it: what belongs to it stands there. For one that
 * is not there yet, where it would be. Blocks. */
char *imp_file_dup_real_path (const char *path);

#define IMP_FILE_MAX_INPUT ((goffset) 64 * 1024 * 1024)

/* A stream of a file that comes from outside. Only an ordinary file of at most
 * IMP_FILE_MAX_INPUT bytes is opened: no folder, pipe, device or link. Blocks: not for the main
 * thread. Otherwise IMP_ERROR_INPUT or IMP_ERROR_NOT_FOUND. */
GInputStream *imp_file_open_input (const char *path, GError **error);
/* The same of any size, for readers that have limits of their own. */
GInputStream *imp_file_open_large_input (const char *path, GError **error);

/* IMP_ERROR_READ_ONLY for a place, of a file or a folder, that a sandbox hides: what is written there
 * would be gone with it. Blocks. */
gboolean imp_file_check_place (const char *path, GError **error);

/* Brings the folder of a file to the disk: a new name itself is only safe then. Some file systems
 * cannot do that for folders; the file is whole all the same. Blocks. */
void imp_file_sync_folder (const char *path);

/* A file about to be replaced. It is written under a temporary name in the same folder (mode 0600,
 * made exclusively), brought to the disk, and only then takes its name: whatever happens, under
 * that name stands the old file whole or the new one whole. Where a sandbox would lose the file it
 * is refused. One owner, any one thread. */
typedef struct _ImpFileReplace ImpFileReplace;

ImpFileReplace *imp_file_replace_begin (const char *path, GError **error);
/* Buffered; borrowed. */
GOutputStream *imp_file_replace_get_stream (ImpFileReplace *self);
/* Writes what stands in the ordinary file `from`, of any size, under the temporary name. Blocks. */
gboolean imp_file_replace_fill (ImpFileReplace *self, const char *from, GError **error);
/* For writers that want a name (an empty file stands there); borrowed. */
const char *imp_file_replace_get_temporary (ImpFileReplace *self);
/* The file will be for nobody else to read, whatever was there before. */
void imp_file_replace_keep_private (ImpFileReplace *self);
/* Keeps the rights of the file that was there; a new one gets what the umask leaves. */
gboolean imp_file_replace_commit (ImpFileReplace *self, GError **error);
/* Without a commit before, removes the temporary file and leaves all as it was. */
void imp_file_replace_free (ImpFileReplace *self);

gboolean imp_file_replace_bytes (const char *path, GBytes *bytes, GError **error);

/* Turns what a stream said into "Cannot write …: why, and what to do": IMP_ERROR_FULL,
 * _READ_ONLY, _NOT_FOUND or _FAILED. Our own errors and a cancellation stay as they are. */
void imp_file_explain (GError **error, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpFileReplace, imp_file_replace_free)

G_END_DECLS
