/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The preview of an issue. */
#include "config.h"

#include "ui/announcements/imp-issue-view.h"

#include "publish/imp-document.h"
#include "publish/imp-issue-pages.h"
#include "ui/common/imp-preview.h"

struct _ImpIssueView
{
  AdwBin parent_instance;

  ImpIssue *issue;
  const ImpPaper *paper;
  ImpPreview *preview;
};

G_DEFINE_FINAL_TYPE (ImpIssueView, imp_issue_view, ADW_TYPE_BIN)

static void
lay_out (ImpIssueView *self)
{
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  if (self->issue == NULL)
    return;
  pages = imp_issue_pages_new (self->issue, self->paper);
  text = imp_issue_to_text (self->issue);
  imp_preview_set_pages (self->preview, pages, text);
}

static void
imp_issue_view_dispose (GObject *object)
{
  g_clear_pointer (&IMP_ISSUE_VIEW (object)->issue, imp_issue_unref);
  G_OBJECT_CLASS (imp_issue_view_parent_class)->dispose (object);
}

static void
imp_issue_view_class_init (ImpIssueViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_issue_view_dispose;
}

static void
imp_issue_view_init (ImpIssueView *self)
{
  self->paper = imp_paper_from_locale ();
  self->preview = g_object_new (IMP_TYPE_PREVIEW, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->preview));
}

void
imp_issue_view_set_issue (ImpIssueView *self, ImpIssue *issue)
{
  g_return_if_fail (IMP_IS_ISSUE_VIEW (self));

  imp_issue_ref (issue);
  g_clear_pointer (&self->issue, imp_issue_unref);
  self->issue = issue;
  lay_out (self);
}

void
imp_issue_view_set_paper (ImpIssueView *self, const ImpPaper *paper)
{
  g_return_if_fail (IMP_IS_ISSUE_VIEW (self));

  if (self->paper == paper)
    return;
  self->paper = paper;
  lay_out (self);
}

ImpIssue *
imp_issue_view_get_issue (ImpIssueView *self)
{
  g_return_val_if_fail (IMP_IS_ISSUE_VIEW (self), NULL);

  return self->issue;
}

const ImpPaper *
imp_issue_view_get_paper (ImpIssueView *self)
{
  g_return_val_if_fail (IMP_IS_ISSUE_VIEW (self), NULL);

  return self->paper;
}
