/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A file that is written on a disk that fails: whole as it was, or whole as it comes. */
#pragma once

#include "support/failing-files.h"

/* Writes the same file each time. */
typedef gboolean (*BadDiskWrite) (const char *path, gpointer data, GError **error);

/* Writes `name` in `folder`, which is made for it, with the first call that fails further on each
 * time, until none does; both where a file of that name stands and where none does. Asserts that a
 * failure leaves all as it was and says what to do, and that the next try writes the file. Returns
 * how many tries failed. */
guint bad_disk_try (const FailingFiles *disk,
                    const char *folder,
                    const char *name,
                    BadDiskWrite write,
                    gpointer data);
