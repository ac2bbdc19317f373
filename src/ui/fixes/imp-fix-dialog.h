/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Base of the dialogs that do something with one fix. */
#pragma once

#include "backlog/imp-backlog-fixes.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Loads the page of its fix. Property "fix" (int64, construct only). */
#define IMP_TYPE_FIX_DIALOG (imp_fix_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (ImpFixDialog, imp_fix_dialog, IMP, FIX_DIALOG, ImpFormDialog)

/* loaded: the fix as it is now; called once, not after closing. */
struct _ImpFixDialogClass
{
  ImpFormDialogClass parent_class;
  void (*loaded) (ImpFixDialog *self, const ImpFixPage *page);
};

ImpItem imp_fix_dialog_get_fix (ImpFixDialog *self);

G_END_DECLS
