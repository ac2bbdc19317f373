/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of rounds: those to come, those that were made, and one of them. */
#pragma once

#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

#define IMP_TYPE_ROUNDS_PAGE (imp_rounds_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpRoundsPage, imp_rounds_page, IMP, ROUNDS_PAGE, ImpBacklogPage)

GtkWidget *imp_rounds_page_new (ImpBacklog *backlog);
void imp_rounds_page_show_round (ImpRoundsPage *self, ImpItem round);
void imp_rounds_page_start_search (ImpRoundsPage *self);

G_END_DECLS
