/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What becomes of words that are not recorded yet. */
#include "config.h"

#include "ui/capture/imp-record-dialog-private.h"

#include "base/imp-text.h"

#include <glib/gi18n.h>

static void
list_bars (ImpRecordDialog *self, ImpChoiceBar *bars[IMP_N_CHOICES])
{
  bars[0] = self->people;
  bars[1] = self->often;
  bars[2] = self->minutes;
  bars[3] = self->known;
}

static void
read_form (ImpRecordDialog *self, ImpRecordDraft *draft)
{
  ImpChoiceBar *bars[IMP_N_CHOICES];

  list_bars (self, bars);
  draft->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words)));
  draft->offering = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->offering)));
  imp_reporter_group_read (self->reporter, &draft->reporter);
  for (int i = 0; i < IMP_N_CHOICES; i++)
    draft->choices[i] = imp_choice_bar_get_selected (bars[i]);
}

static void
fill_form (ImpRecordDialog *self, const ImpRecordDraft *draft)
{
  ImpChoiceBar *bars[IMP_N_CHOICES];

  list_bars (self, bars);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->words), draft->words != NULL ? draft->words : "");
  gtk_editable_set_text (GTK_EDITABLE (self->offering),
                         draft->offering != NULL ? draft->offering : "");
  for (int i = 0; i < IMP_N_CHOICES; i++)
    imp_choice_bar_set_selected (bars[i], draft->choices[i]);
  self->filling = FALSE;
}

static const ImpRecordDraft nothing = {
  .choices = { -1, -1, -1, IMP_KNOWN_ONE - IMP_KNOWN_MEASURED },
};

void
imp_record_dialog_empty (ImpRecordDialog *self)
{
  fill_form (self, &nothing);
  imp_photo_group_clear (self->photos);
}

/* Who and where are the last answer anyway. */
static gboolean
is_nothing (const ImpRecordDraft *draft)
{
  return imp_text_is_empty (draft->words) && imp_text_is_empty (draft->offering)
         && memcmp (draft->choices, nothing.choices, sizeof nothing.choices) == 0;
}

/* The first letter typed would take the place of all of it. */
static gboolean
unselect_cb (GtkWidget *words, GdkFrameClock *clock, gpointer data)
{
  gtk_editable_select_region (GTK_EDITABLE (words), -1, -1);
  return G_SOURCE_REMOVE;
}

static void
show_kept (ImpRecordDialog *self, const char *said, const char *button)
{
  gtk_label_set_text (self->kept_label, said);
  gtk_button_set_label (self->discard, button);
  gtk_widget_set_visible (self->kept, TRUE);
}

static void
trouble_changed_cb (ImpRecordDialog *self)
{
  const char *trouble = imp_draft_keeper_get_trouble (self->keeper);

  gtk_label_set_text (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  if (trouble != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), trouble,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
take_draft (ImpRecordDialog *self, const char *text)
{
  g_auto (ImpRecordDraft) draft = { NULL };

  imp_record_draft_parse (&draft, text);
  fill_form (self, &draft);
  self->filling = TRUE;
  imp_reporter_group_set (self->reporter, &draft.reporter);
  self->filling = FALSE;
  show_kept (self, _ ("Kept from before"), _ ("_Discard"));
}

void
imp_record_dialog_begin_draft (ImpRecordDialog *self)
{
  ImpBacklog *backlog = imp_form_dialog_get_backlog (IMP_FORM_DIALOG (self));
  const char *text;

  self->keeper = g_object_ref (imp_backlog_get_draft (backlog, IMP_DRAFT_RECORD));
  g_signal_connect_object (self->keeper, "notify::trouble", G_CALLBACK (trouble_changed_cb), self,
                           G_CONNECT_SWAPPED);
  text = imp_draft_keeper_get_text (self->keeper);
  if (text == NULL)
    return;
  take_draft (self, text);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->words), unselect_cb, NULL, NULL);
}

void
imp_record_dialog_keep_draft (ImpRecordDialog *self)
{
  g_auto (ImpRecordDraft) draft = { NULL };
  g_autofree char *text = NULL;

  if (self->keeper == NULL || self->filling)
    return;
  if (self->discarded != NULL)
    gtk_widget_set_visible (self->kept, FALSE);
  g_clear_pointer (&self->discarded, g_free);
  read_form (self, &draft);
  text = is_nothing (&draft) ? NULL : imp_record_draft_print (&draft);
  imp_draft_keeper_set_text (self->keeper, text);
}

void
imp_record_dialog_keep_draft_now (ImpRecordDialog *self)
{
  imp_record_dialog_keep_draft (self);
  if (self->keeper != NULL)
    imp_draft_keeper_save (self->keeper);
}

void
imp_record_dialog_drop_draft (ImpRecordDialog *self)
{
  if (self->kept != NULL)
    gtk_widget_set_visible (self->kept, FALSE);
  g_clear_pointer (&self->discarded, g_free);
  if (self->keeper != NULL)
    imp_draft_keeper_set_text (self->keeper, NULL);
}

/* As easily taken back as done. */
void
imp_record_dialog_discard_clicked_cb (ImpRecordDialog *self)
{
  g_autofree char *discarded = g_steal_pointer (&self->discarded);

  if (discarded != NULL)
    {
      take_draft (self, discarded);
      imp_record_dialog_keep_draft_now (self);
      return;
    }
  discarded = g_strdup (imp_draft_keeper_get_text (self->keeper));
  imp_record_dialog_empty (self);
  imp_record_dialog_drop_draft (self);
  self->discarded = g_steal_pointer (&discarded);
  if (self->discarded != NULL)
    show_kept (self, _ ("Discarded"), _ ("_Undo"));
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}
