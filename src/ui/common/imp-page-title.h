/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The title of a page in its header bar: whole or not at all. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A title with a quieter line below it (properties "title" and "subtitle"), for a header bar. Beside
 * buttons on a phone, or with large text, the title takes two lines; where there is no room for
 * that either it is not shown, for half a word says nothing and the page says itself what it is.
 * The line below it may be cut short. */
#define IMP_TYPE_PAGE_TITLE (imp_page_title_get_type ())
G_DECLARE_FINAL_TYPE (ImpPageTitle, imp_page_title, IMP, PAGE_TITLE, GtkWidget)

const char *imp_page_title_get_title (ImpPageTitle *self);

G_END_DECLS
