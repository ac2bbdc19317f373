/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A line of a round: three questions about it, a promise, a refusal, and what it is after all. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-rounds.h"

G_BEGIN_DECLS

/* Three questions on one page of a phone; nobody is forced to answer. Each answer is saved when it
 * is chosen. Leaves by itself when the line is gone. */
#define IMP_TYPE_ANSWERS_PAGE (imp_answers_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpAnswersPage, imp_answers_page, IMP, ANSWERS_PAGE, AdwNavigationPage)

/* line: a report or an observation of the page. */
GtkWidget *imp_answers_page_new (ImpBacklog *backlog, ImpRoundPage *page, ImpItem line);
/* After a change; answers that are being saved stay as they were chosen. */
void imp_answers_page_show (ImpAnswersPage *self, ImpRoundPage *page);

G_END_DECLS
