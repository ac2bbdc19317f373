/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Give a view its name. */
#pragma once

#include "ui/common/imp-form-dialog.h"
#include "ui/search/imp-views-menu.h"

G_BEGIN_DECLS

/* Saves a view under a name, in the place of the one that has it; one that is saved already gets
 * another name. */
#define IMP_TYPE_VIEW_DIALOG (imp_view_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpViewDialog, imp_view_dialog, IMP, VIEW_DIALOG, ImpFormDialog)

AdwDialog *imp_view_dialog_new (ImpBacklog *backlog, ImpViewsMenu *views, const ImpView *view);

G_END_DECLS
