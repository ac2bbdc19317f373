/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Say no to an irritant, with the reason that its reporters will be told. */
#include "config.h"

#include "ui/irritants/imp-decline-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-plain.h"
#include "ui/irritants/imp-irritant-words.h"

#include <glib/gi18n.h>

struct _ImpDeclineDialog
{
  ImpFormDialog parent_instance;
  ImpItem irritant;
  char *as_of; /* of the page that it was opened from */
  AdwEntryRow *reason;
  GtkLabel *told_heading, *told;
};

G_DEFINE_FINAL_TYPE (ImpDeclineDialog, imp_decline_dialog, IMP_TYPE_FORM_DIALOG)

static void
changed_cb (ImpDeclineDialog *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), !imp_text_is_empty (reason));
}

static void
imp_decline_dialog_submit (ImpFormDialog *dialog)
{
  ImpDeclineDialog *self = IMP_DECLINE_DIALOG (dialog);

  imp_backlog_decline_async (imp_form_dialog_get_backlog (dialog), self->irritant,
                             gtk_editable_get_text (GTK_EDITABLE (self->reason)), self->as_of,
                             imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_decline_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_DECLINE_DIALOG);
  G_OBJECT_CLASS (imp_decline_dialog_parent_class)->dispose (object);
}

static void
imp_decline_dialog_finalize (GObject *object)
{
  g_free (IMP_DECLINE_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_decline_dialog_parent_class)->finalize (object);
}

static void
imp_decline_dialog_class_init (ImpDeclineDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_decline_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_decline_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_decline_dialog_submit;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-decline-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpDeclineDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, ImpDeclineDialog, told_heading);
  gtk_widget_class_bind_template_child (widget_class, ImpDeclineDialog, told);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_decline_dialog_init (ImpDeclineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

static void
show_told (ImpDeclineDialog *self, const ImpIrritantPage *page)
{
  g_autofree char *told = imp_irritant_words_told (page);

  gtk_label_set_label (self->told_heading, told != NULL
                                               ? _ ("Who Will Be Told the Reason")
                                               : _ ("Nobody reported it, so nobody is told."));
  gtk_label_set_label (self->told, told != NULL ? told : "");
  gtk_widget_set_visible (GTK_WIDGET (self->told), told != NULL);
}

AdwDialog *
imp_decline_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page)
{
  ImpDeclineDialog *self =
      g_object_new (IMP_TYPE_DECLINE_DIALOG, "backlog", backlog, "subtitle", page->title, NULL);

  self->irritant = page->item;
  self->as_of = g_strdup (page->as_of);
  show_told (self, page);
  return ADW_DIALOG (self);
}
