/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who the pages are from, and whom their readers can answer. */
#include "config.h"

#include "ui/announcements/imp-organisation-dialog.h"

#include "backlog/imp-backlog-announcements.h"
#include "base/imp-text.h"
#include "ui/common/imp-toasts.h"

struct _ImpOrganisationDialog
{
  ImpFormDialog parent_instance;

  GCancellable *cancellable; /* of what was said before */
  char *as_of;               /* of the same */

  GtkEditable *name;
  GtkEditable *series;
  GtkEditable *contact_name;
  GtkEditable *contact_how;
  GtkEditable *contact_email;
};

G_DEFINE_FINAL_TYPE (ImpOrganisationDialog, imp_organisation_dialog, IMP_TYPE_FORM_DIALOG)

static void
set_text (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
loaded_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpOrganisationDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpOrganisation) before =
      imp_backlog_organisation_finish (IMP_BACKLOG (backlog), result, &error);

  if (self->cancellable == NULL)
    return;
  if (before == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  set_text (self->name, before->name);
  set_text (self->series, before->series);
  set_text (self->contact_name, before->contact_name);
  set_text (self->contact_how, before->contact_how);
  set_text (self->contact_email, before->contact_email);
  g_set_str (&self->as_of, before->as_of);
  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), TRUE);
}

static void
imp_organisation_dialog_submit (ImpFormDialog *dialog)
{
  ImpOrganisationDialog *self = IMP_ORGANISATION_DIALOG (dialog);
  g_auto (ImpOrganisation) said = {
    .name = imp_text_clean (gtk_editable_get_text (self->name)),
    .series = imp_text_clean (gtk_editable_get_text (self->series)),
    .contact_name = imp_text_clean (gtk_editable_get_text (self->contact_name)),
    .contact_how = imp_text_clean (gtk_editable_get_text (self->contact_how)),
    .contact_email = imp_text_clean (gtk_editable_get_text (self->contact_email)),
    .as_of = g_strdup (self->as_of),
  };

  imp_backlog_set_organisation_async (imp_form_dialog_get_backlog (dialog), &said,
                                      imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_organisation_dialog_dispose (GObject *object)
{
  ImpOrganisationDialog *self = IMP_ORGANISATION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ORGANISATION_DIALOG);
  G_OBJECT_CLASS (imp_organisation_dialog_parent_class)->dispose (object);
}

static void
imp_organisation_dialog_finalize (GObject *object)
{
  g_free (IMP_ORGANISATION_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_organisation_dialog_parent_class)->finalize (object);
}

static void
imp_organisation_dialog_class_init (ImpOrganisationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_organisation_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_organisation_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_organisation_dialog_submit;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/announcements/imp-organisation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpOrganisationDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ImpOrganisationDialog, series);
  gtk_widget_class_bind_template_child (widget_class, ImpOrganisationDialog, contact_name);
  gtk_widget_class_bind_template_child (widget_class, ImpOrganisationDialog, contact_how);
  gtk_widget_class_bind_template_child (widget_class, ImpOrganisationDialog, contact_email);
}

static void
imp_organisation_dialog_init (ImpOrganisationDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
imp_organisation_dialog_new (ImpBacklog *backlog)
{
  ImpOrganisationDialog *self =
      g_object_new (IMP_TYPE_ORGANISATION_DIALOG, "backlog", backlog, NULL);

  imp_backlog_organisation_async (backlog, self->cancellable, loaded_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
