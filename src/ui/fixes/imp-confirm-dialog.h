/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Is it gone? A colleague's verdict on a fix, and the three questions asked again. */
#pragma once

#include "ui/fixes/imp-fix-dialog.h"

G_BEGIN_DECLS

/* The questions show where something is left, filled in with the answers from before; an answer
 * left alone stays as exact as it was. The foot says what the fix gives back. */
#define IMP_TYPE_CONFIRM_DIALOG (imp_confirm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpConfirmDialog, imp_confirm_dialog, IMP, CONFIRM_DIALOG, ImpFixDialog)

AdwDialog *imp_confirm_dialog_new (ImpBacklog *backlog, ImpItem fix);

G_END_DECLS
