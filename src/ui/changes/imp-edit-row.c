/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a person did at one time, in a sentence. */
#include "config.h"

#include "ui/changes/imp-edit-row.h"

#include "model/imp-edit-words.h"
#include "ui/changes/imp-change-row.h"
#include "ui/changes/imp-change-words.h"

#include <glib/gi18n.h>

#define N_FIRST 12 /* fields; more of them when they are asked for */
#define N_STEP  100

struct _ImpEditRow
{
  GtkListBoxRow parent_instance;

  GPtrArray *edits; /* keeps the edit */
  ImpEditDigest edit;
  gboolean may_change;
  guint n_passed; /* fields of the edit, from the first */

  GtkLabel *sentence;
  GtkLabel *time;
  GtkBox *only; /* beside the time: the button of what the sentence says */
  GtkBox *fields;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (ImpEditRow, imp_edit_row, GTK_TYPE_LIST_BOX_ROW)

static guint used_again_signal;

static void
used_again_cb (ImpEditRow *self, gint64 item, guint field, const ImpValue *value)
{
  g_signal_emit (self, used_again_signal, 0, item, field, value);
}

static GtkWidget *
create_row (ImpEditRow *self, const ImpEditedField *edited)
{
  GtkWidget *row = imp_change_row_new (&self->edit, edited, self->may_change);

  g_signal_connect_object (row, "used-again", G_CALLBACK (used_again_cb), self, G_CONNECT_SWAPPED);
  if (self->edit.edit->fields->len == 1 && edited->item == self->edit.about)
    imp_change_row_hide_name (IMP_CHANGE_ROW (row));
  return row;
}

/* Of what the sentence says only the button is left. */
static void
show_told (ImpEditRow *self)
{
  const ImpEditedField *lead = self->edit.lead;
  GtkWidget *row;

  if (imp_edit_digest_find_telling (&self->edit, lead) != IMP_TELLING_SENTENCE
      || imp_edited_is_first (lead))
    return;
  row = create_row (self, lead);
  imp_change_row_show_button_only (IMP_CHANGE_ROW (row));
  gtk_box_append (self->only, row);
}

/* What the sentence is about comes first. */
static void
show_lead (ImpEditRow *self)
{
  const ImpEditedField *lead = self->edit.lead;

  if (lead != NULL && imp_edit_digest_find_telling (&self->edit, lead) == IMP_TELLING_BELOW)
    gtk_box_append (self->fields, create_row (self, lead));
}

static void
append_fields (ImpEditRow *self, guint n_most)
{
  const GPtrArray *fields = self->edit.edit->fields;

  for (; self->n_passed < fields->len; self->n_passed++)
    {
      const ImpEditedField *edited = fields->pdata[self->n_passed];

      if (edited == self->edit.lead
          || imp_edit_digest_find_telling (&self->edit, edited) != IMP_TELLING_BELOW)
        continue;
      if (n_most-- == 0)
        break;
      gtk_box_append (self->fields, create_row (self, edited));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields),
                          gtk_widget_get_first_child (GTK_WIDGET (self->fields)) != NULL);
}

static void
update_more (ImpEditRow *self)
{
  gboolean is_whole = self->n_passed == self->edit.edit->fields->len;

  if (is_whole && gtk_widget_has_focus (self->more)) /* it would go with the button */
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->more, !is_whole);
}

static void
more_clicked_cb (ImpEditRow *self)
{
  append_fields (self, N_STEP);
  update_more (self);
}

static void
imp_edit_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_EDIT_ROW);
  G_OBJECT_CLASS (imp_edit_row_parent_class)->dispose (object);
}

static void
imp_edit_row_finalize (GObject *object)
{
  g_ptr_array_unref (IMP_EDIT_ROW (object)->edits);
  G_OBJECT_CLASS (imp_edit_row_parent_class)->finalize (object);
}

static void
imp_edit_row_class_init (ImpEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_edit_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_edit_row_finalize;
  used_again_signal =
      g_signal_new ("used-again", IMP_TYPE_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/changes/imp-edit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpEditRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, ImpEditRow, time);
  gtk_widget_class_bind_template_child (widget_class, ImpEditRow, only);
  gtk_widget_class_bind_template_child (widget_class, ImpEditRow, fields);
  gtk_widget_class_bind_template_child (widget_class, ImpEditRow, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
imp_edit_row_init (ImpEditRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
imp_edit_row_new (GPtrArray *edits, guint n, ImpItem about, gboolean may_change)
{
  ImpEditRow *self = g_object_new (IMP_TYPE_EDIT_ROW, NULL);
  const ImpEdit *edit = edits->pdata[n];
  ImpEditDigest digest = imp_edit_digest (edit, about);
  g_autofree char *sentence = imp_edit_digest_to_sentence (&digest);
  g_autofree char *time = imp_change_words_time (edit->time_ms);

  self->edits = g_ptr_array_ref (edits);
  self->edit = digest;
  self->may_change = may_change;
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->time, time);
  show_told (self);
  show_lead (self);
  append_fields (self, N_FIRST);
  update_more (self);
  return GTK_WIDGET (self);
}
