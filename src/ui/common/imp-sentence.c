/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sentence said aloud, with its hours in bold. */
#include "config.h"

#include "ui/common/imp-sentence.h"

void
imp_sentence_show_text (GtkLabel *label, const char *text, int bold_start, int bold_end)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = bold_start;
  bold->end_index = bold_end;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

void
imp_sentence_show (GtkLabel *label, const ImpFacts *facts, const ImpImpact *impact)
{
  int start = 0, end = 0;
  g_autofree char *sentence = imp_impact_to_sentence (facts, impact, &start, &end);

  imp_sentence_show_text (label, sentence, start, end);
}

void
imp_sentence_show_ranked (GtkLabel *label,
                          const ImpFacts *facts,
                          const ImpImpact *impact,
                          double top_ten)
{
  int start = 0, end = 0;
  g_autofree char *sentence = imp_impact_to_ranked_sentence (facts, impact, top_ten, &start, &end);

  imp_sentence_show_text (label, sentence, start, end);
}
