/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Is it gone? A colleague's verdict on a fix, and the three questions asked again. */
#include "config.h"

#include "ui/fixes/imp-confirm-dialog.h"

#include "base/imp-text.h"
#include "model/imp-sentence.h"
#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-name-row.h"
#include "ui/fixes/imp-asked-again-group.h"

#include <glib/gi18n.h>

#define HEIGHT_WITHOUT        380
#define HEIGHT_WITH_QUESTIONS 640

struct _ImpConfirmDialog
{
  ImpFixDialog parent_instance;

  gboolean is_loaded;
  GPtrArray *groups; /* of ImpAskedAgainGroup, borrowed: one for each irritant of the fix */

  GtkLabel *intro;
  ImpNameRow *person;
  GtkWidget *reporters;
  ImpChoiceBar *verdict;
  GtkRevealer *questions;
  GtkBox *asked;
};

G_DEFINE_FINAL_TYPE (ImpConfirmDialog, imp_confirm_dialog, IMP_TYPE_FIX_DIALOG)

static ImpVerdict
get_verdict (ImpConfirmDialog *self)
{
  /* The choices stand in the order of ImpVerdict, which begins with 1. */
  return (ImpVerdict) (imp_choice_bar_get_selected (self->verdict) + 1);
}

static double
sum_before (ImpConfirmDialog *self)
{
  double hours = 0;

  for (guint i = 0; i < self->groups->len; i++)
    hours += imp_asked_again_group_get_before (self->groups->pdata[i]);
  return hours;
}

static double
sum_now (ImpConfirmDialog *self)
{
  ImpBacklog *backlog = imp_form_dialog_get_backlog (IMP_FORM_DIALOG (self));
  double hours = 0;

  if (get_verdict (self) == IMP_VERDICT_GONE)
    return 0;
  for (guint i = 0; i < self->groups->len; i++)
    hours += imp_asked_again_group_estimate (self->groups->pdata[i], backlog);
  return hours;
}

static char *
say_given_back (ImpConfirmDialog *self)
{
  double before = sum_before (self);
  double after = sum_now (self);
  g_autofree char *was = imp_impact_to_hours_words (before);
  g_autofree char *is = imp_impact_to_hours_words (after);
  g_autofree char *back = imp_impact_to_hours_words (MAX (0, before - after));

  if (before <= 0)
    return g_strdup (_ ("Nobody was asked before what it costs, so no hours are given back."));
  if (get_verdict (self) == IMP_VERDICT_GONE)
    return g_strdup_printf (_ ("%s a month before, nothing now: %s given back."), was, back);
  if (after >= before)
    return g_strdup_printf (_ ("%s a month before, %s now: nothing given back yet."), was, is);
  return g_strdup_printf (_ ("%s a month before, %s now: %s given back."), was, is, back);
}

static void
changed_cb (ImpConfirmDialog *self)
{
  ImpVerdict verdict = get_verdict (self);
  g_autofree char *foot = NULL;

  gtk_revealer_set_reveal_child (self->questions, verdict > IMP_VERDICT_GONE);
  adw_dialog_set_content_height (
      ADW_DIALOG (self), verdict > IMP_VERDICT_GONE ? HEIGHT_WITH_QUESTIONS : HEIGHT_WITHOUT);
  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), self->is_loaded && verdict != 0);
  if (self->is_loaded && verdict != 0)
    foot = say_given_back (self);
  imp_form_dialog_set_foot (IMP_FORM_DIALOG (self), foot);
}

static void
reporter_clicked_cb (GtkButton *button, ImpConfirmDialog *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->person), gtk_button_get_label (button));
}

static void
offer_reporters (ImpConfirmDialog *self, char **names)
{
  gtk_widget_set_visible (self->reporters, names != NULL && names[0] != NULL);
  for (guint i = 0; names != NULL && names[i] != NULL && i < 6; i++)
    {
      GtkWidget *chip = gtk_button_new_with_label (names[i]);

      gtk_widget_add_css_class (chip, "chip");
      g_signal_connect_object (chip, "clicked", G_CALLBACK (reporter_clicked_cb), self, 0);
      adw_wrap_box_append (ADW_WRAP_BOX (self->reporters), chip);
    }
}

static void
add_group (ImpConfirmDialog *self, const ImpFixIrritant *irritant, gboolean alone)
{
  GtkWidget *group = imp_asked_again_group_new (irritant, alone);

  g_object_bind_property (self, "narrow", group, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (group, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->asked, group);
  g_ptr_array_add (self->groups, group);
}

static void
show_irritants (ImpConfirmDialog *self, GPtrArray *irritants)
{
  for (guint i = 0; i < self->groups->len; i++)
    gtk_box_remove (self->asked, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < irritants->len; i++)
    add_group (self, irritants->pdata[i], irritants->len == 1);
}

static void
imp_confirm_dialog_loaded (ImpFixDialog *dialog, const ImpFixPage *page)
{
  ImpConfirmDialog *self = IMP_CONFIRM_DIALOG (dialog);

  show_irritants (self, page->irritants);
  self->is_loaded = TRUE;
  gtk_label_set_label (self->intro, page->card->title);
  offer_reporters (self, page->reporters);
  if (page->card->ask != NULL
      && imp_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->person))))
    gtk_editable_set_text (GTK_EDITABLE (self->person), page->card->ask);
  changed_cb (self);
}

static GArray *
collect_asked (ImpConfirmDialog *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ImpAskedAgain));

  for (guint i = 0; i < self->groups->len; i++)
    {
      ImpAskedAgain asked;

      imp_asked_again_group_get (self->groups->pdata[i], get_verdict (self), &asked);
      g_array_append_val (all, asked);
    }
  return all;
}

static void
imp_confirm_dialog_submit (ImpFormDialog *dialog)
{
  ImpConfirmDialog *self = IMP_CONFIRM_DIALOG (dialog);
  g_autofree char *person = imp_name_row_dup_name (self->person);
  g_autoptr (GArray) asked = collect_asked (self);

  imp_backlog_confirm_fix_async (
      imp_form_dialog_get_backlog (dialog), imp_fix_dialog_get_fix (IMP_FIX_DIALOG (self)), person,
      get_verdict (self), (const ImpAskedAgain *) asked->data, asked->len,
      imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_confirm_dialog_dispose (GObject *object)
{
  /* While the widgets go, one of them may still say that it has changed. */
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_CONFIRM_DIALOG);
  g_clear_pointer (&IMP_CONFIRM_DIALOG (object)->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (imp_confirm_dialog_parent_class)->dispose (object);
}

static void
imp_confirm_dialog_class_init (ImpConfirmDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_confirm_dialog_dispose;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_confirm_dialog_submit;
  IMP_FIX_DIALOG_CLASS (klass)->loaded = imp_confirm_dialog_loaded;
  g_type_ensure (IMP_TYPE_NAME_ROW);
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/fixes/imp-confirm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpConfirmDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, ImpConfirmDialog, person);
  gtk_widget_class_bind_template_child (widget_class, ImpConfirmDialog, reporters);
  gtk_widget_class_bind_template_child (widget_class, ImpConfirmDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, ImpConfirmDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, ImpConfirmDialog, asked);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_confirm_dialog_init (ImpConfirmDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_ptr_array_new ();
  gtk_widget_set_visible (self->reporters, FALSE);
  imp_choice_bar_add (self->verdict, _ ("Gone"));
  imp_choice_bar_add (self->verdict, _ ("Better"));
  imp_choice_bar_add (self->verdict, _ ("Still There"));
}

AdwDialog *
imp_confirm_dialog_new (ImpBacklog *backlog, ImpItem fix)
{
  ImpConfirmDialog *self =
      g_object_new (IMP_TYPE_CONFIRM_DIALOG, "backlog", backlog, "fix", fix, NULL);

  imp_name_row_set_source (self->person, backlog, IMP_KIND_PERSON);
  return ADW_DIALOG (self);
}
