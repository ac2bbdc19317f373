/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ordinary files that cannot be written when a test says so. */
#pragma once

#include <glib.h>

/* Stands before the C library in the programs it is linked into: counts making, writing, syncing,
 * naming and changing the rights of ordinary files, by whichever thread. A write that fails has
 * written half. SQLite writes by other calls. */
typedef struct
{
  guint first;                     /* the call that fails first, from 1; 0 for none */
  gboolean for_ever;               /* and all after it */
  int code;                        /* of errno: EIO, ENOSPC, EROFS */
  void (*naming) (const char *to); /* called before a file takes that name; may be NULL */
} FailingFiles;

/* Counts from 0 again. NULL: nothing fails. */
void failing_files_arm (const FailingFiles *failing);
/* Since then. */
guint failing_files_count_calls (void);
guint failing_files_count_failed (void);
