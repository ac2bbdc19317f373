/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of one fix: what it is, what is promised about it, and what colleagues say. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Follows the backlog by itself; leaves when its fix is deleted. Its texts keep themselves.
 * Properties: "backlog" (ImpBacklog) and "fix" (int64), construct only. */
#define IMP_TYPE_FIX_VIEW (imp_fix_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpFixView, imp_fix_view, IMP, FIX_VIEW, AdwNavigationPage)

GtkWidget *imp_fix_view_new (ImpBacklog *backlog, ImpItem fix);

G_END_DECLS
