/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sidebar: the pages with their counts, Record, the main menu. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"
#include "model/imp-today.h"

G_BEGIN_DECLS

/* Choosing an entry activates win.choose-page with its name. Knows nothing of the pages. */
#define IMP_TYPE_SIDEBAR (imp_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ImpSidebar, imp_sidebar, IMP, SIDEBAR, AdwBin)

void imp_sidebar_select_page (ImpSidebar *self, const char *page);
/* Without a backlog they would lead nowhere. */
void imp_sidebar_show_pages (ImpSidebar *self, gboolean show);
/* Opens the main menu, where the sidebar is shown. */
void imp_sidebar_open_menu (ImpSidebar *self);
void imp_sidebar_set_overview (ImpSidebar *self, const ImpOverview *overview);
/* How many things want something now, and how many rounds are due or late. */
void imp_sidebar_set_today (ImpSidebar *self, const ImpToday *today);

G_END_DECLS
