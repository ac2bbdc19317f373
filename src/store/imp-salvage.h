/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saving what can be read of a damaged backlog. */
#pragma once

#include <gio/gio.h>

#include "base/imp-date.h"
#include "model/imp-salvage.h"

G_BEGIN_DECLS

/* Any thread; blocks. Reads whatever is left in the file `damaged`, and in its log, and writes a
 * new backlog into `folder`, which must be there and empty, and may be left with anything in it;
 * *saved receives the path. The damaged file stays as it is to the last byte.
 *
 * The new file is another laptop. The rows of each laptop, up to the first that is missing or not
 * what was written, stand in it as they are. What comes after that can no longer be proved to
 * follow: it is written down anew, by its authors and at its times, as the rows of one more
 * laptop, each value checked against its hash, what refers to what is missing left out. So the
 * hash chain of the result verifies.
 *
 * IMP_ERROR_CORRUPT where nothing at all can be read; G_IO_ERROR_CANCELLED. */
ImpSalvage *imp_salvage_file (const char *damaged,
                              const char *folder,
                              const ImpClock *clock,
                              GCancellable *cancellable,
                              char **saved,
                              GError **error);

G_END_DECLS
