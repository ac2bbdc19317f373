/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The backups: how fresh, where, and which to go back to. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Lists the backups beside the backlog in the file `path`, makes one, and asks for
 * app.restore-backup (s: file) after a question. `backlog` is the open one, or NULL where it cannot
 * be opened: then one can only restore. The second folder stands in `settings`. */
#define IMP_TYPE_BACKUPS_DIALOG (imp_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpBackupsDialog, imp_backups_dialog, IMP, BACKUPS_DIALOG, AdwDialog)

ImpBackupsDialog *
imp_backups_dialog_new (const char *path, ImpBacklog *backlog, GSettings *settings);

G_END_DECLS
