/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Changes to look at: what people wrote without knowing of each other. */
#pragma once

#include "ui/changes/imp-changes-dialog.h"

G_BEGIN_DECLS

/* Each field that holds several values, to be decided with one click. */
#define IMP_TYPE_CONTESTS_DIALOG (imp_contests_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpContestsDialog,
                      imp_contests_dialog,
                      IMP,
                      CONTESTS_DIALOG,
                      ImpChangesDialog)

AdwDialog *imp_contests_dialog_new (ImpBacklog *backlog);

G_END_DECLS
