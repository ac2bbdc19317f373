/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files that come into the backlog, and go out of it. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/common/imp-chosen-file.h"
#include "ui/common/imp-portals.h"
#include "ui/common/imp-toasts.h"
#include "ui/irritants/imp-import-dialog.h"

#include <glib/gi18n.h>

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = imp_chosen_file_dup_path (GTK_WIDGET (self), file, error);

  if (path != NULL && self->backlog != NULL)
    adw_dialog_present (ADW_DIALOG (imp_import_dialog_new (self->backlog, path)),
                        GTK_WIDGET (self));
}

static GListModel *
create_filters (void)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Lists (CSV) and Backlogs (JSON)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Import a List"));
  gtk_file_dialog_set_filters (dialog, filters);
  imp_portals_prepare (dialog, widget);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_chosen_cb, g_object_ref (widget));
}

static void
exported_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (imp_backlog_export_finish (IMP_BACKLOG (backlog), result, &error))
    imp_toasts_show (GTK_WIDGET (self), _ ("Copy saved"));
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = imp_chosen_file_dup_path (GTK_WIDGET (self), file, error);

  if (path != NULL && self->backlog != NULL)
    imp_backlog_export_async (self->backlog, path, NULL, NULL, exported_cb, g_object_ref (self));
}

static void export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, _ ("backlog.json"));
  imp_portals_prepare (dialog, widget);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, target_chosen_cb, g_object_ref (widget));
}

static void
load_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && !imp_window_is_covered (self))
    adw_dialog_present (ADW_DIALOG (imp_import_dialog_new_sample (self->backlog)), widget);
}

void
imp_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.load-sample", NULL, load_sample);
}
