/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which of our JSON files it is. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Its "format", which comes first; NULL where it has none, or cannot be read. The stream is spent
 * then. Blocks: not for the main thread. */
char *imp_json_look (GInputStream *stream, GCancellable *cancellable);

G_END_DECLS
