/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What cannot be done where nothing can be saved. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* A backlog that is open for reading only stays so: a banner says why. FALSE also where there is
 * none. */
gboolean imp_writing_is_possible (ImpBacklog *backlog);

/* Disables those commands of the widget that write, where nothing can be saved: after whatever else
 * enables them. */
void imp_writing_restrict (GtkWidget *widget, ImpBacklog *backlog);

G_END_DECLS
