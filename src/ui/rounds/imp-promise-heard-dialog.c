/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Promise something about an irritant that was heard on a round. */
#include "config.h"

#include "ui/rounds/imp-promise-heard-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-date-row.h"
#include "ui/common/imp-name-row.h"

struct _ImpPromiseHeardDialog
{
  ImpFormDialog parent_instance;

  ImpItem round, report;
  AdwEntryRow *what;
  ImpNameRow *owner;
  ImpDateRow *date;
};

G_DEFINE_FINAL_TYPE (ImpPromiseHeardDialog, imp_promise_heard_dialog, IMP_TYPE_FORM_DIALOG)

static void
changed_cb (ImpPromiseHeardDialog *self)
{
  const char *what = gtk_editable_get_text (GTK_EDITABLE (self->what));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self),
                                !imp_text_is_empty (what)
                                    && imp_date_is_set (imp_date_row_get_date (self->date)));
}

static void
imp_promise_heard_dialog_submit (ImpFormDialog *dialog)
{
  ImpPromiseHeardDialog *self = IMP_PROMISE_HEARD_DIALOG (dialog);
  g_autofree char *what = imp_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->what)));
  g_autofree char *owner = imp_name_row_dup_name (self->owner);

  imp_backlog_promise_heard_async (imp_form_dialog_get_backlog (dialog), self->round, self->report,
                                   what, owner, imp_date_row_get_date (self->date),
                                   imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_promise_heard_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PROMISE_HEARD_DIALOG);
  G_OBJECT_CLASS (imp_promise_heard_dialog_parent_class)->dispose (object);
}

static void
imp_promise_heard_dialog_class_init (ImpPromiseHeardDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_promise_heard_dialog_dispose;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_promise_heard_dialog_submit;
  g_type_ensure (IMP_TYPE_DATE_ROW);
  g_type_ensure (IMP_TYPE_NAME_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/rounds/imp-promise-heard-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseHeardDialog, what);
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseHeardDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseHeardDialog, date);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_promise_heard_dialog_init (ImpPromiseHeardDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
imp_promise_heard_dialog_new (ImpBacklog *backlog, ImpItem round, ImpItem report, const char *title)
{
  ImpPromiseHeardDialog *self =
      g_object_new (IMP_TYPE_PROMISE_HEARD_DIALOG, "backlog", backlog, "subtitle", title, NULL);

  self->round = round;
  self->report = report;
  imp_name_row_set_source (self->owner, backlog, IMP_KIND_PERSON);
  imp_date_row_set_today (self->date, imp_backlog_get_today (backlog));
  imp_date_row_set_earliest (self->date, imp_backlog_get_today (backlog));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->what));
  return ADW_DIALOG (self);
}
