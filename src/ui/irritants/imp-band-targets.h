/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bands of a question as large targets, each with its key. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-answer.h"

G_BEGIN_DECLS

/* Six bands and "Don't know" in a grid of four columns, to be pointed at before a screen. Keys are
 * shown, not taken. Property "narrow" (boolean): lower, and without the keys.
 *
 * ImpBandTargets::chosen (int band): 0 is "don't know". Pressing the one that is chosen says it
 * again. */
#define IMP_TYPE_BAND_TARGETS (imp_band_targets_get_type ())
G_DECLARE_FINAL_TYPE (ImpBandTargets, imp_band_targets, IMP, BAND_TARGETS, GtkWidget)

#define IMP_NO_BAND (-1)

/* band: the one that is chosen, 0 for "don't know", IMP_NO_BAND for none yet. */
void imp_band_targets_show (ImpBandTargets *self, ImpQuestion question, int band);

G_END_DECLS
