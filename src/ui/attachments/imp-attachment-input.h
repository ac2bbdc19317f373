/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was chosen, dropped or copied, as something to be added. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-attachments.h"

G_BEGIN_DECLS

/* Each gives an array of ImpAttachable for imp_backlog_attach_async(). NULL with an error that can
 * be shown, or without one where somebody changed their mind. Main thread. */

void imp_attachment_input_choose_async (GtkWindow *window,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
/* Whether the next one has something to give, and no text that may be meant instead. */
gboolean imp_attachment_input_can_paste (GdkContentFormats *formats);
/* Files, else a picture as it lies there: nothing is decoded here. */
void imp_attachment_input_paste_async (GdkClipboard *clipboard,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
GPtrArray *imp_attachment_input_finish (GAsyncResult *result, GError **error); /* of both */

/* A list of GFile. */
GPtrArray *imp_attachment_input_take_files (GSList *files, GError **error);

G_END_DECLS
