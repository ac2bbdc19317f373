/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where lines of print end. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Both take a layout set to the width in points, and only ever set it narrower or add a break;
 * the number of lines stays. */

/* No last line with a single word, or shorter than 30 % of the width, where that can be had. */
void imp_wrap_paragraph (PangoLayout *layout, double width);
/* Two lines end after a comma, semicolon or colon where both halves fit; otherwise all lines are
 * as even as they can be. */
void imp_wrap_balanced (PangoLayout *layout, double width);

G_END_DECLS
