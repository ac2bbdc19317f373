/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The window: sidebar, pages, toasts, and what to show where there is no backlog. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"
#include "backlog/imp-calendar-file.h"
#include "model/imp-salvage.h"

G_BEGIN_DECLS

/* Shown at once, with a backlog as soon as one is open. Pages are built when they are first looked
 * at. Properties: "compact" (boolean, up to 1100sp: the sidebar goes behind a button), "narrow"
 * (boolean, up to 720sp: one page at a time); pages bind to both. Keeps its size, and
 * the page to begin with, in `settings`.
 *
 * Actions: win.record, win.undo, win.redo, win.search, win.import, win.export,
 * win.show-page ("today", "irritants", "fixes", "rounds", "announcements"), win.show-irritant
 * (x: item), win.show-irritant-of (xx: item, the colleague on whose page it stands), win.go-back,
 * win.forget-origin, win.show-fix (x: item), win.show-promises, win.plan-round, win.show-round (x: item),
 * win.go-round (x: item), win.show-person (x: item), win.load-sample, win.backups, win.calendar,
 * win.show-damage,
 * win.try-again, win.dismiss-notice, win.show-sidebar, win.hide-sidebar. */
#define IMP_TYPE_WINDOW (imp_window_get_type ())
G_DECLARE_FINAL_TYPE (ImpWindow, imp_window, IMP, WINDOW, AdwApplicationWindow)

ImpWindow *imp_window_new (AdwApplication *application, GSettings *settings);
void imp_window_set_backlog (ImpWindow *self, ImpBacklog *backlog);
/* Keeps what is being typed and takes all pages away, before another backlog can be set. Until then,
 * or until it is shown why there is none, says what is `doing`: "Restoring the Backup…". */
void imp_window_unset_backlog (ImpWindow *self, const char *doing);
/* The calendar file of the backlog: win.calendar shows it, and a banner says that it cannot be written,
 * until it was looked at; the same failure again is not told again. NULL: none. */
void imp_window_set_calendar_file (ImpWindow *self, ImpCalendarFile *file);
/* The backlog in the file `path` cannot be opened: a page with what is wrong and what helps, which
 * is app.open-again, where it is damaged also app.salvage, where it is gone app.begin-anew, and
 * app.restore-backup where there is one. */
void imp_window_show_trouble (ImpWindow *self, const char *path, const GError *error);
/* A dialog that says how much of a damaged backlog was saved, and what is missing. */
void imp_window_tell_saved (ImpWindow *self, const ImpSalvage *salvage);
/* A banner that a backup failed, until it was looked at; the same failure again is not told again.
 * NULL: the last one is good. */
void imp_window_tell_backup (ImpWindow *self, const GError *error);

G_END_DECLS
