/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk for tests that fails when it is told to, and forgets what was not brought to it. */
#pragma once

#include <glib.h>

/* Stands between SQLite and the real files of every database opened after failing_vfs_install().
 * Counts calls that read, write, sync, cut, open or delete. Syncing does nothing to the real disk:
 * what is tested is what the program does. For one thread. */
typedef struct
{
  guint n_calls;     /* since failing_vfs_arm() */
  guint first;       /* the call that fails first, from 1; 0 for none */
  gboolean for_ever; /* and all after it */
  int code;          /* SQLITE_FULL: only calls that need room count and fail; else SQLITE_IOERR */
  guint n_failed;
  guint n_log_failed;  /* of these, writes to a log: a save's */
  guint n_main_writes; /* to the database itself, not its log: a checkpoint's */
  guint n_main_lost;   /* of these, that were not synced when the power went */
} FailingVfs;

extern FailingVfs failing_vfs;

void failing_vfs_install (void);
void failing_vfs_arm (guint first, gboolean for_ever, int code);

/* From now on each file opened is remembered as of its last sync, with what was written since. */
void failing_vfs_remember (void);
/* After so many more calls the power goes: the files as a disk holds them then are written to
 * `folder`, of what was not synced some whole, some torn, some not at all; `lost_cb` is called, and
 * the program goes on. */
void failing_vfs_lose_power (guint after, const char *folder, void (*lost_cb) (void));
/* Unless it has gone. */
void failing_vfs_lose_power_now (void);
void failing_vfs_forget (void);
