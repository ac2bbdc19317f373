/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Switches markup off wherever people's text may stand. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text of people is data: "<b>" is shown as it was typed. libadwaita's rows and pages have markup
 * on by default. Call it at the end of an instance init, after gtk_widget_init_template(), and on
 * rows made in C: switches markup off in `root` and in everything inside it. */
void imp_plain_text (GtkWidget *root);

G_END_DECLS
