/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-today.h"

G_BEGIN_DECLS

void imp_backlog_today_async (ImpBacklog *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* On the day of the backlog's clock when it was read. */
ImpToday *imp_backlog_today_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
