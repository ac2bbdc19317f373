/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How the hours come about, as a line that people can check by head. */
#include "config.h"

#include "ui/irritants/imp-reckoning.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/imp-explanation-words.h"
#include "model/imp-sentence.h"

#define WORDS_WIDTH 14 /* letters */

static void
append_label (GtkWidget *box, const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_WIDTH);
  gtk_widget_set_css_classes (label, (const char **) classes);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
create_cell (const char *figure, const char *unit, const char *source)
{
  const char *const large[] = { "title-3", "numeric", NULL };
  const char *const small[] = { "caption", "quiet", NULL };
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  append_label (cell, figure, large);
  append_label (cell, unit, small);
  append_label (cell, source, small);
  gtk_widget_set_valign (cell, GTK_ALIGN_START);
  return cell;
}

static GtkWidget *
create_sign (const char *sign)
{
  GtkWidget *label = gtk_label_new (sign);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_add_css_class (label, "quiet");
  return label;
}

/* With the sign before it, so that a line never ends with one. */
static void
append_cell (AdwWrapBox *box, const char *sign, GtkWidget *cell)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (sign != NULL)
    gtk_box_append (GTK_BOX (pair), create_sign (sign));
  gtk_box_append (GTK_BOX (pair), cell);
  adw_wrap_box_append (box, pair);
}

static void
append_factor (AdwWrapBox *box, const ImpStanding *standing, ImpQuestion question)
{
  g_autofree char *figure = imp_standing_say_figure (standing, question);

  append_cell (box, question == IMP_QUESTION_PEOPLE ? NULL : "×",
               create_cell (figure, imp_standing_get_unit (standing, question),
                            imp_standing_get_source (standing, question)));
}

static void
append_hours (AdwWrapBox *box, const ImpStanding *standing)
{
  g_autofree char *hours = imp_impact_to_hours_words (standing->impact.hours);
  g_autofree char *range = imp_impact_to_range (&standing->impact);

  append_cell (box, "÷ 60 =", create_cell (hours, _ ("lost a month"), range));
}

GtkWidget *
imp_reckoning_new (const ImpExplanation *explanation)
{
  const ImpStanding *own = imp_explanation_get_own (explanation);
  g_autofree char *said = imp_explanation_say_reckoning (explanation);
  AdwWrapBox *box = ADW_WRAP_BOX (
      g_object_new (ADW_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL));

  adw_wrap_box_set_child_spacing (box, 12);
  adw_wrap_box_set_line_spacing (box, 12);
  adw_wrap_box_set_align (box, 0.5f);
  for (ImpQuestion question = IMP_QUESTION_PEOPLE; question <= IMP_QUESTION_MINUTES; question++)
    append_factor (box, own, question);
  append_hours (box, own);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return GTK_WIDGET (box);
}
