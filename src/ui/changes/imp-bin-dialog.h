/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was deleted, for ninety days. */
#pragma once

#include "ui/changes/imp-changes-dialog.h"

G_BEGIN_DECLS

/* Lists what can be brought back, the newest first; with Search where it is much. */
#define IMP_TYPE_BIN_DIALOG (imp_bin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpBinDialog, imp_bin_dialog, IMP, BIN_DIALOG, ImpChangesDialog)

AdwDialog *imp_bin_dialog_new (ImpBacklog *backlog);

G_END_DECLS
