/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writes an issue into a file that a person chooses. */
#include "config.h"

#include "ui/announcements/imp-issue-export.h"

#include "base/imp-text.h"
#include "ui/common/imp-saving.h"

#include <glib/gi18n.h>

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

char *
imp_issue_export_suggest_name (const ImpIssue *issue, ImpForm form)
{
  g_autofree char *month = imp_date_to_month_words (issue->to);
  g_autofree char *title = imp_text_clean (issue->title != NULL ? issue->title : "");
  g_autofree char *whole =
      imp_text_is_empty (title)
          ? g_strdup_printf ("%s %s", issue->series != NULL ? issue->series : "", month)
          : g_strdup_printf ("%s, %s", title, month);

  return imp_saving_suggest_name (whole, forms[form].suffix);
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
written_cb (GObject *widget, GAsyncResult *result, gpointer data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  imp_saving_tell (GTK_WIDGET (widget), export->path, error);
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

static void
file_chosen_cb (GtkWidget *widget, const char *path, gpointer data)
{
  const Export *export = data;

  imp_issue_export_to (widget, export->backlog, export->issue, export->paper, export->form, path);
}

static void
free_export (gpointer data)
{
  export_free (data);
}

void
imp_issue_export (GtkWidget *widget,
                  ImpBacklog *backlog,
                  ImpIssue *issue,
                  const ImpPaper *paper,
                  ImpForm form)
{
  const ImpFileKind kind = { get_form_label (form), forms[form].suffix, forms[form].mime };
  g_autofree char *name = imp_issue_export_suggest_name (issue, form);

  imp_saving_ask (widget, _ ("Export Announcement"), name, &kind, file_chosen_cb,
                  export_new (backlog, issue, paper, form, NULL), free_export);
}
