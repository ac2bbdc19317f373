/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who said it: a person, or somebody in a department. */
#include "config.h"

#include "ui/capture/imp-speaker-row.h"

#include "backlog/imp-backlog-speakers.h"

#define MAX_SPEAKERS 7

struct _ImpSpeakerRow
{
  ImpNameRow parent_instance;
  GtkEditable *site;  /* not owned: of the same group */
  GPtrArray *offered; /* of ImpSpeaker; NULL: none yet */
  GtkLabel *where;    /* of the one who was chosen */
  ImpItem person;     /* 0: anybody of that name */
  gboolean taking;    /* one that was offered */
};

G_DEFINE_FINAL_TYPE (ImpSpeakerRow, imp_speaker_row, IMP_TYPE_NAME_ROW)

static void
show_where (ImpSpeakerRow *self, const ImpSpeaker *speaker)
{
  g_autofree char *where = speaker != NULL ? imp_speaker_say_where (speaker) : NULL;

  gtk_label_set_text (self->where, where != NULL ? where : "");
  gtk_widget_set_visible (GTK_WIDGET (self->where), where != NULL);
}

static void
choose (ImpSpeakerRow *self, const ImpSpeaker *speaker)
{
  self->person = speaker != NULL ? speaker->person : 0;
  show_where (self, speaker);
}

static void
offer (ImpSpeakerRow *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->offered->len; i++)
    {
      g_ptr_array_add (names, imp_speaker_say (self->offered->pdata[i]));
      g_ptr_array_add (details, imp_speaker_say_where (self->offered->pdata[i]));
    }
  g_ptr_array_add (names, NULL);
  imp_name_row_offer (IMP_NAME_ROW (self), (const char *const *) names->pdata,
                      (char *const *) details->pdata);
}

static void
found_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSpeakerRow) self = data;
  GPtrArray *speakers = imp_backlog_speakers_finish (IMP_BACKLOG (backlog), result, NULL);

  if (speakers == NULL)
    return;
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = speakers;
  offer (self);
}

static void
imp_speaker_row_look_up (ImpNameRow *row, const char *text, GCancellable *cancellable)
{
  ImpSpeakerRow *self = IMP_SPEAKER_ROW (row);

  imp_backlog_speakers_async (imp_name_row_get_backlog (row), text,
                              self->site != NULL ? gtk_editable_get_text (self->site) : NULL,
                              MAX_SPEAKERS, cancellable, found_cb, g_object_ref (self));
}

static void
imp_speaker_row_taken (ImpNameRow *row, guint position)
{
  ImpSpeakerRow *self = IMP_SPEAKER_ROW (row);

  choose (self, self->offered->pdata[position]);
  self->taking = TRUE;
  g_signal_emit_by_name (self, "changed"); /* of two of one name it may be another one */
  self->taking = FALSE;
}

static void
changed_cb (ImpSpeakerRow *self)
{
  if (!self->taking)
    choose (self, NULL);
}

/* Only to say where they are. */
static void
looked_up_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpSpeakerRow) self = data;
  g_autoptr (GPtrArray) speakers =
      imp_backlog_speakers_finish (IMP_BACKLOG (backlog), result, NULL);

  for (guint i = 0; speakers != NULL && i < speakers->len; i++)
    {
      const ImpSpeaker *speaker = speakers->pdata[i];

      if (self->where != NULL && speaker->person == self->person && self->person != 0)
        show_where (self, speaker);
    }
}

static void
imp_speaker_row_dispose (GObject *object)
{
  ImpSpeakerRow *self = IMP_SPEAKER_ROW (object);

  self->site = NULL;
  self->where = NULL;
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  G_OBJECT_CLASS (imp_speaker_row_parent_class)->dispose (object);
}

static void
imp_speaker_row_class_init (ImpSpeakerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_speaker_row_dispose;
  IMP_NAME_ROW_CLASS (klass)->look_up = imp_speaker_row_look_up;
  IMP_NAME_ROW_CLASS (klass)->taken = imp_speaker_row_taken;
}

static void
imp_speaker_row_init (ImpSpeakerRow *self)
{
  self->where = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->where, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->where, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->where), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->where), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->where), "quiet");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->where));
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->where))),
                               GTK_WIDGET (self->where), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

void
imp_speaker_row_set_site_row (ImpSpeakerRow *self, GtkEditable *site)
{
  self->site = site;
}

void
imp_speaker_row_set (ImpSpeakerRow *self, const char *text, ImpItem person)
{
  ImpBacklog *backlog = imp_name_row_get_backlog (IMP_NAME_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  choose (self, NULL);
  self->person = person;
  if (person != 0 && backlog != NULL)
    imp_backlog_speakers_async (backlog, text, NULL, MAX_SPEAKERS, NULL, looked_up_cb,
                                g_object_ref (self));
}

ImpItem
imp_speaker_row_get_person (ImpSpeakerRow *self)
{
  return self->person;
}
