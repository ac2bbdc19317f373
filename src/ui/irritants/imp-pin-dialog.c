/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pin an irritant for a date that is fixed. */
#include "config.h"

#include "ui/irritants/imp-pin-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-date-row.h"
#include "ui/common/imp-plain.h"

struct _ImpPinDialog
{
  ImpFormDialog parent_instance;
  ImpItem irritant;
  char *as_of; /* of the page that it was opened from */
  AdwEntryRow *reason;
  ImpDateRow *until;
};

G_DEFINE_FINAL_TYPE (ImpPinDialog, imp_pin_dialog, IMP_TYPE_FORM_DIALOG)

static void
changed_cb (ImpPinDialog *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self),
                                !imp_text_is_empty (reason)
                                    && imp_date_is_set (imp_date_row_get_date (self->until)));
}

static void
imp_pin_dialog_submit (ImpFormDialog *dialog)
{
  ImpPinDialog *self = IMP_PIN_DIALOG (dialog);

  imp_backlog_pin_async (imp_form_dialog_get_backlog (dialog), self->irritant,
                         gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                         imp_date_row_get_date (self->until), self->as_of,
                         imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_pin_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PIN_DIALOG);
  G_OBJECT_CLASS (imp_pin_dialog_parent_class)->dispose (object);
}

static void
imp_pin_dialog_finalize (GObject *object)
{
  g_free (IMP_PIN_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_pin_dialog_parent_class)->finalize (object);
}

static void
imp_pin_dialog_class_init (ImpPinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_pin_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_pin_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_pin_dialog_submit;
  g_type_ensure (IMP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-pin-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPinDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, ImpPinDialog, until);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_pin_dialog_init (ImpPinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

AdwDialog *
imp_pin_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page)
{
  ImpPinDialog *self =
      g_object_new (IMP_TYPE_PIN_DIALOG, "backlog", backlog, "subtitle", page->title, NULL);

  self->irritant = page->item;
  self->as_of = g_strdup (page->as_of);
  imp_date_row_set_today (self->until, imp_backlog_get_today (backlog));
  imp_date_row_set_earliest (self->until, imp_backlog_get_today (backlog));
  if (page->pin_reason != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->reason), page->pin_reason);
      imp_date_row_set_date (self->until, page->pin_until);
    }
  return ADW_DIALOG (self);
}
