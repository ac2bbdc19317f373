/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saves the list that is shown as PDF, CSV or JSON. */
#include "config.h"

#include "ui/irritants/imp-list-dialog-private.h"

#include <glib/gi18n.h>

#include "ui/common/imp-saving.h"

/* One that is being written. */
typedef struct
{
  ImpListDialog *dialog;
  char *path;
} Writing;

static void
written_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autofree Writing *writing = data;
  g_autoptr (ImpListDialog) self = writing->dialog;
  g_autofree char *path = writing->path;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = imp_list_document_write_finish (result, &error);

  if (!imp_list_dialog_wants (self, result))
    return;
  imp_list_dialog_end_work (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL) /* it was closed meanwhile */
    return;
  imp_list_dialog_show_pages (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    imp_saving_tell (GTK_WIDGET (self), path, error);
}

/* The form is that of the menu, unless the name says another. */
static void
chosen_cb (GtkWidget *widget, const char *path, gpointer data)
{
  ImpListDialog *self = IMP_LIST_DIALOG (widget);
  Writing *writing;
  ImpListForm form = (ImpListForm) GPOINTER_TO_INT (data);

  if (self->backlog == NULL)
    return;
  writing = g_new (Writing, 1);
  *writing = (Writing) { g_object_ref (self), g_strdup (path) };
  imp_list_form_from_path (path, &form);
  imp_list_dialog_begin_work (self);
  self->saving = TRUE;
  imp_list_document_write_async (self->backlog, self->table, form, imp_list_dialog_get_paper (self),
                                 path, self->progress, self->cancellable, written_cb, writing);
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
