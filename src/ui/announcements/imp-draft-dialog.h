/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A new announcement: of which period. */
#pragma once

#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Last month, this month, or from one day to another. Signal "drafted" (int64: the announcement)
 * when the draft is made. */
#define IMP_TYPE_DRAFT_DIALOG (imp_draft_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpDraftDialog, imp_draft_dialog, IMP, DRAFT_DIALOG, ImpFormDialog)

/* `told_until`: the last day that was told of; a month told of is not offered first again. */
AdwDialog *imp_draft_dialog_new (ImpBacklog *backlog, ImpDate told_until);

G_END_DECLS
