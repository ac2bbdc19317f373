/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is offered while a filter is typed, as rows. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-query-scan.h"

G_BEGIN_DECLS

/* Adds the keys that begin as what is typed. */
void imp_completion_list_keys (GtkListBox *list, const ImpQueryTyping *typing);
/* Adds the first few values (of ImpQueryValue) of which a word begins so. */
void imp_completion_list_values (GtkListBox *list, GPtrArray *values, const ImpQueryTyping *typing);
/* What takes the place of what is typed: a key with its colon, or a value, quoted where it must. */
const char *imp_completion_row_get_text (GtkListBoxRow *row);
char *imp_completion_row_dup_label (GtkListBoxRow *row); /* as it is read out: "Lyon, 12" */

G_END_DECLS
