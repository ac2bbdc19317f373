/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The program with its window: opens the backlog and builds everything from it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Opens the backlog while the window comes up; where it cannot be opened, the window says why.
 * Keeps running until what was begun is on the disk. Not reachable globally: what needs the
 * backlog is given it. Property "backlog-path" (construct only; NULL: this person's own).
 *
 * Actions: app.new-irritant (also from the desktop's menu), app.open-again, app.restore-backup (s:
 * file), app.about, app.quit. */
#define IMP_TYPE_APPLICATION (imp_application_get_type ())
G_DECLARE_FINAL_TYPE (ImpApplication, imp_application, IMP, APPLICATION, AdwApplication)

ImpApplication *imp_application_new (const char *backlog_path);

G_END_DECLS
