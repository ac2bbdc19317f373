/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One row of the ranked list, drawn as a whole. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-irritant-list.h"
#include "ui/irritants/imp-row-look.h"

#define IMP_ROW_MIN_WIDTH     240
#define IMP_ROW_NATURAL_WIDTH 556

G_BEGIN_DECLS

/* Draws rank, title, quiet line, hours over their range, payback over state with layouts of its
 * own: eight labels a row would be too slow. Follows the row's notify::revision and the look. To a
 * screen reader it is a list item that says imp_row_text_dup_all(). It never asks to be measured
 * anew, which would go through the whole window: its parent allocates again instead, and asks for
 * the height. */
#define IMP_TYPE_IRRITANT_ROW_VIEW (imp_irritant_row_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantRowView, imp_irritant_row_view, IMP, IRRITANT_ROW_VIEW, GtkWidget)

GtkWidget *imp_irritant_row_view_new (ImpRowLook *look);
void imp_irritant_row_view_set_row (ImpIrritantRowView *self, ImpIrritantRow *row); /* or NULL */
ImpIrritantRow *imp_irritant_row_view_get_row (ImpIrritantRowView *self);           /* or NULL */
int imp_irritant_row_view_get_height (ImpIrritantRowView *self, int width);
/* Where it stands in the whole list; the first and the last row have round corners. */
void imp_irritant_row_view_set_place (ImpIrritantRowView *self, guint position, guint n_rows);
/* Whether a box begins, or ends, with it. */
void imp_irritant_row_view_set_edges (ImpIrritantRowView *self, gboolean first, gboolean last);
/* While several are chosen: whether this one is among them. */
void
imp_irritant_row_view_set_chosen (ImpIrritantRowView *self, gboolean choosing, gboolean chosen);
/* Whether something is held over it that can be dropped. */
void imp_irritant_row_view_set_drop (ImpIrritantRowView *self, gboolean drop);
void imp_irritant_row_view_set_selected (ImpIrritantRowView *self, gboolean selected);

G_END_DECLS
