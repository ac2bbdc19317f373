/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saving what can be read of a damaged backlog, and going on with it. */
#pragma once

#include <gio/gio.h>

#include "base/imp-date.h"
#include "model/imp-salvage.h"

G_BEGIN_DECLS

/* Reads what is left in the file `damaged` and puts it in the place of the backlog in the file
 * `path`, which nobody may have open; the two may be the same. A sound backlog that stands there is
 * backed up first, a damaged one is kept under another name. With an error all is as it was. */
void imp_backlog_salvage_async (const char *path,
                                const char *actor,
                                const ImpClock *clock,
                                const char *damaged,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* How much it was; owned by the caller. */
ImpSalvage *imp_backlog_salvage_finish (GAsyncResult *result, GError **error);

G_END_DECLS
