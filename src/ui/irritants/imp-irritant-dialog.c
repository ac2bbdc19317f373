/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The title, the description and the offering of an irritant, edited. */
#include "config.h"

#include "ui/irritants/imp-irritant-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-name-row.h"
#include "ui/common/imp-plain.h"

struct _ImpIrritantDialog
{
  ImpFormDialog parent_instance;
  ImpItem irritant;
  char *as_of; /* of the page that is edited */
  AdwEntryRow *name;
  ImpNameRow *offering;
  GtkLabel *heading;
  GtkTextView *description;
};

G_DEFINE_FINAL_TYPE (ImpIrritantDialog, imp_irritant_dialog, IMP_TYPE_FORM_DIALOG)

static void
changed_cb (ImpIrritantDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->name));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), !imp_text_is_empty (title));
}

static char *
dup_description (ImpIrritantDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return imp_text_clean (text);
}

static void
imp_irritant_dialog_submit (ImpFormDialog *dialog)
{
  ImpIrritantDialog *self = IMP_IRRITANT_DIALOG (dialog);
  g_autofree char *description = dup_description (self);
  g_autofree char *offering = imp_name_row_dup_name (self->offering);

  imp_backlog_edit_irritant_async (imp_form_dialog_get_backlog (dialog), self->irritant,
                                   gtk_editable_get_text (GTK_EDITABLE (self->name)), description,
                                   offering, self->as_of, imp_form_dialog_written_cb,
                                   imp_form_dialog_expect (dialog));
}

static void
imp_irritant_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_IRRITANT_DIALOG);
  G_OBJECT_CLASS (imp_irritant_dialog_parent_class)->dispose (object);
}

static void
imp_irritant_dialog_finalize (GObject *object)
{
  g_free (IMP_IRRITANT_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_irritant_dialog_parent_class)->finalize (object);
}

static void
imp_irritant_dialog_class_init (ImpIrritantDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_irritant_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_irritant_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_irritant_dialog_submit;
  g_type_ensure (IMP_TYPE_NAME_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-irritant-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, offering);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantDialog, description);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_irritant_dialog_init (ImpIrritantDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

AdwDialog *
imp_irritant_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page)
{
  ImpIrritantDialog *self = g_object_new (IMP_TYPE_IRRITANT_DIALOG, "backlog", backlog, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);

  self->irritant = page->item;
  self->as_of = g_strdup (page->as_of);
  gtk_editable_set_text (GTK_EDITABLE (self->name), page->title);
  gtk_editable_set_text (GTK_EDITABLE (self->offering),
                         page->offering == NULL ? "" : page->offering);
  gtk_text_buffer_set_text (buffer, page->description == NULL ? "" : page->description, -1);
  imp_name_row_set_source (self->offering, backlog, IMP_KIND_OFFERING);
  return ADW_DIALOG (self);
}
