/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages as a PDF that a screen reader can read. */
#pragma once

#include <gio/gio.h>

#include "base/imp-progress.h"
#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* Tagged (headings, lists, tables, reading order), with title, author and language; fonts embedded.
 * progress and cancellable may be NULL. */
GBytes *imp_pages_to_pdf (ImpPages *pages,
                          ImpProgress *progress,
                          GCancellable *cancellable,
                          GError **error);

/* Under the name stands afterwards the new file whole, or the old one whole. */
gboolean imp_pages_write_pdf (ImpPages *pages, const char *path, GError **error);

G_END_DECLS
