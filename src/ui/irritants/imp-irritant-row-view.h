/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One row of the ranked list, drawn as a whole. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-irritant-list.h"
#include "ui/irritants/imp-row-look.h"

G_BEGIN_DECLS

/* Draws rank, title, quiet line, hours over their range, payback over state with layouts of its
 * own: a list keeps some two hundred rows bound, and eight labels a row would be too slow. Follows
 * the row's notify::revision and the look. What a screen reader says of it is said by its list
 * item: imp_row_text_dup_all(). */
#define IMP_TYPE_IRRITANT_ROW_VIEW (imp_irritant_row_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantRowView, imp_irritant_row_view, IMP, IRRITANT_ROW_VIEW, GtkWidget)

GtkWidget *imp_irritant_row_view_new (ImpRowLook *look);
void imp_irritant_row_view_set_row (ImpIrritantRowView *self, ImpIrritantRow *row); /* or NULL */

G_END_DECLS
