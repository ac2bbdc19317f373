/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a search found stays in sight where there is no room for the whole text. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Of a text that is cut off before the end of the first word with underlined letters, leaves out
 * the beginning instead: "… Leeds · Handheld scanners". No more of it than must be. The layout has
 * its width, its height in lines and PANGO_ELLIPSIZE_END; its text and attributes change. */
void imp_row_excerpt_apply (PangoLayout *layout);
/* Whether that left anything out: in another width it must be made anew. */
gboolean imp_row_excerpt_is_one (PangoLayout *layout);

G_END_DECLS
