/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a calendar file that others read meanwhile. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes whole or not at all, in a thread, and nothing where the file says the same already. Of
 * several writes to one file the one that was asked for last ends last. */
void imp_calendar_write_async (const char *path,
                               GBytes *bytes,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* When the file was written, in milliseconds since 1970; -1 with an error. */
gint64 imp_calendar_write_finish (GAsyncResult *result, GError **error);
/* Of the result that a callback is given; belongs to it. */
const char *imp_calendar_write_get_path (GAsyncResult *result);

G_END_DECLS
