/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog whose file is not there any more. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether there is no file at all at `path`, or one without a byte. On a thread of its own, for it
 * may lie on a server. There is no error but that it was cancelled. */
void imp_backlog_is_gone_async (const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean imp_backlog_is_gone_finish (GAsyncResult *result, GError **error);
/* Whether a backlog was written there once: its identity or its backups stand beside it. */
gboolean imp_backlog_was_there (const char *path);

/* Makes a new, empty backlog where one is gone; its backups stay. On a thread of its own. */
void imp_backlog_begin_anew_async (const char *path, GAsyncReadyCallback callback, gpointer data);
gboolean imp_backlog_begin_anew_finish (GAsyncResult *result, GError **error);

G_END_DECLS
