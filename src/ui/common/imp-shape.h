/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Shapes of what is drawn by hand. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With round ends: a dot where it is as wide as it is high. */
void
imp_shape_draw_round (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color);

G_END_DECLS
