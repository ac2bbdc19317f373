/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Prints or exports an announcement as it stands in the record now. */
#include "config.h"

#include "ui/announcements/imp-announcement-output.h"

#include "backlog/imp-backlog-announcements.h"
#include "publish/imp-issue-pages.h"
#include "ui/announcements/imp-issue-export.h"
#include "ui/common/imp-print.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

/* What to do with the issue when it is read. */
typedef struct
{
  GtkWidget *widget;
  void (*printed) (GtkWidget *widget); /* NULL: export */
  const ImpPaper *paper;
  ImpForm form;
} Output;

static ImpPages *
lay_out (gpointer issue, const ImpPaper *paper)
{
  return imp_issue_pages_new (issue, paper);
}

static void
free_issue (gpointer issue)
{
  imp_issue_unref (issue);
}

static void
print (GtkWidget *widget, ImpIssue *issue, void (*done) (GtkWidget *widget))
{
  const ImpPrinting printing = { .name = issue->title != NULL ? issue->title : _ ("Announcement"),
                                 .lay_out = lay_out,
                                 .document = imp_issue_ref (issue),
                                 .document_free = free_issue };

  imp_print (widget, &printing, done);
}

static void
issue_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Output *output = data;
  g_autoptr (GtkWidget) widget = output->widget;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIssue) issue = imp_backlog_issue_finish (IMP_BACKLOG (source), result, &error);

  if (issue == NULL)
    imp_toasts_show_error (widget, error);
  else if (gtk_widget_get_root (widget) == NULL)
    return;
  else if (output->printed != NULL)
    print (widget, issue, output->printed);
  else
    imp_issue_export (widget, IMP_BACKLOG (source), issue, output->paper, output->form);
}

void
imp_announcement_output_print (GtkWidget *widget,
                               ImpBacklog *backlog,
                               ImpItem announcement,
                               void (*done) (GtkWidget *widget))
{
  Output *output = g_new0 (Output, 1);

  output->widget = g_object_ref (widget);
  output->printed = done;
  imp_backlog_issue_async (backlog, announcement, NULL, issue_read_cb, output);
}

void
imp_announcement_output_export (GtkWidget *widget,
                                ImpBacklog *backlog,
                                ImpItem announcement,
                                const ImpPaper *paper,
                                ImpForm form)
{
  Output *output = g_new0 (Output, 1);

  output->widget = g_object_ref (widget);
  output->paper = paper;
  output->form = form;
  imp_backlog_issue_async (backlog, announcement, NULL, issue_read_cb, output);
}
