/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who the pages are from, and whom their readers can answer. */
#pragma once

#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Shows what was said before; saves as one action. Nothing is required. */
#define IMP_TYPE_ORGANISATION_DIALOG (imp_organisation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpOrganisationDialog,
                      imp_organisation_dialog,
                      IMP,
                      ORGANISATION_DIALOG,
                      ImpFormDialog)

AdwDialog *imp_organisation_dialog_new (ImpBacklog *backlog);

G_END_DECLS
