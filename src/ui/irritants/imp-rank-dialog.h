/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands: said, reckoned, compared, worded, improvable. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-explain.h"

G_BEGIN_DECLS

/* Follows the backlog. Signal "ask" (int, an ImpQuestion): the one answer that would say most shall
 * be given anew; whoever shows the irritant has the answer that stands there. */
#define IMP_TYPE_RANK_DIALOG (imp_rank_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpRankDialog, imp_rank_dialog, IMP, RANK_DIALOG, AdwDialog)

AdwDialog *imp_rank_dialog_new (ImpBacklog *backlog, ImpItem irritant);

G_END_DECLS
