/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saves the list that is shown as PDF, CSV or JSON. */
#include "config.h"

#include "ui/irritants/imp-list-dialog-private.h"

#include <glib/gi18n.h>

#include "ui/common/imp-saving.h"
#include "ui/common/imp-toasts.h"

/* One that is being written. */
typedef struct
{
  ImpListDialog *dialog;
  GtkWidget *window; /* where it is told; the dialog may be closed by then */
  char *path;
} Writing;

static void
writing_free (Writing *self)
{
  g_object_unref (self->dialog);
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
written_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  ImpListDialog *self = writing->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = imp_list_document_write_finish (result, &error);

  if (imp_list_dialog_wants (self, result))
    {
      imp_list_dialog_end_work (self);
      imp_list_dialog_show_pages (self);
    }
  if (gtk_widget_get_realized (writing->window) /* else it was closed too */
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    imp_saving_tell (writing->window, writing->path, error);
}

void
imp_list_dialog_save (ImpListDialog *self, ImpListForm form, const char *path)
{
  Writing *writing;

  if (self->backlog == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  writing = g_new (Writing, 1);
  *writing =
      (Writing) { g_object_ref (self), imp_toasts_expect (GTK_WIDGET (self)), g_strdup (path) };
  imp_list_form_from_path (path, &form);
  imp_list_dialog_begin_work (self);
  imp_list_dialog_set_saving (self, TRUE);
  imp_list_document_write_async (self->backlog, self->table, form, imp_list_dialog_get_paper (self),
                                 path, self->progress, self->cancellable, written_cb, writing);
}

static void
chosen_cb (GtkWidget *widget, const char *path, gpointer data)
{
  imp_list_dialog_save (IMP_LIST_DIALOG (widget), (ImpListForm) GPOINTER_TO_INT (data), path);
}

static void
save (GtkWidget *widget, const char *action, GVariant *target)
{
  static const char *const mimes[] = { [IMP_LIST_FORM_PDF] = "application/pdf",
                                       [IMP_LIST_FORM_CSV] = "text/csv",
                                       [IMP_LIST_FORM_JSON] = "application/json" };
  ImpListDialog *self = IMP_LIST_DIALOG (widget);
  const char *suffix = g_variant_get_string (target, NULL);
  g_autofree char *name =
      imp_saving_suggest_name (imp_pages_get_info (self->pages).subject, suffix);
  g_autofree char *label = g_ascii_strup (suffix, -1);
  ImpFileKind kind = { label, suffix, NULL };
  ImpListForm form = IMP_LIST_FORM_PDF;

  imp_list_form_from_name (suffix, &form);
  kind.mime = mimes[form];
  imp_saving_ask (widget, _ ("Save the List"), name, &kind, chosen_cb, GINT_TO_POINTER (form),
                  NULL);
}

void
imp_list_dialog_install_saving (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.save", "s", save);
}
