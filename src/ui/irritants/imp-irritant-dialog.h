/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The title, the description and the offering of an irritant, edited. */
#pragma once

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* All three are one change, with one undo. */
#define IMP_TYPE_IRRITANT_DIALOG (imp_irritant_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantDialog, imp_irritant_dialog, IMP, IRRITANT_DIALOG, ImpFormDialog)

AdwDialog *imp_irritant_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page);

G_END_DECLS
