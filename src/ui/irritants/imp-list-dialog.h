/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list as it prints: how much of it, on which paper, to the printer or into a file. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-irritant-list.h"

G_BEGIN_DECLS

/* As the list was when it was opened: it does not follow the backlog. What takes long shows how far
 * it is and can be cancelled; then the dialog goes back to the first twenty. */
#define IMP_TYPE_LIST_DIALOG (imp_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpListDialog, imp_list_dialog, IMP, LIST_DIALOG, AdwDialog)

/* n_all: how many the list has. */
AdwDialog *imp_list_dialog_new (ImpBacklog *backlog, ImpQuery *query, ImpOrder order, guint n_all);

G_END_DECLS
