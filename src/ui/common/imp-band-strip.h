/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The strip of six cells that shows which band an answer is in. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Six cells, 96 × 8 px, the one of "band" (1 … 6; 0: none) filled with the accent. Decoration: the
 * row beside it says the answer in words, so it is hidden from screen readers. */
#define IMP_TYPE_BAND_STRIP (imp_band_strip_get_type ())
G_DECLARE_FINAL_TYPE (ImpBandStrip, imp_band_strip, IMP, BAND_STRIP, GtkWidget)

GtkWidget *imp_band_strip_new (void);
void imp_band_strip_set_band (ImpBandStrip *self, int band);

G_END_DECLS
