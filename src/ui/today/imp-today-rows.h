/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, row by row. */
#pragma once

#include <adwaita.h>

#include "model/imp-today.h"

G_BEGIN_DECLS

/* Each has one action, which whoever holds the row has: win.show-fix. */
GtkWidget *imp_today_rows_create_promise (const ImpPromiseLine *promise, ImpDate today);
/* "today.ask", "today.tell" (u: position). */
GtkWidget *imp_today_rows_create_to_confirm (const ImpToConfirm *fix, guint position);
GtkWidget *imp_today_rows_create_news (const ImpNews *news, guint position);
/* win.go-round, win.show-round, or "round.plan-at" of imp_plan_round_dialog_install(). */
GtkWidget *imp_today_rows_create_round (const ImpTodayRound *round, ImpDate today);
/* "And 12 more": the action with its target (floating) leads to them. */
GtkWidget *imp_today_rows_create_more (guint n, const char *action, GVariant *target);
/* "12 more, once these are told": it leads nowhere. */
GtkWidget *imp_today_rows_create_rest (guint n);

G_END_DECLS
