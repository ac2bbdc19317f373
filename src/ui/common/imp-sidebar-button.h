/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The button that brings the sidebar back where the window has no room for it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* First thing at the start of every page's header bar. Hides itself while the sidebar stands
 * beside the page; follows the window's property "compact". In a window without it, hidden. */
#define IMP_TYPE_SIDEBAR_BUTTON (imp_sidebar_button_get_type ())
G_DECLARE_FINAL_TYPE (ImpSidebarButton, imp_sidebar_button, IMP, SIDEBAR_BUTTON, GtkWidget)

G_END_DECLS
