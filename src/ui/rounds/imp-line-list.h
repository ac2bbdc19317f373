/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A list of short texts that is written in place: questions, or names. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* A preferences group with one entry row each. Return in a row adds the next one, as does a
 * button in the heading; a button on each row removes it. Properties, construct only: "ordered"
 * (boolean: rows are moved by Alt+Up and Alt+Down, and up by a button), "row-title" and "add-label"
 * (strings). */
#define IMP_TYPE_LINE_LIST (imp_line_list_get_type ())
G_DECLARE_FINAL_TYPE (ImpLineList, imp_line_list, IMP, LINE_LIST, AdwPreferencesGroup)

/* The rows are name rows for this kind. Before anything is put in. */
void imp_line_list_set_source (ImpLineList *self, ImpBacklog *backlog, ImpKind kind);
void imp_line_list_set_lines (ImpLineList *self, const char *const *lines);
/* Those that are not empty, cleaned; never NULL. */
char **imp_line_list_dup_lines (ImpLineList *self);

G_END_DECLS
