/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How much it annoys, and whether customers see it. */
#include "config.h"

#include "ui/irritants/imp-care-dialog.h"

#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-plain.h"

#include <glib/gi18n.h>

struct _ImpCareDialog
{
  ImpFormDialog parent_instance;
  ImpItem irritant;
  char *as_of; /* of the page that it was opened from */
  ImpChoiceBar *irritation;
  AdwSwitchRow *seen;
};

G_DEFINE_FINAL_TYPE (ImpCareDialog, imp_care_dialog, IMP_TYPE_FORM_DIALOG)

static void
imp_care_dialog_submit (ImpFormDialog *dialog)
{
  ImpCareDialog *self = IMP_CARE_DIALOG (dialog);
  ImpIrritation irritation = imp_choice_bar_get_selected (self->irritation) + IMP_IRRITATION_MILD;

  imp_backlog_set_care_async (imp_form_dialog_get_backlog (dialog), self->irritant, irritation,
                              adw_switch_row_get_active (self->seen), self->as_of,
                              imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_care_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_CARE_DIALOG);
  G_OBJECT_CLASS (imp_care_dialog_parent_class)->dispose (object);
}

static void
imp_care_dialog_finalize (GObject *object)
{
  g_free (IMP_CARE_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_care_dialog_parent_class)->finalize (object);
}

static void
imp_care_dialog_class_init (ImpCareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_care_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_care_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_care_dialog_submit;
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-care-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpCareDialog, irritation);
  gtk_widget_class_bind_template_child (widget_class, ImpCareDialog, seen);
}

static void
imp_care_dialog_init (ImpCareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
  imp_choice_bar_add (self->irritation, _ ("A little"));
  imp_choice_bar_add (self->irritation, _ ("Annoying"));
  imp_choice_bar_add (self->irritation, _ ("Very annoying"));
  imp_choice_bar_add (self->irritation, _ ("Unbearable"));
}

AdwDialog *
imp_care_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page)
{
  ImpCareDialog *self = g_object_new (IMP_TYPE_CARE_DIALOG, "backlog", backlog, NULL);

  self->irritant = page->item;
  self->as_of = g_strdup (page->as_of);
  imp_choice_bar_set_selected (self->irritation,
                               (int) page->facts.irritation - IMP_IRRITATION_MILD);
  adw_switch_row_set_active (self->seen, page->facts.customers_see_it);
  return ADW_DIALOG (self);
}
