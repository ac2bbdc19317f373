/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Record an irritant: one required field, the rest when there is time. */
#include "config.h"

#include "ui/capture/imp-record-dialog-private.h"

#include "base/imp-text.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-sentence.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (ImpRecordDialog, imp_record_dialog, IMP_TYPE_FORM_DIALOG)

static guint recorded_signal;

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
  imp_record_dialog_look_known (self);
  imp_record_dialog_keep_draft (self);
}

static void
chosen_cb (ImpRecordDialog *self)
{
  changed_cb (self);
  imp_record_dialog_keep_draft_now (self);
}

static void
keep_open_changed_cb (ImpRecordDialog *self)
{
  imp_form_dialog_set_stays (IMP_FORM_DIALOG (self), adw_switch_row_get_active (self->keep_open));
}

static char *
imp_record_dialog_say_done (ImpFormDialog *dialog)
{
  GtkEditable *words = GTK_EDITABLE (IMP_RECORD_DIALOG (dialog)->words);

  /* Translators: the words of a colleague, as they were typed. */
  return g_strdup_printf (_ ("Recorded: %s"), gtk_editable_get_text (words));
}

/* With the dialog kept open the window stays where it is, too. */
static void
imp_record_dialog_written (ImpFormDialog *dialog, ImpItem irritant)
{
  ImpRecordDialog *self = IMP_RECORD_DIALOG (dialog);

  imp_record_dialog_drop_draft (self);
  if (!imp_form_dialog_get_stays (dialog))
    g_signal_emit (self, recorded_signal, 0, irritant);
  else if (self->words != NULL)
    {
      imp_record_dialog_empty (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->words));
    }
}

static void
record (ImpRecordDialog *self)
{
  g_auto (ImpReporter) reporter = { NULL };
  g_autofree char *offering = imp_name_row_dup_name (self->offering);
  ImpRecording recording = {
    .words = gtk_editable_get_text (GTK_EDITABLE (self->words)),
    .offering = offering,
    .people = read_answer (self, self->people),
    .often = read_answer (self, self->often),
    .minutes = read_answer (self, self->minutes),
    .date = IMP_DATE_NONE,
    .attachments = imp_photo_group_get_prepared (self->photos),
  };

  imp_reporter_group_read (self->reporter, &reporter);
  imp_reporter_fill (&reporter, &recording);
  imp_record_dialog_send (self, &recording);
}

/* What was added a moment ago is recorded with it, or the row says why not. */
void
imp_record_dialog_record_as (ImpRecordDialog *self, ImpItem same_as, gboolean is_back)
{
  self->same_as = same_as;
  self->is_back = is_back;
  self->waits = !imp_photo_group_is_ready (self->photos);
  if (!self->waits)
    record (self);
}

static void
imp_record_dialog_submit (ImpFormDialog *dialog)
{
  imp_record_dialog_record_as (IMP_RECORD_DIALOG (dialog), 0, FALSE);
}

static void
photos_ready_cb (ImpRecordDialog *self, gboolean all)
{
  if (self->waits && all)
    record (self);
  self->waits = FALSE;
}

static void
imp_record_dialog_closed (AdwDialog *dialog)
{
  ImpRecordDialog *self = IMP_RECORD_DIALOG (dialog);

  imp_reporter_group_save (self->reporter, self->settings);
  if (self->keeper != NULL)
    imp_draft_keeper_save (self->keeper);
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
imp_record_dialog_finalize (GObject *object)
{
  ImpRecordDialog *self = IMP_RECORD_DIALOG (object);

  g_clear_object (&self->keeper);
  g_free (self->discarded);
  G_OBJECT_CLASS (imp_record_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/capture/imp-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, words);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, already);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, reporter);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, offering);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, photos);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, people);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, often);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, known);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, kept);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, kept_label);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, discard);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, keep_open);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, range);
  gtk_widget_class_bind_template_child (widget_class, ImpRecordDialog, trouble);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_open_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, photos_ready_cb);
  gtk_widget_class_bind_template_callback (widget_class, imp_photo_group_choose);
  gtk_widget_class_bind_template_callback (widget_class, imp_record_dialog_discard_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, imp_record_dialog_is_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, imp_record_dialog_me_too_cb);
}

static void
imp_record_dialog_class_init (ImpRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_record_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = imp_record_dialog_closed;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_record_dialog_submit;
  IMP_FORM_DIALOG_CLASS (klass)->written = imp_record_dialog_written;
  IMP_FORM_DIALOG_CLASS (klass)->say_done = imp_record_dialog_say_done;
  recorded_signal = g_signal_new ("recorded", IMP_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  g_type_ensure (IMP_TYPE_KNOWN_GROUP);
  g_type_ensure (IMP_TYPE_NAME_ROW);
  g_type_ensure (IMP_TYPE_PHOTO_GROUP);
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

/* Words from elsewhere take the place of a draft only where there is none. */
static void
begin (ImpRecordDialog *self, const char *words)
{
  ImpBacklog *backlog = imp_form_dialog_get_backlog (IMP_FORM_DIALOG (self));
  ImpDraftKeeper *keeper = imp_backlog_get_draft (backlog, IMP_DRAFT_RECORD);

  if (words == NULL || imp_draft_keeper_get_text (keeper) == NULL)
    imp_record_dialog_begin_draft (self);
  if (words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->words), words);
}

ImpRecordDialog *
imp_record_dialog_new (ImpBacklog *backlog, GSettings *settings, const char *words)
{
  ImpRecordDialog *self = g_object_new (IMP_TYPE_RECORD_DIALOG, "backlog", backlog, NULL);

  self->settings = g_object_ref (settings);
  imp_known_group_set_backlog (self->already, backlog);
  imp_reporter_group_set_backlog (self->reporter, backlog);
  imp_photo_group_set_backlog (self->photos, backlog);
  imp_photo_group_serve (self->photos, GTK_WIDGET (self));
  imp_name_row_set_source (self->offering, backlog, IMP_KIND_OFFERING);
  imp_reporter_group_load (self->reporter, settings);
  g_settings_bind (settings, "record-keep-open", self->keep_open, "active",
                   G_SETTINGS_BIND_DEFAULT);
  begin (self, words);
  changed_cb (self);
  return self;
}

void
imp_record_dialog_set_context (ImpRecordDialog *self, const char *site)
{
  imp_reporter_group_set_site (self->reporter, site);
}
