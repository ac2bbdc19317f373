/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Menus that are made when they are opened. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What opens under the button from now on, as its "menu-model" would; but that one makes dozens of
 * widgets at once, which is felt where a window starts or somebody types. */
void imp_menu_offer (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
