/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can be done with a line of a round besides answering. */
#include "config.h"

#include "ui/rounds/imp-answers-page-private.h"

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-toasts.h"
#include "ui/irritants/imp-decline-dialog.h"
#include "ui/rounds/imp-promise-heard-dialog.h"

#include <glib/gi18n.h>

static void
promise (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);

  if (self->line != NULL)
    adw_dialog_present (imp_promise_heard_dialog_new (self->backlog, self->page->line.item,
                                                      self->item, self->line->title),
                        widget);
}

static void
irritant_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAnswersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page =
      imp_backlog_irritant_page_finish (IMP_BACKLOG (source), result, &error);

  if (self->backlog == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (page != NULL)
    adw_dialog_present (imp_decline_dialog_new (self->backlog, page), GTK_WIDGET (self));
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
decline (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);

  if (self->line != NULL)
    imp_backlog_irritant_page_async (self->backlog, self->line->irritant, NULL, irritant_loaded_cb,
                                     g_object_ref (self));
}

static void
turn_into (GtkWidget *widget, const char *name, GVariant *kind)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);

  if (self->line != NULL)
    imp_backlog_hear_as_async (self->backlog, self->page->line.item, self->item,
                               (ImpHeardKind) g_variant_get_int32 (kind), imp_toasts_written_cb,
                               imp_toasts_expect (widget));
}

/* With the irritant where nobody else speaks of it. */
static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);
  ImpChanges *changes;

  if (self->line == NULL)
    return;
  changes = imp_changes_new ();
  imp_changes_delete (changes, self->item);
  if (self->line->kind == IMP_HEARD_IRRITANT && self->line->n_voices <= 1)
    imp_changes_delete (changes, self->line->irritant);
  imp_backlog_apply_async (self->backlog, changes, _ ("Line deleted"), NULL, imp_toasts_written_cb,
                           imp_toasts_expect (widget));
}

void
imp_answers_page_install_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "answers.promise", NULL, promise);
  gtk_widget_class_install_action (widget_class, "answers.decline", NULL, decline);
  gtk_widget_class_install_action (widget_class, "answers.kind", "i", turn_into);
  gtk_widget_class_install_action (widget_class, "answers.delete", NULL, delete);
}
