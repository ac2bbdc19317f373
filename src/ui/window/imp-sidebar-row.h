/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One entry of the sidebar: icon, name, how many. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: "page" (the page's name in the window), "icon-name", "label", "count" (uint; 0 is
 * not shown). The count is part of the accessible name. */
#define IMP_TYPE_SIDEBAR_ROW (imp_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpSidebarRow, imp_sidebar_row, IMP, SIDEBAR_ROW, GtkListBoxRow)

const char *imp_sidebar_row_get_page (ImpSidebarRow *self);
void imp_sidebar_row_set_count (ImpSidebarRow *self, guint count);

G_END_DECLS
