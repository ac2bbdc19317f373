/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What becomes of a round: who was met, what waits for an answer, the next visit. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-rounds.h"

G_BEGIN_DECLS

/* The last page of a round. Lines activate "mode.open-line"; when the round is finished, and the
 * next visit planned, it activates "mode.finished". */
#define IMP_TYPE_FINISH_PAGE (imp_finish_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpFinishPage, imp_finish_page, IMP, FINISH_PAGE, AdwNavigationPage)

GtkWidget *imp_finish_page_new (ImpBacklog *backlog, ImpRoundPage *page);
/* After a change; what was typed stays. */
void imp_finish_page_show (ImpFinishPage *self, ImpRoundPage *page);

G_END_DECLS
