/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The papers of a round as they print: to take along, or to leave behind. */
#include "config.h"

#include "ui/rounds/imp-round-dialog.h"

#include <glib/gi18n.h>

#include "backlog/imp-backlog-rounds.h"
#include "backlog/imp-round-document.h"
#include "ui/common/imp-preview.h"
#include "ui/common/imp-print.h"
#include "ui/common/imp-toasts.h"
#include "ui/rounds/imp-round-output.h"

struct _ImpRoundDialog
{
  AdwDialog parent_instance;

  ImpBacklog *backlog;        /* NULL once it is closed */
  ImpRoundDocument *document; /* NULL before it is loaded */
  ImpPages *pages;            /* of the document as it is now; NULL: not yet */
  GCancellable *cancellable;  /* of the latest question */

  AdwToastOverlay *toasts;
  GtkWidget *signature;
  GtkDropDown *paper;
  ImpPreview *preview;
};

G_DEFINE_FINAL_TYPE (ImpRoundDialog, imp_round_dialog, ADW_TYPE_DIALOG)

static void
enable (ImpRoundDialog *self, gboolean possible)
{
  static const char *const actions[] = { "paper.print", "paper.save", "paper.copy" };
  const ImpRoundPage *page = self->document != NULL ? self->document->page : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.calendar", possible && page == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.next-visit",
                                 possible && page != NULL && page->next != 0);
}

/* What was under way is of no use any more. */
static void
begin_work (ImpRoundDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  enable (self, FALSE);
}

/* Whether the answer is to the latest question. */
static gboolean
wants (ImpRoundDialog *self, GAsyncResult *result)
{
  return self->backlog != NULL && g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void
laid_out_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpRoundDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPages) pages = imp_round_document_lay_out_finish (result, &error);
  g_autofree char *text = NULL;

  if (!wants (self, result))
    return;
  if (pages == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  text = imp_round_document_to_text (self->document);
  g_set_object (&self->pages, pages);
  imp_preview_set_pages (self->preview, pages, text);
  enable (self, TRUE);
}

/* The document as chosen, on the paper as chosen. */
static void
make (ImpRoundDialog *self)
{
  if (self->backlog == NULL || self->document == NULL)
    return;
  self->document->paper =
      gtk_drop_down_get_selected (self->paper) == 0 ? &imp_paper_a4 : &imp_paper_letter;
  self->document->signature = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->signature));
  begin_work (self);
  imp_round_document_lay_out_async (self->backlog, self->document, self->cancellable, laid_out_cb,
                                    g_object_ref (self));
}

/* Takes the document over; NULL where there is none. */
static void
take_document (ImpRoundDialog *self, ImpRoundDocument *document, const GError *error)
{
  if (document != NULL)
    {
      self->document = document;
      make (self);
      return;
    }
  imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
page_loaded_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpRoundDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpRoundPage) page =
      imp_backlog_round_page_finish (IMP_BACKLOG (backlog), result, &error);
  const ImpRoundDocument document = { .page = page };

  if (wants (self, result))
    take_document (self, page != NULL ? imp_round_document_copy (&document) : NULL, error);
}

static void
briefing_loaded_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpRoundDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpBriefing) briefing =
      imp_backlog_briefing_finish (IMP_BACKLOG (backlog), result, &error);
  const ImpRoundDocument document = { .briefing = briefing };

  if (wants (self, result))
    take_document (self, briefing != NULL ? imp_round_document_copy (&document) : NULL, error);
}

static ImpPages *
lay_out (gpointer document, const ImpPaper *paper)
{
  ((ImpRoundDocument *) document)->paper = paper;
  return imp_round_document_lay_out (document);
}

static void
free_document (gpointer document)
{
  imp_round_document_free (document);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRoundDialog *self = IMP_ROUND_DIALOG (widget);
  g_autofree char *name = imp_round_document_dup_name (self->document);
  const ImpPrinting printing = { .name = name,
                                 .lay_out = lay_out,
                                 .document = imp_round_document_copy (self->document),
                                 .document_free = free_document,
                                 .ready = self->pages };

  imp_print (widget, &printing, NULL);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRoundDialog *self = IMP_ROUND_DIALOG (widget);

  imp_round_output_save (widget, self->backlog, self->document, IMP_ROUND_FORM_PDF);
}

/* Of the round that the briefing is for. */
static void
save_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRoundDialog *self = IMP_ROUND_DIALOG (widget);

  imp_round_output_save_calendar (widget, self->backlog, &self->document->briefing->round);
}

static void
save_next_visit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRoundDialog *self = IMP_ROUND_DIALOG (widget);

  imp_round_output_save (widget, self->backlog, self->document, IMP_ROUND_FORM_CALENDAR);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRoundDialog *self = IMP_ROUND_DIALOG (widget);
  g_autofree char *text = imp_round_document_to_text (self->document);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  imp_toasts_show (widget, _ ("Copied"));
}

static void
imp_round_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (IMP_ROUND_DIALOG (dialog)->cancellable);
}

static void
imp_round_dialog_dispose (GObject *object)
{
  ImpRoundDialog *self = IMP_ROUND_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->backlog);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->document, imp_round_document_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ROUND_DIALOG);
  G_OBJECT_CLASS (imp_round_dialog_parent_class)->dispose (object);
}

static void
imp_round_dialog_class_init (ImpRoundDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_round_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = imp_round_dialog_closed;
  g_type_ensure (IMP_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/rounds/imp-round-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRoundDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundDialog, signature);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, make);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "paper.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "paper.next-visit", NULL, save_next_visit);
  gtk_widget_class_install_action (widget_class, "paper.calendar", NULL, save_calendar);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print",
                                       NULL);
}

static void
imp_round_dialog_init (ImpRoundDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
  gtk_drop_down_set_selected (self->paper, imp_print_get_paper () == &imp_paper_letter ? 1 : 0);
}

static ImpRoundDialog *
create (ImpBacklog *backlog, const char *title)
{
  ImpRoundDialog *self = g_object_new (IMP_TYPE_ROUND_DIALOG, "title", title, NULL);

  self->backlog = g_object_ref (backlog);
  begin_work (self);
  return self;
}

AdwDialog *
imp_round_dialog_new_for_briefing (ImpBacklog *backlog, ImpItem round)
{
  ImpRoundDialog *self = create (backlog, _ ("Briefing"));

  gtk_widget_set_visible (self->signature, FALSE);
  imp_backlog_briefing_async (backlog, round, self->cancellable, briefing_loaded_cb,
                              g_object_ref (self));
  return ADW_DIALOG (self);
}

AdwDialog *
imp_round_dialog_new_for_read_back (ImpBacklog *backlog, ImpItem round)
{
  ImpRoundDialog *self = create (backlog, _ ("Read-Back"));

  imp_backlog_round_page_async (backlog, round, self->cancellable, page_loaded_cb,
                                g_object_ref (self));
  return ADW_DIALOG (self);
}
