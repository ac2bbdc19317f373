/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What several irritants shall get. */
#pragma once

#include "backlog/imp-backlog-bulk.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Asks for the tag, the name, the choice or the reason that a change of several irritants needs.
 * ImpBulkDialog::decided (string text, int choice): as of ImpBulk; it closes then. */
#define IMP_TYPE_BULK_DIALOG (imp_bulk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpBulkDialog, imp_bulk_dialog, IMP, BULK_DIALOG, ImpFormDialog)

/* Whether there is anything to ask. */
gboolean imp_bulk_dialog_is_needed (ImpBulkKind kind);
AdwDialog *imp_bulk_dialog_new (ImpBacklog *backlog, ImpBulkKind kind, guint n_irritants);

G_END_DECLS
