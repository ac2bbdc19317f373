/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Me too: what another colleague says about an irritant that is known. */
#pragma once

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Nothing is required: somebody says so too, and that counts. */
#define IMP_TYPE_ME_TOO_DIALOG (imp_me_too_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpMeTooDialog, imp_me_too_dialog, IMP, ME_TOO_DIALOG, ImpFormDialog)

AdwDialog *imp_me_too_dialog_new (ImpBacklog *backlog, ImpItem irritant, const char *title);

G_END_DECLS
