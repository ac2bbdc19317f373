/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of fixes: a board of four columns, and the promises by date. */
#pragma once

#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

/* Follows the backlog by itself. Property "backlog" (ImpBacklog, construct only). Main thread. */
#define IMP_TYPE_FIXES_PAGE (imp_fixes_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpFixesPage, imp_fixes_page, IMP, FIXES_PAGE, ImpBacklogPage)

GtkWidget *imp_fixes_page_new (ImpBacklog *backlog);
/* Shows the page of one fix over the board. */
void imp_fixes_page_show_fix (ImpFixesPage *self, ImpItem fix);
/* Shows the promises by date. */
void imp_fixes_page_show_promises (ImpFixesPage *self);
/* Lets type what to look for on the board. */
void imp_fixes_page_start_search (ImpFixesPage *self);

G_END_DECLS
