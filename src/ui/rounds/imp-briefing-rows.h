/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a briefing says, row by row. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"
#include "model/imp-briefing.h"

G_BEGIN_DECLS

/* One row each; the data is borrowed for the call. */
GtkWidget *imp_briefing_rows_create_promised (const ImpPromised *promised);
GtkWidget *imp_briefing_rows_create_to_ask (const ImpToAsk *to_ask);
GtkWidget *imp_briefing_rows_create_irritant (const ImpBriefingIrritant *irritant);
/* With a tick, which "round.told" (u: its position) is activated by. */
GtkWidget *imp_briefing_rows_create_untold (const ImpUntold *untold, guint position);
GtkWidget *imp_briefing_rows_create_unheard (const ImpUnheard *unheard);
GtkWidget *imp_briefing_rows_create_meeting (const ImpMeetingLine *meeting);

G_END_DECLS
