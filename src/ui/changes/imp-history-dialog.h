/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who changed what in one item, the newest first. */
#pragma once

#include "ui/changes/imp-changes-dialog.h"

G_BEGIN_DECLS

/* Lists the user actions that touched an item and what belongs to it. `name` is what people know
 * the item by; where it may not be changed any more (it is published) no earlier value can be used
 * again. */
#define IMP_TYPE_HISTORY_DIALOG (imp_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpHistoryDialog, imp_history_dialog, IMP, HISTORY_DIALOG, ImpChangesDialog)

AdwDialog *
imp_history_dialog_new (ImpBacklog *backlog, ImpItem item, const char *name, gboolean may_change);

G_END_DECLS
