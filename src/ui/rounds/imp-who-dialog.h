/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ask who said something. */
#pragma once

#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Writes nothing itself.
 *
 * ImpWhoDialog::chosen (const char *person, const char *department): one of them at least, the
 * other may be NULL; the dialog closes. */
#define IMP_TYPE_WHO_DIALOG (imp_who_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpWhoDialog, imp_who_dialog, IMP, WHO_DIALOG, ImpFormDialog)

AdwDialog *imp_who_dialog_new (ImpBacklog *backlog);

G_END_DECLS
