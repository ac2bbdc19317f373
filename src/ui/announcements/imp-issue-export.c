/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writes an issue into a file that a person chooses. */
#include "config.h"

#include "ui/announcements/imp-issue-export.h"

#include "base/imp-text.h"
#include "ui/common/imp-chosen-file.h"
#include "ui/common/imp-portals.h"
#include "ui/common/imp-toasts.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MOST_LETTERS 80 /* of the title in a file's name */

/* One export. Owned by its question, which knows no path yet, or by its task; read by its thread. */
typedef struct
{
  ImpBacklog *backlog;
  ImpIssue *issue;
  const ImpPaper *paper;
  ImpForm form; /* where the name does not say another */
  char *path;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->backlog);
  imp_issue_unref (self->issue);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (ImpBacklog *backlog,
            ImpIssue *issue,
            const ImpPaper *paper,
            ImpForm form,
            const char *path)
{
  Export *self = g_new (Export, 1);

  *self = (Export) { g_object_ref (backlog), imp_issue_ref (issue), paper, form, g_strdup (path) };
  return self;
}

static const struct
{
  const char *suffix;
  const char *mime;
} forms[] = {
  [IMP_FORM_PDF] = { "pdf", "application/pdf" },
  [IMP_FORM_HTML] = { "html", "text/html" },
  [IMP_FORM_MARKDOWN] = { "md", "text/markdown" },
  [IMP_FORM_TEXT] = { "txt", "text/plain" },
};

static const char *
get_form_label (ImpForm form)
{
  switch (form)
    {
    case IMP_FORM_HTML:
      return _ ("Web Pages (HTML)");
    case IMP_FORM_MARKDOWN:
      return _ ("Markdown");
    case IMP_FORM_TEXT:
      return _ ("Plain Text");
    case IMP_FORM_PDF:
    default:
      return _ ("PDF");
    }
}

static gboolean
is_for_names (gunichar c)
{
  return g_unichar_isprint (c) && (c > 0x7f || strchr ("/\\:*?\"<>|", (int) c) == NULL);
}

char *
imp_issue_export_suggest_name (const ImpIssue *issue, ImpForm form)
{
  g_autofree char *month = imp_date_to_month_words (issue->to);
  g_autofree char *title = imp_text_clean (issue->title != NULL ? issue->title : "");
  g_autofree char *whole =
      imp_text_is_empty (title)
          ? g_strdup_printf ("%s %s", issue->series != NULL ? issue->series : "", month)
          : g_strdup_printf ("%s, %s", title, month);
  GString *name = g_string_new (NULL);
  int n = 0;

  for (const char *p = whole; *p != '\0' && n < MOST_LETTERS; p = g_utf8_next_char (p))
    if (is_for_names (g_utf8_get_char (p)) && (n > 0 || *p != '.'))
      {
        g_string_append_unichar (name, g_utf8_get_char (p));
        n++;
      }
  g_strstrip (name->str);
  g_string_set_size (name, strlen (name->str));
  g_string_append_printf (name, ".%s", forms[form].suffix);
  return g_string_free (name, FALSE);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  ImpForm form = export->form;
  GError *error = NULL;

  imp_form_from_path (export->path, &form);
  if (imp_issue_write_as (export->issue, export->paper, form, export->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_failure (GtkWidget *widget, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The File Was Not Saved"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  imp_toasts_add_error (widget);
  adw_dialog_present (dialog, widget);
}

static void
written_cb (GObject *widget, GAsyncResult *result, gpointer data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *shown = imp_portals_dup_saved_name (export->path);
  g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), shown);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    imp_toasts_show (GTK_WIDGET (widget), text);
  else
    show_failure (GTK_WIDGET (widget), error);
}

void
imp_issue_export_to (GtkWidget *widget,
                     ImpBacklog *backlog,
                     ImpIssue *issue,
                     const ImpPaper *paper,
                     ImpForm form,
                     const char *path)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, written_cb, NULL);
  Export *export = export_new (backlog, issue, paper, form, path);

  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  imp_backlog_hold (backlog, task);
  g_task_run_in_thread (task, write_in_thread);
}

/* What is remembered while the dialog is open. */
typedef struct
{
  GtkWidget *widget;
  Export *export;
} Question;

static void
file_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GtkWidget) widget = question->widget;
  g_autoptr (Export) export = g_steal_pointer (&question->export);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);
  g_autofree char *path = imp_chosen_file_dup_path (widget, file, error);

  if (path != NULL)
    imp_issue_export_to (widget, export->backlog, export->issue, export->paper, export->form, path);
}

static GListModel *
create_filters (ImpForm form)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, get_form_label (form));
  gtk_file_filter_add_mime_type (filter, forms[form].mime);
  gtk_file_filter_add_suffix (filter, forms[form].suffix);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

void
imp_issue_export (GtkWidget *widget,
                  ImpBacklog *backlog,
                  ImpIssue *issue,
                  const ImpPaper *paper,
                  ImpForm form)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (form);
  g_autofree char *name = imp_issue_export_suggest_name (issue, form);
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->export = export_new (backlog, issue, paper, form, NULL);
  gtk_file_dialog_set_title (dialog, _ ("Export Announcement"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  imp_portals_prepare (dialog, widget);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb,
                        question);
}
