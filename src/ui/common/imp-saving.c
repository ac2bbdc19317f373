/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Asks under which name something is saved, and tells what became of it. */
#include "config.h"

#include "ui/common/imp-saving.h"

#include "ui/common/imp-chosen-file.h"
#include "ui/common/imp-portals.h"
#include "ui/common/imp-toasts.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MOST_LETTERS 80 /* of the title in a file's name */

static gboolean
is_for_names (gunichar c)
{
  return g_unichar_isprint (c) && (c > 0x7f || strchr ("/\\:*?\"<>|", (int) c) == NULL);
}

char *
imp_saving_suggest_name (const char *title, const char *suffix)
{
  GString *name = g_string_new (NULL);
  int n = 0;

  for (const char *p = title; *p != '\0' && n < MOST_LETTERS; p = g_utf8_next_char (p))
    if (is_for_names (g_utf8_get_char (p)) && (n > 0 || *p != '.'))
      {
        g_string_append_unichar (name, g_utf8_get_char (p));
        n++;
      }
  g_strstrip (name->str);
  g_string_set_size (name, strlen (name->str));
  g_string_append_printf (name, ".%s", suffix);
  return g_string_free (name, FALSE);
}

static void
show_failure (GtkWidget *widget, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The File Was Not Saved"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  imp_toasts_add_error (widget);
  adw_dialog_present (dialog, widget);
}

void
imp_saving_tell (GtkWidget *widget, const char *path, const GError *error)
{
  g_autofree char *shown = NULL, *text = NULL;

  if (error != NULL)
    {
      show_failure (widget, error);
      return;
    }
  shown = imp_portals_dup_saved_name (path);
  text = g_strdup_printf (_ ("Saved as “%s”"), shown);
  imp_toasts_show (widget, text);
}

/* What is remembered while the dialog is open. */
typedef struct
{
  GtkWidget *widget;
  void (*chosen) (GtkWidget *widget, const char *path, gpointer data);
  gpointer data;
  GDestroyNotify data_free;
} Question;

static void
file_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GtkWidget) widget = question->widget;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);
  g_autofree char *path = imp_chosen_file_dup_path (widget, file, error);

  if (path != NULL)
    question->chosen (widget, path, question->data);
  if (question->data_free != NULL)
    question->data_free (question->data);
}

static GListModel *
create_filters (const ImpFileKind *kind)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind->label);
  gtk_file_filter_add_mime_type (filter, kind->mime);
  gtk_file_filter_add_suffix (filter, kind->suffix);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

void
imp_saving_ask (GtkWidget *widget,
                const char *title,
                const char *name,
                const ImpFileKind *kind,
                void (*chosen) (GtkWidget *widget, const char *path, gpointer data),
                gpointer data,
                GDestroyNotify data_free)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (kind);
  Question *question = g_new (Question, 1);

  *question = (Question) { g_object_ref (widget), chosen, data, data_free };
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  imp_portals_prepare (dialog, widget);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb,
                        question);
}
