/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is known already of what somebody is just recording. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-similar.h"

G_BEGIN_DECLS

/* The irritants that are most like the words so far, at most IMP_SIMILAR_MOST, the likest first;
 * site and offering are names, NULL where they are not known. Whoever asks anew cancels what was
 * asked before, which is never answered then, be it found already. A GPtrArray of ImpSimilar. */
void imp_backlog_find_similar_async (ImpBacklog *self,
                                     const char *words,
                                     const char *site,
                                     const char *offering,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GPtrArray *imp_backlog_find_similar_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
