/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A team estimates together before a screen: one question at a time, by the keyboard. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-sitting.h"

G_BEGIN_DECLS

/* Steps through an ImpSitting of its own, from the moment it is presented. Keys: 1 to 6 a band, 7
 * don't know, Up and Down how we know, S or Right on, Left back, Ctrl+Z takes back. Answers are
 * saved at once: closing it loses nothing. Actions estimate.*. */
#define IMP_TYPE_ESTIMATE_DIALOG (imp_estimate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpEstimateDialog, imp_estimate_dialog, IMP, ESTIMATE_DIALOG, AdwDialog)

AdwDialog *imp_estimate_dialog_new (ImpBacklog *backlog);

G_END_DECLS
