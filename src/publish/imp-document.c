/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An issue in every form there is. */
#include "config.h"

#include "publish/imp-document.h"

#include <string.h>

#include "base/imp-file-replace.h"
#include "publish/imp-issue-pages.h"
#include "publish/imp-pdf.h"

gboolean
imp_form_from_name (const char *name, ImpForm *form)
{
  g_autofree char *path = g_strconcat (".", name, NULL);

  return strchr (name, '.') == NULL && imp_form_from_path (path, form);
}

gboolean
imp_form_from_path (const char *path, ImpForm *form)
{
  static const struct
  {
    const char *end;
    ImpForm form;
  } ends[] = {
    { ".pdf", IMP_FORM_PDF },     { ".html", IMP_FORM_HTML },         { ".htm", IMP_FORM_HTML },
    { ".md", IMP_FORM_MARKDOWN }, { ".markdown", IMP_FORM_MARKDOWN }, { ".txt", IMP_FORM_TEXT },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i].end))
      {
        *form = ends[i].form;
        return TRUE;
      }
  return FALSE;
}

static char *
to_words (ImpIssue *issue, ImpForm form)
{
  if (form == IMP_FORM_HTML)
    return imp_issue_to_html (issue);
  return form == IMP_FORM_MARKDOWN ? imp_issue_to_markdown (issue) : imp_issue_to_text (issue);
}

GBytes *
imp_issue_to_bytes (ImpIssue *issue, const ImpPaper *paper, ImpForm form, GError **error)
{
  g_autoptr (ImpPages) pages = NULL;
  char *words;

  if (form != IMP_FORM_PDF)
    {
      words = to_words (issue, form);
      return g_bytes_new_take (words, strlen (words));
    }
  pages = imp_issue_pages_new (issue, paper);
  return imp_pages_to_pdf (pages, NULL, NULL, error);
}

gboolean
imp_issue_write_as (ImpIssue *issue,
                    const ImpPaper *paper,
                    ImpForm form,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = imp_issue_to_bytes (issue, paper, form, error);

  return bytes != NULL && imp_file_replace_bytes (path, bytes, error);
}
