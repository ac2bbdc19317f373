/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A fix is delivered: what we did, what is different now, what the reader has to do. */
#include "config.h"

#include "ui/fixes/imp-deliver-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-focus.h"

#include <glib/gi18n.h>

struct _ImpDeliverDialog
{
  ImpFixDialog parent_instance;
  char *as_of; /* of the page that is delivered */

  GtkLabel *intro;
  GtkWidget *texts; /* nothing is typed over what has not come yet */
  GtkEditable *did;
  GtkEditable *now;
  GtkEditable *todo;
};

G_DEFINE_FINAL_TYPE (ImpDeliverDialog, imp_deliver_dialog, IMP_TYPE_FIX_DIALOG)

static void
fill (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
imp_deliver_dialog_loaded (ImpFixDialog *dialog, const ImpFixPage *page)
{
  ImpDeliverDialog *self = IMP_DELIVER_DIALOG (dialog);

  gtk_label_set_label (self->intro, page->card->title);
  fill (self->did, page->did);
  fill (self->now, page->now);
  fill (self->todo, page->todo);
  g_set_str (&self->as_of, page->as_of);
  gtk_widget_set_sensitive (self->texts, TRUE);
  imp_focus_first (self->texts);
  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), TRUE);
}

static char *
dup_text (GtkEditable *row)
{
  return imp_text_clean (gtk_editable_get_text (row));
}

static void
imp_deliver_dialog_submit (ImpFormDialog *dialog)
{
  ImpDeliverDialog *self = IMP_DELIVER_DIALOG (dialog);
  g_autofree char *did = dup_text (self->did);
  g_autofree char *now = dup_text (self->now);
  g_autofree char *todo = dup_text (self->todo);

  imp_backlog_deliver_fix_async (
      imp_form_dialog_get_backlog (dialog), imp_fix_dialog_get_fix (IMP_FIX_DIALOG (self)), did,
      now, todo, self->as_of, imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_deliver_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_DELIVER_DIALOG);
  G_OBJECT_CLASS (imp_deliver_dialog_parent_class)->dispose (object);
}

static void
imp_deliver_dialog_finalize (GObject *object)
{
  g_free (IMP_DELIVER_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_deliver_dialog_parent_class)->finalize (object);
}

static void
imp_deliver_dialog_class_init (ImpDeliverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_deliver_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_deliver_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_deliver_dialog_submit;
  IMP_FIX_DIALOG_CLASS (klass)->loaded = imp_deliver_dialog_loaded;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/fixes/imp-deliver-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpDeliverDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, ImpDeliverDialog, texts);
  gtk_widget_class_bind_template_child (widget_class, ImpDeliverDialog, did);
  gtk_widget_class_bind_template_child (widget_class, ImpDeliverDialog, now);
  gtk_widget_class_bind_template_child (widget_class, ImpDeliverDialog, todo);
}

static void
imp_deliver_dialog_init (ImpDeliverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->did));
}

AdwDialog *
imp_deliver_dialog_new (ImpBacklog *backlog, ImpItem fix)
{
  return g_object_new (IMP_TYPE_DELIVER_DIALOG, "backlog", backlog, "fix", fix, NULL);
}
