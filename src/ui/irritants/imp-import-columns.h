/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What each column of a list becomes, to be looked at and changed. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-files.h"

G_BEGIN_DECLS

/* A row for each column: its name, a value of it, and what it becomes, to be chosen from a list.
 * Signal "changed": somebody has chosen. Made for one file; accessible as the rows are. */
#define IMP_TYPE_IMPORT_COLUMNS (imp_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (ImpImportColumns,
                      imp_import_columns,
                      IMP,
                      IMPORT_COLUMNS,
                      AdwPreferencesGroup)

/* Shows the columns of an outcome. Rows stay where the columns are the same, so that nobody loses
 * their place. */
void imp_import_columns_show (ImpImportColumns *self, const ImpImportOutcome *outcome);
/* What somebody has chosen, as ImpImportRequest.map wants it. */
char **imp_import_columns_dup_map (ImpImportColumns *self);

/* What was chosen is forgotten: as another kind of list the columns mean something else. */
void imp_import_columns_forget (ImpImportColumns *self);

G_END_DECLS
