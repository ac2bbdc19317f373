/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * All saved views, to rename or delete them. */
#pragma once

#include <adwaita.h>

#include "ui/search/imp-views-menu.h"

G_BEGIN_DECLS

/* Follows the backlog. Actions: view.rename and view.delete (x: the view). */
#define IMP_TYPE_VIEWS_DIALOG (imp_views_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpViewsDialog, imp_views_dialog, IMP, VIEWS_DIALOG, AdwDialog)

AdwDialog *imp_views_dialog_new (ImpBacklog *backlog, ImpViewsMenu *views);

G_END_DECLS
