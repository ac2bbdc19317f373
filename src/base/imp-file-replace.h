/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a file whole or not at all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpFileReplace, imp_file_replace_free)

G_END_DECLS
