/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Headings of groups that take the lines they need. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The heading of a preferences group is cut short where it is wider than the group, as with large
 * text. Lets all that `root` has now wrap instead. */
void imp_headings_wrap (GtkWidget *root);

G_END_DECLS
