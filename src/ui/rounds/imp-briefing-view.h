/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What to know before a round, on the screen. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-rounds.h"

G_BEGIN_DECLS

/* Lists of what was promised, what is open, what to ask, whom to tell. Main thread. */
#define IMP_TYPE_BRIEFING_VIEW (imp_briefing_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpBriefingView, imp_briefing_view, IMP, BRIEFING_VIEW, AdwBin)

void imp_briefing_view_show (ImpBriefingView *self, ImpBacklog *backlog, ImpBriefing *briefing);

G_END_DECLS
