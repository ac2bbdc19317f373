/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bytes of a damaged database, with what waits in its log. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads only; where there is a log beside it, a copy of both is made in `folder`, and the log
 * brought into that as far as SQLite can. */
GMappedFile *imp_salvage_map (const char *damaged, const char *folder, GError **error);

G_END_DECLS
