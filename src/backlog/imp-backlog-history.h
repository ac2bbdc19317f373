/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around what people changed: history, the bin, values that stand side by side. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-edit.h"

G_BEGIN_DECLS

#define IMP_BIN_DAYS 90

/* Who changed what in an item and what belongs to it, the newest first: an array of ImpEdit, after
 * so many actions that are passed over, and at most so many. */
void imp_backlog_edits_async (ImpBacklog *self,
                              ImpItem item,
                              guint n_passed,
                              guint n_most,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
GPtrArray *imp_backlog_edits_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* What was deleted in the last IMP_BIN_DAYS days and in whose name the words stand ("" for all), the
 * newest first: an array of ImpBinned, passed over and bounded as above. */
void imp_backlog_bin_async (ImpBacklog *self,
                            const char *search,
                            guint n_passed,
                            guint n_most,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
GPtrArray *imp_backlog_bin_finish (ImpBacklog *self, GAsyncResult *result, GError **error);
/* Brings back what was deleted, with all that the same action deleted; a write. */
void imp_backlog_restore_async (ImpBacklog *self,
                                ImpItem item,
                                GAsyncReadyCallback callback,
                                gpointer data);

/* "Changes to look at": fields that people wrote without knowing of each other. An array of
 * ImpContest, passed over and bounded as above. */
void imp_backlog_contests_async (ImpBacklog *self,
                                 guint n_passed,
                                 guint n_most,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
GPtrArray *imp_backlog_contests_finish (ImpBacklog *self, GAsyncResult *result, GError **error);
/* Decides for one of the versions, or for any other value; a write. `seen`: the contest's; a
 * version that came since is to be decided on again. */
void imp_backlog_settle_async (ImpBacklog *self,
                               ImpItem item,
                               guint8 field,
                               const char *seen,
                               const ImpValue *value,
                               GAsyncReadyCallback callback,
                               gpointer data);

G_END_DECLS
