/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of a damaged file, gathered into a sound one. */
#pragma once

#include <gio/gio.h>

#include "store/imp-connection.h"

G_BEGIN_DECLS

/* Writes every row of the journal, item, laptop and photo that stands anywhere in the bytes of a damaged
 * database into the new file `path`: all that has the right shape, with whatever gaps there are,
 * and without anything that follows from it. One row several times is one; where one of them was
 * erased, it is. NULL on failure. */
ImpConnection *imp_salvage_gather (const guint8 *bytes,
                                   gsize size,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
