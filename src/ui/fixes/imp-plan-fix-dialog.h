/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Plan a fix: what, who does it, promised to whom by when, and which irritant it removes. */
#pragma once

#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Only the title and one irritant are required. */
#define IMP_TYPE_PLAN_FIX_DIALOG (imp_plan_fix_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpPlanFixDialog, imp_plan_fix_dialog, IMP, PLAN_FIX_DIALOG, ImpFormDialog)

/* irritant: the one to remove, with its title; or 0: it is chosen in the dialog by searching. */
AdwDialog *imp_plan_fix_dialog_new (ImpBacklog *backlog, ImpItem irritant, const char *title);

G_END_DECLS
