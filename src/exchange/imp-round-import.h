/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round of another backlog read from JSON. */
#pragma once

#include <gio/gio.h>

#include "model/imp-passed-round.h"

G_BEGIN_DECLS

/* Whether a file with that "format" is one; NULL is none. */
gboolean imp_round_import_is_format (const char *format);

/* Reads a whole file, as imp_json_import_read() does: what its members are made of, not whether a
 * row is what was written, which is for whoever takes it in. Blocks: not for the main thread. */
ImpPassedRound *
imp_round_import_read (GInputStream *stream, GCancellable *cancellable, GError **error);

G_END_DECLS
