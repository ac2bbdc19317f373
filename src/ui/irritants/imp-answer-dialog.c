/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One of an irritant's answers: a band or a number, and how we know. */
#include "config.h"

#include "ui/irritants/imp-answer-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-plain.h"

#include <glib/gi18n.h>
#include <math.h>

struct _ImpAnswerDialog
{
  ImpFormDialog parent_instance;
  ImpItem irritant;
  ImpQuestion question;
  char *as_of; /* of the page that showed the answer */
  ImpChoiceBar *band, *known;
  AdwEntryRow *number;
  gboolean filling; /* what changes now was not typed */
};

G_DEFINE_FINAL_TYPE (ImpAnswerDialog, imp_answer_dialog, IMP_TYPE_FORM_DIALOG)

static const char *const number_titles[IMP_N_QUESTIONS] = {
  [IMP_QUESTION_PEOPLE] = N_ ("Or a number of people"),
  [IMP_QUESTION_OFTEN] = N_ ("Or a number of times a month"),
  [IMP_QUESTION_MINUTES] = N_ ("Or a number of minutes"),
  [IMP_QUESTION_EFFORT] = N_ ("Or a number of hours of work"),
};

/* 0 where nothing is typed, NAN where it is no number. */
static double
read_number (ImpAnswerDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->number));
  char *end;
  double number;

  if (imp_text_is_empty (text))
    return 0;
  number = g_strtod (text, &end);
  return imp_text_is_empty (end) && isfinite (number) && number > 0 && number < 1e9 ? number : NAN;
}

static void
show_validity (ImpAnswerDialog *self, gboolean valid)
{
  GtkWidget *row = GTK_WIDGET (self->number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 valid ? _ (number_titles[self->question])
                                       : _ ("This must be a number above 0"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (valid)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), valid);
}

static void
number_changed_cb (ImpAnswerDialog *self)
{
  double number = read_number (self);
  ImpAnswer answer = { .number = number, .known = IMP_KNOWN_ONE };

  show_validity (self, !isnan (number));
  if (isnan (number) || number <= 0 || self->filling)
    return;
  self->filling = TRUE;
  imp_choice_bar_set_band (self->band, imp_answer_get_band (self->question, &answer));
  self->filling = FALSE;
}

static void
band_changed_cb (ImpAnswerDialog *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->number), "");
  self->filling = FALSE;
}

static void
imp_answer_dialog_submit (ImpFormDialog *dialog)
{
  ImpAnswerDialog *self = IMP_ANSWER_DIALOG (dialog);
  double number = read_number (self);
  int band = number > 0 ? 0 : imp_choice_bar_get_band (self->band);
  ImpAnswer answer = { .band = band, .number = number };

  if (band > 0 || number > 0)
    answer.known = imp_choice_bar_get_known (self->known);
  imp_backlog_answer_async (imp_form_dialog_get_backlog (dialog), self->irritant, self->question,
                            &answer, self->as_of, imp_form_dialog_written_cb,
                            imp_form_dialog_expect (dialog));
}

static void
imp_answer_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ANSWER_DIALOG);
  G_OBJECT_CLASS (imp_answer_dialog_parent_class)->dispose (object);
}

static void
imp_answer_dialog_finalize (GObject *object)
{
  g_free (IMP_ANSWER_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_answer_dialog_parent_class)->finalize (object);
}

static void
imp_answer_dialog_class_init (ImpAnswerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_answer_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_answer_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_answer_dialog_submit;
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-answer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAnswerDialog, band);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswerDialog, known);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswerDialog, number);
  gtk_widget_class_bind_template_callback (widget_class, band_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
}

static void
imp_answer_dialog_init (ImpAnswerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

/* In the digits that bring the same number back: saving what was not touched changes nothing. */
static char *
dup_number (double number)
{
  g_autofree char *text = g_strdup_printf ("%.15g", number);

  return g_strtod (text, NULL) == number ? g_steal_pointer (&text)
                                         : g_strdup_printf ("%.17g", number);
}

static void
fill (ImpAnswerDialog *self, const ImpAnswer *answer)
{
  g_autofree char *number = dup_number (answer->number);
  gboolean is_number = answer->band == 0 && answer->number > 0;

  self->filling = TRUE;
  imp_choice_bar_fill_bands (self->band, self->question);
  imp_choice_bar_fill_known (self->known);
  imp_choice_bar_set_known (self->known,
                            imp_answer_is_known (answer) ? answer->known : IMP_KNOWN_ONE);
  if (imp_answer_is_known (answer))
    imp_choice_bar_set_band (self->band, imp_answer_get_band (self->question, answer));
  gtk_editable_set_text (GTK_EDITABLE (self->number), is_number ? number : "");
  show_validity (self, TRUE);
  self->filling = FALSE;
}

AdwDialog *
imp_answer_dialog_new (ImpBacklog *backlog,
                       ImpItem irritant,
                       ImpQuestion question,
                       const ImpAnswer *answer,
                       const char *as_of)
{
  ImpAnswerDialog *self = g_object_new (IMP_TYPE_ANSWER_DIALOG, "backlog", backlog, NULL);

  self->irritant = irritant;
  self->question = question;
  self->as_of = g_strdup (as_of);
  fill (self, answer);
  return ADW_DIALOG (self);
}
