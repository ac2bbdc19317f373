/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What erasing a person takes away and leaves, and doing it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* A page to be pushed in a dialog: lists what goes and what stays, each sentence that names the
 * person with a check box, and what becomes of older copies; asks once; erases; closes the dialog
 * with a toast, or stays and says where the name may still be. While it works the dialog cannot be
 * closed, and the work can be cancelled as long as there is a way back. The answers of the record
 * dialog in `settings` forget the person too. Main thread. */
#define IMP_TYPE_ERASURE_VIEW (imp_erasure_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpErasureView, imp_erasure_view, IMP, ERASURE_VIEW, AdwNavigationPage)

GtkWidget *imp_erasure_view_new (ImpBacklog *backlog, GSettings *settings, ImpItem person);

G_END_DECLS
