/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How much it annoys, and whether customers see it. */
#pragma once

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

#define IMP_TYPE_CARE_DIALOG (imp_care_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpCareDialog, imp_care_dialog, IMP, CARE_DIALOG, ImpFormDialog)

AdwDialog *imp_care_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page);

G_END_DECLS
