/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Somebody at a terminal who waits for a command. */
#pragma once

#include <gio/gio.h>

#include "base/imp-progress.h"

G_BEGIN_DECLS

/* While it is there, Ctrl+C and the polite signal to end cancel the command, and what takes long
 * shows on the terminal how far it is. Main thread. */
typedef struct _ImpCliWaiting ImpCliWaiting;

ImpCliWaiting *imp_cli_waiting_new (void);
void imp_cli_waiting_free (ImpCliWaiting *self);
ImpProgress *imp_cli_waiting_get_progress (ImpCliWaiting *self);
GCancellable *imp_cli_waiting_get_cancellable (ImpCliWaiting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpCliWaiting, imp_cli_waiting_free)

G_END_DECLS
