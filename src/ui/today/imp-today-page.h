/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of what wants something now. */
#pragma once

#include "model/imp-today.h"
#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

/* Shows what it is given, for the window reads the same for its sidebar. Main thread. */
#define IMP_TYPE_TODAY_PAGE (imp_today_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpTodayPage, imp_today_page, IMP, TODAY_PAGE, ImpBacklogPage)

GtkWidget *imp_today_page_new (ImpBacklog *backlog);
void imp_today_page_show (ImpTodayPage *self, ImpToday *today);

G_END_DECLS
