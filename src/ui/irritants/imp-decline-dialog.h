/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Say no to an irritant, with the reason that its reporters will be told. */
#pragma once

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

#define IMP_TYPE_DECLINE_DIALOG (imp_decline_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpDeclineDialog, imp_decline_dialog, IMP, DECLINE_DIALOG, ImpFormDialog)

AdwDialog *imp_decline_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page);

G_END_DECLS
