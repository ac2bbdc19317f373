/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An icon that only decorates the words beside it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkImage that screen readers pass over. */
GtkWidget *imp_icon_new (const char *name);

G_END_DECLS
