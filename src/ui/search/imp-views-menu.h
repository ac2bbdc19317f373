/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The saved views as a menu. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-views.h"

G_BEGIN_DECLS

/* Follows the backlog. Its model names the views (irritants.view with their item as target), then
 * irritants.save-view and irritants.manage-views. ImpViewsMenu::changed: there are others. */
#define IMP_TYPE_VIEWS_MENU (imp_views_menu_get_type ())
G_DECLARE_FINAL_TYPE (ImpViewsMenu, imp_views_menu, IMP, VIEWS_MENU, GObject)

ImpViewsMenu *imp_views_menu_new (ImpBacklog *backlog);
GMenuModel *imp_views_menu_get_model (ImpViewsMenu *self);
const ImpView *imp_views_menu_find (ImpViewsMenu *self, ImpItem view);          /* may be NULL */
const ImpView *imp_views_menu_find_name (ImpViewsMenu *self, const char *name); /* may be NULL */
GPtrArray *imp_views_menu_get_views (ImpViewsMenu *self); /* of ImpView; NULL: not read yet */

G_END_DECLS
