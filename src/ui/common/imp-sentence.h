/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sentence said aloud, with its hours in bold. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-sentence.h"

G_BEGIN_DECLS

/* Puts imp_impact_to_sentence() into a label; the hours stand in bold by attributes. Give the
 * label the style class "sentence" where it is the large text of its page. */
void imp_sentence_show (GtkLabel *label, const ImpFacts *facts, const ImpImpact *impact);
/* imp_impact_to_ranked_sentence() the same way. */
void imp_sentence_show_ranked (GtkLabel *label,
                               const ImpFacts *facts,
                               const ImpImpact *impact,
                               double top_ten);
/* Any text with the bytes from start to end in bold. */
void imp_sentence_show_text (GtkLabel *label, const char *text, int bold_start, int bold_end);

G_END_DECLS
