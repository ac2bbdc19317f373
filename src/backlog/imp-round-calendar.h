/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds as a calendar, read from the backlog. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-round.h"

G_BEGIN_DECLS

/* A calendar of that round as it is planned now; 0: of all rounds that are planned or under way, and
 * of those that are due. IMP_ERROR_NOT_FOUND where it is gone. */
void imp_round_calendar_read_async (ImpBacklog *backlog,
                                    ImpItem round,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
GBytes *imp_round_calendar_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
