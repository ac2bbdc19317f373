/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Promise a date for a fix, or give a new one. */
#pragma once

#include "ui/fixes/imp-fix-dialog.h"

G_BEGIN_DECLS

/* Asks whom and when; to move an open promise: the new day, why, and whether they were told. */
#define IMP_TYPE_PROMISE_DIALOG (imp_promise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpPromiseDialog, imp_promise_dialog, IMP, PROMISE_DIALOG, ImpFixDialog)

AdwDialog *imp_promise_dialog_new (ImpBacklog *backlog, ImpItem fix);
/* The promise that counts on the fix's card. */
AdwDialog *imp_promise_dialog_new_to_move (ImpBacklog *backlog, ImpItem fix);

G_END_DECLS
