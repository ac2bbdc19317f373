/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Plan a round, or change the plan. */
#pragma once

#include "backlog/imp-backlog-rounds.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

#define IMP_TYPE_PLAN_ROUND_DIALOG (imp_plan_round_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpPlanRoundDialog,
                      imp_plan_round_dialog,
                      IMP,
                      PLAN_ROUND_DIALOG,
                      ImpFormDialog)

/* One that is new is shown afterwards. site: NULL, day: IMP_DATE_NONE where neither is known yet. */
AdwDialog *imp_plan_round_dialog_new (ImpBacklog *backlog, const char *site, ImpDate day);
AdwDialog *imp_plan_round_dialog_new_to_change (ImpBacklog *backlog, const ImpRoundPage *page);
/* Gives an ImpBacklogPage the action "round.plan-at" (si: site and day). */
void imp_plan_round_dialog_install (GtkWidgetClass *widget_class);

G_END_DECLS
