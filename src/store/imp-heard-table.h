/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what was heard on rounds. */
#pragma once

#include "model/imp-round.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Adds an ImpHeardLine for each report and remark of the round, as they were written down. */
gboolean imp_store_read_heard (ImpStore *store, ImpItem round, GPtrArray *heard, GError **error);
/* ImpHeardLine of remarks of all rounds, newest first; `title` is the site and the day. With all
 * words of `text` (may be NULL); sort 0: of any. NULL on failure. */
GPtrArray *imp_store_read_observations (ImpStore *store,
                                        const char *text,
                                        ImpObservationSort sort,
                                        guint limit,
                                        GError **error);
/* `before` and all that was said on the round, to be searched. */
gboolean imp_store_dup_said (ImpStore *store,
                             ImpItem round,
                             const char *before,
                             char **said,
                             GError **error);

G_END_DECLS
