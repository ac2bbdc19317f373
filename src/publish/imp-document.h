/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An issue in every form there is. */
#pragma once

#include <gio/gio.h>

#include "model/imp-issue.h"
#include "publish/imp-paper.h"

G_BEGIN_DECLS

/* People's text is data in each form: escaped, never markup, never a link. The caller frees. */

/* One valid, self-contained page: no script, nothing loaded, with a Content-Security-Policy. */
char *imp_issue_to_html (const ImpIssue *issue);
char *imp_issue_to_markdown (const ImpIssue *issue);
/* Lines of at most 72 columns, but for longer words. */
char *imp_issue_to_text (const ImpIssue *issue);

typedef enum
{
  IMP_FORM_PDF,
  IMP_FORM_HTML,
  IMP_FORM_MARKDOWN,
  IMP_FORM_TEXT,
} ImpForm;

/* By the end of a file's name: .pdf, .html or .htm, .md or .markdown, .txt. FALSE for others. */
gboolean imp_form_from_path (const char *path, ImpForm *form);
/* By one of these ends without its dot. */
gboolean imp_form_from_name (const char *name, ImpForm *form);
/* The file as it would be written. paper counts for PDF only. */
GBytes *imp_issue_to_bytes (ImpIssue *issue, const ImpPaper *paper, ImpForm form, GError **error);
/* Writes it under any name: the file whole, or the old one is left. */
gboolean imp_issue_write_as (ImpIssue *issue,
                             const ImpPaper *paper,
                             ImpForm form,
                             const char *path,
                             GError **error);

G_END_DECLS
