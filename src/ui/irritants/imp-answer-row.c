/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A row of an irritant's answers: the answer in words, its band as six cells. */
#include "config.h"

#include "ui/irritants/imp-answer-row.h"

#include "model/imp-sentence.h"
#include "ui/common/imp-band-strip.h"

#include <glib/gi18n.h>

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

GtkWidget *
imp_answer_row_new (ImpQuestion question, const ImpAnswer *answer)
{
  g_autofree char *words = imp_answer_to_words (question, answer);
  g_autofree char *source = imp_answer_to_source_words (question, answer);
  GtkWidget *row = create_row (words, source);
  GtkWidget *strip = imp_band_strip_new ();

  imp_band_strip_set_band (IMP_BAND_STRIP (strip), imp_answer_get_band (question, answer));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), strip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "irritant.answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", (int) question);
  return row;
}

GtkWidget *
imp_answer_row_new_care (const ImpFacts *facts, const ImpImpact *impact)
{
  g_autofree char *title = g_strdup_printf (_ ("Care %.4g"), impact->care);
  g_autofree char *words = imp_impact_to_care_words (facts);
  GtkWidget *row = create_row (title, words);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "irritant.care");
  return row;
}
