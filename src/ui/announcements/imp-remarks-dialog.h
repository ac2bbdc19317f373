/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What colleagues said works, to be chosen for an announcement. */
#pragma once

#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Lists what was said on rounds in the period of an announcement and is not in it yet, with how each
 * would be named on the page; what is chosen is put in. Nothing is chosen at first. */
#define IMP_TYPE_REMARKS_DIALOG (imp_remarks_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpRemarksDialog, imp_remarks_dialog, IMP, REMARKS_DIALOG, ImpFormDialog)

AdwDialog *imp_remarks_dialog_new (ImpBacklog *backlog, ImpItem announcement);

G_END_DECLS
