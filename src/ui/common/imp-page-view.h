/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages on the screen, drawn by the code that prints. */
#pragma once

#include <gtk/gtk.h>

#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* White sheets one under the other, as wide as there is room, sharp on any screen; they stay white
 * in the dark. For a screen reader an image. */
#define IMP_TYPE_PAGE_VIEW (imp_page_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpPageView, imp_page_view, IMP, PAGE_VIEW, GtkWidget)

/* Where it is scrolled: only the pages in sight are drawn. Borrowed, of whoever it stands in. */
void imp_page_view_set_adjustment (ImpPageView *self, GtkAdjustment *adjustment);
/* NULL shows nothing. */
void imp_page_view_set_pages (ImpPageView *self, ImpPages *pages);
/* The page (from 0) that fills most of what is between y and y + height of the widget. */
int imp_page_view_find_page (ImpPageView *self, double y, double height);

G_END_DECLS
