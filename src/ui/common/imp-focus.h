/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where the focus is, and giving it to what an answer brought. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the focus to the first in `widget` that can take it, or to itself. For answers that come
 * later: does nothing where its window was closed meanwhile. */
void imp_focus_first (GtkWidget *widget);
gboolean imp_focus_is_inside (GtkWidget *widget); /* the focus of its window */

G_END_DECLS
