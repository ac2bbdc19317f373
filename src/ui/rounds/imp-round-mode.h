/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The round itself: one question at a time, and nothing else. */
#pragma once

#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

/* Fills the window, without sidebar. Each line is on the disk as soon as it is added; the one in the
 * entry is a draft. Leaving and coming back loses nothing. Begins the round where it was not
 * begun. Keys: Ctrl+Page Down and Ctrl+Page Up for the next question and the one
 * before; Ctrl+Return opens the newest line. */
#define IMP_TYPE_ROUND_MODE (imp_round_mode_get_type ())
G_DECLARE_FINAL_TYPE (ImpRoundMode, imp_round_mode, IMP, ROUND_MODE, ImpBacklogPage)

GtkWidget *imp_round_mode_new (ImpBacklog *backlog, ImpItem round);

G_END_DECLS
