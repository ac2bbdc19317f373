/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What colleagues said works, in an announcement. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-remark.h"

G_BEGIN_DECLS

/* What was said on rounds in the period of an announcement about what works, and thanks: newest
 * first, 200 at most, without what its entries tell already. An array of ImpRemark. */
void imp_backlog_remarks_async (ImpBacklog *self,
                                ImpItem announcement,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
GPtrArray *imp_backlog_remarks_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Puts these remarks (observations) behind what the announcement tells of what works: each an
 * entry of its own, whose words can be changed. Nobody is named who did not agree by now. What is
 * gone is left out. Finished by imp_backlog_write_finish(). */
void imp_backlog_put_in_remarks_async (ImpBacklog *self,
                                       ImpItem announcement,
                                       const ImpItem *remarks,
                                       guint n_remarks,
                                       GAsyncReadyCallback callback,
                                       gpointer data);

G_END_DECLS
