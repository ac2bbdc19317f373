/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Me too: what another colleague says about an irritant that is known. */
#include "config.h"

#include "ui/capture/imp-me-too-dialog.h"

#include "ui/capture/imp-reporter-group.h"
#include "ui/common/imp-plain.h"

struct _ImpMeTooDialog
{
  ImpFormDialog parent_instance;
  ImpItem irritant;
  GtkLabel *irritant_title;
  AdwEntryRow *words;
  ImpReporterGroup *reporter;
};

G_DEFINE_FINAL_TYPE (ImpMeTooDialog, imp_me_too_dialog, IMP_TYPE_FORM_DIALOG)

static void
imp_me_too_dialog_submit (ImpFormDialog *dialog)
{
  ImpMeTooDialog *self = IMP_ME_TOO_DIALOG (dialog);
  g_auto (ImpReporter) reporter = { NULL };
  ImpRecording recording = {
    .words = gtk_editable_get_text (GTK_EDITABLE (self->words)),
    .date = IMP_DATE_NONE,
  };

  imp_reporter_group_read (self->reporter, &reporter);
  imp_reporter_fill (&reporter, &recording);
  imp_backlog_add_report_async (imp_form_dialog_get_backlog (dialog), self->irritant, &recording,
                                NULL, imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_me_too_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ME_TOO_DIALOG);
  G_OBJECT_CLASS (imp_me_too_dialog_parent_class)->dispose (object);
}

static void
imp_me_too_dialog_class_init (ImpMeTooDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_me_too_dialog_dispose;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_me_too_dialog_submit;
  g_type_ensure (IMP_TYPE_REPORTER_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/capture/imp-me-too-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpMeTooDialog, irritant_title);
  gtk_widget_class_bind_template_child (widget_class, ImpMeTooDialog, words);
  gtk_widget_class_bind_template_child (widget_class, ImpMeTooDialog, reporter);
}

static void
imp_me_too_dialog_init (ImpMeTooDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

AdwDialog *
imp_me_too_dialog_new (ImpBacklog *backlog, ImpItem irritant, const char *title)
{
  ImpMeTooDialog *self = g_object_new (IMP_TYPE_ME_TOO_DIALOG, "backlog", backlog, NULL);

  self->irritant = irritant;
  gtk_label_set_text (self->irritant_title, title);
  imp_reporter_group_set_backlog (self->reporter, backlog);
  return ADW_DIALOG (self);
}
