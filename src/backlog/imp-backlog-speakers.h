/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who can have said something, while their name is typed. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-speaker.h"

G_BEGIN_DECLS

/* At most `limit` people and departments ("Somebody in …") for what was typed, the likeliest first:
 * those at this site (may be NULL) before the others. An array of ImpSpeaker. */
void imp_backlog_speakers_async (ImpBacklog *self,
                                 const char *text,
                                 const char *site,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
GPtrArray *imp_backlog_speakers_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
