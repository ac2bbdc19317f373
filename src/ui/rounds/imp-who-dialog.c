/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ask who said something. */
#include "config.h"

#include "ui/rounds/imp-who-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-name-row.h"

struct _ImpWhoDialog
{
  ImpFormDialog parent_instance;

  ImpNameRow *person, *department;
};

G_DEFINE_FINAL_TYPE (ImpWhoDialog, imp_who_dialog, IMP_TYPE_FORM_DIALOG)

static guint chosen_signal;

static void
changed_cb (ImpWhoDialog *self)
{
  const gboolean none =
      imp_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->person)))
      && imp_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->department)));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), !none);
}

static void
imp_who_dialog_submit (ImpFormDialog *dialog)
{
  ImpWhoDialog *self = IMP_WHO_DIALOG (dialog);
  g_autofree char *person = imp_name_row_dup_name (self->person);
  g_autofree char *department = imp_name_row_dup_name (self->department);

  g_signal_emit (self, chosen_signal, 0, person, department);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
imp_who_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_WHO_DIALOG);
  G_OBJECT_CLASS (imp_who_dialog_parent_class)->dispose (object);
}

static void
imp_who_dialog_class_init (ImpWhoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_who_dialog_dispose;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_who_dialog_submit;
  chosen_signal = g_signal_new ("chosen", IMP_TYPE_WHO_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_type_ensure (IMP_TYPE_NAME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-who-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpWhoDialog, person);
  gtk_widget_class_bind_template_child (widget_class, ImpWhoDialog, department);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_who_dialog_init (ImpWhoDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
imp_who_dialog_new (ImpBacklog *backlog)
{
  ImpWhoDialog *self = g_object_new (IMP_TYPE_WHO_DIALOG, "backlog", backlog, NULL);

  imp_name_row_set_source (self->person, backlog, IMP_KIND_PERSON);
  imp_name_row_set_source (self->department, backlog, IMP_KIND_DEPARTMENT);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->person));
  return ADW_DIALOG (self);
}
