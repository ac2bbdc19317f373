/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk for tests that fails when it is told to. */
#pragma once

#include <glib.h>

/* Stands between SQLite and the real files of every database opened after failing_vfs_install().
 * Counts calls that read, write, sync, cut, open or delete. Syncing does nothing: what is tested is
 * what the program does about failures, not the disk. For one thread. */
typedef struct
{
  guint n_calls;     /* since failing_vfs_arm() */
  guint first;       /* the call that fails first, from 1; 0 for none */
  gboolean for_ever; /* and all after it */
  int code;          /* SQLITE_FULL: only calls that need room count and fail; else SQLITE_IOERR */
  guint n_failed;
} FailingVfs;

extern FailingVfs failing_vfs;

void failing_vfs_install (void);
void failing_vfs_arm (guint first, gboolean for_ever, int code);
