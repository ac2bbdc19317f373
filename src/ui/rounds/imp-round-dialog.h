/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The papers of a round as they print: to take along, or to leave behind. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* As the round is when it is opened: it does not follow the backlog. */
#define IMP_TYPE_ROUND_DIALOG (imp_round_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpRoundDialog, imp_round_dialog, IMP, ROUND_DIALOG, AdwDialog)

AdwDialog *imp_round_dialog_new_for_briefing (ImpBacklog *backlog, ImpItem round);
AdwDialog *imp_round_dialog_new_for_read_back (ImpBacklog *backlog, ImpItem round);

G_END_DECLS
