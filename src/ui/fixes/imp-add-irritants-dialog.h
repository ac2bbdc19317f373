/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * More irritants that a fix removes. */
#pragma once

#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Chooses by searching; adds all that were chosen as one action. */
#define IMP_TYPE_ADD_IRRITANTS_DIALOG (imp_add_irritants_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpAddIrritantsDialog,
                      imp_add_irritants_dialog,
                      IMP,
                      ADD_IRRITANTS_DIALOG,
                      ImpFormDialog)

/* Those it removes already are not offered. */
AdwDialog *imp_add_irritants_dialog_new (ImpBacklog *backlog,
                                         ImpItem fix,
                                         const ImpItem *removed,
                                         guint n_removed);

G_END_DECLS
