/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can be done with a fix, as actions that any page about fixes offers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Installs fix.start, fix.deliver, fix.confirm, fix.promise and fix.move-promise, each
 * with the fix's item as target ("x"), on a widget class with a property "backlog". They show
 * their dialog over the widget, and the undo toast on it. */
void imp_fix_actions_install (GtkWidgetClass *widget_class);

G_END_DECLS
