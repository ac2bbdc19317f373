/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a person did at one time, in a sentence. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* A row of a boxed list: who did what, the time, and below it the values that the sentence has no
 * room for. Of an action of many fields (an import) it shows the first, and the others when they are
 * asked for. Immutable once it is made; keeps the edits. Signal "used-again" as of ImpChangeRow. Main
 * thread. */
#define IMP_TYPE_EDIT_ROW (imp_edit_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpEditRow, imp_edit_row, IMP, EDIT_ROW, GtkListBoxRow)

/* The action `n` of the edits, in the history of `about`; where that may not be changed any more
 * there is no button to use an earlier value again. */
GtkWidget *imp_edit_row_new (GPtrArray *edits, guint n, ImpItem about, gboolean may_change);

G_END_DECLS
