/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The preview of an import as rows of a dialog. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-files.h"

G_BEGIN_DECLS

/* Each gives rows for people, owned by the caller's list; file contents are shown literally. */
GtkWidget *imp_import_preview_create_counts (const ImpImportOutcome *outcome);
GtkWidget *imp_import_preview_create_lines (GPtrArray *lines);
/* What importing it changes; 0: there is nothing to import. */
guint imp_import_preview_count_new (const ImpImportOutcome *outcome);

G_END_DECLS
