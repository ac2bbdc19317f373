/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Changing many irritants, with progress where it takes long. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-bulk.h"

G_BEGIN_DECLS

/* Starts the change. What takes longer than a moment is shown over the window with its progress and
 * can be cancelled, which changes nothing; then the toast with Undo, or the error. Lives on its own;
 * progress of the change is set here. */
void imp_bulk_work_start (GtkWidget *widget,
                          ImpBacklog *backlog,
                          const GArray *irritants,
                          const ImpBulk *bulk);

G_END_DECLS
