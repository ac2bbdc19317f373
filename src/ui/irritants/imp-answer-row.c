/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A row of an irritant's answers: the answer in words, its band as six cells. */
#include "config.h"

#include "ui/irritants/imp-answer-row.h"

#include "model/imp-sentence.h"
#include "ui/common/imp-band-strip.h"

#include <glib/gi18n.h>

#define STRIP_KEY "imp-answer-row-strip"

static GtkWidget *
create_row (const char *action)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

GtkWidget *
imp_answer_row_new (ImpQuestion question)
{
  GtkWidget *row = create_row ("irritant.answer");
  GtkWidget *strip = imp_band_strip_new ();

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", (int) question);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), strip);
  g_object_set_data (G_OBJECT (row), STRIP_KEY, strip);
  return row;
}

/* What stands for an answer stands for none where there is no other. */
static char *
dup_source (ImpQuestion question, const ImpFacts *facts)
{
  const ImpAnswer *answer = &facts->answer[question];

  return imp_answer_is_known (answer) || imp_facts_are_asked (facts)
             ? imp_answer_to_source_words (question, answer)
             : g_strdup (_ ("nobody was asked yet"));
}

void
imp_answer_row_show (GtkWidget *row, ImpQuestion question, const ImpFacts *facts)
{
  const ImpAnswer *answer = &facts->answer[question];
  g_autofree char *words = imp_answer_to_words (question, answer);
  g_autofree char *source = dup_source (question, facts);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source);
  imp_band_strip_set_band (g_object_get_data (G_OBJECT (row), STRIP_KEY),
                           imp_answer_get_band (question, answer));
}

GtkWidget *
imp_answer_row_new_care (void)
{
  return create_row ("irritant.care");
}

void
imp_answer_row_show_care (GtkWidget *row, const ImpFacts *facts, const ImpImpact *impact)
{
  g_autofree char *title = g_strdup_printf (_ ("Care %.4g"), impact->care);
  g_autofree char *words = imp_impact_to_care_words (facts);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
}
