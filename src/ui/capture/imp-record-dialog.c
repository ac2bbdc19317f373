/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Record an irritant: one required field, the rest when there is time. */
#include "config.h"

#include "ui/capture/imp-record-dialog.h"

#include "base/imp-text.h"
#include "ui/capture/imp-reporter-group.h"
#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-name-row.h"
#include "ui/common/imp-sentence.h"
#include "ui/common/imp-plain.h"

#include <glib/gi18n.h>

#define N_BARS 4

struct _ImpRecordDialog
{
  ImpFormDialog parent_instance;
  AdwEntryRow *words;
  ImpReporterGroup *reporter;
  ImpNameRow *offering;
  ImpChoiceBar *people, *often, *minutes, *known;
  GtkLabel *sentence, *range;
  GSettings *settings;
  gboolean keeps_draft, recorded;
};

G_DEFINE_FINAL_TYPE (ImpRecordDialog, imp_record_dialog, IMP_TYPE_FORM_DIALOG)

static guint recorded_signal;

static void
list_bars (ImpRecordDialog *self, ImpChoiceBar *bars[N_BARS])
{
  bars[0] = self->people;
  bars[1] = self->often;
  bars[2] = self->minutes;
  bars[3] = self->known;
}

static ImpAnswer
read_answer (ImpRecordDialog *self, ImpChoiceBar *bar)
{
  int band = imp_choice_bar_get_band (bar);

  return (ImpAnswer) { .band = band,
                       .known = band > 0 ? imp_choice_bar_get_known (self->known) : 0 };
}

static gboolean
is_anything_known (const ImpFacts *facts)
{
  for (int question = 0; question < IMP_N_QUESTIONS; question++)
    if (imp_answer_is_known (&facts->answer[question]))
      return TRUE;
  return FALSE;
}

static void
show_estimate (ImpRecordDialog *self)
{
  const ImpFacts facts = {
    .answer = { [IMP_QUESTION_PEOPLE] = read_answer (self, self->people),
                [IMP_QUESTION_OFTEN] = read_answer (self, self->often),
                [IMP_QUESTION_MINUTES] = read_answer (self, self->minutes) },
    .reporters = 1,
  };
  g_autofree char *low = NULL, *high = NULL, *range = NULL;
  ImpBacklog *backlog = imp_form_dialog_get_backlog (IMP_FORM_DIALOG (self));
  ImpImpact impact;

  imp_backlog_estimate (backlog, &facts, &impact);
  imp_sentence_show (self->sentence, &facts, &impact);
  low = imp_number_to_words (impact.low);
  high = imp_number_to_words (impact.high);
  range = g_strdup_printf (_ ("Probably between %s and %s hours."), low, high);
  gtk_label_set_text (self->range, range);
  gtk_widget_set_visible (GTK_WIDGET (self->range), is_anything_known (&facts));
}

static void
changed_cb (ImpRecordDialog *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->words));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), !imp_text_is_empty (words));
  if (self->settings != NULL)
    show_estimate (self);
}

static void
load_draft (ImpRecordDialog *self)
{
  g_autofree char *words = g_settings_get_string (self->settings, "record-words");
  g_autofree char *offering = g_settings_get_string (self->settings, "record-offering");
  g_autoptr (GVariant) choices = g_settings_get_value (self->settings, "record-choices");
  ImpChoiceBar *bars[N_BARS];

  gtk_editable_set_text (GTK_EDITABLE (self->words), words);
  gtk_editable_set_text (GTK_EDITABLE (self->offering), offering);
  list_bars (self, bars);
  for (gsize i = 0; i < MIN (g_variant_n_children (choices), N_BARS); i++)
    {
      gint32 selected;

      g_variant_get_child (choices, i, "i", &selected);
      imp_choice_bar_set_selected (bars[i], CLAMP (selected, -1, IMP_N_BANDS));
    }
}

static void
save_draft (ImpRecordDialog *self)
{
  GVariantBuilder choices;
  ImpChoiceBar *bars[N_BARS];

  list_bars (self, bars);
  g_variant_builder_init (&choices, G_VARIANT_TYPE ("ai"));
  for (int i = 0; i < N_BARS; i++)
    g_variant_builder_add (&choices, "i", imp_choice_bar_get_selected (bars[i]));
  g_settings_set_value (self->settings, "record-choices", g_variant_builder_end (&choices));
  g_settings_set_string (self->settings, "record-words",
                         gtk_editable_get_text (GTK_EDITABLE (self->words)));
  g_settings_set_string (self->settings, "record-offering",
                         gtk_editable_get_text (GTK_EDITABLE (self->offering)));
}

static void
forget_draft (ImpRecordDialog *self)
{
  g_settings_reset (self->settings, "record-choices");
  g_settings_reset (self->settings, "record-words");
  g_settings_reset (self->settings, "record-offering");
}

static void
imp_record_dialog_written (ImpFormDialog *dialog, ImpItem irritant)
{
  ImpRecordDialog *self = IMP_RECORD_DIALOG (dialog);

  self->recorded = TRUE;
  g_signal_emit (self, recorded_signal, 0, irritant);
}

static void
imp_record_dialog_submit (ImpFormDialog *dialog)
{
  ImpRecordDialog *self = IMP_RECORD_DIALOG (dialog);
  g_auto (ImpReporter) reporter = { NULL };
  g_autofree char *offering = imp_name_row_dup_name (self->offering);
  ImpRecording recording = {
    .words = gtk_editable_get_text (GTK_EDITABLE (self->words)),
    .offering = offering,
    .people = read_answer (self, self->people),
    .often = read_answer (self, self->often),
    .minutes = read_answer (self, self->minutes),
    .date = IMP_DATE_NONE,
  };

  imp_reporter_group_read (self->reporter, &reporter);
  recording.person = reporter.person;
  recording.department = reporter.department;
  recording.site = reporter.site;
  imp_backlog_record_async (imp_form_dialog_get_backlog (dialog), &recording, NULL,
                            imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_record_dialog_closed (AdwDialog *dialog)
{
  ImpRecordDialog *self = IMP_RECORD_DIALOG (dialog);

  imp_reporter_group_save (self->reporter, self->settings);
  if (!self->keeps_draft)
    return;
  if (self->recorded)
    forget_draft (self);
  else
    save_draft (self);
}

static void
imp_record_dialog_dispose (GObject *object)
{
  ImpRecordDialog *self = IMP_RECORD_DIALOG (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_RECORD_DIALOG);
  G_OBJECT_CLASS (imp_record_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/capture/imp-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, words);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, reporter);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, offering);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, people);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, often);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, known);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, range);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_record_dialog_class_init (ImpRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_record_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = imp_record_dialog_closed;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_record_dialog_submit;
  IMP_FORM_DIALOG_CLASS (klass)->written = imp_record_dialog_written;
  recorded_signal = g_signal_new ("recorded", IMP_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  g_type_ensure (IMP_TYPE_NAME_ROW);
  g_type_ensure (IMP_TYPE_REPORTER_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
imp_record_dialog_init (ImpRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
  imp_choice_bar_fill_bands (self->people, IMP_QUESTION_PEOPLE);
  imp_choice_bar_fill_bands (self->often, IMP_QUESTION_OFTEN);
  imp_choice_bar_fill_bands (self->minutes, IMP_QUESTION_MINUTES);
  imp_choice_bar_fill_known (self->known);
  imp_choice_bar_set_known (self->known, IMP_KNOWN_ONE);
}

ImpRecordDialog *
imp_record_dialog_new (ImpBacklog *backlog, GSettings *settings, const char *words)
{
  ImpRecordDialog *self = g_object_new (IMP_TYPE_RECORD_DIALOG, "backlog", backlog, NULL);

  self->settings = g_object_ref (settings);
  imp_reporter_group_set_backlog (self->reporter, backlog);
  imp_name_row_set_source (self->offering, backlog, IMP_KIND_OFFERING);
  imp_reporter_group_load (self->reporter, settings);
  self->keeps_draft = words == NULL;
  if (words == NULL)
    load_draft (self);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->words), words);
  changed_cb (self);
  return self;
}
