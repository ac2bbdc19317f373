/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One round: the briefing before it, what was heard after it. */
#pragma once

#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

/* Its kinds of work are actions of its own: "round.begin", "round.change", "round.delete", and
 * "round.briefing", "round.read-back", "round.next-visit", "round.pass-on" for what is printed or saved. Leaves by
 * itself when the round is gone. */
#define IMP_TYPE_ROUND_VIEW (imp_round_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpRoundView, imp_round_view, IMP, ROUND_VIEW, ImpBacklogPage)

GtkWidget *imp_round_view_new (ImpBacklog *backlog, ImpItem round);

G_END_DECLS
