/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The accent colour of what is drawn by hand. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For words. */
GdkRGBA imp_accent_get_text (GtkWidget *widget);
/* For marks: in the dark that of words, since the accent itself is made for grounds of white words
 * and too dull there. */
GdkRGBA imp_accent_get_mark (GtkWidget *widget);

G_END_DECLS
