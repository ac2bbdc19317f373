/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Take in a list or a backlog: first what would become of it, then do it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-files.h"

G_BEGIN_DECLS

/* Reads the file without changing anything, shows what it would bring and what not, and imports
 * it when told so. Closing cancels what has not been written; what is
 * written nevertheless is told on the window. */
#define IMP_TYPE_IMPORT_DIALOG (imp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpImportDialog, imp_import_dialog, IMP, IMPORT_DIALOG, AdwDialog)

ImpImportDialog *imp_import_dialog_new (ImpBacklog *backlog, const char *path);
/* The sample backlog, which needs no preview. */
ImpImportDialog *imp_import_dialog_new_sample (ImpBacklog *backlog);

G_END_DECLS
