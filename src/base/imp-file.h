/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what a person chose safely, and saying why a file cannot be written. */
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

/* Opens what is no link, now nor a moment ago, for reading. -1 with errno: ELOOP for a link. */
int imp_file_open_no_link (const char *path);

/* IMP_ERROR_READ_ONLY for a place, of a file or a folder, that a sandbox hides: what is written there
 * would be gone with it. Blocks. */
gboolean imp_file_check_place (const char *path, GError **error);

/* Brings the folder of a file to the disk: a new name itself is only safe then. Some file systems
 * cannot do that for folders; the file is whole all the same. Blocks. */
void imp_file_sync_folder (const char *path);

/* Turns what a stream said into "Cannot write …: why, and what to do": IMP_ERROR_FULL,
 * _READ_ONLY, _NOT_FOUND or _FAILED. Our own errors and a cancellation stay as they are. */
void imp_file_explain (GError **error, const char *path);

G_END_DECLS
