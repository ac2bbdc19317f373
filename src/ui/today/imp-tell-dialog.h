/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Tell colleagues what became of what they reported. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"
#include "model/imp-today.h"

G_BEGIN_DECLS

/* What to say, and each colleague with a check that is saved at once. Once it is closed and somebody
 * was told, the toast of it is shown where it was presented from. Main thread. */
#define IMP_TYPE_TELL_DIALOG (imp_tell_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpTellDialog, imp_tell_dialog, IMP, TELL_DIALOG, AdwDialog)

/* place: a widget in the window, for the toast. */
AdwDialog *
imp_tell_dialog_new (ImpBacklog *backlog, ImpToday *today, guint position, GtkWidget *place);

G_END_DECLS
