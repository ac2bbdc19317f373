/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writes an issue into a file that a person chooses. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"
#include "model/imp-issue.h"
#include "publish/imp-document.h"

G_BEGIN_DECLS

/* Asks where to, suggesting a name from title and month, and goes on as below. */
void imp_issue_export (GtkWidget *widget,
                       ImpBacklog *backlog,
                       ImpIssue *issue,
                       const ImpPaper *paper,
                       ImpForm form);
/* Writes the file whole, off the main thread, in the form that its name says, else in `form`; who
 * closes the window waits for it. Afterwards a toast names the file; an error says what helps. */
void imp_issue_export_to (GtkWidget *widget,
                          ImpBacklog *backlog,
                          ImpIssue *issue,
                          const ImpPaper *paper,
                          ImpForm form,
                          const char *path);
/* "Goods in gets 84 hours back, November 2026.pdf": safe as a name in any file system. */
char *imp_issue_export_suggest_name (const ImpIssue *issue, ImpForm form);

G_END_DECLS
