/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The ranked list on the screen: only the rows in sight exist. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-irritant-list.h"
#include "ui/irritants/imp-row-choice.h"
#include "ui/irritants/imp-row-look.h"

G_BEGIN_DECLS

/* A scrollable list of any length with one widget for each row in sight: what a jump, a search or
 * another order costs depends on the height of the window only. (A GtkListView binds two hundred
 * rows each time, which takes several frames.) Main thread.
 *
 * One irritant may be selected, and the focus is at that one. Both follow the irritant, not its
 * position: through searches, orders and changes of the backlog, also out of sight. What is in
 * sight stays where it is when the backlog changes. Arrows, Page, Home and End move; Return and a
 * double click activate; Delete asks for irritants.delete (x: item). For a screen reader it is a list
 * of list items, each with its position.
 *
 * With a choice, several can be chosen: Ctrl+click and Ctrl+Space one, Shift+click and Shift with an
 * arrow a range, Ctrl+A all, a long press on a touch screen. While it is choosing, a click and Space
 * do too, rows show it, and Escape ends it.
 *
 * Where it is mergeable, a row, or all that are chosen, can be dragged with the pointer onto another
 * one: that asks for irritants.merge ((axx): what is dragged, and onto what), and selects the other.
 * Near its edges the list scrolls meanwhile; a finger drags nothing.
 *
 * ImpRankedView::selected, ::activated (gint64 irritant). CSS: listview with row. */
#define IMP_TYPE_RANKED_VIEW (imp_ranked_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpRankedView, imp_ranked_view, IMP, RANKED_VIEW, GtkWidget)

void imp_ranked_view_set_look (ImpRankedView *self, ImpRowLook *look);       /* first, once */
void imp_ranked_view_set_choice (ImpRankedView *self, ImpRowChoice *choice); /* once */
void imp_ranked_view_set_list (ImpRankedView *self, ImpIrritantList *list);  /* or NULL */
/* Whether those that are about the same stand together, under a heading. */
void imp_ranked_view_set_grouped (ImpRankedView *self, gboolean grouped);
void imp_ranked_view_set_mergeable (ImpRankedView *self, gboolean mergeable);
/* One click activates too. */
void imp_ranked_view_set_single_click (ImpRankedView *self, gboolean single_click);
/* Selects what stands at a position of the list. */
void imp_ranked_view_select (ImpRankedView *self, guint position);
/* The same, and brings it in sight when rows are placed again; the focus stays. */
void imp_ranked_view_show (ImpRankedView *self, guint position);
/* The same, and brings it in sight with the focus. */
void imp_ranked_view_reveal (ImpRankedView *self, guint position);
/* The next change of the list is another answer, which is shown from its beginning. */
void imp_ranked_view_expect_answer (ImpRankedView *self);

G_END_DECLS
