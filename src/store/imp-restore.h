/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Putting a backup in the place of a database that is closed. */
#pragma once

#include "model/imp-backup.h"

G_BEGIN_DECLS

/* Any thread; blocks. Nobody may have the database open. The backup is copied beside it, brought to
 * the present format, looked over, and only then takes its name; the file goes on as another
 * laptop. A database that stands there is dropped when it is sound, since it was backed up
 * before; `keep` leaves it under another name (a damaged one): "backlog-damaged-20261121T223000Z.db", with
 * its log. If anything fails, what was there stays. */
gboolean imp_restore_backup (const char *database,
                             const char *backup,
                             gint64 now_ms,
                             gboolean keep,
                             GError **error);

G_END_DECLS
